"""What people fill in of steps: interviews, circulars, restrictions, transfers, ties of a ranking."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from guangyue.accountability.declaration import StepKind
from guangyue.accountability.forms.cases import LINES, MANY_LINES
from guangyue.accountability.models import Circular, RankedUnit, Ranking, StepCase, TakenStep, Transfer
from guangyue.accountability.services.interviewing import Promise
from guangyue.matters.models import Matter
from guangyue.organisations.forms import DayField
from guangyue.systems.today import day_of_the_city

BAR = re.compile(r"[|｜]")
LONGEST_PROMISE = 300


class InterviewForm(forms.Form):
    """安排约谈."""

    on = DayField(label="约谈日期")
    place = forms.CharField(label="地点", max_length=100)
    chair = forms.CharField(label="主持", max_length=60, help_text="单位和职务")
    invited = forms.CharField(label="约谈对象", max_length=200, help_text="单位和职务")


class MinutesForm(forms.Form):
    """约谈纪要 with its promises, one to a line."""

    attendees = forms.CharField(label="参加人员", max_length=500, help_text="单位和职务")
    questions = forms.CharField(label="指出的问题", max_length=2000, widget=MANY_LINES)
    minutes = forms.CharField(label="表态和要求", max_length=4000, widget=MANY_LINES)
    promises = forms.CharField(
        label="承诺整改",
        max_length=4000,
        widget=MANY_LINES,
        help_text="一行一项，写“内容｜期限”，如：完成剩余三座泵站的调试｜2021-06-30",
    )

    def clean_promises(self) -> list[Promise]:
        return [self._promise(line) for line in self.cleaned_data["promises"].splitlines() if line.strip()]

    def _promise(self, line: str) -> Promise:
        said, _, due = (part.strip() for part in BAR.sub("|", line).rpartition("|"))
        try:
            due_on = date.fromisoformat(due)
        except ValueError:
            raise ValidationError(f"“{line}”的期限看不懂，请写成 2021-06-30 的样子。") from None
        if not said or len(said) > LONGEST_PROMISE:
            raise ValidationError(f"“{line}”没有写内容，或者超过 {LONGEST_PROMISE} 个字。")
        return Promise(said, due_on)


class CommitmentForm(forms.Form):
    report = forms.CharField(label="完成情况", max_length=1000, widget=LINES)
    file = forms.FileField(label="佐证", required=False, help_text="图片、PDF、Word 或者 Excel")


class TakenStepsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """The steps that a circular can tell of, each with whom it is about."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.case.addressee}：{obj.title}（{obj.case.trigger.condition}）"


class DraftForm(forms.Form):
    """起草通报: of which days, about which steps."""

    since = DayField(label="自")
    until = DayField(label="至")
    audience = forms.ChoiceField(label="范围", choices=Circular.Audience.choices)
    issuer = forms.CharField(label="发文机关", max_length=60)
    addressed_to = forms.CharField(label="主送", max_length=200)
    steps = TakenStepsField(TakenStep.objects.none(), label="通报的事项")

    def __init__(self, data: Any = None, *, scope: Any, **options: Any) -> None:
        super().__init__(data, **options)
        waiting = TakenStep.objects.within(scope).of_kind(StepKind.CIRCULAR).waiting()
        told = waiting.select_related("case__unit", "case__head__post__organisation", "case__head__person")
        self.fields["steps"].queryset = told.order_by("pk")  # type: ignore[attr-defined]


class CircularForm(forms.Form):
    """修改 of a draft."""

    title = forms.CharField(label="标题", max_length=100)
    audience = forms.ChoiceField(label="范围", choices=Circular.Audience.choices)
    issuer = forms.CharField(label="发文机关", max_length=60)
    addressed_to = forms.CharField(label="主送", max_length=200)
    text = forms.CharField(
        label="正文", max_length=20_000, widget=forms.Textarea(attrs={"rows": 18}), help_text="一行一段"
    )


class IssueForm(forms.Form):
    number = forms.CharField(label="文号", max_length=40)
    dated = DayField(label="成文日期", initial=day_of_the_city)


class RestrictionForm(forms.Form):
    """限批、扣减 from a day to a day; the matters only of the first."""

    since = DayField(label="自哪一天起")
    until = DayField(label="到哪一天为止", help_text="这一天仍然有效，第二天恢复")
    effect = forms.CharField(label="内容", max_length=300, widget=LINES, help_text="停什么、扣多少")
    matters = forms.ModelMultipleChoiceField(
        Matter.objects.none(),
        to_field_name="code",
        label="暂停受理的事项",
        help_text="只停选中的；按住 Ctrl 可以多选",
    )

    def __init__(self, data: Any = None, *, step: TakenStep, today: date) -> None:
        super().__init__(data, initial={"since": today})
        if step.of is StepKind.RESTRICTION:
            field = self.fields["matters"]
            field.queryset = Matter.objects.in_force().order_by("name")  # type: ignore[attr-defined]
        else:
            del self.fields["matters"]


class TransferForm(forms.Form):
    organ = forms.ChoiceField(label="接收机关")
    reason = forms.CharField(label="移送理由", max_length=500, widget=LINES, help_text="只写事实和条款")
    on = DayField(label="移送日期", initial=day_of_the_city)

    def __init__(self, data: Any = None, *, case: StepCase) -> None:
        super().__init__(data)
        organs: Sequence[tuple[str, str]] = Transfer.Organ.choices
        if not case.trigger.suspicion:
            organs = [organ for organ in organs if organ[0] != Transfer.Organ.POLICE]
        self.fields["organ"].choices = organs  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    on = DayField(label="反馈日期", initial=day_of_the_city)
    result = forms.CharField(label="处理结果", max_length=500, widget=LINES)


class TieForm(forms.Form):
    """并列的决定."""

    chosen = forms.ModelMultipleChoiceField(
        RankedUnit.objects.none(), label="取哪几个", widget=forms.CheckboxSelectMultiple
    )
    said = forms.CharField(label="理由", max_length=300, widget=LINES)

    def __init__(self, data: Any = None, *, ranking: Ranking, tied: Sequence[str]) -> None:
        super().__init__(data)
        field = self.fields["chosen"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = ranking.places.filter(pk__in=tied).select_related("unit")
        field.label_from_instance = lambda obj: f"{obj.unit}（{obj.group}第 {obj.place} 名）"  # type: ignore[method-assign]
