"""What people fill in about the registries."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from guangyue.kit.fields import CreditCodeFormField, IdNumberFormField
from guangyue.organisations.models import Organisation
from guangyue.registries.facts import FactKind
from guangyue.registries.models import Correction, Lookup
from guangyue.registries.shapes import Plain, Record, Unreadable

LONGEST_REASON = 500
SHORTEST_REASON = 4

CORRECTED = Correction.Answer.CORRECTED
CHOOSE = ("", "请选择")
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
RADIO = forms.RadioSelect(attrs={"class": "form-check-input"})
LONG_TEXT = forms.Textarea(attrs={"rows": 3})


class EnquiryForm(forms.Form):
    """按证件号码查找."""

    id_number = IdNumberFormField(label="公民身份号码", help_text="每小时最多查找 30 次，查找都有记录。")


class LookupForm(forms.Form):
    """查询事由: for what, on which case, and which facts; without it nothing is shown."""

    purpose = forms.ChoiceField(label="用途", choices=[CHOOSE, *Lookup.Purpose.choices])
    case_number = forms.CharField(label="办件或者案件编号", max_length=60, required=False)
    explanation = forms.CharField(
        label="说明",
        max_length=300,
        required=False,
        widget=LONG_TEXT,
        help_text="没有编号的，请说明为什么查询。本人会看到。",
    )
    kinds = forms.MultipleChoiceField(
        label="要查看的事实", error_messages={"required": "请至少选择一项要查看的事实。"}
    )

    def __init__(self, *arguments: Any, kinds: Sequence[FactKind], **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        self.offered = kinds
        named = Organisation.objects.filter(key__in={kind.owner for kind in kinds})
        owners = dict(named.values_list("key", "name"))
        field = self.fields["kinds"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(kind.code, kind.title) for kind in kinds]
        self.by_owner = {
            owners[key]: [kind for kind in kinds if kind.owner == key]
            for key in dict.fromkeys(kind.owner for kind in kinds)
        }

    def chosen(self) -> list[FactKind]:
        return [kind for kind in self.offered if kind.code in self.cleaned_data["kinds"]]


class FactForm(forms.Form):
    """登记: what is so, since when, and on what ground."""

    since = forms.DateField(label="自何日起", widget=DAY)
    source = forms.CharField(label="依据", max_length=120, help_text="文件、证件或者业务单号")

    field_order = ("value", "since", "source")

    def __init__(self, *arguments: Any, kind: FactKind, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        self.kind = kind
        self.fields["value"] = value_field(kind)
        self.order_fields(self.field_order)

    def clean_value(self) -> Plain:
        return read_value(self.kind, self.cleaned_data["value"])


class CorrectionForm(forms.Form):
    """更正申请: what it should be, where that can be said, and why."""

    reason = forms.CharField(
        label="理由",
        min_length=SHORTEST_REASON,
        max_length=LONGEST_REASON,
        widget=LONG_TEXT,
        help_text="哪里不对，有什么可以证明",
    )

    field_order = ("proposed", "reason")

    def __init__(self, *arguments: Any, kind: FactKind, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        self.kind = kind
        if not isinstance(kind.shape, Record):
            self.fields["proposed"] = value_field(kind, label="应当是", required=False)
            self.order_fields(self.field_order)

    def clean_proposed(self) -> Plain:
        written = self.cleaned_data["proposed"]
        return read_value(self.kind, written) if written else None


class AnswerForm(forms.Form):
    """答复更正申请."""

    answer = forms.ChoiceField(label="答复", choices=Correction.Answer.choices, widget=RADIO)
    said = forms.CharField(
        label="答复说明", max_length=LONGEST_REASON, widget=LONG_TEXT, help_text="申请人会看到"
    )

    field_order = ("answer", "value", "said")

    def __init__(self, *arguments: Any, correction: Correction, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        self.kind = correction.declared
        if isinstance(self.kind.shape, Record):
            answer = self.fields["answer"]
            assert isinstance(answer, forms.ChoiceField)
            answer.choices = [
                (choice.value, choice.label) for choice in Correction.Answer if choice is not CORRECTED
            ]
        else:
            self.fields["value"] = value_field(self.kind, label="更正为", required=False)
            self.order_fields(self.field_order)

    def clean_value(self) -> Plain:
        written = self.cleaned_data["value"]
        return read_value(self.kind, written) if written else None

    def clean(self) -> None:
        corrects = self.cleaned_data.get("answer") == CORRECTED
        if corrects and "value" not in self.errors and self.cleaned_data.get("value") is None:
            self.add_error("value", "请填写更正后的内容。")


class ObjectionForm(forms.Form):
    reason = forms.CharField(
        label="为什么认为不应当查询", min_length=SHORTEST_REASON, max_length=LONGEST_REASON, widget=LONG_TEXT
    )


class ObjectionAnswerForm(forms.Form):
    improper = forms.TypedChoiceField(
        label="结论",
        choices=[("no", "查询正当"), ("yes", "查询不当")],
        coerce=lambda written: written == "yes",
        widget=RADIO,
    )
    said = forms.CharField(
        label="答复", max_length=LONGEST_REASON, widget=LONG_TEXT, help_text="提出人会看到"
    )


class PersonIdentityForm(forms.Form):
    name = forms.CharField(label="姓名", max_length=50)
    id_number = IdNumberFormField(label="公民身份号码")


class FirmIdentityForm(forms.Form):
    credit_code = CreditCodeFormField(label="统一社会信用代码")
    id_number = IdNumberFormField(label="法定代表人或者经营者的公民身份号码")


class MomentForm(forms.Form):
    """Which day is asked about, and by what was known when; both today unless somebody says otherwise."""

    on = forms.DateField(label="哪一天的情况", required=False, widget=DAY)
    known = forms.DateField(label="按哪一天掌握的", required=False, widget=DAY)

    def asked(self, *, at: datetime) -> tuple[date, datetime]:
        """The day, and the last moment of the other; what cannot be read is taken for now."""
        read = self.cleaned_data if self.is_valid() else {}
        on = read.get("on") or timezone.localdate(at)
        known = read.get("known")
        if known is None or known >= timezone.localdate(at):
            return on, at
        return on, timezone.make_aware(
            datetime.combine(known + timedelta(days=1), time())
        ) - timedelta.resolution


def value_field(kind: FactKind, *, label: str = "", required: bool = True) -> forms.Field:
    """A field in which the value of such a fact is written."""
    label = label or kind.title
    shape = kind.shape
    if shape.options:
        choices = [CHOOSE, *((option, option) for option in shape.options)]
        return forms.ChoiceField(label=label, choices=choices, required=required)
    return forms.CharField(label=label, max_length=200, required=required, help_text=shape.hint)


def read_value(kind: FactKind, written: str) -> Plain:
    try:
        return kind.shape.read(written, on=timezone.localdate())
    except Unreadable as unreadable:
        raise ValidationError(str(unreadable)) from None
