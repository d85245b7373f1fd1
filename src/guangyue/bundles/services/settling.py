"""推进: whatever happens to one of its cases, a bundle begins what may begin, stops what cannot, and is
decided when all are."""

from datetime import datetime

from guangyue.accounts.models import User
from guangyue.bundles.models import BundleCase, BundlePart
from guangyue.bundles.services.beginning import begin_part
from guangyue.bundles.services.clock import recount
from guangyue.bundles.services.deciding import issue_decision
from guangyue.bundles.services.telling import tell_applicant
from guangyue.bundles.standing import Standing, ready, stopped
from guangyue.cases.flow import Outcome
from guangyue.cases.models import Case
from guangyue.cases.services.delivery import send_online
from guangyue.cases.services.moving import hold


def settle(*, bundle: BundleCase, by: User | None, at: datetime) -> BundleCase:
    """The bundle is held by the caller. A case that begins may be decided at once, and settle in its turn."""
    _read_standings(bundle)
    _stop_lost(bundle)
    while nexts := _next(bundle):
        begin_part(part=nexts, by=by, at=at)
        _read_standings(bundle)
        _stop_lost(bundle)
    bundle.refresh_from_db()
    parts = list(bundle.parts.select_related("case").prefetch_related("case__pauses"))
    _note_acceptance(bundle, parts, by=by, at=at)
    recount(bundle, parts, at=at)
    if bundle.decided_at is None and all(part.stands.settled for part in parts):
        bundle.state, bundle.decided_at = BundleCase.State.DECIDED, at
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


def _next(bundle: BundleCase) -> BundlePart | None:
    parts = {part.matter: part for part in bundle.parts.all()}
    stand = {key: part.stands for key, part in parts.items()}
    first = next(ready(stand, {key: part.after for key, part in parts.items()}), None)
    return parts[first] if first else None


def _read_standings(bundle: BundleCase) -> None:
    for part in bundle.parts.exclude(case=None).select_related("case"):
        if part.case and part.standing != (now := standing_of(part.case).name):
            part.standing = now
            part.save(update_fields=["standing"])


def _stop_lost(bundle: BundleCase) -> None:
    parts = list(bundle.parts.all())
    lost = stopped({part.matter: part.stands for part in parts}, {part.matter: part.after for part in parts})
    if lost:
        bundle.parts.filter(matter__in=lost).update(standing=Standing.STOPPED.name)


def _note_acceptance(bundle: BundleCase, parts: list[BundlePart], *, by: User | None, at: datetime) -> None:
    """一次受理: once every case that has begun is accepted."""
    begun = [part.case for part in parts if part.case]
    if bundle.accepted_at or not any(case.accepted_at for case in begun):
        return
    if all(case.accepted_at or case.is_closed for case in begun):
        bundle.accepted_at, bundle.accepted_by = at, by
        bundle.state = BundleCase.State.UNDER_WAY
