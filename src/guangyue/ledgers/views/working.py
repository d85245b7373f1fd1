"""整改 on the desk: begun, reported, measure by measure done, and handed in for acceptance."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from guangyue.kit.access import SignedInRequest, needs
from guangyue.ledgers.forms.problems import ApplicationForm, CompletionForm, PhotosForm, ProgressForm
from guangyue.ledgers.models import Photo
from guangyue.ledgers.permissions import RECTIFY_PROBLEMS
from guangyue.ledgers.services.working import (
    add_photos,
    apply_for_acceptance,
    complete_measure,
    report_progress,
    start_work,
)
from guangyue.ledgers.views.asked import problem_asked
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.systems.today import day_of_the_city, moment_of_the_city


@require_POST
@needs(RECTIFY_PROBLEMS)
def start(request: SignedInRequest, number: str) -> HttpResponse:
    shown = start_work(problem=problem_asked(request, number), by=request.user, at=moment_of_the_city())
    messages.success(request, "整改已经开始。")
    return redirect(shown)


@needs(RECTIFY_PROBLEMS)
def progress(request: SignedInRequest, number: str) -> HttpResponse:
    shown = problem_asked(request, number)
    return answer_form(
        request,
        ProgressForm(posted(request)),
        title="报送整改进展",
        lead=str(shown),
        back=shown.get_absolute_url(),
        button="报送",
        do=lambda said: report_progress(problem=shown, **said, by=request.user, at=moment_of_the_city()),
        done="进展已经记下。",
    )


@needs(RECTIFY_PROBLEMS)
def photos(request: SignedInRequest, number: str) -> HttpResponse:
    shown = problem_asked(request, number)
    return answer_form(
        request,
        PhotosForm(posted(request), request.FILES or None),
        title="上传照片",
        lead=str(shown),
        back=shown.get_absolute_url(),
        button="上传",
        do=lambda said: add_photos(
            problem=shown,
            uploads=said["photos"],
            moment=Photo.Moment(said["moment"]),
            by=request.user,
            at=moment_of_the_city(),
        ),
        done="已经保存。",
    )


@needs(RECTIFY_PROBLEMS)
def completion(request: SignedInRequest, number: str, pk: int) -> HttpResponse:
    shown = problem_asked(request, number)
    measure = get_object_or_404(shown.measures.select_related("problem"), pk=pk)
    return answer_form(
        request,
        CompletionForm(posted(request), initial={"on": day_of_the_city()}),
        title=f"完成措施：{measure}",
        lead=measure.text,
        facts=[("完成标准", measure.standard)],
        back=shown.get_absolute_url(),
        button="记为完成",
        do=lambda said: complete_measure(measure=measure, **said, by=request.user, at=moment_of_the_city()),
        done="已经记下。",
    )


@needs(RECTIFY_PROBLEMS)
def application(request: SignedInRequest, number: str) -> HttpResponse:
    shown = problem_asked(request, number)
    return answer_form(
        request,
        ApplicationForm(posted(request)),
        title="申请验收",
        lead="每项措施都完成、有整改后的照片，才能申请；申请以后由牵头部门会同当地政府到现场验收。",
        back=shown.get_absolute_url(),
        button="申请验收",
        do=lambda said: apply_for_acceptance(problem=shown, **said, by=request.user, at=moment_of_the_city()),
        done="已经申请验收。",
    )
