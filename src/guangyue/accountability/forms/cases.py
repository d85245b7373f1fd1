"""What people fill in of a case: the proposal, the statement, the decision, and how it ended."""

from collections.abc import Iterable
from typing import Any

from django import forms

from guangyue.accountability.declaration import Exemption, Party, Step, Trigger
from guangyue.accountability.declared import customs
from guangyue.accountability.models import StepCase
from guangyue.accountability.sources.facts import Fact
from guangyue.accountability.stepping import recognised
from guangyue.organisations.forms import DayField
from guangyue.organisations.models import Organisation
from guangyue.systems.today import day_of_the_city

LINES = forms.Textarea(attrs={"rows": 3})
MANY_LINES = forms.Textarea(attrs={"rows": 6})


class StepsField(forms.MultipleChoiceField):
    """措施 that a trigger lists, in the order of the clause."""

    def __init__(self, steps: Iterable[Step] = (), **options: Any) -> None:
        choices = [(step.title, step.title) for step in steps]
        super().__init__(
            **{
                "label": "措施",
                "choices": choices,
                "widget": forms.CheckboxSelectMultiple,
                "help_text": "按条款的次序列出；越过前面较轻的措施，要写理由",
                **options,
            }
        )


class ProposalForm(forms.Form):
    """提议, guided by the trigger; what a source knows is not asked again."""

    unit = forms.ModelChoiceField(Organisation.objects.none(), label="责任单位", empty_label="请选择单位")
    party = forms.CharField(
        label="当事方", max_length=100, required=False, help_text="企业、团队或者个人的名称；只写职务和行为"
    )
    title = forms.CharField(label="事实", max_length=200)
    on = DayField(label="发生日期")
    record = forms.CharField(
        label="来源记录", max_length=80, help_text="来源系统里的编号，或者检查记录、来文的文号"
    )
    detail = forms.CharField(label="情况", max_length=500, required=False, widget=LINES)
    steps = StepsField()
    grave = forms.BooleanField(label="情节严重", required=False)
    exemption = forms.ChoiceField(label="免责情形", required=False)
    ground = forms.CharField(
        label="提议理由",
        max_length=500,
        required=False,
        widget=LINES,
        help_text="越过较轻措施、情节严重的要写",
    )

    def __init__(self, data: Any = None, *, trigger: Trigger, units: Any, fact: Fact | None = None) -> None:
        super().__init__(data)
        self.trigger = trigger
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        self.fields["steps"] = StepsField(trigger.all_steps if trigger.grave else trigger.steps)
        exempt = [(one.key, one.title) for one in trigger.exemptions]
        self.fields["exemption"].choices = [("", "不属于"), *exempt]  # type: ignore[attr-defined]
        self.fields["party"].required = trigger.party is Party.OTHER
        unwanted = [name for name, wanted in self._wanted(fact).items() if not wanted]
        for name in unwanted:
            del self.fields[name]
        if "steps" in self.fields and len(trigger.steps) == 1:
            self.initial["steps"] = [trigger.steps[0].title]
        if fact and "party" in self.fields:
            self.initial["party"] = fact.party

    def _wanted(self, fact: Fact | None) -> dict[str, bool]:
        by_hand = dict.fromkeys(("unit", "title", "on", "record", "detail"), fact is None)
        return {
            **by_hand,
            "grave": bool(self.trigger.grave),
            "exemption": bool(self.trigger.exemptions),
            "party": self.trigger.party is not Party.HEAD,
        }

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        words = f"{said.get('title', '')} {said.get('detail', '')}"
        exempt = recognised(self.trigger.exemptions, words)
        if exempt and not said.get("exemption") and not said.get("ground"):
            self.add_error("exemption", f"事实像是“{exempt.title}”：是的请选，不是的在提议理由里说明。")
        return said

    def chosen_exemption(self) -> Exemption | None:
        chosen = self.cleaned_data.get("exemption")
        return next((one for one in self.trigger.exemptions if one.key == chosen), None)


class StatementForm(forms.Form):
    said = forms.CharField(label="陈述", max_length=2000, widget=MANY_LINES)
    file = forms.FileField(label="材料", required=False, help_text="图片、PDF、Word 或者 Excel")


class DecisionForm(forms.Form):
    """决定: the steps as proposed, until somebody changes them."""

    steps = StepsField()
    grave = forms.BooleanField(label="情节严重", required=False)
    unheard = forms.ChoiceField(
        label="没有听取陈述的理由",
        required=False,
        choices=[("", "请选择"), *StepCase.Unheard.choices],
        help_text="当事方还没有陈述：决定通报、约谈、曝光的，要选理由",
    )
    reason = forms.CharField(label="决定的理由", max_length=500, required=False, widget=LINES)

    def __init__(self, data: Any = None, *, case: StepCase) -> None:
        super().__init__(data, initial={"steps": case.proposed_steps, "grave": case.grave})
        trigger = case.trigger
        self.fields["steps"] = StepsField(trigger.all_steps)
        if not trigger.grave:
            del self.fields["grave"]
        if case.statements.exists() or not case.needs_hearing:
            del self.fields["unheard"]


class ReasonForm(forms.Form):
    """不采取、退回、解除, in words."""

    reason = forms.CharField(label="理由", max_length=300, widget=LINES)


class ExemptionForm(forms.Form):
    exemption = forms.ChoiceField(label="免责情形", widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, case: StepCase) -> None:
        super().__init__(data)
        listed = (*case.trigger.exemptions, *customs().tolerances)
        choices = [(one.key, f"{one.title}（{one.cites}）") for one in listed]
        self.fields["exemption"].choices = choices  # type: ignore[attr-defined]


class CarryingForm(forms.Form):
    on = DayField(label="落实日期", initial=day_of_the_city)
    said = forms.CharField(label="落实情况", max_length=500, widget=LINES)


class ResultForm(forms.Form):
    result = forms.CharField(label="办理结果", max_length=500, widget=LINES)
