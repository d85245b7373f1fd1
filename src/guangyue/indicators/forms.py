"""What officials fill in about targets, their parts, figures and conclusions."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import forms

from guangyue.gazette.fields import ClauseFormField
from guangyue.indicators.comparing.comparators import SIGNS
from guangyue.indicators.comparing.judging import Result, Strength
from guangyue.indicators.comparing.natures import Nature
from guangyue.indicators.declaration import TargetFact
from guangyue.indicators.models import Target
from guangyue.indicators.models.targets import COMPARATORS, NATURES, STRENGTHS
from guangyue.indicators.services.figures import FigureSaid
from guangyue.indicators.services.judging import SAID_BY_PEOPLE
from guangyue.organisations.forms import DayField
from guangyue.organisations.models import Organisation

FEW_LINES = forms.Textarea(attrs={"rows": 3})
WHOLE = "全市"


def number_field(label: str, **options: Any) -> forms.DecimalField:
    return forms.DecimalField(label=label, max_digits=20, decimal_places=6, **options)


class SaidForm(forms.Form):
    said = forms.CharField(label="理由", max_length=300, widget=FEW_LINES)


class TargetForm(forms.Form):
    """草拟 of a target by hand."""

    code = forms.RegexField(
        r"^[A-Za-z0-9-]+$",
        label="编号",
        max_length=20,
        help_text="字母、数字和短横，不重复",
        error_messages={"invalid": "只用字母、数字和短横。"},
    )
    indicator = forms.CharField(label="指标", max_length=80)
    comparator = forms.ChoiceField(label="比较", choices=COMPARATORS)
    value = number_field("目标值")
    upper = number_field("上限", required=False, help_text="只有写成“1至2个”的才填")
    unit = forms.CharField(label="单位", max_length=20, help_text="如：%、个、万亩、亿元")
    nature = forms.ChoiceField(label="口径", choices=NATURES)
    since = DayField(label="起算日期", required=False, help_text="期内累计的必填")
    due = DayField(label="期限")
    strength = forms.ChoiceField(label="语气", choices=STRENGTHS)
    owner = forms.ModelChoiceField(label="牵头单位", queryset=Organisation.objects.none(), required=False)
    cites = ClauseFormField(label="依据")
    remark = forms.CharField(label="读法", max_length=200, required=False)

    def __init__(self, *arguments: Any, owners: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["owner"].queryset = owners  # type: ignore[attr-defined]

    def fact(self) -> TargetFact:
        said = {key: value for key, value in self.cleaned_data.items() if key != "owner"}
        said["comparator"] = SIGNS[said["comparator"]]
        said["nature"], said["strength"] = Nature[said["nature"]], Strength[said["strength"]]
        return TargetFact(**said)


class SplitForm(forms.Form):
    """分解: a number for each of them; without one it has no part."""

    def __init__(
        self,
        *arguments: Any,
        offices: Iterable[Organisation],
        given: Mapping[int, Decimal],
        unit: str,
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        self.offices = list(offices)
        for office in self.offices:
            self.fields[f"part_{office.pk}"] = number_field(
                f"{office.name}（{unit}）", required=False, initial=_plain(given.get(office.pk))
            )

    def parts(self) -> dict[Organisation, Decimal]:
        said = {office: self.cleaned_data[f"part_{office.pk}"] for office in self.offices}
        return {office: value for office, value in said.items() if value is not None}


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else f"{value.normalize():f}"


class AdjustmentForm(SaidForm):
    """调整: what the later document says."""

    value = number_field("调整后的目标值")
    due_on = DayField(label="调整后的期限")
    cites = ClauseFormField(label="调整的依据")
    field_order = ("value", "due_on", "cites", "said")


class WithdrawalForm(SaidForm):
    cites = ClauseFormField(label="撤销的依据")
    field_order = ("cites", "said")


class ConditionForm(SaidForm):
    held = forms.TypedChoiceField(
        label="适用条件",
        choices=[("yes", "已成就"), ("no", "没有成就")],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
    )
    field_order = ("held", "said")


class EvidenceForm(forms.Form):
    evidence = forms.FileField(label="佐证", help_text="PDF、照片、Word 或者 Excel")


class FigureForm(forms.Form):
    """填报 of a number, for the whole or for a part."""

    part = forms.ChoiceField(label="范围")
    on = DayField(label="截至日期")
    value = number_field("实际数")
    unit = forms.CharField(label="单位", max_length=20)
    base = forms.BooleanField(label="这是基期数", required=False)
    source = forms.CharField(label="来源文件", max_length=120, help_text="文件名称和文号，或者统计报表的名称")
    evidence = forms.FileField(label="佐证", help_text="PDF、照片、Word 或者 Excel；没有佐证的不能核实")

    def __init__(
        self, *arguments: Any, target: Target, whole: bool, offices: Iterable[Organisation], **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        self.target = target
        self.offices = {str(one.pk): one for one in offices}
        named = [(key, one.name) for key, one in self.offices.items()]
        self.fields["part"].choices = [("", WHOLE), *named] if whole else named  # type: ignore[attr-defined]
        self.fields["part"].required = not whole
        self.fields["unit"].initial = target.reported_in
        if target.total:
            self.fields["unit"].help_text = f"也可以报个数，按 {target.total:,} 个折算"
        if not target.counts.needs_base:
            del self.fields["base"]

    def said(self) -> FigureSaid:
        given = self.cleaned_data
        return FigureSaid(
            target=self.target,
            organisation=self.offices.get(given["part"]),
            on=given["on"],
            value=given["value"],
            unit=given["unit"].strip(),
            source=given["source"],
            base=given.get("base", False),
        )


class JudgementForm(forms.Form):
    """评判 by a person."""

    result = forms.ChoiceField(
        label="结论", choices=[(one.name, one.value) for one in SAID_BY_PEOPLE], widget=forms.RadioSelect
    )
    reason = forms.CharField(label="理由", max_length=300, widget=FEW_LINES)

    def said(self) -> dict[str, Any]:
        return {"result": Result[self.cleaned_data["result"]], "reason": self.cleaned_data["reason"]}


class QuarterForm(forms.Form):
    year = forms.IntegerField(label="年", min_value=2019, max_value=2099)
    quarter = forms.TypedChoiceField(
        label="季度", coerce=int, choices=[(n, f"第{'一二三四'[n - 1]}季度") for n in (1, 2, 3, 4)]
    )
