"""What of the register runs because of a clause: bodies and their duties, names, appointments."""

from collections.abc import Collection, Iterator
from enum import Enum
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from guangyue.gazette.document import Clause
from guangyue.gazette.running import Runs
from guangyue.organisations.models import (
    Body,
    BodyDuty,
    BodyMove,
    LocalRequirement,
    Name,
    Notice,
    OldNameUse,
    Organisation,
    Succession,
)

ELSEWHERE = (BodyMove.Kind.FORMED, BodyMove.Kind.NAMED)  # the body itself says so


class Kind(Enum):
    """What of the register a clause can bring about."""

    BODY = "议事协调机构"
    DUTY = "机构职责"
    RULE = "工作规则"
    RENAMING = "机构更名"
    CHANGE = "机构调整"
    OLD_NAME = "用旧称"
    LOCAL_BODY = "属地机构"
    APPOINTMENT = "任免"
    ORGANISATION = "机构设立"
    NAME = "机构名称"
    SUCCESSION = "机构沿革"


def page_of(body: str) -> str:
    """The page of a body, by its key."""
    return reverse("organisations:body", args=[body])


def said(cites: Clause, kind: Kind, title: str, *, key: str, url: str) -> Runs:
    return Runs(cites, kind.value, title, key, url)


def register_runs(numbers: Collection[str] | None) -> Iterator[Runs]:
    """What the register's rows say, a statement for each of its tables."""
    yield from _bodies(numbers)
    yield from _organisations(numbers)
    yield from _notices(numbers)


def _bodies(numbers: Collection[str] | None) -> Iterator[Runs]:
    for body in _citing(Body.objects.select_related("organisation"), numbers):
        key = body.organisation.key
        yield said(body.cites, Kind.BODY, str(body), key=key, url=page_of(key))
    with_body = ("body__organisation",)
    for duty in _citing(BodyDuty.objects.select_related(*with_body), numbers):
        key = duty.body.organisation.key
        yield said(
            duty.cites, Kind.DUTY, f"{duty.body}：{duty.text}", key=f"{key} {duty.order}", url=page_of(key)
        )
    for move in _citing(BodyMove.objects.exclude(kind__in=ELSEWHERE).select_related(*with_body), numbers):
        key = move.body.organisation.key
        kind = Kind.RENAMING if move.kind == BodyMove.Kind.RENAMED else Kind.CHANGE
        title = f"{move.body}{move.get_kind_display()}"
        yield said(move.cites, kind, title, key=key, url=page_of(key))
    for use in _citing(OldNameUse.objects.select_related(*with_body), numbers):
        key = use.body.organisation.key
        yield said(use.cites, Kind.OLD_NAME, f"{use.printed}即{use.body}", key=key, url=page_of(key))
    for asked in _citing(LocalRequirement.objects.select_related(*with_body), numbers):
        key = asked.body.organisation.key
        title = f"{asked.get_level_display()}：{asked}"
        yield said(asked.cites, Kind.LOCAL_BODY, title, key=key, url=page_of(key))


def _organisations(numbers: Collection[str] | None) -> Iterator[Runs]:
    for one in _citing(Organisation.objects.apart_from_bodies(), numbers):
        yield said(one.cites, Kind.ORGANISATION, str(one), key=one.key, url=one.get_absolute_url())
    names = Name.objects.exclude(organisation__kind=Organisation.Kind.BODY).select_related("organisation")
    for name in _citing(names, numbers):
        url = name.organisation.get_absolute_url()
        yield said(name.cites, Kind.NAME, f"{name.organisation}：{name}", key=str(name.pk), url=url)
    for one in _citing(Succession.objects.select_related("predecessor", "successor"), numbers):
        title = f"{one.predecessor}{one.get_kind_display()}为{one.successor}"
        url = one.successor.get_absolute_url()
        yield said(one.cites, Kind.SUCCESSION, title, key=str(one.pk), url=url)


def _notices(numbers: Collection[str] | None) -> Iterator[Runs]:
    """A notice in effect, and each line of it; it numbers none of them, so all cite the whole."""
    notices = Notice.objects.effective()
    if numbers is not None:
        notices = notices.filter(number__in=numbers)
    for notice in notices.prefetch_related("lines"):
        cites, url = Clause(notice.number), notice.get_absolute_url()
        yield said(cites, Kind.APPOINTMENT, notice.title, key=notice.number, url=url)
        for line in notice.lines.all():
            key = f"{line.order} {line.position}"
            yield said(cites, Kind.APPOINTMENT, str(line), key=key, url=url)


def _citing(rows: QuerySet[Any, Any], numbers: Collection[str] | None) -> QuerySet[Any, Any]:
    """Those that rest on one of these documents; a citation is kept as number, a space, path."""
    if numbers is None:
        return rows.exclude(cites=None)
    return rows.filter(
        reduce(or_, (Q(cites=one) | Q(cites__startswith=f"{one} ") for one in numbers), Q(pk__in=()))
    )
