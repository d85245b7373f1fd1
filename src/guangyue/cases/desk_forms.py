"""What officials fill in about a case."""

from typing import Any

from django import forms
from django.utils import timezone

from guangyue.cases.models import Opinion, PointResult
from guangyue.kit.fields import MoneyFormField
from guangyue.kit.money import Money

LONGEST = 500
ONE_FEN = Money(1)
RADIOS = {"class": "form-check-input"}


def long_text(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class SayingForm(forms.Form):
    """A reason, in words that the applicant can read."""

    said = forms.CharField(label="理由", max_length=LONGEST, widget=long_text())


class OpinionForm(forms.Form):
    """部门意见: anything but 同意 says why."""

    outcome = forms.ChoiceField(
        label="意见", choices=Opinion.Said.choices, widget=forms.RadioSelect(attrs=RADIOS)
    )
    said = forms.CharField(
        label="理由", max_length=1000, required=False, widget=long_text(), help_text="不是“同意”的必须写明"
    )


class PointForm(forms.Form):
    """审查要点."""

    result = forms.ChoiceField(label="结果", choices=PointResult.Result.choices)
    evidence = forms.CharField(label="依据", max_length=LONGEST, required=False)


class ChargeForm(forms.Form):
    """缴费通知."""

    item = forms.CharField(label="项目", max_length=200)
    amount = MoneyFormField(label="金额", least=ONE_FEN, help_text="单位为元")
    basis = forms.CharField(label="依据", max_length=200, required=False)


class PaymentForm(forms.Form):
    """缴清."""

    paid_on = forms.DateField(label="缴清日", widget=forms.DateInput(attrs={"type": "date"}))
    receipt = forms.CharField(label="票据号", max_length=60)

    def clean_paid_on(self) -> Any:
        day = self.cleaned_data["paid_on"]
        if day > timezone.localdate():
            raise forms.ValidationError("缴清日不能在今天以后。")
        return day
