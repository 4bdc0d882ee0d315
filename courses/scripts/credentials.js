/* Passkeys as text: what the server asks becomes what the browser takes, and the answer goes back. */

/** @param {string} text Letters of base64url. */
export function bytes(text) {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

/** @param {ArrayBuffer} buffer */
export function text(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** @typedef {{ id: string, type: "public-key" }} Listed */

/** @param {Listed[] | undefined} listed */
const known = (listed) => listed?.map((each) => ({ ...each, id: bytes(each.id) }));

/**
 * A passkey that the device keeps by itself, so that it opens the login without a name.
 * @param {any} asked `publicKey` of the server's question.
 * @returns {PublicKeyCredentialCreationOptions}
 */
export const toMake = (asked) => ({
  ...asked,
  challenge: bytes(asked.challenge),
  user: { ...asked.user, id: bytes(asked.user.id) },
  excludeCredentials: known(asked.excludeCredentials),
  authenticatorSelection: {
    ...asked.authenticatorSelection,
    residentKey: "required",
    requireResidentKey: true,
    userVerification: "required",
  },
});

/**
 * @param {any} asked `publicKey` of the server's question.
 * @returns {PublicKeyCredentialRequestOptions}
 */
export const toShow = (asked) => ({
  ...asked,
  challenge: bytes(asked.challenge),
  allowCredentials: known(asked.allowCredentials),
});

const PARTS = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];

/**
 * The answer of a device, for the server.
 * @param {any} credential A PublicKeyCredential.
 */
export function answerOf(credential) {
  /** @type {Record<string, unknown>} */
  const response = {};
  for (const part of PARTS) if (credential.response[part]) response[part] = text(credential.response[part]);
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}
