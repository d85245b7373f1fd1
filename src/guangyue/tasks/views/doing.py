"""What the units do with an assignment: answer, plan, report, divide it, ask to close it or to change it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from guangyue.kit.access import SignedInRequest, needs
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.systems.today import moment_of_the_city
from guangyue.tasks.forms import ChangeForm, ClosingForm, DisputeForm, DivisionForm, PlanForm, ProgressForm
from guangyue.tasks.models import PlanStep
from guangyue.tasks.permissions import REPORT_TASKS
from guangyue.tasks.services.answering import accept_assignment, dispute_assignment
from guangyue.tasks.services.changing import ask_change
from guangyue.tasks.services.closing import ask_to_close
from guangyue.tasks.services.dividing import divide_assignment
from guangyue.tasks.services.planning import finish_step, submit_plan
from guangyue.tasks.services.reporting import report_progress
from guangyue.tasks.views.reaching import assignment_asked, own_unit


@require_POST
@needs(REPORT_TASKS)
def acceptance(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = accept_assignment(unit=own_unit(request, pk), by=request.user, at=moment_of_the_city())
    messages.success(request, "已经认领，请报送施工图和进度表。")
    return redirect(shown)


@needs(REPORT_TASKS)
def dispute(request: SignedInRequest, pk: int) -> HttpResponse:
    unit = own_unit(request, pk)
    return answer_form(
        request,
        DisputeForm(posted(request)),
        title="提出异议",
        back=unit.assignment.get_absolute_url(),
        button="提出异议",
        facts=[("督查事项", unit.assignment), ("单位", unit.organisation)],
        do=lambda said: dispute_assignment(unit=unit, **said, by=request.user, at=moment_of_the_city()),
        done="异议已经提出，等待处理。",
    )


@needs(REPORT_TASKS)
def plan(request: SignedInRequest, pk: int) -> HttpResponse:
    unit = own_unit(request, pk)
    last = unit.assignment.plans.prefetch_related("steps").first()
    initial = {}
    if last is not None:
        steps = "\n".join(f"{step.due_on} {step.title}" for step in last.steps.all())
        initial = {"goal": last.goal, "steps": steps}
    return answer_form(
        request,
        PlanForm(posted(request), initial=initial),
        title="报送施工图、进度表",
        lead="定目标、定标准、定时限；重新报送的，以最近一次为准，以前的仍然可查。",
        back=unit.assignment.get_absolute_url(),
        button="报送",
        facts=[("督查事项", unit.assignment), ("完成时限", unit.assignment.due_on)],
        do=lambda said: submit_plan(unit=unit, **said, by=request.user, at=moment_of_the_city()),
        done="施工图已经报送。",
    )


@require_POST
@needs(REPORT_TASKS)
def step(request: SignedInRequest, pk: int) -> HttpResponse:
    """完成节点."""
    shown = get_object_or_404(PlanStep.objects.select_related("plan"), pk=pk)
    unit = own_unit(request, shown.plan.assignment_id)
    finish_step(step=shown, by=request.user, at=moment_of_the_city())
    messages.success(request, f"节点“{shown}”已经完成。")
    return redirect(unit.assignment)


@needs(REPORT_TASKS)
def progress(request: SignedInRequest, pk: int) -> HttpResponse:
    """随时报送."""
    unit = own_unit(request, pk)
    form = ProgressForm(posted(request), request.FILES or None, initial={"percent": unit.percent})
    return answer_form(
        request,
        form,
        title="报送进展",
        back=unit.assignment.get_absolute_url(),
        button="报送",
        facts=[("督查事项", unit.assignment), ("完成时限", unit.assignment.due_on)],
        do=lambda said: report_progress(
            unit=unit, said=form.said(), declared=said["declared"], by=request.user, at=moment_of_the_city()
        ),
        done="进展已经报送。",
    )


@needs(REPORT_TASKS)
def closing(request: SignedInRequest, pk: int) -> HttpResponse:
    """申请办结."""
    unit = own_unit(request, pk)
    form = ClosingForm(posted(request), request.FILES or None, initial={"percent": 100})
    return answer_form(
        request,
        form,
        title="申请办结",
        lead="附上佐证；另一个人核查属实以后销号，不属实的退回。",
        back=unit.assignment.get_absolute_url(),
        button="申请办结",
        facts=[("督查事项", unit.assignment), ("完成时限", unit.assignment.due_on)],
        do=lambda said: ask_to_close(
            unit=unit, said=form.said(), declared=said["declared"], by=request.user, at=moment_of_the_city()
        ),
        done="办结申请已经提交，等待核查。",
    )


@needs(REPORT_TASKS)
def part(request: SignedInRequest, pk: int) -> HttpResponse:
    """再分解."""
    unit = own_unit(request, pk)
    assert unit.organisation is not None
    whole = unit.assignment
    form = DivisionForm(posted(request), organisation=unit.organisation, last=whole.due_on)
    return answer_form(
        request,
        form,
        title="再分解",
        lead="分给本单位的处室或者所属机构；时限不晚于原事项，全部办结以后才能申请原事项的办结。",
        back=whole.get_absolute_url(),
        button="分解下达",
        facts=[("督查事项", whole), ("完成时限", whole.due_on)],
        do=lambda said: divide_assignment(unit=unit, **said, by=request.user, at=moment_of_the_city()),
        done="已经再分解。",
    )


@needs(REPORT_TASKS)
def change_asked(request: SignedInRequest, pk: int) -> HttpResponse:
    """申请调整时限 or 终止."""
    own_unit(request, pk)
    shown = assignment_asked(request, pk)
    return answer_form(
        request,
        ChangeForm(posted(request)),
        title="申请调整",
        lead="时限只凭依据调整，由负责人批准；批准以前按原时限。",
        back=shown.get_absolute_url(),
        button="提出申请",
        facts=[("督查事项", shown), ("完成时限", shown.due_on)],
        do=lambda said: ask_change(assignment=shown, **said, by=request.user, at=moment_of_the_city()),
        done="申请已经提出，等待批准。",
    )
