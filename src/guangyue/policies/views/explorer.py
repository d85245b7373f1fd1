"""判定试算: a rule asked about any case. The answers stand in the address, and nothing is kept."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from guangyue.kit.access import SignedInRequest, needs
from guangyue.policies.catalogue import CityRule, city_rule, facts_of, names_of, names_said
from guangyue.policies.citations import addresses_of
from guangyue.policies.fact_forms import FactsForm
from guangyue.policies.figures import standing_table
from guangyue.policies.permissions import VIEW_RULES
from guangyue.policies.views.asking import Question, asked_of
from guangyue.rules.authoring import Rule
from guangyue.rules.facts import Facts
from guangyue.rules.sanity import contradictions
from guangyue.rules.verdicts import Verdict, judge

BEFORE = "before"  # what was answered the last time, so that the page can say what changed


@needs(VIEW_RULES)
def explorer(request: SignedInRequest, code: str) -> HttpResponse:
    """The facts on the left, the verdict on the right, with what the last change brought about."""
    shown, question = _rule(code), asked_of(request.GET)
    rule = shown.version(question.on)
    forms = forms_of(rule, request.GET)
    verdict = _verdict(rule, forms, question)
    answered, said = _answered(request.GET), names_said()
    before = _before(shown, request.GET) if verdict else None
    wrong = verdict is None or question.status != HTTPStatus.OK
    context = {
        "rule": shown,
        "version": rule,
        "question": question,
        "forms": list(zip(map(title_of, rule.subjects), forms, strict=True)),
        "verdict": verdict,
        "before": before if before and before.rule is rule else None,
        "answered": answered,
        "address": f"{reverse('policies:explorer', args=[code])}?{answered}",
        "clauses": addresses_of([rule]),
        "names": [(key, said.get(key, "")) for key in names_of(rule)],
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return render(request, "policies/explorer.html", context, status=status)


def forms_of(rule: Rule, data: Any) -> list[FactsForm]:
    """A form for each subject, of the facts that the rule judges on."""
    subjects = zip(rule.subjects, facts_of(rule), strict=True)
    return [
        FactsForm(subject, data=data, prefix=str(place), only=only)
        for place, (subject, only) in enumerate(subjects)
    ]


def title_of(subject: type[Facts]) -> str:
    """人员: the Chinese word that its docstring opens with."""
    return (subject.__doc__ or "").partition(":")[0].split("\n")[0].rstrip("。.")


def _rule(code: str) -> CityRule:
    found = city_rule(code)
    if found is None:
        raise Http404
    return found


def _verdict(rule: Rule, forms: Sequence[FactsForm], question: Question) -> Verdict | None:
    """None where an answer was refused; the form then says which."""
    valid = [form.is_valid() for form in forms]  # each, so that every wrong answer is shown
    if not all(valid):
        return None
    subjects = [form.facts() for form in forms]
    refused = list(contradictions(*subjects, on=question.on))
    for place, refusal in refused:
        forms[place].refuse(refusal)
    if refused:
        return None
    return judge(rule, *subjects, on=question.on, lookup=standing_table(known_at=question.known_at))


def _before(shown: CityRule, sent: QueryDict) -> Verdict | None:
    """The verdict of the last answers, where there were some, by the day that they were about."""
    if BEFORE not in sent:
        return None
    earlier = QueryDict(str(sent[BEFORE]))
    last = asked_of(earlier)
    if last.status != HTTPStatus.OK:
        return None
    rule = shown.version(last.on)
    return _verdict(rule, forms_of(rule, earlier), last)


def _answered(sent: QueryDict) -> str:
    """The answers as an address, without those left blank and without the answers before."""
    kept = sent.copy()
    kept.pop(BEFORE, None)
    for name in [name for name, value in kept.items() if not value]:
        del kept[name]
    return kept.urlencode()
