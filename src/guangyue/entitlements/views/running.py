"""运行记录: each run with what it rests on, its files and their hashes; a new one, and the same once more."""

from http import HTTPStatus

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.entitlements import lists
from guangyue.entitlements.forms import RunForm
from guangyue.entitlements.judging import versions_in_use
from guangyue.entitlements.models import Run
from guangyue.entitlements.permissions import RUN_FINDING, SEE_FINDINGS
from guangyue.entitlements.services.runs import begin_run, repeat_run
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.refusals import Refused
from guangyue.systems.offered import offered_as
from guangyue.systems.today import day_of_the_city


@needs(SEE_FINDINGS)
def runs(request: SignedInRequest) -> HttpResponseBase:
    rows = Run.objects.select_related("work", "started_by", "repeats")
    context = {"may_run": request.may(RUN_FINDING)}
    return show_list(request, lists.RUNS, rows, template="entitlements/runs.html", context=context)


@needs(RUN_FINDING)
def beginning(request: SignedInRequest) -> HttpResponse:
    form = RunForm(
        request.POST if request.method == "POST" else None,
        initial={"on": day_of_the_city(), "applies": True},
    )
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        return redirect(begin_run(on=said["on"], applies=said["applies"], by=request.user, at=timezone.now()))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "entitlements/running.html", {"form": form}, status=status)


@needs(SEE_FINDINGS)
def run(request: SignedInRequest, number: int) -> HttpResponse:
    shown = get_object_or_404(Run.objects.select_related("work", "started_by", "repeats"), pk=number)
    parts = shown.parts.order_by("number")
    now = versions_in_use()
    context = {
        "run": shown,
        "work": shown.work,
        "parts": parts,
        "rows": sum(part.rows for part in parts),
        "rules": [
            (code, offered_as(code), versions, now.get(code) == versions)
            for code, versions in shown.rules.items()
        ],
        "repetitions": shown.repetitions.order_by("-pk"),
        "may_run": request.may(RUN_FINDING),
    }
    return render(request, "entitlements/run.html", context)


@require_POST
@needs(RUN_FINDING)
def repetition(request: SignedInRequest, number: int) -> HttpResponse:
    """重算."""
    again = repeat_run(run=get_object_or_404(Run, pk=number), by=request.user, at=timezone.now())
    messages.success(request, "已经开始重算，结束以后逐个分桶比对校验值。")
    return redirect(again)


@needs(RUN_FINDING)
def run_file(request: SignedInRequest, number: int, bucket: int) -> FileResponse:
    """What one bucket came to, as Parquet."""
    run = get_object_or_404(Run.objects.select_related("work"), pk=number)
    part = get_object_or_404(run.parts, number=bucket)
    if run.work is None:
        raise Refused("结果文件保留九十天，已经清理。需要的话请重算。")
    try:
        file = (run.work.folder / part.file).open("rb")
    except FileNotFoundError as gone:
        raise Refused("结果文件已经不在了，请重算。") from gone
    return FileResponse(file, as_attachment=True, filename=f"policy-finding-{run.on}-{part.file}")
