"""The queue and the timetable for whoever looks after them; long work for whoever began it."""

from collections.abc import Callable

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.jobs.declarations import WorkKind
from guangyue.jobs.lists import JOBS, WORKS, job_tag, work_tag
from guangyue.jobs.models import QueuedJob, Work
from guangyue.jobs.oversight import history, retry_job, standing, timetable, withdraw_job
from guangyue.jobs.permissions import MANAGE_QUEUE, SEE_QUEUE
from guangyue.jobs.works import begin_work, cancel_work, resume_work
from guangyue.kit.access import SignedInRequest, for_staff, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.kit.refusals import Refused


@needs(SEE_QUEUE)
def jobs(request: SignedInRequest) -> HttpResponseBase:
    at = timezone.now()
    context = {"standing": standing(at=at), "timetable": timetable(at=at), "tag_of": job_tag}
    rows = QueuedJob.objects.worth_showing().with_history()
    return show_list(request, JOBS, rows, template="jobs/jobs.html", context=context)


@needs(SEE_QUEUE)
def job(request: SignedInRequest, number: int) -> HttpResponse:
    queued = get_object_or_404(QueuedJob.objects.with_history(), pk=number)
    context = {
        "job": queued,
        "tag": job_tag(queued),
        "history": history(queued),
        "failures": queued.failures.all(),
        "may_manage": request.may(MANAGE_QUEUE),
    }
    return render(request, "jobs/job.html", context)


@require_POST
@needs(MANAGE_QUEUE)
def retry(request: SignedInRequest, number: int) -> HttpResponse:
    queued = get_object_or_404(QueuedJob, pk=number)
    retry_job(number=queued.pk, by=request.user, at=timezone.now())
    messages.success(request, "任务已经重新排队。")
    return redirect(queued)


@require_POST
@needs(MANAGE_QUEUE)
def withdrawal(request: SignedInRequest, number: int) -> HttpResponse:
    queued = get_object_or_404(QueuedJob, pk=number)
    question = ask_first(
        request,
        question=f"撤回“{queued.title}”？",
        consequence="撤回以后这项任务不再运行，也不能恢复。",
        yes="撤回",
    )
    if question:
        return question
    withdraw_job(number=queued.pk, by=request.user, at=timezone.now())
    messages.success(request, "任务已经撤回。")
    return redirect(queued)


@for_staff
def works(request: SignedInRequest) -> HttpResponseBase:
    return show_list(request, WORKS, _shown_to(request))


@for_staff
def work(request: SignedInRequest, number: int) -> HttpResponse:
    """The page, or the part of it that asks again how far the work has come."""
    watched = get_object_or_404(_shown_to(request), pk=number)
    part = request.headers.get("HX-Request") == "true"
    context = {
        "work": watched,
        "tag": work_tag(watched),
        "may_steer": watched.started_by == request.user or request.may(MANAGE_QUEUE),
        "is_own": watched.started_by == request.user,
    }
    return render(request, "jobs/_work.html" if part else "jobs/work.html", context)


@require_POST
@for_staff
def cancellation(request: SignedInRequest, number: int) -> HttpResponse:
    watched = get_object_or_404(_steered_by(request), pk=number)
    question = ask_first(
        request,
        question=f"取消“{watched}”？",
        consequence="做完的部分保留，其余不再做；以后可以从停下的地方继续。",
        yes="取消任务",
    )
    if question:
        return question
    cancel_work(work=watched, by=request.user, at=timezone.now())
    messages.success(request, "正在取消，当前这一步做完就停下。")
    return redirect(watched)


@require_POST
@for_staff
def resumption(request: SignedInRequest, number: int) -> HttpResponse:
    watched = get_object_or_404(_steered_by(request), pk=number)
    resume_work(work=watched)
    return redirect(watched)


@for_staff
def result(request: SignedInRequest, number: int) -> FileResponse:
    """The file that the work made, for whoever began it and for nobody else."""
    watched = get_object_or_404(Work.objects.of(request.user).exclude(result=""), pk=number)
    try:
        file = (watched.folder / watched.result).open("rb")
    except FileNotFoundError as gone:
        raise Refused("结果文件已经不在了，请重新做一次。") from gone
    return FileResponse(file, as_attachment=True, filename=watched.result)


def beginning(kind: WorkKind) -> Callable[[SignedInRequest], HttpResponse]:
    """A view that begins long work of this kind and leads to its page."""

    @require_POST
    @needs(kind.needs)
    def begin(request: SignedInRequest) -> HttpResponse:
        return redirect(begin_work(kind=kind, by=request.user, at=timezone.now()))

    return begin


def _shown_to(request: SignedInRequest) -> QuerySet[Work]:
    works = Work.objects.select_related("started_by")
    return works if request.may(SEE_QUEUE) else works.of(request.user)


def _steered_by(request: SignedInRequest) -> QuerySet[Work]:
    return Work.objects.all() if request.may(MANAGE_QUEUE) else Work.objects.of(request.user)
