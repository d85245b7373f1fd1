"""What officials fill in about the abatement list."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from guangyue.accounts.names import check_mobile
from guangyue.alerts.declared import abatement_scheme
from guangyue.alerts.models import Source
from guangyue.alerts.models.amounts import COLUMNS
from guangyue.alerts.models.sources import KINDS
from guangyue.alerts.reduction.grades import Grade
from guangyue.alerts.reduction.guarantees import Task
from guangyue.alerts.reduction.measures import RecipientKind
from guangyue.alerts.reduction.proof import PERCENT
from guangyue.alerts.services.listing import LineSaid, MeasureSaid
from guangyue.alerts.workbooks import source_cells
from guangyue.kit.fields import CreditCodeFormField
from guangyue.kit.sheets import Unreadable
from guangyue.organisations.forms import DayField
from guangyue.organisations.models import Region
from guangyue.registries.models import Firm

CHECKS = forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"})
LONG = forms.Textarea(attrs={"rows": 3})
KILOGRAMS: dict[str, Any] = {"min_value": 0, "max_digits": 11, "decimal_places": 3, "initial": 0}
SHARE: dict[str, Any] = {
    "min_value": 0,
    "max_value": PERCENT,
    "max_digits": 5,
    "decimal_places": 2,
    "initial": 0,
    "help_text": "单位是 %",
}
DEGREES: dict[str, Any] = {"max_digits": 8, "decimal_places": 5, "required": False}


class SourceForm(forms.Form):
    code = forms.CharField(label="编号", max_length=40, help_text="统一社会信用代码加厂址序号，或者自编编号")
    kind = forms.ChoiceField(label="类别", choices=KINDS, initial=RecipientKind.ENTERPRISE.name)
    name = forms.CharField(label="名称", max_length=120)
    firm = CreditCodeFormField(
        label="统一社会信用代码", required=False, help_text="写明以后，指令也出现在它的账户里"
    )
    region = forms.ModelChoiceField(label="所在地区", queryset=Region.objects.none())
    address = forms.CharField(label="地址", max_length=200, required=False)
    latitude = forms.DecimalField(label="纬度", min_value=-90, max_value=90, **DEGREES)
    longitude = forms.DecimalField(label="经度", min_value=-180, max_value=180, **DEGREES)
    industry = forms.CharField(label="行业", max_length=40, required=False, help_text="企业必填")
    processes = forms.CharField(label="涉气工序", required=False, help_text="几道的用顿号隔开")
    grade = forms.ChoiceField(
        label="绩效等级", choices=[(one.name, one.value) for one in Grade], initial=Grade.UNRATED.name
    )
    listed = forms.BooleanField(label="列入应急减排清单", required=False, initial=True)
    micro = forms.BooleanField(label="小微涉气企业", required=False)
    dust_measures_met = forms.BooleanField(label="达到扬尘管控要求", required=False, initial=True)
    so2 = forms.DecimalField(label="二氧化硫（千克/日）", **KILOGRAMS)
    nox = forms.DecimalField(label="氮氧化物（千克/日）", **KILOGRAMS)
    pm = forms.DecimalField(label="颗粒物（千克/日）", **KILOGRAMS)
    vocs = forms.DecimalField(label="挥发性有机物（千克/日）", **KILOGRAMS)
    daily_trips = forms.IntegerField(label="日进出车辆（辆次）", min_value=0, max_value=9999, initial=0)
    peoples_supply = forms.BooleanField(label="民生保障类物流", required=False)
    batch = forms.IntegerField(label="轮流停产批次", min_value=1, max_value=9, required=False)
    uninterruptible = forms.BooleanField(label="工序不可中断", required=False)
    cems = forms.BooleanField(label="安装烟气自动监控（CEMS）", required=False)
    dcs_months = forms.IntegerField(label="DCS 记录（月）", min_value=0, max_value=999, initial=0)
    contact = forms.CharField(label="联系人", max_length=50, required=False)
    phone = forms.CharField(label="手机", max_length=11, required=False, validators=[check_mobile])
    email = forms.EmailField(label="电子邮箱", required=False)
    own_person = forms.CharField(label="企业直接责任人", max_length=50, required=False)
    area_person = forms.CharField(label="属地责任人", max_length=50, required=False)
    department_person = forms.CharField(label="主管部门责任人", max_length=50, required=False)
    plan_filed_with = forms.CharField(label="操作方案备案单位", max_length=60, required=False)
    plan_filed_on = DayField(label="操作方案备案日期", required=False)

    def __init__(self, *arguments: Any, regions: QuerySet[Region], fixed: bool, **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["region"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = regions
        if fixed:
            del self.fields["code"]

    def clean_firm(self) -> Firm | None:
        code = self.cleaned_data["firm"]
        firm = Firm.objects.filter(credit_code=code).first()
        if code and firm is None:
            raise ValidationError(f"{source_cells.NO_FIRM}。")
        return firm

    def clean_processes(self) -> list[str]:
        return source_cells.words(self.cleaned_data["processes"])

    def clean_batch(self) -> int | None:
        batch, most = self.cleaned_data["batch"], abatement_scheme().most_batches
        if batch is not None and batch > most:
            raise ValidationError(f"轮流停产不超过 {most} 批。")
        return batch  # type: ignore[no-any-return]


def initial_of(source: Source) -> dict[str, object]:
    said = {name: getattr(source, name) for name in SourceForm.base_fields}
    return {**said, "processes": "、".join(source.processes), "firm": source.credit_code}


class GuaranteeForm(forms.Form):
    tasks = forms.MultipleChoiceField(
        label="保障任务",
        choices=[(one.name, one.title) for one in Task],
        widget=CHECKS,
        required=False,
        help_text="企业必选；工地不选",
    )
    until = DayField(label="保障期至", required=False)

    def clean_tasks(self) -> list[Task]:
        return [Task[name] for name in self.cleaned_data["tasks"]]


class ReasonForm(forms.Form):
    reason = forms.CharField(label="理由", max_length=150, widget=LONG)


class MeasureForm(forms.Form):
    text = forms.CharField(label="减排措施", max_length=500, widget=LONG)
    so2 = forms.DecimalField(label="二氧化硫减排", **SHARE)
    nox = forms.DecimalField(label="氮氧化物减排", **SHARE)
    pm = forms.DecimalField(label="颗粒物减排", **SHARE)
    vocs = forms.DecimalField(label="挥发性有机物减排", **SHARE)

    def said(self) -> MeasureSaid:
        percents: Mapping[str, Decimal] = {name: self.cleaned_data[name] for name in COLUMNS.values()}
        return MeasureSaid(self.cleaned_data["text"], percents)


class LinesForm(forms.Form):
    lines = forms.CharField(
        label="生产线",
        widget=forms.Textarea(attrs={"rows": 6}),
        required=False,
        help_text=f"每行一条：{source_cells.LINE_PARTS}，用空格隔开，如“{source_cells.LINE_EXAMPLE}”",
    )

    def clean_lines(self) -> Sequence[LineSaid]:
        said = "；".join(filter(None, map(str.strip, str(self.cleaned_data["lines"]).splitlines())))
        try:
            return source_cells.lines(said) if said else ()
        except Unreadable as fault:
            raise ValidationError(f"{fault}。") from None


class BaseForm(forms.Form):
    year = forms.IntegerField(label="年度", min_value=2000, max_value=2199)
    so2 = forms.DecimalField(label="二氧化硫（千克/日）", **KILOGRAMS)
    nox = forms.DecimalField(label="氮氧化物（千克/日）", **KILOGRAMS)
    pm = forms.DecimalField(label="颗粒物（千克/日）", **KILOGRAMS)
    vocs = forms.DecimalField(label="挥发性有机物（千克/日）", **KILOGRAMS)
    basis = forms.CharField(label="依据", max_length=120, help_text="如哪一年的排放清单")

    def said(self) -> dict[str, Any]:
        totals = {name: self.cleaned_data[name] for name in COLUMNS.values()}
        return {"year": self.cleaned_data["year"], "basis": self.cleaned_data["basis"], "totals": totals}
