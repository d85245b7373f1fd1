"""Forms of tasks: answering, planning, reporting, closing, checking, urging and changing."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from guangyue.kit.sheets.cells import Unreadable, day
from guangyue.organisations.forms import DayField
from guangyue.organisations.models import Organisation
from guangyue.tasks.models import Assignment, AssignmentUnit, Check, Prod
from guangyue.tasks.services.planning import Step
from guangyue.tasks.services.reporting import Said

FEW_LINES = forms.Textarea(attrs={"rows": 3})
MORE_LINES = forms.Textarea(attrs={"rows": 6})
MOST_FILES = 10
TRUE = "如实报送：不遮掩、不虚化、不美化"
STEP = re.compile(r"(\S+)[\s，,]+(.+)")


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """佐证: several files at once."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> Any:
        given = data if isinstance(data, (list, tuple)) else [data] if data else []
        if len(given) > MOST_FILES:
            raise ValidationError(f"一次最多上传 {MOST_FILES} 个文件。", code="too_many")
        if not given:
            super().clean(None, initial)
        return tuple(super(FilesField, self).clean(one, initial) for one in given)


class SaidForm(forms.Form):
    said = forms.CharField(label="说明", max_length=500, widget=FEW_LINES)


class DisputeForm(forms.Form):
    said = forms.CharField(
        label="理由", max_length=500, widget=FEW_LINES, help_text="写明为什么不由本单位负责，建议由谁负责"
    )


class SettlementForm(forms.Form):
    """处理异议."""

    stands = forms.TypedChoiceField(
        label="处理",
        choices=(("no", "采纳，重新下达，各单位重新答复"), ("yes", "不采纳，按原分工认领")),
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
    )
    former = forms.ModelChoiceField(
        label="原负责单位",
        queryset=AssignmentUnit.objects.none(),
        required=False,
        help_text="采纳并且更换单位时填写",
    )
    organisation = forms.ModelChoiceField(
        label="改由哪个单位负责",
        queryset=Organisation.objects.apart_from_bodies().order_by("pk"),
        required=False,
    )
    said = forms.CharField(label="处理理由", max_length=500, widget=FEW_LINES)

    def __init__(self, *arguments: Any, assignment: Assignment, **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["former"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = assignment.units.filter(answers=True)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if bool(said.get("former")) != bool(said.get("organisation")):
            raise ValidationError("更换单位要同时选原来的和改由的单位。")
        return said


class PlanForm(forms.Form):
    """施工图、进度表."""

    goal = forms.CharField(label="目标和标准", max_length=500, widget=FEW_LINES)
    steps = forms.CharField(
        label="节点",
        max_length=4000,
        widget=MORE_LINES,
        help_text="每行一个：日期、空格、做什么，如 2021-06-30 完成方案；可以从 Excel 粘贴两列",
    )

    def clean_steps(self) -> list[Step]:
        return [read_step(line) for line in self.cleaned_data["steps"].splitlines() if line.strip()]


def read_step(line: str) -> Step:
    found = STEP.fullmatch(line.strip())
    try:
        on = day(found[1]) if found else None
    except Unreadable:
        on = None
    if found is None or on is None:
        raise ValidationError(f"“{line.strip()[:20]}”这一行没有写明日期和内容，如 2021-06-30 完成方案。")
    return Step(found[2].strip()[:200], on)


class ProgressForm(forms.Form):
    """进展 of one assignment, and what proves it."""

    text = forms.CharField(label="进展", max_length=2000, widget=FEW_LINES)
    percent = forms.IntegerField(label="进度（%）", min_value=0, max_value=100)
    figures = forms.CharField(
        label="数字", max_length=500, required=False, help_text="有数量目标的写实际数，如 5G 基站 800 个"
    )
    problems = forms.CharField(label="问题", max_length=1000, required=False, widget=FEW_LINES)
    evidence = FilesField(
        label="佐证", required=False, help_text=f"照片、PDF、Word、Excel，最多 {MOST_FILES} 个"
    )
    declared = forms.BooleanField(label=TRUE)

    def said(self) -> Said:
        return said_in(self.cleaned_data)


class ClosingForm(ProgressForm):
    """申请办结: with evidence."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["evidence"].required = True
        self.fields["text"].label = "完成情况"


LINE = ("text", "percent", "figures", "problems", "evidence")


class QuarterForm(forms.Form):
    """季报: the same of each assignment that it covers, in one form, and one declaration for all."""

    declared = forms.BooleanField(label=TRUE)

    def __init__(
        self,
        *arguments: Any,
        covered: Sequence[Assignment],
        known: Mapping[int, Mapping[str, object]],
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        self.covered = covered
        for assignment in covered:
            for name, field in ProgressForm().fields.items():
                if name in LINE:
                    field.initial = known.get(assignment.pk, {}).get(name)
                    self.fields[f"{name}-{assignment.pk}"] = field
        self.order_fields([name for name in self.fields if name != "declared"])

    def lines(self) -> Iterable[tuple[Assignment, list[forms.BoundField]]]:
        for assignment in self.covered:
            yield assignment, [self[f"{name}-{assignment.pk}"] for name in LINE]

    def said(self) -> dict[Assignment, Said]:
        return {
            assignment: said_in({name: self.cleaned_data[f"{name}-{assignment.pk}"] for name in LINE})
            for assignment in self.covered
        }


def said_in(given: Mapping[str, Any]) -> Said:
    return Said(
        text=given["text"],
        percent=given["percent"],
        figures=given["figures"],
        problems=given["problems"],
        evidence=given["evidence"] or (),
    )


class CheckForm(forms.Form):
    """核查."""

    kind = forms.ChoiceField(label="方式", choices=Check.Kind.choices)
    result = forms.ChoiceField(
        label="结果",
        choices=Check.Result.choices,
        widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
    )
    said = forms.CharField(label="核查情况", max_length=1000, widget=FEW_LINES)

    def found(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {
            "kind": Check.Kind(said["kind"]),
            "result": Check.Result(said["result"]),
            "said": said["said"],
        }


class ProdForm(forms.Form):
    """催办、督办."""

    unit = forms.ModelChoiceField(label="单位", queryset=AssignmentUnit.objects.none())
    kind = forms.ChoiceField(label="种类", choices=Prod.Kind.choices)
    reason = forms.CharField(label="事由", max_length=300, widget=FEW_LINES)
    clause = forms.CharField(
        label="依据的条款", max_length=120, required=False, help_text="督办必须写，如某某号文件第几条"
    )
    answer_by = DayField(label="答复期限")

    def __init__(self, *arguments: Any, assignment: Assignment, **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["unit"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = assignment.units.filter(answers=True).select_related("organisation")


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label="答复", max_length=1000, widget=FEW_LINES, help_text="做到哪一步，什么时间完成"
    )


class ChangeForm(forms.Form):
    """调整时限、终止."""

    to = DayField(label="新的时限", required=False, help_text="不填的是申请终止")
    ground = forms.CharField(
        label="依据", max_length=500, widget=FEW_LINES, help_text="哪份文件、哪次会议，或者什么情况变了"
    )


class DecisionForm(forms.Form):
    approved = forms.TypedChoiceField(
        label="决定",
        choices=(("yes", "批准"), ("no", "不批准")),
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
    )
    said = forms.CharField(label="批示", max_length=300, required=False, widget=FEW_LINES)


class DivisionForm(forms.Form):
    """再分解."""

    text = forms.CharField(label="任务", max_length=1000, widget=FEW_LINES)
    organisation = forms.ModelChoiceField(label="单位", queryset=Organisation.objects.none())
    office = forms.CharField(label="承担的处室或者机构", max_length=120, help_text="如数据资源科")
    due_on = DayField(label="完成时限")

    def __init__(
        self, *arguments: Any, organisation: Organisation, last: date | None, **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["organisation"]
        assert isinstance(field, forms.ModelChoiceField)
        own = Organisation.objects.filter(pk=organisation.pk) | organisation.children.all()
        field.queryset = own.order_by("pk")
        field.initial = organisation
        self.fields["due_on"].initial = last


class SameForm(forms.Form):
    """同一事项."""

    document = forms.CharField(label="另一份文件的文号", max_length=60)
    label = forms.CharField(label="编号", max_length=60)
    said = forms.CharField(label="说明", max_length=200)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        found = Assignment.objects.filter(
            document__number=said.get("document", "").strip(), label=said.get("label", "").strip()
        ).first()
        if found is None:
            self.add_error("label", "没有找到这份文件的这一项。")
        said["other"] = found
        return said


class SuccessorForm(forms.Form):
    """接替牵头领导."""

    leader = forms.ChoiceField(label="文件上的牵头领导")
    successor = forms.CharField(label="接替的领导", max_length=40)
    since = DayField(label="自哪天起")
    ground = forms.CharField(label="依据", max_length=300, help_text="任免文件或者分工通知")

    def __init__(self, *arguments: Any, leaders: Sequence[str], **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["leader"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(name, name) for name in leaders]
