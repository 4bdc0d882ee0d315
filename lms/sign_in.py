"""Settings of allauth: how people sign in. `lms.settings` takes them all."""

# Numbers come from the record of a person, not from whoever signs in.
ACCOUNT_PHONE_VERIFICATION_ENABLED = False
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "dashed": False, "length": 6}
# Three codes an hour with three tries each; a training room shares one address.
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_RATE_LIMITS = {"request_login_code": "60/m/ip,3/h/key"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_ADAPTER = "lms.accounts.AccountAdapter"
ACCOUNT_SESSION_REMEMBER = False

MFA_ADAPTER = "lms.passkeys.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_PASSKEY_LOGIN_ENABLED = True
# The device asks for a finger, a face or its PIN, so that a passkey is two things in one.
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_FORMS = {
    "add_webauthn": "lms.passkeys.AddPasskeyForm",
    "edit_webauthn": "lms.passkeys.RenamePasskeyForm",
    "login_webauthn": "lms.passkeys.SignInForm",
    "authenticate_webauthn": "lms.passkeys.SecondStepForm",
    "reauthenticate_webauthn": "lms.passkeys.ConfirmForm",
}
# An office shares one address, and every sign-in asks twice; there is no secret to guess.
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}
