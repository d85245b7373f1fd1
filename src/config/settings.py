"""The settings of a running city: what differs between machines comes from the environment."""

import os
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import django_stubs_ext

from guangyue.operations import state

django_stubs_ext.monkeypatch()  # lets `ModelForm[User]` be said at run time too

ROOT = Path(__file__).resolve().parents[2]
HOME = state.home()
# Issues of the gazette as files, for trying the reader on.
GAZETTES = Path(os.environ.get("GY_GAZETTES") or ROOT.parent / "shared" / "gazettes")

DEMO = os.environ.get("GY_DEMO") == "1"
DEBUG = False
SECRET_KEY = state.secret("django")
ALLOWED_HOSTS = os.environ.get("GY_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("GY_ORIGINS", "").split(",") if origin]

MECHANISMS = (
    "operations",
    "desk",
    "portal",
    "entitlements",
    "funds",
    "grants",
    "policies",
    "library",
    "inspections",
    "credit",
    "supervision",
    "ratings",
    "bundles",
    "cases",
    "empowerments",
    "accountability",
    "tasks",
    "alerts",
    "indicators",
    "ledgers",
    "legislation",
    "matters",
    "planners",
    "systems",
    "disclosure",
    "registries",
    "files",
    "notifications",
    "accounts",
    "chronicle",
    "organisations",
    "gazette",
    "jobs",
    "audit",
    "kit",
)

INSTALLED_APPS = [
    *(f"guangyue.{name}" for name in MECHANISMS),
    "procrastinate.contrib.django",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "guangyue.kit.refusals.ReferenceMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "guangyue.kit.security.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "guangyue.kit.refusals.RefusalMiddleware",
    "guangyue.audit.middleware.AuditMiddleware",
    "guangyue.accounts.middleware.AccessMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

# All pages, those of allauth included, are Jinja2 and lie in `templates/` of their mechanism, or of a
# city's folder that has pages of its own.
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [
            *(ROOT / "src" / "guangyue" / name / "templates" for name in MECHANISMS),
            *sorted((ROOT / "src" / "liaocheng").glob("*/templates")),
        ],
        "OPTIONS": {
            "environment": "config.pages.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "config.pages.frame",
            ],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]


def postgres(url: str) -> dict[str, Any]:
    """What `postgresql://user:password@host:port/name?option=value` says, in Django's words."""
    parts = urlsplit(url)
    options = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", None) or parts.hostname or "",
        "PORT": options.pop("port", None) or str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


DATABASES = {"default": postgres(os.environ.get("DATABASE_URL", "postgresql:///guangyue"))}
DATABASES["default"]["TEST"] = {"TEMPLATE": os.environ.get("GY_TEST_TEMPLATE")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["guangyue.accounts.backends.AccountBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "guangyue.accounts.passwords.LongEnough"},
    {"NAME": "guangyue.accounts.passwords.KindsOfCharacters"},
    {"NAME": "guangyue.accounts.passwords.NothingPersonal"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "accounts:entrance"
GUANGYUE_ROLES = "liaocheng.roles.ROLES"
GUANGYUE_DEMO_ACCOUNTS = "liaocheng.demo.ACCOUNTS"

# Signing in is ours; allauth keeps the second factor and speaks with an outside OIDC provider. Failures are
# counted in the database by `accounts.lockout`, for every process alike, and not in allauth's cache.
ACCOUNT_ADAPTER = "guangyue.accounts.adapters.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = False
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("GY_PROXIES") or os.environ.get("GY_TLS") == "1")
MFA_ADAPTER = "guangyue.accounts.adapters.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "guangyue.accounts.second_factor.CodeForm",
    "reauthenticate": "guangyue.accounts.second_factor.CodeAgainForm",
    "activate_totp": "guangyue.accounts.second_factor.FirstCodeForm",
}
MFA_TOTP_ISSUER = "光岳"
MFA_TOTP_TOLERANCE = 1
SOCIALACCOUNT_ADAPTER = "guangyue.accounts.adapters.OutsideAdapter"
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {"openid_connect": {"APPS": []}}
if all(os.environ.get(f"GY_OIDC_{name}") for name in ("URL", "ID", "SECRET")):
    SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"].append(
        {
            "provider_id": "outside",
            "name": os.environ.get("GY_OIDC_NAME", "统一身份认证"),
            "client_id": os.environ["GY_OIDC_ID"],
            "secret": os.environ["GY_OIDC_SECRET"],
            "settings": {"server_url": os.environ["GY_OIDC_URL"], "oauth_pkce_enabled": True},
        }
    )

# What goes wrong is one line, with the reference number that the person was shown.
CSRF_FAILURE_VIEW = "guangyue.kit.refusals.form_expired"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"reference": {"()": "guangyue.kit.refusals.ReferenceFilter"}},
    "formatters": {
        "line": {"format": "{asctime} {levelname} {reference} {name}: {message}", "style": "{"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "filters": ["reference"], "formatter": "line"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [("vendor", ROOT / "web" / "vendor"), ("outlines", ROOT / "web" / "outlines")]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = HOME / "files"

SESSION_ENGINE = "guangyue.accounts.sessions"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 3600  # before signing in; afterwards the limits of `accounts.sessions`
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

if os.environ.get("GY_TLS") == "1":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 31_536_000

# What the frames show of every mechanism.
TILES = os.environ.get(
    "GY_TILES", ""
)  # behind a map, e.g. 天地图: https://t{s}.tianditu.gov.cn/…/{z}/{x}/{y}
GUANGYUE_CIRCLES = "guangyue.desk.circles.circles_of"
GUANGYUE_TODO = "config.navigation.TODO"
GUANGYUE_PICTURES = "config.navigation.PICTURES"
GUANGYUE_SEARCH = "config.navigation.SEARCH"
GUANGYUE_ABOUT_PERSON = "config.navigation.ABOUT_PERSON"
GUANGYUE_RUNNING = "config.navigation.RUNNING"
GUANGYUE_RULE_ASIDES = "config.navigation.RULE_ASIDES"

# Whose limits a new holiday notice moves.
GUANGYUE_LIMITS = (
    "guangyue.kit.services.limits.recount_limits",
    "guangyue.accountability.services.recounting.recount_steps",
    "guangyue.cases.services.recounting.recount_cases",
    "guangyue.bundles.services.recounting.recount_bundles",
    "guangyue.ratings.services.recounting.recount_ratings",
)

# What is done after each move of a case, in its transaction: functions `(case, move, at)`.
GUANGYUE_AFTER_MOVES = (
    "guangyue.cases.services.subscribing.note_event",
    "guangyue.bundles.following.follow_move",
    "guangyue.ratings.services.inviting.invite_when_finished",
    "guangyue.supervision.services.handing_over.hand_over_permit",
    "guangyue.cases.services.delivery.deliver_online",  # moves it on: last
)
# What hands open cases over when the power under which they were handed in is withdrawn.
GUANGYUE_POWER_ENDED = "guangyue.cases.services.handing_over.hand_over_cases"
GUANGYUE_CASE_ASIDES = "config.navigation.CASE_ASIDES"
GUANGYUE_COUNTER = "config.navigation.COUNTER"
# Where an act of supervision is seen at its source: `(request, source_id)` gives an address, or nothing.
GUANGYUE_ACT_PAGES = {"inspections": "guangyue.inspections.views.visits.page_of_act"}
GUANGYUE_CREDIT_BESIDE = "config.navigation.CREDIT_BESIDE"

# What the city knows and who answers for it, the plan its invented people are drawn on, what the demo loads.
GUANGYUE_FACTS = "liaocheng.facts.FACTS"
GUANGYUE_CITY = "liaocheng.systems.CITY"
GUANGYUE_CITY_PLAN = "liaocheng.population.city_plan"
GUANGYUE_DEMO = (
    "guangyue.accounts.demo.load",
    "guangyue.registries.demo.load",
    "guangyue.matters.demo.load",
    "guangyue.empowerments.demo.load",
    "guangyue.supervision.demo_items.load",
    "guangyue.cases.demo.load",
    "guangyue.cases.demo_waiting.load",
    "guangyue.cases.demo_handed_up.load",
    "guangyue.bundles.demo.load",
    "guangyue.library.demo.load",
    "guangyue.tasks.demo_documents.load",
    "guangyue.policies.demo.load",
    "guangyue.entitlements.demo.load",
    "guangyue.entitlements.demo_applications.load",
    "guangyue.ratings.demo.load",
    "guangyue.supervision.demo.load",
    "guangyue.inspections.demo.load",
    "guangyue.tasks.demo.load",
    "guangyue.credit.demo.load",
    "guangyue.legislation.demo.load",
    "guangyue.ledgers.demo.load",
    "guangyue.alerts.demo.loading.load",
    "guangyue.indicators.demo.load",
    "guangyue.planners.demo.load",
    "guangyue.accountability.demo.load",
)
GUANGYUE_DEMO_AIR = "liaocheng.demo_air.STATIONS"
GUANGYUE_DEMO_SOURCES = "liaocheng.demo_sources"
GUANGYUE_DEMO_CREDIT = "liaocheng.demo_credit.RECORDS"
GUANGYUE_DEMO_INDICATORS = "liaocheng.demo_indicators.FIGURES"
GUANGYUE_DEMO_LEGISLATION = "liaocheng.demo_legislation.SCENES"
GUANGYUE_DEMO_PLANNERS = "liaocheng.demo_planners.PILOT"
GUANGYUE_DEMO_POWERS = "liaocheng.demo_powers.POWERS"
GUANGYUE_DEMO_STEPS = "liaocheng.demo_steps"
GUANGYUE_DEMO_SUPERVISION = "liaocheng.demo_supervision.ITEMS"
GUANGYUE_DEMO_TASK_STORIES = "liaocheng.demo_task_stories.DOCUMENTS"
GUANGYUE_DEMO_HANDED_UP = "liaocheng.demo_handed_up.HANDED_UP"
GUANGYUE_DEMO_PROBLEMS = "liaocheng.demo_problems.PROBLEMS"
GUANGYUE_DEMO_TASKS = "liaocheng.demo_tasks.DOCUMENTS"
GUANGYUE_DEMO_FIGURES = "liaocheng.demo_figures.ENTRIES"

# Where files for the policy library are put; hosts of feeds, and of departments' systems that hear of cases,
# which may lie in our own network, by comma.
GUANGYUE_INBOX = Path(os.environ.get("GY_INBOX") or HOME / "inbox")
GUANGYUE_PRIVATE_FEEDS = frozenset(filter(None, os.environ.get("GY_PRIVATE_FEEDS", "").split(",")))
GUANGYUE_PRIVATE_SUBSCRIBERS = frozenset(
    filter(None, os.environ.get("GY_PRIVATE_SUBSCRIBERS", "").split(","))
)

# The day that questions are about unless they say another: today; of the demo, the day its registers are of.
GUANGYUE_DAY = date(2021, 4, 30) if DEMO else None

# 责任规划师 began after that day: the demo shows them on a day of their own.
GUANGYUE_PLANNERS_DAY = date(2022, 3, 18) if DEMO else None

GUANGYUE_TRAIL = "config.audited.TRAIL"

# How people are told beside our own pages; a channel that is not set is closed.
# GY_SMTP_URL is smtp://user:password@host:port, smtps://… for TLS at once, smtp://…?starttls=1 for TLS later.
MAIL_SERVER = urlsplit(os.environ.get("GY_SMTP_URL", ""))
EMAIL_HOST = MAIL_SERVER.hostname or ""
EMAIL_PORT = MAIL_SERVER.port or (465 if MAIL_SERVER.scheme == "smtps" else 25)
EMAIL_HOST_USER = unquote(MAIL_SERVER.username or "")
EMAIL_HOST_PASSWORD = unquote(MAIL_SERVER.password or "")
EMAIL_USE_SSL = MAIL_SERVER.scheme == "smtps"
EMAIL_USE_TLS = "starttls" in parse_qs(MAIL_SERVER.query)
EMAIL_TIMEOUT = 15
DEFAULT_FROM_EMAIL = os.environ.get("GY_MAIL_FROM", "guangyue@localhost")
GUANGYUE_SMS_URL = os.environ.get("GY_SMS_URL", "")
GUANGYUE_SMS_SECRET = os.environ.get("GY_SMS_SECRET", "")
GUANGYUE_WEBHOOK_URL = os.environ.get("GY_WEBHOOK_URL", "")
GUANGYUE_WEBHOOK_SECRET = os.environ.get("GY_WEBHOOK_SECRET", "")
GUANGYUE_ADDRESS = os.environ.get("GY_ADDRESS", "http://127.0.0.1:8000")  # where messages lead to

# What runs behind the pages, and how: one worker process, `django-admin procrastinate worker`.
GUANGYUE_BACKGROUND = "config.background.BACKGROUND"
GUANGYUE_JOBS_STALLED_AFTER = 30.0  # seconds without a sign of life from the worker
PROCRASTINATE_ON_APP_READY = "guangyue.jobs.worker.enrol"
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = ""
PROCRASTINATE_WORKER_DEFAULTS = {"concurrency": 4}
PROCRASTINATE_PERIODIC_DEFAULTS = {
    "max_delay": 86_400
}  # what was due while the city was off is done when it is on
