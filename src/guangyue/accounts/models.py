"""Accounts and what belongs to them: sessions, failed attempts and locks, grants, and every change made."""

from datetime import datetime

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.timezone import localdate

from guangyue.accounts.devices import device_title
from guangyue.accounts.names import check_login_name, check_mobile, fold
from guangyue.accounts.roles import roles
from guangyue.kit.access import Scope
from guangyue.organisations.models import Organisation, Region


class Kind(models.TextChoices):
    """账户类别: how an account came to be, and which side of the city it sees."""

    STAFF = "staff", "工作人员"
    CITIZEN = "citizen", "个人"
    ENTERPRISE = "enterprise", "企业"


class UserQuerySet(models.QuerySet["User"]):
    def called(self, written: str) -> "UserQuerySet":
        """Whoever signs in by this user name, phone number or mail address: one account at most."""
        name = fold(written)
        return self.filter(Q(username=name) | Q(phone=name) | Q(email=name))

    def enabled(self) -> "UserQuerySet":
        return self.filter(is_active=True)

    def within(self, scope: Scope) -> "UserQuerySet":
        """Staff of the organisations covered; people and firms belong to none, and need the whole city."""
        if scope.everywhere:
            return self
        return self.filter(scope.rows(region="organisation__region_id", organisation="organisation_id"))


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username=fold(username or ""))


class User(AbstractBaseUser):
    """账户: one person, or one enterprise, who signs in. What it may do stands in its grants."""

    kind = models.CharField("类别", max_length=10, choices=Kind)
    username = models.CharField(
        "用户名",
        max_length=32,
        unique=True,
        validators=[check_login_name],
        error_messages={"unique": "这个用户名已经有账户了。"},
    )
    name = models.CharField("姓名或者名称", max_length=100)
    phone = models.CharField(
        "手机号",
        max_length=11,
        null=True,
        blank=True,
        unique=True,
        validators=[check_mobile],
        error_messages={"unique": "这个手机号已经有账户了。"},
    )
    email = models.EmailField(
        "电子邮箱", null=True, blank=True, unique=True, error_messages={"unique": "这个邮箱已经有账户了。"}
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="单位"
    )
    is_active = models.BooleanField("启用", default=True)
    must_change_password = models.BooleanField("下次登录须改密码", default=False)
    opened_at = models.DateTimeField("开户时间")

    objects = UserManager.from_queryset(UserQuerySet)()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"

    class Meta:
        verbose_name = "账户"
        ordering = ("username",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("accounts:account", args=[self.username])


class AccountChange(models.Model):
    """账户变更: what was done to an account, by whom, when and on what ground; rows are only added."""

    class What(models.TextChoices):
        OPENED = "opened", "开设账户"
        DISABLED = "disabled", "停用账户"
        ENABLED = "enabled", "重新启用"
        PASSWORD_RESET = "password_reset", "重置密码"
        PASSWORD_CHANGED = "password_changed", "本人修改密码"
        SECOND_FACTOR_REMOVED = "second_factor_removed", "解除两步验证"
        SIGNED_OUT = "signed_out", "结束全部会话"

    user = models.ForeignKey(User, models.PROTECT, related_name="changes", verbose_name="账户")
    what = models.CharField("变更", max_length=30, choices=What)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="操作人")
    at = models.DateTimeField("时间")
    ground = models.CharField("依据或者原因", max_length=200, blank=True)

    class Meta:
        verbose_name = "账户变更"
        indexes = (models.Index(fields=["user", "at"]),)


class GrantQuerySet(models.QuerySet["Grant"]):
    def in_force(self, *, at: datetime) -> "GrantQuerySet":
        """Those whose period has begun and is not over, by the city's calendar, and that nobody has ended."""
        return self.not_over(at=at).filter(since__lte=localdate(at))

    def not_over(self, *, at: datetime) -> "GrantQuerySet":
        """Those in force, and those that will be."""
        return self.filter(Q(until=None) | Q(until__gte=localdate(at))).exclude(end__at__lte=at)

    def citywide(self) -> "GrantQuerySet":
        return self.filter(organisation=None, region=None)


class Grant(models.Model):
    """授权: a role, for an organisation and all below it, in a region and all below it, for a period."""

    user = models.ForeignKey(User, models.PROTECT, related_name="grants", verbose_name="账户")
    role = models.CharField("角色", max_length=40)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="单位"
    )
    region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="区域"
    )
    since = models.DateField("起始日")
    until = models.DateField("截止日", null=True, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="授权人")
    at = models.DateTimeField("授权时间")
    ground = models.CharField("依据", max_length=200)

    objects = GrantQuerySet.as_manager()

    class Meta:
        verbose_name = "授权"
        indexes = (models.Index(fields=["role"]),)
        constraints = (
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="grant_ends_after_it_begins"
            ),
            models.CheckConstraint(condition=~Q(user=F("by")), name="nobody_grants_himself"),
        )

    def __str__(self) -> str:
        return f"{self.title}（{self.where}）"

    @property
    def title(self) -> str:
        """The role's title; its key where the city has given the role up since."""
        role = roles().get(self.role)
        return role.title if role else self.role

    @property
    def where(self) -> str:
        """What the grant covers, in words."""
        if not self.organisation and not self.region:
            return "全市"
        return "，".join(str(part) for part in (self.region, self.organisation) if part)


class GrantEnd(models.Model):
    """收回授权: before its period was over, by whom, when and why; it works at once."""

    grant = models.OneToOneField(Grant, models.PROTECT, related_name="end")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="收回人")
    at = models.DateTimeField("收回时间")
    ground = models.CharField("原因", max_length=200)

    class Meta:
        verbose_name = "收回授权"


class SessionQuerySet(models.QuerySet["Session"]):
    def standing(self, *, at: datetime) -> "SessionQuerySet":
        """Those of people who are signed in, the last used first."""
        return self.filter(user__isnull=False, expire_date__gt=at).order_by("-seen_at")


class Session(AbstractBaseSession):
    """会话: one browser that is signed in, or on its way to it; without its row it is signed out."""

    user = models.ForeignKey(User, models.CASCADE, null=True, related_name="sessions", verbose_name="账户")
    mark = models.CharField("会话标识", max_length=32, unique=True)
    address = models.CharField("地址", max_length=45, blank=True)
    device = models.CharField("设备", max_length=200, blank=True)
    begun_at = models.DateTimeField("登录时间", null=True)
    seen_at = models.DateTimeField("最近使用", null=True)

    objects = SessionQuerySet.as_manager()  # type: ignore[assignment,misc]  # nothing needs Django's

    class Meta:
        verbose_name = "会话"

    @property
    def device_title(self) -> str:
        return device_title(self.device)


class FailedSignIn(models.Model):
    """登录未成: an attempt that has not led to a sign-in, under the name that was typed."""

    account = models.CharField("账户", max_length=254)
    address = models.CharField("地址", max_length=45)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "登录未成"
        indexes = (models.Index(fields=["account", "at"]), models.Index(fields=["address", "at"]))


class Knock(models.Model):
    """敲门: somebody without an account tried a link or used a poster; counted, so that nobody does it all
    day. The address stands here only as a keyed hash."""

    source = models.CharField("来源", max_length=64)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "匿名请求"
        indexes = (models.Index(fields=["source", "at"], name="knocks_by_source"),)


class LockQuerySet(models.QuerySet["Lock"]):
    def standing(self, *, at: datetime) -> "LockQuerySet":
        return self.filter(until__gt=at, lifted_at=None)

    def against(self, *, account: str, address: str) -> "LockQuerySet":
        """Locks on the account from anywhere, on the address for anyone, or on the two together."""
        on_account = Q(account=account) & (Q(address=address) | Q(address=""))
        return self.filter(on_account | Q(account="", address=address))

    def latest_end(self) -> datetime | None:
        until: datetime | None = self.aggregate(until=models.Max("until"))["until"]
        return until


class Lock(models.Model):
    """登录锁定: after too many failed attempts no password is looked at for a while."""

    account = models.CharField("账户", max_length=254, blank=True)
    address = models.CharField("地址", max_length=45, blank=True)
    at = models.DateTimeField("锁定时间")
    until = models.DateTimeField("锁定至")
    lifted_at = models.DateTimeField("解除时间", null=True)
    lifted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="解除人")

    objects = LockQuerySet.as_manager()

    class Meta:
        verbose_name = "登录锁定"
        indexes = (models.Index(fields=["account", "until"]), models.Index(fields=["address", "until"]))
