"""追责事项: the register, one case with all that hangs on it, and how it ends."""

from django.db.models import Prefetch
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render

from guangyue.accountability import lists
from guangyue.accountability.declaration import StepKind
from guangyue.accountability.declared import customs
from guangyue.accountability.forms.cases import CarryingForm, ResultForm
from guangyue.accountability.models import StepCase, TakenStep
from guangyue.accountability.permissions import DECIDE_STEPS, PROPOSE_STEPS, SEE_STEPS, STATE_CASE
from guangyue.accountability.reading import clock_of
from guangyue.accountability.services.deciding import carry_out, finish_case, outstanding
from guangyue.files.answers import answer_with_file
from guangyue.files.models import File
from guangyue.kit.access import Permission, SignedInRequest, needs
from guangyue.kit.clocks import local_day
from guangyue.kit.lists import show_list
from guangyue.kit.models import HolidayNotice
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.systems.today import moment_of_the_city

OF_ITS_OWN = (StepKind.CIRCULAR, StepKind.INTERVIEW, StepKind.RESTRICTION, StepKind.DEDUCTION)


@needs(SEE_STEPS)
def cases(request: SignedInRequest) -> HttpResponseBase:
    rows = StepCase.objects.within(request.scope).with_parts().prefetch_related("steps")
    context = {"may_propose": request.may(PROPOSE_STEPS)}
    return show_list(request, lists.CASES, rows, template="accountability/cases.html", context=context)


@needs(SEE_STEPS)
def case(request: SignedInRequest, pk: int) -> HttpResponse:
    shown, at = case_within(request, pk, SEE_STEPS), moment_of_the_city()
    steps = shown.steps.select_related("interview", "restriction", "transfer")
    context = {
        "case": shown,
        "trigger": shown.trigger,
        "tolerances": customs().tolerances,
        "case_facts": shown.facts.all(),
        "statements": shown.statements.select_related("by", "file"),
        "steps": steps.prefetch_related(Prefetch("circulars", to_attr="told_in")),
        "transfers": shown.transfers.select_related("by", "answered_by"),
        "moves": shown.moves.select_related("by"),
        "reading": clock_of(shown, HolidayNotice.objects.calendar(), at=at) if shown.is_open else None,
        "waiting": outstanding(shown, on=local_day(at)) if shown.state == StepCase.State.DECIDED else [],
        "may_propose": reaches(request, PROPOSE_STEPS, shown),
        "may_decide": reaches(request, DECIDE_STEPS, shown) and shown.proposed_by_id != request.user.pk,
        "may_restrict": reaches(request, DECIDE_STEPS, shown),
        "may_state": reaches(request, STATE_CASE, shown),
    }
    return render(request, "accountability/case.html", context)


@needs(SEE_STEPS)
def statement_file(request: SignedInRequest, pk: int, statement: int) -> HttpResponseBase:
    said = case_within(request, pk, SEE_STEPS).statements.filter(pk=statement)
    return answer_with_file(get_object_or_404(File, pk__in=said.values("file")))


@needs(PROPOSE_STEPS)
def carrying(request: SignedInRequest, pk: int) -> HttpResponse:
    """落实 of a step that has no page of its own."""
    rows = (
        TakenStep.objects.within(request.scope).waiting().exclude(kind__in=[one.name for one in OF_ITS_OWN])
    )
    step = get_object_or_404(rows.select_related("case__unit"), pk=pk)
    return answer_form(
        request,
        CarryingForm(posted(request)),
        title=f"登记落实：{step.title}",
        facts=[("当事方", step.case.addressee), ("依据条款", step.case.cites)],
        back=step.case.get_absolute_url(),
        button="登记",
        do=lambda said: carry_out(step=step, **said, by=request.user, at=moment_of_the_city()),
        done="已经登记落实。",
    )


@needs(PROPOSE_STEPS)
def finishing(request: SignedInRequest, pk: int) -> HttpResponse:
    """办结."""
    shown = case_within(request, pk, PROPOSE_STEPS)
    return answer_form(
        request,
        ResultForm(posted(request)),
        title=f"办结{shown.number}",
        lead="措施全部落实、限批到期、移送有结果以后办结。",
        back=shown.get_absolute_url(),
        button="办结",
        do=lambda said: finish_case(case=shown, **said, by=request.user, at=moment_of_the_city()),
        done="事项已经办结。",
    )


def case_within(request: SignedInRequest, pk: int, permission: Permission) -> StepCase:
    rows = StepCase.objects.within(request.scope_of(permission)).with_parts()
    return get_object_or_404(rows.select_related("proposed_by", "decided_by"), pk=pk)


def reaches(request: SignedInRequest, permission: Permission, case: StepCase) -> bool:
    """Whether whoever asks may do that with this case."""
    scope = request.scope_of(permission)
    return scope.covers(region=case.unit.region_id, organisation=case.unit_id)
