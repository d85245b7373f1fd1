"""The lists of those who manage accounts: the accounts, and where they are signed in."""

from datetime import datetime
from typing import cast

from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest
from markupsafe import Markup

from guangyue.accounts.models import Grant, Kind, User
from guangyue.kit.access import Scope, SignedInRequest
from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order, YesNo
from guangyue.organisations.models import Organisation


def accounts_within(scope: Scope, *, at: datetime) -> QuerySet[User]:
    """The accounts covered, each with the grants it holds now."""
    held = Prefetch(
        "grants", Grant.objects.in_force(at=at).select_related("organisation", "region"), to_attr="held"
    )
    return User.objects.within(scope).select_related("organisation").prefetch_related(held)


def _organisations(request: HttpRequest) -> list[tuple[str, str]]:
    """Those within reach where somebody has an account."""
    rows = Organisation.objects.within(cast(SignedInRequest, request).scope)
    staffed = rows.filter(pk__in=User.objects.filter(organisation__isnull=False).values("organisation"))
    return [(str(pk), name) for pk, name in staffed.values_list("pk", "name")]


def _state(user: User) -> str:
    return "启用" if user.is_active else "停用"


def _state_tag(user: User) -> Markup:
    return Markup('<span class="tag {}">{}</span>').format("good" if user.is_active else "bad", _state(user))


ACCOUNTS = Listing(
    key="accounts.accounts",
    title="账户",
    columns=(
        Column("name", "姓名或者名称"),
        Column("username", "用户名"),
        Column("kind", "类别", value=User.get_kind_display),
        Column("organisation", "单位"),
        Column(
            "roles", "角色", value=lambda user: "、".join(dict.fromkeys(grant.title for grant in user.held))
        ),
        Column("phone", "手机号", chosen=False),
        Column("is_active", "状态", value=_state, show=_state_tag),
        Column("last_login", "最近登录"),
        Column("opened_at", "开户时间", chosen=False),
    ),
    orders=(
        Order("username", "用户名", ("username",), column="username"),
        Order("recent", "最近登录在前", ("-last_login",), column="last_login"),
        Order("newest", "新开户在前", ("-opened_at",), column="opened_at"),
    ),
    filters=(
        Choice("kind", "类别", tuple(Kind.choices)),
        Choice("organisation", "单位", _organisations),
        YesNo("state", "状态", Q(is_active=True), words=("启用", "停用")),
        DayRange("last_login", "最近登录", moments=True),
    ),
    search=("name__contains", "username__contains", "phone__startswith", "email__startswith"),
    search_hint="姓名、用户名、手机号或者邮箱",
    empty="还没有账户。",
)

SESSIONS = Listing(
    key="accounts.sessions",
    title="登录中的会话",
    columns=(
        Column("user__name", "姓名或者名称"),
        Column("user__organisation", "单位"),
        Column("device", "设备", value=lambda session: session.device_title),
        Column("address", "地址"),
        Column("begun_at", "登录时间"),
        Column("seen_at", "最近使用"),
    ),
    orders=(
        Order("recent", "最近使用在前", ("-seen_at",), column="seen_at"),
        Order("longest", "登录最久在前", ("begun_at",), column="begun_at"),
    ),
    search=("user__name__contains", "user__username__contains", "address__startswith"),
    search_hint="姓名、用户名或者地址",
    empty="现在没有人登录。",
)
