"""The one settings module. What differs between machines is read in `env`."""

from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from brukerstemmen import env

ROOT = Path(__file__).resolve().parent.parent
HERE = Path(__file__).resolve().parent

# Demo mode shows a sign-in page with a button for each person of the demo project.
DEMO = env.flag("BRUKERSTEMMEN_DEMO", default=False)
DEBUG = False
VAR = Path(env.text("BRUKERSTEMMEN_VAR", str(ROOT / "var")))
# True on a machine of one's own without TLS: the cookies then go over plain HTTP on loopback.
LOOPBACK = env.flag("BRUKERSTEMMEN_LOOPBACK", default=DEMO)


def _secret_key() -> str:
    """The secret of the installation; loopback keeps its own beside the data."""
    if given := env.text("SECRET_KEY"):
        return given
    file = VAR / "keys" / "secret.key"
    if file.exists():
        return file.read_text(encoding="ascii").strip()
    if LOOPBACK:
        return "only-for-loopback-until-make_keys-has-run"
    raise env.WrongSetting("SECRET_KEY or SECRET_KEY_FILE must be set (see docs/operating.md)")


SECRET_KEY = _secret_key()
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")
# Key of keys: outside the database, and outside its backups.
OUTER_KEY_FILE = Path(env.text("OUTER_KEY_PATH", str(VAR / "keys" / "outer.key")))
# The newest link of the journal's chain, outside the database: it shows if the end is cut off.
JOURNAL_HEAD_FILE = Path(env.text("JOURNAL_HEAD_PATH", str(VAR / "keys" / "journal.head")))
# What is erased, outside the database and beside its backups: a database from a backup that is
# older than an erasure serves nobody until it is done again. Shared by all machines.
ERASURE_LEDGER_FILE = Path(env.text("ERASURE_LEDGER_PATH", str(VAR / "keys" / "erased.ledger")))

INSTALLED_APPS = [
    "brukerstemmen.web",
    "brukerstemmen.journey",
    "brukerstemmen.library",
    "brukerstemmen.closing",
    "brukerstemmen.followups",
    "brukerstemmen.reports",
    "brukerstemmen.dialogues",
    "brukerstemmen.analysis",
    "brukerstemmen.voices",
    "brukerstemmen.evaluations",
    "brukerstemmen.measures",
    "brukerstemmen.meetings",
    "brukerstemmen.people",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    # The public site: pages, pictures, editors. Its tables are Z0 (people.tables).
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
]

MIDDLEWARE = [
    "brukerstemmen.web.middleware.headers",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "brukerstemmen.people.middleware.in_order",
    "brukerstemmen.people.middleware.zones",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "brukerstemmen.web.middleware.language",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "brukerstemmen.people.middleware.gatekeeper",
    "brukerstemmen.library.middleware.editors",
]

ROOT_URLCONF = "brukerstemmen.urls"
WSGI_APPLICATION = "brukerstemmen.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "brukerstemmen.web.context.frame",
            ],
        },
    }
]

DATABASES = {
    "default": dj_database_url.parse(
        env.text("DATABASE_URL") or f"sqlite:///{VAR / 'data' / 'db.sqlite3'}",
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # IMMEDIATE and FULL are measured choices: see docs/decisions/0005. What is erased or changed
    # is overwritten in the file, so that no byte of a destroyed key stays behind.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
        ),
    }
# The narrow database roles on PostgreSQL are <prefix>_z0 … <prefix>_z5.
ZONE_ROLE_PREFIX = env.text("ZONE_ROLE_PREFIX", "brukerstemmen")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {
        # Shared by all processes, so that limits on sign-in hold over all of them.
        "BACKEND": "brukerstemmen.people.shared_cache.SharedCache",
        "LOCATION": "cache_entry",
        # Many wrong guesses from many places must not push each other's counts out.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    # Pages of the public site as they were last made; each process keeps its own (library.keeping).
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "OPTIONS": {"MAX_ENTRIES": 2_000},
    },
    "renditions": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "renditions",
    },
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["brukerstemmen.people.sign_in.CalmArgon2Hasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/inn/"
ACCOUNT_ADAPTER = "brukerstemmen.people.sign_in.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# Copies that leave the house ask for a sign-in no older than this (seconds).
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_SESSION_REMEMBER = False
# Who has just chosen a password goes on to the second factor, not back to the sign-in page.
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_FORMS = {
    "login": "brukerstemmen.people.forms.sign_in.LoginForm",
    "reset_password": "brukerstemmen.people.forms.sign_in.ResetPasswordForm",
    "reset_password_from_key": "brukerstemmen.people.forms.sign_in.ResetPasswordKeyForm",
    "change_password": "brukerstemmen.people.forms.sign_in.ChangePasswordForm",
    "reauthenticate": "brukerstemmen.people.forms.sign_in.ReauthenticateForm",
}
ACCOUNT_USER_DISPLAY = "brukerstemmen.people.sign_in.display"
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXY_COUNT", 0)
MFA_ADAPTER = "brukerstemmen.people.sign_in.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {
    "authenticate": "brukerstemmen.people.forms.sign_in.AuthenticateForm",
    "reauthenticate": "brukerstemmen.people.forms.sign_in.ReauthenticateByCodeForm",
    "activate_totp": "brukerstemmen.people.forms.sign_in.MakeAppFactorForm",
    "add_webauthn": "brukerstemmen.people.forms.sign_in.AddPasskeyForm",
    "edit_webauthn": "brukerstemmen.people.forms.sign_in.EditPasskeyForm",
}
MFA_TOTP_ISSUER = "Brukerstemmen"
MFA_TOTP_TOLERANCE = 1  # a telephone whose clock is half a minute off still works
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = LOOPBACK

# Staff sessions end after half an hour of rest and ten hours in all.
SESSION_IDLE_SECONDS = 30 * 60
SESSION_COOKIE_AGE = 10 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_ENGINE = "brukerstemmen.people.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # gone with the browser: no year-long trace on a participant's telephone
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "brukerstemmen.web.views.forgery_refused"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
if LOOPBACK:
    SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008", "security.W012", "security.W016"]
else:
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = env.flag("SSL_REDIRECT", default=True)
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    if header := env.text("SECURE_PROXY_HEADER"):
        SECURE_PROXY_SSL_HEADER = (header, "https")
# Not no-referrer: a browser then sends a form without its origin, and every form is refused.
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Constant: no inline script or style anywhere, nothing from elsewhere.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}

# A request body larger than this is refused before any of it is kept; nothing goes to disk.
UPLOAD_BYTES = 5 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = UPLOAD_BYTES
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_HANDLERS = ["brukerstemmen.people.uploads.MemoryOnly"]

# Where a meeting is masked, the trained models read too, in a process of their own. 0: only rules
# and word lists, where a machine has too little memory; the masking page says so.
MASKING_MODELS = env.flag("MASKING_MODELS", default=True)

# The public site, on Wagtail. Its editors sign in as everybody else here does.
WAGTAIL_SITE_NAME = "Brukerstemmen"
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = [("nb", _("Bokmål")), ("nn", _("Nynorsk")), ("en", _("English"))]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("nb", "Bokmål"), ("en", "English")]
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
# A co-reader's yes is what publishes.
WAGTAIL_FINISH_WORKFLOW_ACTION = "brukerstemmen.library.going_out.publish_what_was_read"
WAGTAILADMIN_LOGIN_URL = "/konto/login/"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAILIMAGES_IMAGE_MODEL = "library.Picture"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 5 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILIMAGES_IMAGE_FORM_BASE = "brukerstemmen.library.forms.files.PictureForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "brukerstemmen.library.forms.files.DocumentForm"
WAGTAILDOCS_SERVE_METHOD = "direct"  # by `library:file`, like all other files of the site
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "odt", "csv", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 5 * 1024 * 1024
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
# Editors look for a page by its title, straight in its table; readers have an index of their own.
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database.fallback", "AUTO_UPDATE": False}
}

# Where people reach the installation: for links in letters.
SITE_ADDRESS = env.text("SITE_ADDRESS", "http://127.0.0.1:8000")
WAGTAILADMIN_BASE_URL = SITE_ADDRESS

# Where somebody lands who leaves a participant's page quickly: something everybody looks at.
EXIT_ADDRESS = env.text("EXIT_ADDRESS", "https://www.yr.no/")

LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", _("Bokmål")), ("nn", _("Nynorsk")), ("en", _("English"))]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
TIME_ZONE = "Europe/Oslo"
USE_TZ = True

STATIC_URL = "/static/"
# On loopback the files are served from where they were built.
STATIC_ROOT = None if LOOPBACK else VAR / "static"
WHITENOISE_USE_FINDERS = LOOPBACK
STORAGES = {
    # Files of the public site, and nothing else: all other content lies sealed in the database.
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": VAR / "public", "base_url": "/filer/"},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if LOOPBACK
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# On loopback letters are printed; elsewhere a link to choose a password must not stand in a log.
EMAIL_BACKEND = env.text(
    "EMAIL_BACKEND",
    "django.core.mail.backends.console.EmailBackend"
    if LOOPBACK
    else "django.core.mail.backends.smtp.EmailBackend",
)
EMAIL_HOST = env.text("EMAIL_HOST", "localhost")
EMAIL_PORT = env.number("EMAIL_PORT", 25)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD")
EMAIL_TIMEOUT = 10
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", default=False)
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "brukerstemmen@localhost")

# Short texts to participants who gave a telephone number or an e-mail address: console, email
# or gateway. The gateway gets {"to", "text"} as JSON over HTTPS, with the token as bearer.
TEXT_SENDER = env.text("TEXT_SENDER", "console" if LOOPBACK else "email")
TEXT_GATEWAY_URL = env.text("TEXT_GATEWAY_URL")
TEXT_GATEWAY_TOKEN = env.text("TEXT_GATEWAY_TOKEN")

# Logs say what failed, never with which words: no local variables, no request bodies.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no_content": {"()": "brukerstemmen.web.logs.NoContent"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["no_content"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "django.security.DisallowedHost": {"handlers": [], "propagate": False},
        # It remarks on each rule of ours that is meant for screens.
        "weasyprint": {"handlers": [], "propagate": False, "level": "CRITICAL"},
    },
}


def _refuse_what_is_unsafe() -> None:
    """Stop the start where a mistake in the settings would open the house."""
    near = {"127.0.0.1", "localhost", "[::1]"}
    if LOOPBACK and not DEMO and not near.issuperset(ALLOWED_HOSTS):
        raise env.WrongSetting("BRUKERSTEMMEN_LOOPBACK is without TLS: only for 127.0.0.1")
    if LOOPBACK:
        return
    if "*" in ALLOWED_HOSTS:
        raise env.WrongSetting(
            "ALLOWED_HOSTS must name the hosts: links in letters are made of them"
        )
    if not SITE_ADDRESS.startswith("https://"):
        raise env.WrongSetting("SITE_ADDRESS must be the https:// address where people sign in")
    if env.text("SECURE_PROXY_HEADER") and not ALLAUTH_TRUSTED_PROXY_COUNT:
        raise env.WrongSetting("TRUSTED_PROXY_COUNT: behind a proxy all would share one address")


def _refuse_texts_that_reach_nobody() -> None:
    """Stop the start where texts to participants would be lost."""
    if TEXT_SENDER not in {"console", "email", "gateway"}:
        raise env.WrongSetting("TEXT_SENDER must be console, email or gateway")
    if TEXT_SENDER == "console" and not LOOPBACK:
        raise env.WrongSetting("TEXT_SENDER=console sends nothing: choose email or gateway")
    if TEXT_SENDER == "gateway" and not (TEXT_GATEWAY_URL and TEXT_GATEWAY_TOKEN):
        raise env.WrongSetting("TEXT_SENDER=gateway needs TEXT_GATEWAY_URL and TEXT_GATEWAY_TOKEN")


_refuse_what_is_unsafe()
_refuse_texts_that_reach_nobody()
