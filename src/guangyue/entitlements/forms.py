"""What is filled in about matches, runs, calls and needs."""

from collections.abc import Sequence
from typing import Any

from django import forms

from guangyue.entitlements.models import Answer, Call, Need
from guangyue.registries.facts import FactKind

RADIO = forms.RadioSelect(attrs={"class": "form-check-input"})
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class RunForm(forms.Form):
    """运行: for which day, and whether people are told by it."""

    on = forms.DateField(label="针对日期", widget=DAY, help_text="按这一天有效的规则，判断这一天的情况")
    applies = forms.BooleanField(
        label="按结果更新名单并推送", required=False, help_text="不选时只计算和留存结果，不影响任何人"
    )


class AnswerForm(forms.Form):
    """答复; of what is wrong, which fact and why."""

    what = forms.ChoiceField(label="您的答复", choices=Answer.What.choices, widget=RADIO)
    fact = forms.ChoiceField(label="有误的信息", required=False)
    reason = forms.CharField(
        label="有误的情况", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, data: Any = None, *, kinds: Sequence[FactKind], **keywords: Any) -> None:
        super().__init__(data, **keywords)
        self.kinds = {kind.code: kind for kind in kinds}
        field = self.fields["fact"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "请选择"), *((kind.code, kind.title) for kind in kinds)]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("what") == Answer.What.WRONG_DATA:
            if not said.get("fact"):
                self.add_error("fact", "请选择哪一项信息有误。")
            if not said.get("reason"):
                self.add_error("reason", "请说明有误的情况。")
        return said

    @property
    def kind(self) -> FactKind | None:
        return self.kinds.get(self.cleaned_data["fact"])


class CallForm(forms.Form):
    outcome = forms.ChoiceField(label="联系结果", choices=Call.Outcome.choices, widget=RADIO)
    remark = forms.CharField(label="备注", required=False, max_length=200)


class VisitForm(forms.Form):
    outcome = forms.ChoiceField(label="走访结果", choices=Need.Outcome.choices, widget=RADIO)
    remark = forms.CharField(label="备注", required=False, max_length=200)
