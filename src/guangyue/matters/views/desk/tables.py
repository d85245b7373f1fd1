"""事项库: the officials' list of matters, one matter with its versions, and one version."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from guangyue.kit.access import SignedInRequest, for_staff
from guangyue.kit.clocks import Reading
from guangyue.kit.lists import show_list
from guangyue.kit.models import HolidayNotice
from guangyue.matters.changes import Change, changes_between
from guangyue.matters.compliance import violations_of
from guangyue.matters.guide import places_of
from guangyue.matters.lists import MATTERS
from guangyue.matters.models import Matter, MatterVersion
from guangyue.matters.parts import PARTS
from guangyue.matters.permissions import CHECK_BASIS, PROPOSE_MATTERS, RELEASE_MATTERS, REPORT_ELEMENTS
from guangyue.matters.releasing import faults_of, remarks_of


@dataclass(frozen=True)
class May:
    """What whoever looks may do with a matter."""

    propose: bool
    check: bool
    release: bool


@for_staff
def matters(request: SignedInRequest) -> HttpResponseBase:
    rows = Matter.objects.select_related("owner", "current").defer("current__declaration")
    context = {
        "may_propose": request.may(PROPOSE_MATTERS),
        "waiting": MatterVersion.objects.waiting().count(),
    }
    return show_list(request, MATTERS, rows, template="matters/desk_matters.html", context=context)


@for_staff
def matter(request: SignedInRequest, code: str) -> HttpResponse:
    shown = matter_at_desk(code)
    versions = shown.versions.select_related("proposed_by", "basis_checked_by", "released_by")
    reported = request.scope_of(REPORT_ELEMENTS)
    context = {
        "matter": shown,
        "declared": shown.current.declared if shown.current else None,
        "versions": versions.order_by("-number"),
        "under_way": shown.versions.under_way().first(),
        "flagged": shown.noncompliances.standing(),
        "places": places_of(shown, on=timezone.localdate()),
        "violations": _violations(shown),
        "own": set(shown.exercises.within(reported).values_list("pk", flat=True)),
        "may": may_with(request, shown),
    }
    return render(request, "matters/desk_matter.html", context)


@for_staff
def version(request: SignedInRequest, code: str, number: int) -> HttpResponse:
    """What a version says, what it changes, what stands in its way, and what may be done next."""
    shown = version_at_desk(code, number)
    declared = shown.declared
    before = _before(shown)
    context = {
        "matter": shown.matter,
        "version": shown,
        "declared": declared,
        "before": before,
        "changes": list(_changes(before, shown)),
        "faults": faults_of(declared),
        "remarks": remarks_of(declared),
        "parts": [(part, _count(shown, part.name)) for part in PARTS],
        "clock": _reading(shown),
        "may": may_with(request, shown.matter),
        "is_own": shown.proposed_by_id == request.user.pk,
        "checked_by_me": shown.basis_checked_by_id == request.user.pk,
    }
    return render(request, "matters/desk_version.html", context)


def matter_at_desk(code: str) -> Matter:
    return get_object_or_404(Matter.objects.select_related("owner", "current"), code=code)


def version_at_desk(code: str, number: int) -> MatterVersion:
    rows = MatterVersion.objects.select_related(
        "matter__owner", "matter__current", "proposed_by", "basis_checked_by", "released_by"
    )
    return get_object_or_404(rows, matter__code=code, number=number)


def may_with(request: SignedInRequest, matter: Matter) -> May:
    covered = request.scope_of(PROPOSE_MATTERS).covers(
        region=matter.owner.region_id, organisation=matter.owner_id
    )
    return May(
        propose=request.may(PROPOSE_MATTERS) and covered,
        check=request.may(CHECK_BASIS),
        release=request.may(RELEASE_MATTERS),
    )


def _before(shown: MatterVersion) -> MatterVersion | None:
    """The released version that it follows, or would follow."""
    earlier = shown.matter.versions.released().filter(number__lt=shown.number)
    return earlier.order_by("-number").first()


def _changes(before: MatterVersion | None, shown: MatterVersion) -> Iterator[Change]:
    return changes_between(before.declared, shown.declared) if before else iter(())


def _violations(shown: Matter) -> list[object]:
    if shown.current is None:
        return []
    exercises = shown.exercises.select_related("region")
    return list(violations_of(shown.current.declared, exercises))


def _count(shown: MatterVersion, name: str) -> int:
    return 1 if name == "matter" else len(getattr(shown.declared, name))


def _reading(shown: MatterVersion) -> Reading | None:
    clock, at = shown.clock, timezone.now()
    return clock.read(HolidayNotice.objects.calendar(), at=at) if clock else None
