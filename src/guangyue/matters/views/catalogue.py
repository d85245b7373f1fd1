"""办事目录: what can be applied for, searched and sorted by what people come for."""

from http import HTTPStatus
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guangyue.kit.access import open_to_all
from guangyue.matters.declaration import Flag
from guangyue.matters.forms import CatalogueForm
from guangyue.matters.models import Matter, MatterQuerySet
from guangyue.matters.releasing import FIELDS_OF_LIFE, GROUPS_OF_LIFE

PAGE = 20
COUNTED_TO = 2_000  # nobody walks farther; beyond it, it is only said that there are more
MOST_FREQUENT = 12
ICONS = {
    "社会保障": "shield-heart",
    "卫生健康": "heart-rate-monitor",
    "就业创业": "briefcase",
    "民政救助": "heart-handshake",
    "户籍办理": "home-2",
    "公安交管": "steering-wheel",
    "交通运输": "truck",
    "老年人": "old",
    "残疾人": "disabled",
    "退役军人": "medal",
    "高校毕业生": "school",
    "高层次人才": "star",
}
SHOWN_FLAGS = (Flag.INSTANT, Flag.WHOLLY_ONLINE, Flag.ONE_VISIT, Flag.MOBILE)


@open_to_all
def catalogue(request: HttpRequest) -> HttpResponse:
    """What was looked for; where nothing was, what there is, in groups."""
    matters = Matter.objects.open()
    form = CatalogueForm(request.GET, matters=matters)
    asked = {name: value for name, value in request.GET.items() if name in form.fields and value}
    found = form.found() if form.is_valid() else matters.none()
    context = {
        "form": form,
        "address": urlencode(asked),
        "words": form.cleaned_data.get("q", ""),
        **(_page(found, request.GET.get("page", "")) if form.asks else _groups(matters)),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "matters/catalogue.html", context, status=status)


def _page(found: MatterQuerySet, number: str) -> dict[str, object]:
    """They are ranked once, by their keys alone; what a page tells of its few is read then."""
    keys = list(found.values_list("pk", flat=True)[: COUNTED_TO + 1])
    page = Paginator(keys[:COUNTED_TO], PAGE).get_page(number)
    shown = Matter.objects.select_related("owner").in_bulk(page.object_list)
    return {
        "page": page,
        "matters": [shown[key] for key in page.object_list],
        "more": len(keys) > COUNTED_TO,
    }


def _groups(matters: MatterQuerySet) -> dict[str, object]:
    """领域、部门、常办、秒批: where whoever does not search begins."""
    by_field = _counted(matters, "field_of_life")
    departments = matters.values_list("owner__key", "owner__name").annotate(count=Count("pk"))
    return {
        "fields": [(one, by_field[one], ICONS[one]) for one in FIELDS_OF_LIFE if one in by_field],
        "people": [(one, by_field[one], ICONS[one]) for one in GROUPS_OF_LIFE if one in by_field],
        "departments": departments.order_by("-count", "owner__name"),
        "frequent": matters.filter(flags__contains=[Flag.FREQUENT.name]).order_by("name")[:MOST_FREQUENT],
        "flags": [(flag, matters.filter(flags__contains=[flag.name]).count()) for flag in SHOWN_FLAGS],
    }


def _counted(matters: MatterQuerySet, column: str) -> dict[str, int]:
    return dict(matters.order_by().values_list(column).annotate(count=Count("pk")))
