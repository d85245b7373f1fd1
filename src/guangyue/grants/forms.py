"""What applicants and officials fill in: the facts that nobody knows yet, a yes, a reason."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from guangyue.grants.cases import KnownCase
from guangyue.policies.fact_forms import FactsForm
from guangyue.rules.authoring import Rule
from guangyue.rules.facts import Field
from guangyue.rules.verdicts import Asks, Verdict

LONGEST = 500
LONG_TEXT = forms.Textarea(attrs={"rows": 3})
GRANT, REFUSE = "granted", "refused"


class CaseForms:
    """案情的表单: of each subject what is still asked, and what was `said` before and can be said anew."""

    def __init__(
        self,
        rule: Rule,
        case: KnownCase,
        verdict: Verdict,
        who: str,
        *,
        data: Any = None,
        also: Iterable[tuple[int, str]] = (),
        never: Collection[tuple[int, str]] = (),
    ) -> None:
        wanted = _wanted(rule, verdict)
        for place, name in never:
            wanted[place].discard(name)
        for place, name in also:
            wanted[place].add(name)
        for place, said in enumerate(case.said(who)):
            wanted[place] |= said.keys()
        self.forms = [
            FactsForm(
                kind, data=data, prefix=f"case{place}", only=wanted[place], initial=case.subjects[place]
            )
            for place, kind in enumerate(rule.subjects)
        ]

    def __bool__(self) -> bool:
        return any(form.fields or form.lists for form in self.forms)

    @property
    def names(self) -> set[tuple[int, str]]:
        """What is asked: of which subject, which fact."""
        return {
            (place, name)
            for place, form in enumerate(self.forms)
            for name in (*form.fields, *(rows.of.name for rows in form.lists))
        }

    def is_valid(self) -> bool:
        valid = [form.is_valid() for form in self.forms]  # each, so that every one says what is wrong with it
        return all(valid)

    def said(self) -> list[dict[str, object]]:
        """After `is_valid`: what was told, by subject."""
        names = self.names
        return [
            {name: value for name, value in form.facts().values.items() if (place, name) in names}
            for place, form in enumerate(self.forms)
        ]


@dataclass(frozen=True)
class Answers:
    """问答: what is known once the questions are answered, the verdict on it, and the form that asks."""

    forms: CaseForms
    case: KnownCase
    verdict: Verdict
    is_valid: bool = True


def ask(
    rule: Rule,
    *,
    known: KnownCase,
    before: Sequence[Mapping[str, object]],
    judge: Callable[[KnownCase], Verdict],
    who: str,
    also: Iterable[tuple[int, str]] = (),
    never: Collection[tuple[int, str]] = (),
    data: Any = None,
) -> Answers:
    """What `known` leaves open and `who` is to say, but for what is `never` demanded of them; an answer may
    raise another question."""
    case = known.with_said(before, who=who)
    verdict = judge(case)
    forms = CaseForms(rule, case, verdict, who, data=data, also=also, never=never)
    while data is not None:
        if not forms.is_valid():
            return Answers(forms, case, verdict, is_valid=False)
        case = known.with_said(forms.said(), who=who)
        verdict = judge(case)
        asked, forms = (
            forms.names,
            CaseForms(rule, case, verdict, who, data=data, also=forms.names, never=never),
        )
        if forms.names == asked:
            return Answers(forms, case, verdict, is_valid=forms.is_valid())
    return Answers(forms, case, verdict)


class ConsentForm(forms.Form):
    """同意: nothing is applied for without it."""

    consent = forms.BooleanField(
        label="我同意为办理这件申请使用上面的登记信息，所填内容属实",
        error_messages={"required": "请先勾选同意：没有您本人的同意，不能提交申请。"},
    )


class SupplementForm(forms.Form):
    """一次性补正."""

    said = forms.CharField(
        label="要补正的内容",
        max_length=LONGEST,
        widget=LONG_TEXT,
        help_text="一次说全，只能要求一次；名录库能查到的，不得要求申请人提供",
    )


class DecisionForm(forms.Form):
    """核定: the outcome where the clause leaves it to a person, and the reason."""

    granted = forms.ChoiceField(
        label="结论",
        choices=[(GRANT, "予以发放"), (REFUSE, "不予发放")],
        widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
    )
    reason = forms.CharField(label="理由", max_length=LONGEST, required=False, widget=LONG_TEXT)

    def __init__(self, *, for_a_person: bool, correction: bool = False, data: Any = None) -> None:
        super().__init__(data)
        if not for_a_person:
            del self.fields["granted"]
        if for_a_person or correction:
            self.fields["reason"].required = True
            self.fields["reason"].help_text = "申请人会看到"

    def outcome(self) -> bool | None:
        said: Mapping[str, bool] = {GRANT: True, REFUSE: False}
        return said.get(self.cleaned_data.get("granted", ""))


def _wanted(rule: Rule, verdict: Verdict) -> dict[int, set[str]]:
    """The fields to ask, by subject; for the row of a list, the list."""
    wanted: dict[int, set[str]] = defaultdict(set)
    for place, subject in enumerate(rule.subjects):
        for name, one in subject.fields.items():
            if any(_concerns(one, asked) for asked in verdict.asks):
                wanted[place].add(name)
    return wanted


def _concerns(one: Field[Any], asked: Asks) -> bool:
    return asked is one or (
        one.rows is not None and any(asked is inner for inner in one.rows.fields.values())
    )
