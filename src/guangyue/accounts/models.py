"""Accounts, the sessions they are signed in with, the grants they hold, and every change made to them."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from guangyue.accounts.names import check_login_name, check_mobile, fold


class Kind(models.TextChoices):
    STAFF = "staff", "工作人员"
    CITIZEN = "citizen", "个人"
    ENTERPRISE = "enterprise", "企业"


class UserQuerySet(models.QuerySet["User"]):
    def called(self, written: str) -> "UserQuerySet":
        """Whoever signs in by this user name, phone number or mail address: one account at most."""
        name = fold(written)
        return self.filter(Q(username=name) | Q(phone=name) | Q(email=name)) if name else self.none()

    def enabled(self) -> "UserQuerySet":
        return self.filter(is_active=True)


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username=fold(username or ""))


class User(AbstractBaseUser):
    """账户: one person, or one enterprise, who signs in. What it may do stands in its grants."""

    kind = models.CharField("类别", max_length=10, choices=Kind)
    username = models.CharField("用户名", max_length=32, unique=True, validators=[check_login_name])
    name = models.CharField("姓名或者名称", max_length=100)
    phone = models.CharField("手机号", max_length=11, blank=True, validators=[check_mobile])
    email = models.EmailField("电子邮箱", blank=True)
    is_active = models.BooleanField("启用", default=True)
    must_change_password = models.BooleanField("下次登录须改密码", default=False)
    large_type = models.BooleanField("大字显示", default=False)
    opened_at = models.DateTimeField("开户时间")

    objects = UserManager.from_queryset(UserQuerySet)()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"

    class Meta:
        verbose_name = "账户"
        constraints = [
            models.UniqueConstraint(fields=["phone"], condition=~Q(phone=""), name="phone_of_one_account"),
            models.UniqueConstraint(fields=["email"], condition=~Q(email=""), name="email_of_one_account"),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        self.username, self.phone, self.email = fold(self.username), fold(self.phone), fold(self.email)
