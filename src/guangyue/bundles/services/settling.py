"""推进: whatever happens to one of its cases, a bundle begins what may begin, stops what cannot, and is
decided when all are."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from guangyue.bundles.models import BundleCase, BundlePart
from guangyue.bundles.services.beginning import begin_part
from guangyue.bundles.services.clock import recount
from guangyue.bundles.services.deciding import issue_decision
from guangyue.bundles.services.telling import tell_applicant
from guangyue.bundles.services.timing import time_used
from guangyue.bundles.standing import Standing, ready, stopped
from guangyue.cases.flow import Outcome
from guangyue.cases.models import Case
from guangyue.cases.services.delivery import send_online
from guangyue.cases.services.moving import hold
from guangyue.kit.refusals import Refused

LONGEST_REASON = 200


def settle(*, bundle: BundleCase, gently: bool = True, at: datetime) -> BundleCase:
    """The bundle is held by the caller. A case that begins may be decided at once, and settle in its turn.

    `gently` lets what cannot begin now wait, with the reason: whoever decides on one matter is not held up by
    another that was suspended meanwhile. Whoever hands in is told.
    """
    _read_standings(bundle)
    barred: set[str] = set()
    while part := _next(bundle, apart_from=barred):
        if not _begin(part, gently=gently, at=at):
            barred.add(part.matter)
        _read_standings(bundle)
    bundle.refresh_from_db()
    parts = list(bundle.parts.select_related("case__received_by").prefetch_related("case__pauses"))
    _note_acceptance(bundle, parts, at=at)
    recount(bundle, parts, at=at)
    if bundle.decided_at is None and all(part.stands.settled for part in parts):
        bundle.state, bundle.decided_at = BundleCase.State.DECIDED, at
        bundle.used_days = time_used(bundle, at=at).days
        bundle.save()
        issue_decision(bundle=bundle, parts=parts, at=at)
        tell_applicant(bundle=bundle, key="decided", said="全部办出结果", at=at)
    bundle.save()
    if bundle.decided_at or bundle.early:
        _send_results(bundle, at=at)
    bundle.refresh_from_db()
    if bundle.decided_at and bundle.finished_at is None and not _open_cases(bundle):
        bundle.state, bundle.finished_at = BundleCase.State.FINISHED, at
        bundle.save()
    return bundle


def standing_of(case: Case) -> Standing:
    if case.outcome == Outcome.GRANTED.name:
        return Standing.GRANTED
    if case.outcome or case.is_closed:
        return Standing.FAILED
    return Standing.UNDER_WAY


def _send_results(bundle: BundleCase, *, at: datetime) -> None:
    """电子送达, together or as they come: each that goes out settles the bundle in its turn."""
    for pk in bundle.parts.exclude(case=None).order_by("pk").values_list("case", flat=True):
        send_online(case=hold(Case(pk=pk)), at=at)


def _open_cases(bundle: BundleCase) -> bool:
    return Case.objects.filter(bundle=bundle.number, closed_at=None).exists()


def _next(bundle: BundleCase, *, apart_from: Collection[str]) -> BundlePart | None:
    parts = {part.matter: part for part in bundle.parts.all()}
    stand = {key: part.stands for key, part in parts.items()}
    may_begin = ready(stand, {key: part.after for key, part in parts.items()})
    first = next((key for key in may_begin if key not in apart_from), None)
    return parts[first] if first else None


def _begin(part: BundlePart, *, gently: bool, at: datetime) -> bool:
    try:
        with transaction.atomic():
            begin_part(part=part, at=at)
    except Refused as refused:
        if not gently:
            raise
        BundlePart.objects.filter(pk=part.pk).update(barred=refused.sentence[:LONGEST_REASON])
        return False
    return True


def _read_standings(bundle: BundleCase) -> None:
    """By their cases; what waits for one that failed is stopped."""
    for part in bundle.parts.exclude(case=None).select_related("case"):
        if part.case and part.standing != (now := standing_of(part.case).name):
            part.standing = now
            part.save(update_fields=["standing"])
    _stop_lost(bundle)


def _stop_lost(bundle: BundleCase) -> None:
    parts = list(bundle.parts.all())
    lost = stopped({part.matter: part.stands for part in parts}, {part.matter: part.after for part in parts})
    if lost:
        bundle.parts.filter(matter__in=lost).update(standing=Standing.STOPPED.name)


def _note_acceptance(bundle: BundleCase, parts: list[BundlePart], *, at: datetime) -> None:
    """一次受理: once every case that has begun is accepted, by the clerk who accepted one of them."""
    begun = [part.case for part in parts if part.case]
    if bundle.accepted_at or not any(case.accepted_at for case in begun):
        return
    if all(case.accepted_at or case.is_closed for case in begun):
        bundle.accepted_at = at
        bundle.accepted_by = next((case.received_by for case in begun if case.received_by), None)
        bundle.state = BundleCase.State.UNDER_WAY
