"""The settings in every mode, each in a process of its own: what starts, what refuses, and why."""

import json
import os
import subprocess
import sys

import pytest

from tests.house import ROOT

SANE = {
    "SALA_MODE": "production",
    "SECRET_KEY": "k3Yq-8vT2_mZr7Wc5xLp9Hn4Bd6Fs1Gj0Ae-UoIyRtEwQzXvCbNm",
    "ALLOWED_HOSTS": "training.example.org",
    "SITE_URL": "https://training.example.org",
    "EMAIL_HOST": "mail.example.org",
    "BEHIND_PROXY": "yes",
}


def run(code, env, folder):
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, *code],
        cwd=ROOT,
        env=kept | {"SALA_VAR": str(folder)} | env,
        capture_output=True,
        text=True,
    )


def setting(expression, env, folder):
    """The value of an expression over `s`, the settings, as JSON."""
    code = f"import json; from lms import settings as s; print(json.dumps({expression}))"
    return json.loads(run(["-c", code], env, folder).stdout)


def refusal(env, folder):
    """The sentence with which the settings refuse to start."""
    done = run(["-c", "import lms.settings"], env, folder)
    assert done.returncode != 0
    return done.stderr.strip().splitlines()[-1].partition("ImproperlyConfigured: ")[2]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"SECRET_KEY": ""}, "Set SECRET_KEY before starting in production."),
        (
            {"SECRET_KEY": "", "ALLOWED_HOSTS": "", "SITE_URL": ""},
            "Set SECRET_KEY, ALLOWED_HOSTS, SITE_URL before starting in production.",
        ),
        ({"SECRET_KEY": "short"}, "SECRET_KEY must have 50 random characters in production."),
        ({"SECRET_KEY": "ab" * 40}, "SECRET_KEY must have 50 random characters in production."),
        ({"SALA_DEBUG": "yes"}, "SALA_DEBUG must be off in production."),
        (
            {"SMS_GATEWAY_URL": "http://localhost/sms"},
            "SMS_GATEWAY_URL must begin with https:// in production.",
        ),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS must name the hosts, not *, in production."),
        (
            {"SITE_URL": "http://training.example.org"},
            "SITE_URL must begin with https:// in production.",
        ),
        ({"SALA_MODE": "prod"}, "SALA_MODE must be production, demo or test."),
        ({"SALA_DEBUG": "perhaps"}, "SALA_DEBUG must be yes or no, not 'perhaps'."),
        ({"EMAIL_PORT": "smtp"}, "EMAIL_PORT must be a whole number, not 'smtp'."),
        (
            {"S3_BUCKET": "sala"},
            "S3_BUCKET needs MEDIA_ORIGIN, the https:// address of its files.",
        ),
    ],
)
def test_an_unsafe_configuration_is_refused_with_a_sentence(changed, sentence, tmp_path):
    assert refusal(SANE | changed, tmp_path) == sentence


def test_nothing_set_means_production_and_refuses(tmp_path):
    assert refusal({}, tmp_path) == (
        "Set SECRET_KEY, ALLOWED_HOSTS, SITE_URL before starting in production."
    )


def test_the_deployment_check_is_clean(tmp_path):
    done = run(["manage.py", "check", "--deploy", "--fail-level", "DEBUG"], SANE, tmp_path)
    assert (done.returncode, done.stdout + done.stderr) == (
        0,
        "System check identified no issues (1 silenced).\n",
    )


def test_the_deployment_check_warns_where_letters_would_be_lost(tmp_path):
    done = run(["manage.py", "check", "--deploy"], SANE | {"EMAIL_HOST": ""}, tmp_path)
    assert "(lms.W001) Letters are dropped: no mail server is set." in done.stderr


def test_a_database_address_chooses_postgresql(tmp_path):
    address = {"DATABASE_URL": "postgres://sala:secret@db.example.org:5433/sala"}
    assert setting(
        "{k: s.DATABASES['default'][k] for k in ('ENGINE', 'HOST', 'PORT', 'NAME', 'USER')}",
        SANE | address,
        tmp_path,
    ) == {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": "db.example.org",
        "PORT": 5433,
        "NAME": "sala",
        "USER": "sala",
    }


def test_sqlite_gets_the_options_that_lose_nothing(tmp_path):
    options = setting("s.DATABASES['default']['OPTIONS']", SANE, tmp_path)
    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["timeout"] == 20
    assert "journal_mode=WAL; PRAGMA synchronous=FULL" in options["init_command"]


@pytest.mark.parametrize(
    ("redis", "backend"),
    [
        ("", "django.core.cache.backends.locmem.LocMemCache"),
        ("redis://127.0.0.1:6379/3", "django.core.cache.backends.redis.RedisCache"),
    ],
)
def test_redis_is_used_where_it_is_named(redis, backend, tmp_path):
    env = SANE | {"REDIS_URL": redis}
    assert setting("s.CACHES['default']['BACKEND']", env, tmp_path) == backend


@pytest.mark.redis
def test_two_processes_share_what_redis_keeps(tmp_path):
    env = {
        "SALA_MODE": "demo",
        "REDIS_URL": os.environ.get("REDIS_URL", "redis://127.0.0.1:6379"),
        "DJANGO_SETTINGS_MODULE": "lms.settings",
    }
    key = f"sala-test-{os.getpid()}"
    cache = "from django.core.cache import cache; "
    run(["-c", f"{cache}cache.set('{key}', 'kept', 30)"], env, tmp_path)
    assert "kept" in run(["-c", f"{cache}print(cache.get('{key}'))"], env, tmp_path).stdout


def test_a_bucket_keeps_media_public_and_private_files_signed(tmp_path):
    env = SANE | {"S3_BUCKET": "sala", "MEDIA_ORIGIN": "https://media.example.org"}
    assert setting(
        "[[s.STORAGES[name]['OPTIONS'][k] for k in ('location', 'querystring_auth')]"
        " for name in ('default', 'private')]",
        env,
        tmp_path,
    ) == [["media", False], ["private", True]]
    directives = setting("s.CONTENT_SECURITY_POLICY['DIRECTIVES']", env, tmp_path)
    assert directives["img-src"] == ["'self'", "data:", "https://media.example.org"]


def test_cookies_and_redirects_are_safe_behind_https(tmp_path):
    names = [
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
        "SECURE_SSL_REDIRECT",
        "SECURE_HSTS_SECONDS",
        "SECURE_PROXY_SSL_HEADER",
        "DEBUG",
        "SERVE_MEDIA",
        "MIDDLEWARE[0]",
    ]
    values = setting(f"[{', '.join('s.' + name for name in names)}]", SANE, tmp_path)
    assert values == [
        True,
        True,
        True,
        31_536_000,
        ["HTTP_X_FORWARDED_PROTO", "https"],
        False,
        False,
        "lms.proxies.VisitorAddress",
    ]


def test_letters_follow_the_mail_server(tmp_path):
    found = {
        name: setting("s.EMAIL_BACKEND.split('.')[-2]", env, tmp_path)
        for name, env in {
            "a server is named": SANE,
            "production without one": SANE | {"EMAIL_HOST": ""},
            "demo": {"SALA_MODE": "demo"},
        }.items()
    }
    assert found == {
        "a server is named": "smtp",
        "production without one": "dummy",
        "demo": "console",
    }


def test_people_are_reached_by_what_is_set_up(tmp_path):
    ways = "[s.COURSES_MESSAGES_BY_EMAIL, s.COURSES_SMS_GATEWAY, s.COURSES_REMINDER_DAYS]"
    assert setting(ways, SANE | {"EMAIL_HOST": ""}, tmp_path) == [False, "", [2, 0]]
    told = {"SMS_GATEWAY_URL": "https://sms.example.org/", "REMINDER_DAYS": "1"}
    by_email, gateway, days = setting(ways, SANE | told, tmp_path)
    assert (by_email, days, gateway["OPTIONS"]["repeats_safely"]) == (True, [1], False)
    assert gateway["BACKEND"] == "courses.adapters.gateways.http.HttpGateway"
    assert gateway["OPTIONS"]["url"] == "https://sms.example.org/"
    told["SMS_GATEWAY_REPEATS_SAFELY"] = "yes"
    assert setting(ways, SANE | told, tmp_path)[1]["OPTIONS"]["repeats_safely"] is True
