"""措施 and 月度统计: which measures are on, upon how many; what a month brought; classes by sector."""

from datetime import date

from django.contrib import messages
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from guangyue.credit import lists
from guangyue.credit.declaration import CreditClass
from guangyue.credit.models import AppliedMeasure, ClassRun, Measure, ModelVersion, RiskClass
from guangyue.credit.permissions import OVERSEE_CREDIT, QUERY_CREDIT
from guangyue.credit.services.classes import grade_sector
from guangyue.credit.statistics import Month, categories_in, months_back, moved_in, units_in
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.systems.today import day_of_the_city, moment_of_the_city

MONTHS_SHOWN = 12


@needs(QUERY_CREDIT)
def measures(request: SignedInRequest) -> HttpResponseBase:
    """For every department: what it has to apply, on which basis."""
    applied = AppliedMeasure.objects.standing(day_of_the_city()).filter(measure=OuterRef("pk"))
    counted = applied.order_by().values("measure").annotate(many=Count("pk")).values("many")
    rows = Measure.objects.select_related("executor").annotate(standing=Coalesce(Subquery(counted), 0))
    return show_list(request, lists.MEASURES, rows)


@needs(OVERSEE_CREDIT)
def statistics(request: SignedInRequest) -> HttpResponse:
    on = day_of_the_city()
    month = Month(_first(request.GET.get("month", ""), on))
    context = {
        "month": month,
        "months": list(months_back(on.replace(day=1), MONTHS_SHOWN)),
        "units": units_in(month),
        "categories": categories_in(month),
        "moved": moved_in(month),
    }
    return render(request, "credit/statistics.html", context)


@needs(OVERSEE_CREDIT)
def classes(request: SignedInRequest) -> HttpResponse:
    """Of each sector, how many stand in which class by its last run."""
    context = {"sectors": [_sector(version) for version in ModelVersion.objects.current()]}
    return render(request, "credit/classes.html", {**context, "letters": list(CreditClass)})


@require_POST
@needs(OVERSEE_CREDIT)
def grading(request: SignedInRequest, sector: str) -> HttpResponse:
    version = get_object_or_404(ModelVersion.objects.current(), key=sector)
    run = grade_sector(version=version, on=day_of_the_city(), by=request.user, at=moment_of_the_city())
    messages.success(request, f"已经分级，{run.subjects} 个主体。")
    return redirect("credit:classes")


def _sector(version: ModelVersion) -> dict[str, object]:
    run = ClassRun.objects.filter(sector=version.key).order_by("-on", "-id").first()
    rows = RiskClass.objects.filter(run=run).order_by().values_list("letter").annotate(many=Count("pk"))
    return {"version": version, "model": version.declaration, "run": run, "counted": dict(rows)}


def _first(said: str, on: date) -> date:
    """The first of a month written 2021-04; of this month where it is none."""
    try:
        return date.fromisoformat(f"{said}-01")
    except ValueError:
        return on.replace(day=1)
