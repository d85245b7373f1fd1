"""After each move of a case that is part of a bundle, in the same transaction: the bundle goes on."""

from datetime import datetime

from guangyue.bundles.models import BundleCase
from guangyue.bundles.refusals import TogetherLater
from guangyue.bundles.services.opening import hold_bundle
from guangyue.bundles.services.settling import settle
from guangyue.bundles.services.telling import tell_applicant
from guangyue.cases.flow import Actor, Phase
from guangyue.cases.models import Case, Move


def follow_move(case: Case, move: Move, at: datetime) -> None:
    """Costs nothing for a case of its own."""
    if not case.bundle:
        return
    bundle = hold_bundle(BundleCase.objects.get(number=case.bundle))
    flow = case.flow.declared
    arrow = flow.arrow(move.arrow, since=move.since)
    leaves = flow.step(move.since).phase is Phase.DECIDED if move.since else False
    if leaves and case.is_closed and not bundle.early and bundle.decided_at is None:
        raise TogetherLater
    if arrow and arrow.by is not Actor.APPLICANT:
        tell_applicant(bundle=bundle, key=f"move.{move.pk}", said=f"{case.title}{move.title}", at=at)
    settle(bundle=bundle, at=at)
