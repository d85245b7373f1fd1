"""What people fill in about payments."""

from typing import Any

from django import forms

from guangyue.disclosure.forms import ContentForm
from guangyue.funds.models import Source
from guangyue.grants.models import Decision
from guangyue.grants.notices import mask_payee
from guangyue.kit.fields import MoneyFormField
from guangyue.kit.money import NOTHING, Money
from guangyue.organisations.forms import DayField
from guangyue.organisations.models import Region
from guangyue.systems.enactment import declared_city

ONE_FEN = Money(1)
FIRST_YEAR, LAST_YEAR = 2000, 2099


class DecisionsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """核定, each with its payee, period and amount."""

    def label_from_instance(self, obj: Decision) -> str:
        told = (f"{obj.on:%Y-%m}", obj.item, obj.amount, obj.number)
        return "，".join(
            (f"{obj.payee_name}（{mask_payee(obj.payee_number)}）", *(str(one) for one in told if one))
        )


class BatchForm(forms.Form):
    """编制拨付批次."""

    source = forms.ChoiceField(label="资金来源", choices=Source.choices)
    year = forms.IntegerField(label="预算年度", min_value=FIRST_YEAR, max_value=LAST_YEAR)
    purpose = forms.CharField(label="用途", max_length=100)
    standard = forms.CharField(
        label="补贴标准", max_length=100, help_text="公示时写在每一行，如：一次性 15000 元"
    )
    decisions = DecisionsField(
        label="核定",
        queryset=Decision.objects.none(),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
        error_messages={"required": "请至少选一份核定。"},
    )

    def __init__(self, *arguments: Any, decisions: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["decisions"]
        assert isinstance(field, DecisionsField)
        field.queryset = decisions


class PaidForm(forms.Form):
    """登记国库支付."""

    voucher = forms.CharField(label="国库支付凭证号", max_length=60)
    paid_on = DayField(label="拨付日期")


class ReturnForm(forms.Form):
    reason = forms.CharField(label="退回理由", max_length=280, widget=forms.Textarea(attrs={"rows": 3}))


class RecoveryForm(forms.Form):
    """登记追回."""

    amount = MoneyFormField(label="追回金额", least=ONE_FEN, help_text="单位为元")
    reason = forms.CharField(label="追回理由", max_length=250, widget=forms.Textarea(attrs={"rows": 3}))
    voucher = forms.CharField(label="缴款凭证号", max_length=60)
    on = DayField(label="缴回日期")


class FundForm(forms.Form):
    """登记年度资金."""

    system = forms.ChoiceField(label="资金")
    region = forms.ModelChoiceField(label="地区", queryset=Region.objects.none(), empty_label=None)
    year = forms.IntegerField(label="预算年度", min_value=FIRST_YEAR, max_value=LAST_YEAR)
    upper = MoneyFormField(label="上级下达", least=NOTHING, help_text="单位为元")
    own = MoneyFormField(label="本级安排", least=NOTHING, help_text="单位为元")

    def __init__(self, *arguments: Any, regions: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        region, system = self.fields["region"], self.fields["system"]
        assert isinstance(region, forms.ModelChoiceField)
        assert isinstance(system, forms.ChoiceField)
        region.queryset = regions
        system.choices = [(one.number, one.funding.title) for one in declared_city().systems if one.funding]


class ServiceForm(forms.Form):
    """安排服务补助."""

    purpose = forms.CharField(label="用途", max_length=100, help_text="如：购买招聘会服务")
    amount = MoneyFormField(label="金额", least=ONE_FEN, help_text="单位为元")


class DisclosureForm(ContentForm):
    """生成公示: the batch's lines as they will be shown, with columns that still have to be filled in."""

    amount = None  # type: ignore[assignment]  # it is the batch's own

    def clean_rows(self) -> tuple[list[str], list[list[str]]]:
        columns, rows = super().clean_rows()
        for number, row in enumerate(rows, start=1):
            for title, cell in zip(columns, row, strict=False):
                if not cell:
                    raise forms.ValidationError(f"第 {number} 行没有填“{title}”，公开内容必须有这一项。")
        return columns, rows
