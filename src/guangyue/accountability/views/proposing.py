"""线索, the table of triggers, and the proposal that a trigger guides."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from guangyue.accountability.counting import used
from guangyue.accountability.declaration import Trigger
from guangyue.accountability.declared import customs, triggers
from guangyue.accountability.forms.cases import ProposalForm
from guangyue.accountability.models import StepCase
from guangyue.accountability.permissions import PROPOSE_STEPS, SEE_STEPS
from guangyue.accountability.services.proposing import Cited, propose_steps
from guangyue.accountability.sources import SOURCES, clues, find_fact
from guangyue.accountability.sources.facts import Fact
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.refusals import at_the_field
from guangyue.organisations.models import Organisation
from guangyue.organisations.views.acting import posted
from guangyue.systems.today import day_of_the_city, moment_of_the_city

BY_HAND = "hand"


@needs(SEE_STEPS)
def table(request: SignedInRequest) -> HttpResponse:
    """追责情形: each beside its clause, and how often it was used."""
    many = used(request.scope)
    rows = [(trigger, many.get(trigger.key, 0)) for trigger in triggers().values()]
    context = {"rows": rows, "customs": customs(), "may_propose": request.may(PROPOSE_STEPS)}
    return render(request, "accountability/triggers.html", context)


@needs(SEE_STEPS)
def trigger(request: SignedInRequest, key: str) -> HttpResponse:
    shown = trigger_of(key)
    cases = StepCase.objects.within(request.scope).filter(trigger_key=key).with_parts()
    context = {
        "trigger": shown,
        "sources": [source.title for source in SOURCES if source.key in shown.sources],
        "cases": cases.prefetch_related("steps")[:20],
        "many": cases.count(),
        "may_propose": request.may(PROPOSE_STEPS),
    }
    return render(request, "accountability/trigger.html", context)


@needs(PROPOSE_STEPS)
def clue_table(request: SignedInRequest) -> HttpResponse:
    """线索: what other systems know, and which clauses say what may follow."""
    asked = request.GET.get("source", SOURCES[0].key)
    source = next((one for one in SOURCES if one.key == asked), SOURCES[0])
    found = list(clues(source, scope=request.scope, on=day_of_the_city()))
    context = {"source": source, "sources": SOURCES, "clues": found}
    return render(request, "accountability/clues.html", context)


@needs(PROPOSE_STEPS)
def proposal(request: SignedInRequest, key: str) -> HttpResponse:
    """提议: with the fact of a source that the address names, or with one that is written down."""
    shown = trigger_of(key)
    fact = _fact(request, shown)
    units = Organisation.objects.within(request.scope).apart_from_bodies().order_by("pk")
    form = ProposalForm(posted(request), trigger=shown, units=units, fact=fact)
    if form.is_bound and form.is_valid():
        with at_the_field(form):
            made = _propose(request, shown, form, fact)
            messages.success(
                request, "属于免责情形，事项已经关闭。" if made.closed_at else "已经提议，等待决定。"
            )
            return redirect(made)
    context = {"trigger": shown, "fact": fact, "form": form}
    return render(request, "accountability/proposal.html", context, status=422 if form.errors else 200)


def trigger_of(key: str) -> Trigger:
    found = triggers().get(key)
    if found is None:
        raise Http404
    return found


def _fact(request: SignedInRequest, shown: Trigger) -> Fact | None:
    source, record = request.GET.get("source", ""), request.GET.get("record", "")
    if not source:
        return None
    fact = find_fact(source, record, on=day_of_the_city())
    if fact is None or not shown.takes(source, fact.cites):
        raise Http404
    if not request.scope.covers(region=fact.unit.region_id, organisation=fact.unit.pk):
        raise Http404
    return fact


def _propose(request: SignedInRequest, shown: Trigger, form: ProposalForm, fact: Fact | None) -> StepCase:
    said: dict[str, Any] = form.cleaned_data
    cited = fact.cited() if fact else _by_hand(said)
    return propose_steps(
        trigger=shown,
        unit=fact.unit if fact else said["unit"],
        facts=(cited,),
        steps=said["steps"],
        ground=said["ground"],
        grave=said.get("grave", False),
        party=said.get("party", ""),
        exemption=form.chosen_exemption(),
        by=request.user,
        at=moment_of_the_city(),
    )


def _by_hand(said: dict[str, Any]) -> Cited:
    return Cited(
        source=BY_HAND, record=said["record"], title=said["title"], on=said["on"], detail=said["detail"]
    )
