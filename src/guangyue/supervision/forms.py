"""What officials fill in about items, acts, handovers, systems and people."""

import re
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError

from guangyue.accounts.models import User
from guangyue.kit.refusals import Refused
from guangyue.matters.declaration import PowerKind
from guangyue.matters.models import Matter
from guangyue.organisations.forms import DayField
from guangyue.organisations.models import Organisation
from guangyue.supervision.declaration import ItemKind, Point, Stage, SubjectKind
from guangyue.supervision.models import SupervisionItem
from guangyue.supervision.models.acts import SUBJECT_KINDS
from guangyue.supervision.models.catalogue import ITEM_KINDS, STAGES
from guangyue.supervision.sending import SentAct
from guangyue.supervision.services.cataloguing import Described

LINES = forms.Textarea(attrs={"rows": 6})
FEW_LINES = forms.Textarea(attrs={"rows": 3})
BAR = re.compile(r"[|｜]")
POINT_PARTS = 4
POINTS_HINT = "一行一个要点，依次写“要点｜检查方法｜留存证据｜判定标准”，后面几项可以不写"


def read_points(text: str) -> tuple[Point, ...]:
    """One to a line, its parts between bars."""
    lines = [[part.strip() for part in BAR.split(line)] for line in text.splitlines() if line.strip()]
    if any(len(parts) > POINT_PARTS or not parts[0] for parts in lines):
        raise Refused("每行先写要点，最多四项，用“｜”隔开。", field="points")
    return tuple(Point(*parts) for parts in lines)


def written_points(points: tuple[Point, ...]) -> str:
    """As `read_points` reads them."""
    rows = ([one.title, one.method, one.evidence, one.criteria] for one in points)
    return "\n".join("｜".join(row).rstrip("｜") for row in rows)


class PointsForm(forms.Form):
    points = forms.CharField(label="检查要点", max_length=8000, widget=LINES, help_text=POINTS_HINT)

    def clean_points(self) -> tuple[Point, ...]:
        try:
            return read_points(self.cleaned_data["points"])
        except Refused as refusal:
            raise ValidationError(refusal.sentence) from refusal


class DescriptionForm(forms.Form):
    """What is said of an item."""

    code = forms.RegexField(
        r"^[0-9A-Za-z-]+$",
        label="事项编码",
        max_length=40,
        help_text="数字、字母和短横，本部门内不重复",
        error_messages={"invalid": "只用数字、字母和短横。"},
    )
    name = forms.CharField(label="监管事项名称", max_length=200)
    kind = forms.ChoiceField(label="监管方式", choices=ITEM_KINDS)
    stage = forms.ChoiceField(label="监管环节", choices=STAGES, initial=Stage.AFTER.name)
    basis = forms.CharField(
        label="设定依据", max_length=500, widget=FEW_LINES, help_text="法律、法规、规章的名称和条款"
    )
    subjects = forms.CharField(label="监管对象", max_length=200)
    frequency = forms.CharField(label="监管频次", max_length=60, help_text="如：每年一次；按双随机计划")
    provincial_code = forms.CharField(
        label="省级编码", max_length=60, required=False, help_text="没有的，监管行为不能报省"
    )
    matters = forms.ModelMultipleChoiceField(
        Matter.objects.none(),
        to_field_name="code",
        label="关联的许可事项",
        required=False,
        help_text="许可作出的当天推送到本部门；按住 Ctrl 可以多选",
    )

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        permits = Matter.objects.in_force().filter(kind=PowerKind.PERMIT.name).order_by("name")
        self.fields["matters"].queryset = permits  # type: ignore[attr-defined]

    def described(self) -> Described:
        said = self.cleaned_data
        return Described(
            code=said["code"],
            name=said["name"],
            kind=ItemKind[said["kind"]],
            basis=said["basis"],
            subjects=said["subjects"],
            frequency=said["frequency"],
            stage=Stage[said["stage"]],
            provincial_code=said["provincial_code"],
            matters=tuple(said["matters"]),
        )


class NewItemForm(PointsForm, DescriptionForm):
    """梳理: with the first checklist."""

    office = forms.ModelChoiceField(label="监管部门", queryset=Organisation.objects.none())
    field_order = ("office",)

    def __init__(self, *arguments: Any, offices: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["office"].queryset = offices  # type: ignore[attr-defined]


class ChangedItemForm(PointsForm, DescriptionForm):
    """变更: the same item, said anew; its code and office stay."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["code"].disabled = True


class AmendedItemForm(DescriptionForm):
    """修改 of a draft."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["code"].disabled = True


class SaidForm(forms.Form):
    """退回、取消、说明, in words."""

    said = forms.CharField(label="理由", max_length=300, widget=FEW_LINES)


class ActForm(forms.Form):
    """登记 of one act; the hidden number keeps it from being entered twice."""

    number = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    item = forms.ModelChoiceField(label="监管事项", queryset=SupervisionItem.objects.none())
    day = DayField(label="监管日期")
    kind = forms.ChoiceField(label="监管方式", choices=ITEM_KINDS)
    subject_kind = forms.ChoiceField(label="对象类别", choices=SUBJECT_KINDS)
    subject = forms.CharField(
        label="对象标识", max_length=40, help_text="统一社会信用代码、身份证号或者场所编号"
    )
    subject_name = forms.CharField(label="对象名称", max_length=200, required=False)
    officers = forms.CharField(label="执法人员", max_length=100)
    result = forms.CharField(label="结果", max_length=500, widget=FEW_LINES)
    paper = forms.CharField(label="文书文号", max_length=60, required=False)
    batch = forms.CharField(label="抽查批次", max_length=60, required=False)
    ground = forms.CharField(
        label="抽查以外的理由", max_length=300, required=False, help_text="检查不在抽查批次之内的必须写"
    )
    project = forms.CharField(label="工程项目代码", max_length=40, required=False)

    def __init__(self, *arguments: Any, items: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["item"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = items
        field.label_from_instance = lambda obj: f"{obj.code} {obj.name}（{obj.office}）"  # type: ignore[method-assign]

    def sent(self) -> SentAct:
        said = dict(self.cleaned_data)
        item, number = said.pop("item"), said.pop("number")
        kinds = {"kind": ItemKind[said["kind"]], "subject_kind": SubjectKind[said["subject_kind"]]}
        return SentAct(
            **{**said, **kinds, "source": "desk", "source_id": str(number), "item_code": item.code}
        )


class SubjectForm(forms.Form):
    """查询 of everything that was done to one subject."""

    subject = forms.CharField(
        label="监管对象标识", max_length=18, help_text="统一社会信用代码、身份证号或者场所编号；查询有记录"
    )


class PlanForm(forms.Form):
    on = DayField(label="首次检查日期")


class SystemForm(forms.Form):
    """接入系统."""

    key = forms.SlugField(
        label="标识", max_length=60, help_text="小写字母、数字和短横，如 market-enforcement"
    )
    title = forms.CharField(label="系统名称", max_length=80)
    office = forms.ModelChoiceField(
        label="监管部门", queryset=Organisation.objects.apart_from_bodies().order_by("pk")
    )


class TrainingForm(forms.Form):
    """培训 of one person."""

    user = forms.ModelChoiceField(label="人员", queryset=User.objects.none())
    on = DayField(label="培训日期")
    course = forms.CharField(label="培训内容", max_length=100)

    def __init__(self, *arguments: Any, people: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["user"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = people
        field.label_from_instance = lambda obj: f"{obj.name}（{obj.organisation or '没有单位'}）"  # type: ignore[method-assign]
