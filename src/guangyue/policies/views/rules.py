"""政策规则: all of them in a list, and each beside its clause, in code and in words."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.marked import declared, open_to
from guangyue.kit.pictures import Chart, Figure, ShadedMap
from guangyue.kit.search import Found
from guangyue.policies.catalogue import CityRule, city_rule, city_rules, parameters_of
from guangyue.policies.citations import addresses_of
from guangyue.policies.clause_text import texts_of
from guangyue.policies.figures import standing_table, told
from guangyue.policies.forms import RulesForm
from guangyue.policies.permissions import VIEW_RULES
from guangyue.policies.versions import versions_of
from guangyue.policies.views.asking import Question, asked_of
from guangyue.rules.authoring import Rule
from guangyue.systems.offered import declared_figures
from guangyue.systems.today import day_of_the_city

PAGE = 50


@needs(VIEW_RULES)
def rules(request: SignedInRequest) -> HttpResponse:
    """All rules of all systems, narrowed by words, system, audience and a day."""
    form = RulesForm(request.GET)
    found = [one for one in city_rules() if form.is_valid() and form.keeps(one)]
    on = form.cleaned_data.get("on") or day_of_the_city()
    context = {
        "form": form,
        "on": on,
        "page": Paginator([(one, one.in_force(on)) for one in found], PAGE).get_page(request.GET.get("page")),
        "address": _address(request),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "policies/rules.html", context, status=status)


@needs(VIEW_RULES)
def rule(request: SignedInRequest, code: str) -> HttpResponse:
    """One rule: each version with its clause on the left, the code and the words on the right."""
    shown, question = _rule(code), asked_of(request.GET)
    versions = versions_of(shown)
    chosen = shown.version(question.on)
    asked = request.GET.get("version", "")
    if asked.isdecimal() and 1 <= int(asked) <= len(versions):
        chosen = versions[int(asked) - 1].rule
    offered = shown.offered
    context = {
        "rule": shown,
        "question": question,
        "versions": versions,
        "version": next(one for one in versions if one.rule is chosen),
        "in_force": shown.in_force(question.on),
        "texts": texts_of(chosen),
        "figures": list(_figures(chosen, question)),
        "clauses": addresses_of(shown.versions),
        "choices": [(choice, _beside(shown, choice.keys)) for choice in shown.choices],
        "asides": list(_asides(request, offered=offered, on=question.on)) if offered else [],
    }
    return render(request, "policies/rule.html", context, status=question.status)


def _rule(code: str) -> CityRule:
    found = city_rule(code)
    if found is None:
        raise Http404
    return found


def _figures(rule: Rule, question: Question) -> Iterable[tuple[Any, str]]:
    figures, table = declared_figures(), standing_table(known_at=question.known_at)
    for key in parameters_of(rule):
        yield figures[key], told(figures[key].kind, table(key, None, question.on))


def _beside(shown: CityRule, keys: Iterable[str]) -> list[CityRule]:
    others = (city_rule(f"{shown.system.number}.{key}") for key in keys if key != shown.key)
    return [one for one in others if one]


def _asides(request: SignedInRequest, **asked: Any) -> Iterable[tuple[str, Any]]:
    """谁现在符合: what other mechanisms have to show beside a rule, each with how it is drawn."""
    for function, scope in open_to(request, declared(settings.GUANGYUE_RULE_ASIDES)):
        for one in function(**asked, scope=scope):
            yield DRAWN[type(one)], one


DRAWN = {Figure: "figure", Chart: "chart", ShadedMap: "map", Found: "found"}


def _address(request: SignedInRequest) -> str:
    """The address without its page, for the links to the others."""
    asked = request.GET.copy()
    asked.pop("page", None)
    return asked.urlencode()
