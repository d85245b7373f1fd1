"""接入系统、培训、省级报送 on the desk of whoever runs supervision for the city."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.db.models import Min, QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.accounts.models import User
from guangyue.accounts.roles import roles_allowing
from guangyue.audit.recording import record
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.kit.sheets import export as as_file
from guangyue.organisations.views.acting import answer_form, carried_out, posted
from guangyue.supervision import lists
from guangyue.supervision.forms import SystemForm, TrainingForm
from guangyue.supervision.models import ProvincialExport, RejectedAct, SourceSystem, SupervisionAct
from guangyue.supervision.permissions import ENTER_ACTS, RUN_SUPERVISION
from guangyue.supervision.services.exporting import HEADINGS, export_acts, name_of, rows_of
from guangyue.supervision.services.keeping import connect_system, disconnect_system, record_training
from guangyue.supervision.sources import source_title
from guangyue.systems.today import moment_of_the_city


@needs(RUN_SUPERVISION)
def systems(request: SignedInRequest) -> HttpResponseBase:
    rows = SourceSystem.objects.within(request.scope).select_related("office")
    return show_list(request, lists.SYSTEMS, rows, template="supervision/systems.html")


@never_cache
@needs(RUN_SUPERVISION)
def new_system(request: SignedInRequest) -> HttpResponse:
    """Its secret is on the page that answers, and nowhere afterwards."""
    form = SystemForm(posted(request))
    made: list[SourceSystem] = []

    def make(said: Mapping[str, Any]) -> None:
        made.append(connect_system(by=request.user, at=moment_of_the_city(), **said))

    if form.is_bound and form.is_valid() and carried_out(form, make):
        return render(request, "supervision/system_made.html", {"system": made[0]}, status=201)
    status = 422 if form.errors else 200
    return render(request, "supervision/system_form.html", {"form": form}, status=status)


@needs(RUN_SUPERVISION)
def system(request: SignedInRequest, key: str) -> HttpResponseBase:
    """With what was sent back to it."""
    shown = get_object_or_404(SourceSystem.objects.select_related("office", "made_by"), key=key)
    sent_back = RejectedAct.objects.filter(source=shown.key).annotate(source_title=source_title())
    rows = sent_back.select_related("office")
    context = {"system": shown, "many": SupervisionAct.objects.filter(source=shown.key).count()}
    return show_list(request, lists.REJECTIONS, rows, template="supervision/system.html", context=context)


@require_POST
@needs(RUN_SUPERVISION)
def system_end(request: SignedInRequest, key: str) -> HttpResponse:
    shown = get_object_or_404(SourceSystem, key=key)
    if question := ask_first(
        request,
        question=f"停用“{shown.title}”？",
        consequence="停用以后不再接收它报送的监管行为，也不能恢复；已经收到的不受影响。",
        yes="停用",
    ):
        return question
    disconnect_system(system=shown, at=moment_of_the_city())
    messages.success(request, f"已经停用“{shown.title}”。")
    return redirect("supervision:systems")


@needs(RUN_SUPERVISION)
def people(request: SignedInRequest) -> HttpResponseBase:
    rows = _people().annotate(trained_on=Min("trainings__on"))
    return show_list(request, lists.PEOPLE, rows, template="supervision/people.html")


@needs(RUN_SUPERVISION)
def new_training(request: SignedInRequest) -> HttpResponse:
    return answer_form(
        request,
        TrainingForm(posted(request), people=_people()),
        title="登记培训",
        lead="登记以后才能报送监管行为。",
        back=reverse("supervision:people"),
        button="登记",
        do=lambda said: record_training(**said, by=request.user, at=moment_of_the_city()),
        done="已经登记。",
    )


@needs(RUN_SUPERVISION)
def exports(request: SignedInRequest) -> HttpResponseBase:
    """With what the city holds beside what the province got."""
    acts, waiting = SupervisionAct.objects.all(), SupervisionAct.objects.to_export()
    context = {
        "held": acts.count(),
        "sent": acts.filter(exported__gt=0).count(),
        "waiting": waiting.count(),
        "uncoded": waiting.filter(item__provincial_code="").count(),
    }
    rows = ProvincialExport.objects.select_related("by")
    return show_list(request, lists.EXPORTS, rows, template="supervision/exports.html", context=context)


@require_POST
@needs(RUN_SUPERVISION)
def new_export(request: SignedInRequest) -> HttpResponse:
    made = export_acts(by=request.user, at=moment_of_the_city())
    messages.success(request, f"批次已经生成：报送 {made.taken} 条，未报 {made.left_out} 条。")
    return redirect(made)


@needs(RUN_SUPERVISION)
def export(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(ProvincialExport.objects.select_related("by"), pk=pk)
    left_out = shown.lines.exclude(reason="").select_related("revision__act__item", "revision__act__office")
    context = {"export": shown, "left_out": left_out[: lists.EXPORTS.size]}
    return render(request, "supervision/export.html", context)


@needs(RUN_SUPERVISION)
def export_file(request: SignedInRequest, pk: int) -> HttpResponseBase:
    """The rows are the same whenever it is taken; who took it is written down."""
    shown = get_object_or_404(ProvincialExport, pk=pk)
    file = as_file(name_of(shown), HEADINGS, rows_of(shown), as_="csv")
    receipt = {"rows": file.receipt.rows, "contents": file.receipt.contents}
    record(action="导出省级报送", subject=shown, detail=receipt, by=request.user, at=moment_of_the_city())
    return file


def _people() -> QuerySet[User]:
    """Whoever may enter acts."""
    holders = User.objects.enabled().filter(grants__role__in=roles_allowing(ENTER_ACTS))
    return User.objects.filter(pk__in=holders.values("pk")).select_related("organisation").order_by("name")
