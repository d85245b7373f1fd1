"""What people fill in about credit."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from guangyue.credit.appealing import AppealKind
from guangyue.credit.declaration import Found, titles
from guangyue.credit.models import BankConsent, Category, CreditQuery, ScaleVersion
from guangyue.credit.services.filing import Filed
from guangyue.kit.fields import CreditCodeFormField
from guangyue.organisations.forms import DayField
from guangyue.organisations.models import Organisation

LONG = forms.Textarea(attrs={"rows": 3})
RADIO = forms.RadioSelect(attrs={"class": "form-check-input"})
ID_FIELD = forms.TextInput(attrs={"autocomplete": "off", "maxlength": 24})
ASKED_FOR = {
    "aria-required": "true"
}  # refused by the service, so that the attempt is kept or named by its rule
UPHELD = (("yes", "成立"), ("no", "不成立"))


def _number_field(title: str, *, of: str) -> forms.CharField:
    """One of the two numbers: which of them is missing, or one too many, the service says."""
    return forms.CharField(label=title, required=False, widget=ID_FIELD, help_text=f"{of}填这一项")


class RecordForm(forms.Form):
    """登记: the number, never the name alone, says who it is."""

    unit = forms.ModelChoiceField(label="来源单位", queryset=Organisation.objects.none())
    category = forms.ModelChoiceField(label="记录类别", queryset=Category.objects.all())
    credit_code = _number_field("统一社会信用代码", of="单位")
    id_number = _number_field("公民身份号码", of="个人")
    name = forms.CharField(label="名称或者姓名", max_length=200)
    fact = forms.CharField(label="事实", max_length=1000, widget=LONG)
    document = forms.CharField(
        label="法律文书文号",
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs=ASKED_FOR),
        help_text="生效的处罚决定、裁判文书、许可决定，或者本人签字承认的材料编号；没有的不能记入",
    )
    document_on = DayField(label="文书日期")
    fact_on = DayField(label="事实发生日期")
    found = forms.ChoiceField(
        label="认定情形",
        choices=[("", "不需要"), *titles(Found)],
        required=False,
        help_text="骗取、不分类投放等类别必须认定",
    )
    conduct = forms.ChoiceField(label="记分行为", required=False, help_text="不良执业等记分的类别必须选")
    paper = forms.FileField(label="文书扫描件", required=False)

    def __init__(self, *arguments: Any, units: QuerySet[Organisation], **options: Any) -> None:
        super().__init__(*arguments, **options)
        unit, conduct = self.fields["unit"], self.fields["conduct"]
        assert isinstance(unit, forms.ModelChoiceField)
        assert isinstance(conduct, forms.ChoiceField)
        unit.queryset = units
        conduct.choices = [("", "不记分"), *_conducts()]

    def filed(self) -> Filed:
        said = self.cleaned_data
        return Filed(
            category=said["category"],
            name=said["name"],
            fact=said["fact"],
            document=said["document"],
            document_on=said["document_on"],
            fact_on=said["fact_on"],
            id_number=said["id_number"],
            credit_code=said["credit_code"],
            found=Found[said["found"]] if said["found"] else None,
            conduct=said["conduct"],
        )


class ProposalForm(forms.Form):
    """提出名单建议, on grounds that no scale counts."""

    unit = forms.ModelChoiceField(label="承办单位", queryset=Organisation.objects.none())
    category = forms.ModelChoiceField(label="拟列入", queryset=Category.objects.exclude(listed=""))
    credit_code = _number_field("统一社会信用代码", of="单位")
    id_number = _number_field("公民身份号码", of="个人")
    name = forms.CharField(label="名称或者姓名", max_length=200)
    reason = forms.CharField(
        label="理由", max_length=500, widget=LONG, help_text="投诉多、安全隐患大等事实；当事人会看到"
    )

    def __init__(self, *arguments: Any, units: QuerySet[Organisation], **options: Any) -> None:
        super().__init__(*arguments, **options)
        unit = self.fields["unit"]
        assert isinstance(unit, forms.ModelChoiceField)
        unit.queryset = units


class ReasonForm(forms.Form):
    said = forms.CharField(label="理由", max_length=500, widget=LONG)


class QueryForm(forms.Form):
    """查询: a purpose is asked for by the service, so that one without is kept too."""

    credit_code = _number_field("统一社会信用代码", of="单位")
    id_number = _number_field("公民身份号码", of="个人")
    purpose = forms.ChoiceField(
        label="用途",
        choices=[
            ("", "请选择"),
            *(one for one in CreditQuery.Purpose.choices if one[0] != CreditQuery.Purpose.FINANCE),
        ],
        required=False,
        widget=forms.Select(attrs=ASKED_FOR),
    )
    reason = forms.CharField(
        label="理由",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=ASKED_FOR),
        help_text="写明事项、办件编号或者检查任务",
    )


class AppealForm(forms.Form):
    """提出异议, or ask for a repair."""

    kind = forms.TypedChoiceField(
        label="申请",
        choices=titles(AppealKind),
        coerce=lambda name: AppealKind[name],
        initial=AppealKind.OBJECTION.name,
        widget=RADIO,
    )
    reason = forms.CharField(label="理由", max_length=1000, widget=LONG)
    evidence = forms.FileField(
        label="证明材料", required=False, help_text="申请修复要附已经纠正的证明：缴款、整改、退回的凭证"
    )


class AppealDecisionForm(forms.Form):
    upheld = forms.TypedChoiceField(
        label="结论", choices=UPHELD, coerce=lambda said: said == "yes", widget=RADIO
    )
    said = forms.CharField(label="给申请人的答复", max_length=1000, widget=LONG)


class StatementForm(forms.Form):
    statement = forms.CharField(label="陈述申辩", max_length=1000, widget=LONG)


class ListingDecisionForm(forms.Form):
    """决定列入 with the number of the decision; or not to."""

    enters = forms.TypedChoiceField(
        label="决定",
        choices=(("yes", "列入"), ("no", "不列入")),
        coerce=lambda said: said == "yes",
        widget=RADIO,
    )
    said = forms.CharField(label="理由", max_length=500, widget=LONG)
    document = forms.CharField(label="决定书文号", max_length=120, required=False, help_text="列入的必须填写")
    document_on = DayField(label="决定日期")


class ConsentForm(forms.Form):
    """授权银行查询."""

    bank = CreditCodeFormField(label="银行统一社会信用代码")
    bank_name = forms.CharField(label="银行名称", max_length=200)
    contents = forms.MultipleChoiceField(
        label="可以看什么",
        choices=BankConsent.Field.choices,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
    )
    until = DayField(label="有效期至")


class BankForm(forms.Form):
    code = CreditCodeFormField(label="对方统一社会信用代码")
    reason = forms.CharField(label="理由", max_length=200, help_text="如：流动资金贷款授信审查")


def _conducts() -> list[tuple[str, str]]:
    """Of all scales in force."""
    return [
        (one.code, str(one))
        for version in ScaleVersion.objects.current()
        for one in version.declaration.conducts
    ]
