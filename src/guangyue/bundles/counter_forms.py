"""What a clerk fills in at the counter for a whole bundle."""

from collections.abc import Iterable
from typing import Any

from django import forms

from guangyue.bundles.design import Design
from guangyue.bundles.models import BundleCase, BundlePaper
from guangyue.bundles.showing import QUESTION, answers_of
from guangyue.cases.desk_forms import CheckForm, CounterForm
from guangyue.organisations.models import Region

TICKS = {"class": "form-check-input"}


class ThemeCounterForm(CounterForm):
    """谁来办哪件事: the questions of the theme in place of the situations of one matter."""

    def __init__(self, design: Design, places: list[Region], *, data: Any = None) -> None:
        super().__init__((), places, data=data)
        del self.fields["variant"]
        self.design = design
        for question in design.questions:
            self.fields[f"{QUESTION}{question.key}"] = forms.ChoiceField(
                label=question.title,
                choices=[(answer, answer) for answer in question.answers],
                initial=question.answers[0],
                help_text=question.help,
                widget=forms.RadioSelect(attrs=TICKS),
            )
        self.order_fields([f"{QUESTION}{one.key}" for one in design.questions])

    def situation(self) -> dict[str, str]:
        return answers_of(self.design, self.cleaned_data)


class BundleCheckForm(CheckForm):
    """收件: the one set of materials with its marks, and what the applicant wants of the whole."""

    early = forms.BooleanField(label="先办好的先送达，不等全部办好", required=False)
    partly = forms.BooleanField(
        label="缺材料的事项补齐以后再办，先办其余的", required=False, help_text="申请人同意才勾选"
    )

    def __init__(self, bundle: BundleCase, papers: Iterable[BundlePaper], *, data: Any = None) -> None:
        kept = list(papers)
        super().__init__(bundle, kept, data=data)
        for paper, (_, bound) in zip(kept, self.checklist(), strict=True):
            self.initial[bound.name] = paper.mark or self.initial[bound.name]

    def choices(self) -> list[Any]:
        return [self["early"], self["partly"]]
