"""Forms of plans."""

from collections.abc import Sequence
from typing import Any

from django import forms

from guangyue.alerts.forms.sources import CHECKS
from guangyue.alerts.models import AbatementPlan
from guangyue.alerts.planning.options import Option
from guangyue.alerts.workbooks.sources import asking_levels

BY_SOLVER = "由求解器决定"


class PlanForm(forms.Form):
    title = forms.CharField(label="名称", max_length=80)
    level = forms.ChoiceField(label="预警级别", help_text="按这一级的减排比例求解")

    def __init__(self, data: Any, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["level"].choices = [  # type: ignore[attr-defined]
            (level.key, f"{level.title}，减排 {level.reduction}% 以上") for level in asking_levels()
        ]


class FollowForm(forms.Form):
    title = forms.CharField(label="名称", max_length=80)


class HoldForm(forms.Form):
    """One is pinned, or some are forbidden."""

    pinned = forms.ChoiceField(label="指定", required=False)
    forbidden = forms.MultipleChoiceField(
        label="排除",
        required=False,
        widget=CHECKS,
        help_text="指定了措施的，不必再排除",
    )

    def __init__(self, data: Any, *, offered: Sequence[Option], **options: Any) -> None:
        super().__init__(data, **options)
        named = [(one.key, one.title) for one in offered]
        self.fields["pinned"].choices = [("", BY_SOLVER), *named]  # type: ignore[attr-defined]
        self.fields["forbidden"].choices = named  # type: ignore[attr-defined]


class CompareForm(forms.Form):
    other = forms.ModelChoiceField(AbatementPlan.objects.none(), label="另一个方案", empty_label=None)

    def __init__(self, data: Any, *, plan: AbatementPlan) -> None:
        super().__init__(data)
        rows = AbatementPlan.objects.filter(level_key=plan.level_key, cost__isnull=False).exclude(pk=plan.pk)
        self.fields["other"].queryset = rows  # type: ignore[attr-defined]
