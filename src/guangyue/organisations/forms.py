"""What people fill in about organisations, posts and people."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from guangyue.gazette.fields import ClauseFormField
from guangyue.organisations.models import (
    Name,
    NoticeLine,
    Organisation,
    Person,
    Post,
    Region,
    Succession,
)
from guangyue.organisations.reading import read_notice

LINES = forms.Textarea(attrs={"rows": 3})
EARLIEST, LATEST = date(1949, 10, 1), date(2199, 12, 31)


class DayField(forms.DateField):
    """A day, chosen from a calendar; years that nobody means are refused."""

    def __init__(self, **options: Any) -> None:
        picker = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(**{"widget": picker, **options})

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and not EARLIEST <= value <= LATEST:
            raise ValidationError("日期不在合理范围内。", code="unlikely")


class OnDayForm(forms.Form):
    """在某日看: a day in the past or to come; without one, or with one that makes no sense, today."""

    on = DayField(label="在某日看", required=False)

    def asked(self) -> date:
        return (self.is_valid() and self.cleaned_data["on"]) or timezone.localdate()


class OrganisationForm(forms.Form):
    name = forms.CharField(label="全称", max_length=80)
    key = forms.SlugField(label="标识", max_length=60, help_text="英文小写字母、数字和短横线，登记后不变")
    kind = forms.ChoiceField(label="类别", choices=Organisation.Kind.choices)
    region = forms.ModelChoiceField(label="所在区划", queryset=Region.objects.none())
    parent = forms.ModelChoiceField(
        label="上级机构", queryset=Organisation.objects.none(), required=False, empty_label="没有"
    )
    since = DayField(label="设立日期", required=False)
    cites = ClauseFormField(label="设立依据", required=False)

    def __init__(self, *arguments: Any, regions: Any, organisations: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        _offer(self, region=regions, parent=organisations)
        kinds = [choice for choice in Organisation.Kind.choices if choice[0] != Organisation.Kind.BODY]
        _choose(self, kind=kinds)


class NameForm(forms.Form):
    text = forms.CharField(label="写法", max_length=80)
    kind = forms.ChoiceField(label="类别", choices=Name.Kind.choices)
    since = DayField(label="启用", required=False)
    until = DayField(label="停用", required=False, help_text="从这一天起是旧称")
    cites = ClauseFormField(label="依据", required=False)
    remark = forms.CharField(label="说明", max_length=120, required=False)


class RenamingForm(forms.Form):
    name = forms.CharField(label="新名称", max_length=80)
    on = DayField(label="更名日期")
    cites = ClauseFormField(label="依据")


class EndForm(forms.Form):
    on = DayField(label="撤销日期")


class SuccessionForm(forms.Form):
    successor = forms.ModelChoiceField(label="承接机构", queryset=Organisation.objects.none())
    kind = forms.ChoiceField(label="方式", choices=Succession.Kind.choices)
    on = DayField(label="日期")
    cites = ClauseFormField(label="依据", required=False, help_text="没有依据的，记为推断")

    def __init__(self, *arguments: Any, organisations: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        _offer(self, successor=organisations)


class NoticeForm(forms.Form):
    """任免通知 as pasted: the number, the title and the day may be read from the text."""

    text = forms.CharField(
        label="通知正文",
        widget=forms.Textarea(attrs={"rows": 16, "placeholder": "把整份通知粘贴到这里，换行不影响识别"}),
        max_length=100_000,
    )
    number = forms.CharField(label="文号", max_length=40, required=False, help_text="留空则从正文识别")
    issued_on = DayField(label="成文日期", required=False, help_text="留空则从正文识别")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        read = read_notice(said.get("text", ""))
        said["number"] = said.get("number") or read.number
        said["issued_on"] = said.get("issued_on") or read.issued_on
        said["title"] = read.title or "任免通知"
        if not said["number"]:
            self.add_error("number", "正文里没有认出文号，请填写。")
        if not said["issued_on"] and "issued_on" not in self.errors:
            self.add_error("issued_on", "正文里没有认出成文日期，请填写。")
        return said


class CorrectionForm(forms.Form):
    person = forms.CharField(label="姓名", max_length=20)
    organisation = forms.CharField(label="机构", max_length=80)
    title = forms.CharField(label="职务", max_length=40)


class SettlingForm(forms.Form):
    """认定人员: which of the persons of that name, or somebody else."""

    person = forms.ModelChoiceField(
        label="这是谁", queryset=Person.objects.none(), required=False, empty_label="另一位同名人员"
    )
    reason = forms.CharField(label="理由", max_length=200)

    def __init__(self, *arguments: Any, line: NoticeLine, **options: Any) -> None:
        super().__init__(*arguments, **options)
        _offer(self, person=Person.objects.unmerged().with_tenures().filter(name=line.printed_person))
        _label(self, person=known_by)


class ConfirmationForm(forms.Form):
    on = DayField(label="转正日期")
    ground = forms.CharField(label="依据", max_length=120, help_text="如考核结果、批准文件")


class HolderForm(forms.Form):
    """接任: who takes over an office, by name; a person known already only where somebody says so."""

    name = forms.CharField(label="接任人姓名", max_length=20, required=False, help_text="留空表示离任后空缺")
    on = DayField(label="接任日期")
    known = forms.ModelChoiceField(
        label="登记册里的哪一位",
        queryset=Person.objects.unmerged().with_tenures(),
        required=False,
        empty_label="新登记一位",
        help_text="同名不等于同一个人，确认是同一个人时才选",
    )
    note = forms.CharField(label="说明", max_length=120, required=False)

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        _label(self, known=known_by)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        known = said.get("known")
        if known and known.name != said.get("name"):
            self.add_error("known", "选中的人和填写的姓名不同。")
        return said


class MergingForm(forms.Form):
    merged = forms.ModelChoiceField(label="并入的人员", queryset=Person.objects.none())
    reason = forms.CharField(label="理由", max_length=200, help_text="凭什么认定是同一个人")

    def __init__(self, *arguments: Any, kept: Person, **options: Any) -> None:
        super().__init__(*arguments, **options)
        others = Person.objects.unmerged().with_tenures().exclude(pk=kept.pk)
        _offer(self, merged=others.filter(name=kept.name))
        _label(self, merged=known_by)


class DelegationForm(forms.Form):
    post = forms.ModelChoiceField(label="代行职务", queryset=Post.objects.none())
    delegate = forms.ModelChoiceField(label="代行人", queryset=Person.objects.unmerged().with_tenures())
    matters = forms.CharField(label="代行事项", max_length=120)
    since = DayField(label="起")
    until = DayField(label="止")
    ground = forms.CharField(label="依据", max_length=120)

    def __init__(self, *arguments: Any, posts: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        _offer(self, post=posts)
        _label(self, delegate=known_by)


def known_by(person: Person) -> str:
    """A person, of those `with_tenures`, and what tells him from another of that name: the post held last."""
    last = next(iter(person.tenures.all()), None)
    return f"{person.name}（{last.post}）" if last else f"{person.name}（{person.remark or '没有任职记录'}）"


def _offer(form: forms.Form, **querysets: Any) -> None:
    for name, queryset in querysets.items():
        field = form.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = queryset


def _label(form: forms.Form, **labels: Any) -> None:
    for name, label in labels.items():
        form.fields[name].label_from_instance = label  # type: ignore[attr-defined]


def _choose(form: forms.Form, **choices: Any) -> None:
    for name, offered in choices.items():
        form.fields[name].choices = offered  # type: ignore[attr-defined]
