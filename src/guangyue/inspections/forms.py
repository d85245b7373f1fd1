"""What officials fill in about items, pools and plans."""

from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet

from guangyue.inspections.kinds import CLASSES, ITEM_KINDS, METHODS, ItemKind, Method
from guangyue.inspections.models import Clue, Inspector, Item, Plan, PlanLine
from guangyue.inspections.services.items import ItemSaid
from guangyue.inspections.services.plans import LineSaid
from guangyue.organisations.forms import DayField
from guangyue.organisations.models import Organisation, Region

CHECKS = forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"})
LONG = forms.Textarea(attrs={"rows": 3})
HUNDRED = Decimal(100)
UNCLASSIFIED = ("", "未分级")


def chosen_from(form: forms.Form, name: str, rows: QuerySet[Any]) -> None:
    """What may be chosen depends on who asks."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = rows


class PercentField(forms.DecimalField):
    """A share, typed in per cent."""

    def __init__(self, **options: Any) -> None:
        limits = {"min_value": Decimal("0.01"), "max_value": HUNDRED, "max_digits": 5, "decimal_places": 2}
        super().__init__(**{**limits, "help_text": "单位是 %", **options})

    def clean(self, value: Any) -> Decimal | None:
        share = super().clean(value)
        return None if share is None else share / HUNDRED


class ItemForm(forms.Form):
    organisation = forms.ModelChoiceField(label="部门", queryset=Organisation.objects.none())
    code = forms.SlugField(label="事项编码", max_length=30, help_text="字母、数字和短横线，如 food-sales")
    province_code = forms.CharField(label="省级清单编码", max_length=30)
    name = forms.CharField(label="抽查事项", max_length=120)
    legal_basis = forms.CharField(label="检查依据", max_length=500, widget=LONG)
    object_category = forms.CharField(label="检查对象", max_length=60)
    kind = forms.ChoiceField(label="类别", choices=ITEM_KINDS)
    ratio_cap = PercentField(label="抽查比例上限", required=False, help_text="一般检查事项必须设，单位是 %")
    methods = forms.MultipleChoiceField(label="检查方式", choices=METHODS, widget=CHECKS)
    joint = forms.BooleanField(label="列入部门联合抽查事项清单", required=False)

    def __init__(self, *arguments: Any, organisations: QuerySet[Organisation], **options: Any) -> None:
        super().__init__(*arguments, **options)
        chosen_from(self, "organisation", organisations)

    def said(self) -> ItemSaid:
        given = {name: value for name, value in self.cleaned_data.items() if name != "organisation"}
        methods = [Method[name] for name in given.pop("methods")]
        return ItemSaid(**{**given, "kind": ItemKind[given["kind"]], "methods": methods})


def initial_of(item: Item) -> dict[str, object]:
    said = {name: getattr(item, name) for name in ItemForm.base_fields}
    cap = None if item.ratio_cap is None else (item.ratio_cap * HUNDRED).normalize()
    return {**said, "ratio_cap": cap}


class ProcedureForm(forms.Form):
    steps = forms.CharField(label="工作程序", max_length=2000, widget=forms.Textarea(attrs={"rows": 5}))
    points = forms.CharField(
        label="检查项目", widget=forms.Textarea(attrs={"rows": 8}), help_text="每行一个项目，检查时逐项填写"
    )

    def clean_points(self) -> list[str]:
        return str(self.cleaned_data["points"]).splitlines()


class ClassesForm(forms.Form):
    risk_class = forms.ChoiceField(label="风险等级", choices=(UNCLASSIFIED, *CLASSES), required=False)
    credit_class = forms.ChoiceField(
        label="登记的信用等级",
        choices=(UNCLASSIFIED, *CLASSES),
        required=False,
        help_text="信用监管有等级的，以信用监管为准",
    )


class RecusalForm(forms.Form):
    inspector = forms.ModelChoiceField(label="执法人员", queryset=Inspector.objects.none())
    reason = forms.CharField(label="回避理由", max_length=200)

    def __init__(self, *arguments: Any, inspectors: QuerySet[Inspector], **options: Any) -> None:
        super().__init__(*arguments, **options)
        chosen_from(self, "inspector", inspectors)


class FromRegistryForm(forms.Form):
    """由名录库更新: which firms stand under which item."""

    item = forms.ModelChoiceField(label="抽查事项", queryset=Item.objects.none())
    region = forms.ModelChoiceField(label="地区", queryset=Region.objects.none())
    industry = forms.CharField(label="行业", max_length=40, required=False, help_text="不填是全部行业")

    def __init__(
        self, *arguments: Any, items: QuerySet[Item], regions: QuerySet[Region], **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        chosen_from(self, "item", items)
        chosen_from(self, "region", regions)


class PlanForm(forms.Form):
    organisation = forms.ModelChoiceField(label="编制单位", queryset=Organisation.objects.none())
    year = forms.IntegerField(label="年度", min_value=2019, max_value=2199)
    joint = forms.BooleanField(label="部门联合抽查计划", required=False)

    def __init__(self, *arguments: Any, organisations: QuerySet[Organisation], **options: Any) -> None:
        super().__init__(*arguments, **options)
        chosen_from(self, "organisation", organisations)


class LineForm(forms.Form):
    """计划任务."""

    title = forms.CharField(label="任务名称", max_length=120)
    items = forms.ModelMultipleChoiceField(label="抽查事项", queryset=Item.objects.none(), widget=CHECKS)
    scope = forms.CharField(label="对象范围", max_length=200)
    regions = forms.ModelMultipleChoiceField(
        label="抽查地区",
        queryset=Region.objects.of_county_level(),
        required=False,
        widget=CHECKS,
        help_text="不选是全市",
    )
    area_share = forms.CharField(label="不同辖区的比重", max_length=200, required=False)
    initiation = forms.ChoiceField(label="发起方式", choices=PlanLine.Initiation.choices)
    ratio = PercentField(label="抽查比例")
    since = DayField(label="开始")
    until = DayField(label="结束")
    batches_planned = forms.IntegerField(label="批次数", min_value=1, max_value=50, initial=1)
    special = forms.BooleanField(label="专项检查", required=False)

    def __init__(self, *arguments: Any, items: QuerySet[Item], **options: Any) -> None:
        super().__init__(*arguments, **options)
        chosen_from(self, "items", items)

    def line_said(self) -> LineSaid:
        given = {name: self.cleaned_data[name] for name in LineForm.base_fields}
        regions = [region.code for region in given["regions"]]
        return LineSaid(**{**given, "items": list(given["items"]), "regions": regions})


class RevisionForm(LineForm):
    """调整: one task more, with the reason, and the clue that showed a general problem."""

    reason = forms.CharField(label="调整理由", max_length=300, widget=LONG, help_text="与计划一起公布")
    clue = forms.ModelChoiceField(label="转自线索", queryset=Clue.objects.none(), required=False)
    field_order = ("reason", "clue")

    def __init__(self, *arguments: Any, items: QuerySet[Item], clues: QuerySet[Clue], **options: Any) -> None:
        super().__init__(*arguments, items=items, **options)
        chosen_from(self, "clue", clues)


class EndLineForm(forms.Form):
    end = forms.ModelChoiceField(label="撤销的任务", queryset=PlanLine.objects.none())
    reason = forms.CharField(label="调整理由", max_length=300, widget=LONG, help_text="与计划一起公布")

    def __init__(self, *arguments: Any, plan: Plan, **options: Any) -> None:
        super().__init__(*arguments, **options)
        chosen_from(self, "end", plan.lines.standing())


class FilingForm(forms.Form):
    filed_with = forms.ModelChoiceField(
        label="备案单位", queryset=Organisation.objects.apart_from_bodies(), help_text="同级市场监管部门"
    )
