"""更正要点: a small form for each kind of point, filled with the meaning it has, which says a new one."""

from fractions import Fraction
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from guangyue.gazette.reading.digest.points import (
    Amount,
    Beneficiary,
    Body,
    Bound,
    Deadline,
    Meaning,
    Purpose,
    Repeal,
    Role,
    Unit,
)
from guangyue.kit.money import Money
from guangyue.library.point_wording import say_share

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class MoneyField(forms.CharField):
    """元, kept as 分."""

    def clean(self, value: Any) -> int | None:
        written = super().clean(value)
        if not written:
            return None
        try:
            return Money.parse(written).fen
        except ValueError as unreadable:
            raise ValidationError(str(unreadable)) from unreadable


class ShareField(forms.CharField):
    """50%, or 2/3."""

    def clean(self, value: Any) -> Fraction | None:
        written = super().clean(value).replace("％", "%").strip()
        if not written:
            return None
        try:
            return Fraction(written[:-1]) / 100 if written.endswith("%") else Fraction(written)
        except (ValueError, ZeroDivisionError) as unreadable:
            raise ValidationError("请写成 50% 或者 2/3 的样子。") from unreadable


class BeneficiaryForm(forms.Form):
    who = forms.CharField(label="适用对象", max_length=300, widget=forms.Textarea(attrs={"rows": 3}))

    def meaning(self) -> Meaning:
        return Beneficiary(**self.cleaned_data)


class AmountForm(forms.Form):
    """A sum, or a share of something, not both."""

    low = MoneyField(label="金额（元）", required=False, max_length=24)
    high = MoneyField(label="至（元）", required=False, max_length=24, help_text="不是一个区间的，留空")
    share = ShareField(label="比例", required=False, max_length=12, help_text="如 50% 或者 2/3")
    of = forms.CharField(label="以什么为基数", required=False, max_length=80)
    per = forms.CharField(label="每", required=False, max_length=20, help_text="如 户、人每月")
    bound = forms.ChoiceField(
        label="界限", required=False, choices=[(one.name, one.value or "就是这个数") for one in Bound]
    )
    purpose = forms.ChoiceField(label="性质", choices=[(one.name, one.value) for one in Purpose])

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        low, high = said.get("low"), said.get("high")
        if not self.errors and (low is None) == (said.get("share") is None):
            self.add_error("low", "金额和比例填写一项。")
        if low is not None and high is not None and high < low:
            self.add_error("high", "区间的上限小于下限。")
        return said

    def meaning(self) -> Meaning:
        said = self.cleaned_data
        high = said["low"] if said["high"] is None else said["high"]
        return Amount(
            low=said["low"],
            high=high,
            share=said["share"],
            of=said["of"],
            per=said["per"],
            bound=Bound[said["bound"] or "EXACT"],
            purpose=Purpose[said["purpose"]],
        )


class DeadlineForm(forms.Form):
    """A day, or a number of units after something."""

    since = forms.DateField(label="起", required=False, widget=DAY)
    due = forms.DateField(label="日期", required=False, widget=DAY)
    yearly = forms.BooleanField(label="每年", required=False)
    count = forms.IntegerField(label="期限", required=False, min_value=1, max_value=9999)
    unit = forms.ChoiceField(
        label="单位", required=False, choices=[("", "—"), *((one.name, one.value) for one in Unit)]
    )
    after = forms.CharField(label="从什么时候起算", required=False, max_length=60)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not self.errors and bool(said.get("due")) == bool(said.get("count")):
            self.add_error("due", "日期和期限填写一项。")
        if said.get("count") and not said.get("unit"):
            self.add_error("unit", "请选择期限的单位。")
        return said

    def meaning(self) -> Meaning:
        said = dict(self.cleaned_data)
        unit = said.pop("unit")
        return Deadline(**said, unit=Unit[unit] if unit else None)


class BodyForm(forms.Form):
    name = forms.CharField(label="单位", max_length=60)
    role = forms.ChoiceField(label="职责", choices=[(one.name, one.value) for one in Role])

    def meaning(self) -> Meaning:
        return Body(self.cleaned_data["name"], Role[self.cleaned_data["role"]])


class RepealForm(forms.Form):
    number = forms.CharField(label="文号", required=False, max_length=60)
    title = forms.CharField(label="标题", required=False, max_length=200)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not said.get("number") and not said.get("title"):
            self.add_error("number", "文号和标题至少填写一项。")
        return said

    def meaning(self) -> Meaning:
        return Repeal(**self.cleaned_data)


CorrectionForm = BeneficiaryForm | AmountForm | DeadlineForm | BodyForm | RepealForm


def form_for(meaning: Meaning, posted: Any) -> CorrectionForm:
    """The form for this kind of meaning, filled with it until something is posted."""
    match meaning:
        case Beneficiary():
            return BeneficiaryForm(posted, initial=vars(meaning))
        case Amount():
            return AmountForm(posted, initial=_of_amount(meaning))
        case Deadline():
            unit = meaning.unit.name if meaning.unit else ""
            return DeadlineForm(posted, initial={**vars(meaning), "unit": unit})
        case Body():
            return BodyForm(posted, initial={"name": meaning.name, "role": meaning.role.name})
        case Repeal():
            return RepealForm(posted, initial=vars(meaning))


def _of_amount(amount: Amount) -> dict[str, Any]:
    low, high = (_written(end) for end in (amount.low, amount.high))
    return {
        **vars(amount),
        "low": low,
        "high": "" if high == low else high,
        "share": say_share(amount.share) if amount.share is not None else "",
        "bound": amount.bound.name,
        "purpose": amount.purpose.name,
    }


def _written(fen: int | None) -> str:
    return "" if fen is None else Money(fen).plain().removesuffix(".00")
