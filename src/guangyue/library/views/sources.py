"""政策来源: the folders and feeds that are watched, and what each look at them brought."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.library import policy_lists as lists
from guangyue.library.models import Source
from guangyue.library.permissions import WATCH_SOURCES
from guangyue.library.policy_forms import SourceForm
from guangyue.library.services.monitoring import add_source, look_at, pause_source, resume_source
from guangyue.organisations.views.acting import answer_form, posted

LOOKS_SHOWN = 30
CAPTURES_SHOWN = 100


@needs(WATCH_SOURCES)
def sources(request: SignedInRequest) -> HttpResponseBase:
    return show_list(request, lists.SOURCES, Source.objects.all(), template="library/sources.html")


@needs(WATCH_SOURCES)
def adding(request: SignedInRequest) -> HttpResponse:
    return answer_form(
        request,
        SourceForm(posted(request)),
        title="添加政策来源",
        lead="系统按时查看来源，新的文件自动导入，进入待校，校对发布以后才能引用。",
        back=reverse("library:sources"),
        button="添加",
        do=lambda said: add_source(**said, by=request.user, at=timezone.now()),
        done="已经添加，很快就会查看第一次。",
    )


@needs(WATCH_SOURCES)
def source(request: SignedInRequest, number: int) -> HttpResponse:
    source = get_object_or_404(Source, pk=number)
    context = {
        "source": source,
        "looks": source.looks.all()[:LOOKS_SHOWN],
        "captures": source.captures.select_related("look", "edition__issue")[:CAPTURES_SHOWN],
    }
    return render(request, "library/source.html", context)


@require_POST
@needs(WATCH_SOURCES)
def look(request: SignedInRequest, number: int) -> HttpResponse:
    """立即查看."""
    source = get_object_or_404(Source, pk=number)
    looked = look_at(source=source, at=timezone.now())
    if looked.problem:
        messages.error(request, looked.problem)
    else:
        messages.success(
            request, f"发现 {looked.found} 个新文件，导入 {looked.imported} 个，未收 {looked.refused} 个。"
        )
    return redirect(source)


@require_POST
@needs(WATCH_SOURCES)
def pause(request: SignedInRequest, number: int) -> HttpResponse:
    source = get_object_or_404(Source, pk=number)
    pause_source(source=source, at=timezone.now())
    messages.success(request, "已经暂停。")
    return redirect(source)


@require_POST
@needs(WATCH_SOURCES)
def resumption(request: SignedInRequest, number: int) -> HttpResponse:
    source = get_object_or_404(Source, pk=number)
    resume_source(source=source)
    messages.success(request, "已经恢复查看。")
    return redirect(source)
