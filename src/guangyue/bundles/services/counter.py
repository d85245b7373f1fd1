"""窗口收一件事: begun with who wishes what, kept while the one set of materials is looked through, taken in
and accepted at once."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.bundles.models import BundleCase, BundlePaper, Theme
from guangyue.bundles.services.handling import accept_bundle
from guangyue.bundles.services.opening import hand_in_bundle, hold_draft, open_bundle, save_bundle
from guangyue.cases.services.counter import (
    MISSING,
    OWED,
    RECEIVED,
    Someone,
    Taken,
    channel_at,
    refuse_unsigned,
)
from guangyue.kit.clocks import local_day
from guangyue.organisations.models import Region


@transaction.atomic
def begin_bundle_at_counter(
    *,
    theme: Theme,
    situation: Mapping[str, str],
    region: Region,
    window: Region,
    someone: Someone,
    by: User,
    at: datetime,
) -> BundleCase:
    """A draft of the clerk's own, so that it is found again when he is called away."""
    return open_bundle(
        theme=theme,
        situation=situation,
        region=region,
        applicant=someone.known,
        name=someone.name,
        number=someone.number,
        channel=channel_at(window, region=region),
        received_by=by,
        at=at,
    )


@transaction.atomic
def keep_bundle_at_counter(*, bundle: BundleCase, taken: Taken, at: datetime) -> BundleCase:
    """暂存: the form, and what lies on the counter."""
    bundle = save_bundle(
        bundle=bundle,
        answers={**bundle.answers, **taken.answers},
        sources=taken.sources,
        phone=taken.phone or bundle.phone,
        delivery=taken.delivery,
    )
    for paper in bundle.papers.select_for_update():
        _mark(paper, taken.marks.get(paper.code, MISSING), at)
    return bundle


@transaction.atomic
def take_in_bundle(
    *,
    bundle: BundleCase,
    taken: Taken,
    consent: bool,
    promised: bool,
    partly: bool,
    early: bool,
    by: User,
    at: datetime,
) -> BundleCase:
    """收件 and 受理 in one: one number, one receipt, and every matter that can begin is accepted."""
    bundle = keep_bundle_at_counter(bundle=bundle, taken=taken, at=at)
    owed = [code for code, mark in taken.marks.items() if mark == OWED]
    refuse_unsigned(owed, promised=promised)
    bundle = hand_in_bundle(bundle=bundle, consent=consent, promised=owed, partly=partly, early=early, at=at)
    return bundle if bundle.accepted_at else accept_bundle(bundle=bundle, by=by, at=at)


@transaction.atomic
def discard_bundle_at_counter(*, bundle: BundleCase) -> None:
    bundle = hold_draft(bundle)
    bundle.papers.all().delete()
    bundle.parts.all().delete()
    bundle.delete()


def _mark(paper: BundlePaper, mark: str, at: datetime) -> None:
    """As it lies on the counter now; what may be owed is promised."""
    paper.mark = mark
    paper.on_paper = mark in RECEIVED
    paper.supplied_at = at if paper.on_paper else None
    paper.promised_on = local_day(at) if mark == OWED and paper.deferrable else None
    paper.save(update_fields=["mark", "on_paper", "supplied_at", "promised_on"])
