"""What people fill in about accounts."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.db.models import QuerySet
from django.http import HttpRequest

from guangyue.accounts.models import Kind, User
from guangyue.accounts.names import fold
from guangyue.accounts.roles import Role, roles
from guangyue.kit.access import Scope
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation, Region

# Longer passwords are refused before anything is computed from them.
LONGEST_PASSWORD = 128
LONGEST_GROUND = 200


class SignInForm(forms.Form):
    name = forms.CharField(
        label="用户名、手机号或者邮箱",
        max_length=254,
        widget=forms.TextInput({"autocomplete": "username", "autofocus": True}),
    )
    password = forms.CharField(
        label="密码",
        max_length=LONGEST_PASSWORD,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )


class PasswordForm(forms.Form):
    """修改密码: the present one, and twice the new one."""

    current = forms.CharField(
        label="现在的密码",
        max_length=LONGEST_PASSWORD,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )
    new = forms.CharField(
        label="新密码",
        max_length=LONGEST_PASSWORD,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label="再输入一次新密码",
        max_length=LONGEST_PASSWORD,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    def __init__(self, *arguments: Any, user: User, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        self.user = user

    def clean_new(self) -> str:
        new: str = self.cleaned_data["new"]
        validate_password(new, self.user)
        return new

    def clean(self) -> None:
        new = self.cleaned_data.get("new")
        if new and new != self.cleaned_data.get("again"):
            self.add_error("again", "两次输入的新密码不一样。")
        if new and new == self.cleaned_data.get("current"):
            self.add_error("new", "新密码不能和现在的密码一样。")


class AccountForm(forms.ModelForm):  # type: ignore[type-arg]  # Django cannot be subscripted here
    """开设账户, for an official of an organisation within reach, or for one of the public."""

    kind = forms.ChoiceField(label="类别", choices=Kind.choices)
    ground = forms.CharField(
        label="开户依据", max_length=LONGEST_GROUND, help_text="例如文号、报到单或者本人申请"
    )

    class Meta:
        model = User
        fields = ("kind", "username", "name", "organisation", "phone", "email")
        help_texts = {  # noqa: RUF012  as Django asks
            "username": "小写英文字母开头，3 至 32 位，可以有数字、点、横线和下划线",
            "organisation": "工作人员必填，个人和企业不填",
            "phone": "可以用来登录",
            "email": "可以用来登录",
        }

    def __init__(self, *arguments: Any, scope: Scope, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        offer(self.fields["organisation"], Organisation.objects.within(scope), nothing="无")

    def clean_username(self) -> str:
        return fold(self.cleaned_data["username"])

    def clean_email(self) -> str | None:
        return fold(self.cleaned_data["email"] or "") or None

    def clean(self) -> dict[str, Any]:
        written = super().clean() or self.cleaned_data
        kind, organisation = written.get("kind"), written.get("organisation")
        if kind == Kind.STAFF and not organisation and "organisation" not in self.errors:
            self.add_error("organisation", "请选择工作人员所在的单位。")
        if kind in (Kind.CITIZEN, Kind.ENTERPRISE) and organisation:
            self.add_error("organisation", "个人和企业账户不属于任何单位，请选“无”。")
        return written


def a_day() -> forms.DateInput:
    """The browser's own picker, which reads a day in this form only."""
    return forms.DateInput({"type": "date"}, format="%Y-%m-%d")


class GrantForm(forms.Form):
    """授予角色."""

    role = forms.ChoiceField(
        label="角色", choices=lambda: [(role.key, role.title) for role in roles().values()]
    )
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label="单位",
        required=False,
        help_text="连同它的下属单位",
    )
    region = forms.ModelChoiceField(
        Region.objects.none(),
        label="区域",
        required=False,
        help_text="连同它的下级区划",
    )
    since = forms.DateField(label="起始日", widget=a_day())
    until = forms.DateField(
        label="截止日",
        required=False,
        widget=a_day(),
        help_text="当天仍然有效；不填为长期",
    )
    ground = forms.CharField(
        label="依据", max_length=LONGEST_GROUND, help_text="例如任职文件的文号、岗位分工或者委托书"
    )

    def __init__(self, *arguments: Any, scope: Scope, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        offer(self.fields["organisation"], Organisation.objects.within(scope), nothing="不限单位")
        offer(
            self.fields["region"], Region.objects.within(scope), nothing="单位所在的区域（不限单位的为全市）"
        )

    def clean_role(self) -> Role:
        return roles()[self.cleaned_data["role"]]


def ground_of(request: HttpRequest) -> str:
    """The ground of a change to somebody's account; none is made without one."""
    written = forms.CharField(max_length=LONGEST_GROUND)
    try:
        ground: str = written.clean(request.POST.get("ground", ""))
    except forms.ValidationError:
        raise Refused(f"请写明依据或者原因，不超过 {LONGEST_GROUND} 个字。", field="ground") from None
    return ground


def offer(field: forms.Field, rows: QuerySet[Any], *, nothing: str) -> None:
    """Nobody is offered what lies outside their scope, nor can post it; `nothing` says what none means."""
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = rows
    field.empty_label = nothing
