"""What people fill in about the chronicle."""

from typing import Any

from django import forms

from guangyue.chronicle.models import Attendance, Event, Link
from guangyue.chronicle.reading.kinds import Kind
from guangyue.chronicle.services.people import people_called
from guangyue.organisations.forms import DayField
from guangyue.organisations.models import Organisation, Person

TEXT = forms.Textarea(attrs={"rows": 6})


class OpeningForm(forms.Form):
    first = DayField(label="月份", help_text="选这个月的任何一天")
    closes_on = DayField(label="征集截止", required=False, help_text="公报截稿的日子，写给报送单位看")


class EventForm(forms.Form):
    days = forms.CharField(label="日期", max_length=20, help_text="如：3日，17—21日")
    text = forms.CharField(
        label="内容", max_length=5000, widget=TEXT, help_text="写明谁参加或者谁组织；常务会议写明第几次"
    )


class CorrectionForm(EventForm):
    reason = forms.CharField(label="更正理由", max_length=200)


class KindForm(forms.Form):
    kind = forms.ChoiceField(label="种类", choices=[(kind.name, kind.value) for kind in Kind])


class ReasonForm(forms.Form):
    reason = forms.CharField(label="理由", max_length=150)


class PrintingForm(forms.Form):
    year = forms.IntegerField(label="年份", min_value=1950, max_value=2199)
    number = forms.IntegerField(label="第几期", min_value=1, max_value=99)


class ProposalForm(forms.Form):
    organisation = forms.ModelChoiceField(
        label="报送单位", queryset=Organisation.objects.none(), empty_label=None
    )
    start = DayField(label="开始日期")
    end = DayField(label="结束日期", required=False, help_text="只有一天的不用填")
    text = forms.CharField(
        label="内容",
        max_length=2000,
        widget=TEXT,
        help_text="写明谁参加或者谁组织；只作为受益人的群众不写姓名",
    )

    def __init__(self, *arguments: Any, organisations: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["organisation"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = organisations

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("start"):
            said["end"] = said.get("end") or said["start"]
        return said


class PersonField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Somebody of the register, told from namesakes by the posts held."""

    def label_from_instance(self, obj: Person) -> str:
        posts = "、".join(str(tenure.post) for tenure in list(obj.tenures.all())[:3])
        return f"{obj}（{posts or obj.remark or '没有任职记录'}）"


class SettlingForm(forms.Form):
    person = PersonField(
        label="是谁", queryset=Person.objects.none(), required=False, empty_label="登记册里没有这个人"
    )
    reason = forms.CharField(label="理由", max_length=200)

    def __init__(self, *arguments: Any, attendance: Attendance, **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["person"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = people_called(attendance.name)


class LinkingForm(forms.Form):
    kind = forms.ChoiceField(
        label="关联", choices=[choice for choice in Link.Kind.choices if choice[0] != Link.Kind.INFERRED]
    )


class LinkAddingForm(LinkingForm):
    target = forms.CharField(label="文号", max_length=80)
    evidence = forms.CharField(label="理由", max_length=300)


def initial_of(event: Event, days: str) -> dict[str, str]:
    return {"days": days, "text": event.text}
