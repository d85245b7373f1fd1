"""办理一件事 at the desk: accepted once, delivered together, withdrawn as a whole."""

from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.bundles.models import BundleCase
from guangyue.bundles.refusals import MovedOnAlready, TogetherLater
from guangyue.bundles.services.beginning import accept_case
from guangyue.bundles.services.opening import hold_bundle
from guangyue.bundles.services.settling import settle
from guangyue.bundles.standing import Standing
from guangyue.cases.flow import Actor, Phase
from guangyue.cases.services.delivery import Slip, deliver_case
from guangyue.cases.services.moving import hold_bundled, move_case

WITHDRAW = "withdraw"


@transaction.atomic
def accept_bundle(*, bundle: BundleCase, by: User, at: datetime) -> BundleCase:
    """一次受理: every case that has begun; a material that is missing is named, and nothing is accepted."""
    waiting = [case for case in hold_bundled(bundle.number) if case.stands_in is Phase.RECEIVED]
    if not waiting:
        raise MovedOnAlready
    for case in waiting:
        accept_case(case=case, by=by, at=at)
    return BundleCase.objects.get(pk=bundle.pk)


@transaction.atomic
def deliver_bundle(*, bundle: BundleCase, how: str, slip: Slip, by: User, at: datetime) -> BundleCase:
    """出件 on one slip: together when all are decided; sooner what is ready, if the applicant asked so."""
    bundle = hold_bundle(bundle)
    ready = [case for case in hold_bundled(bundle.number) if case.stands_in is Phase.DECIDED]
    if not ready:
        raise MovedOnAlready
    if not bundle.early and bundle.decided_at is None:
        raise TogetherLater
    for case in ready:
        deliver_case(case=case, how=how, slip=slip, by=by, at=at)
    return BundleCase.objects.get(pk=bundle.pk)


@transaction.atomic
def withdraw_bundle(*, bundle: BundleCase, by: User | None, at: datetime) -> BundleCase:
    """撤回: what is under way, and what has not begun; what is decided stays."""
    bundle = hold_bundle(bundle)
    if not bundle.number or bundle.decided_at:
        raise MovedOnAlready
    cases = hold_bundled(bundle.number)
    open_cases = [case for case in cases if not case.is_closed and not case.decided_at]
    unbegun = (Standing.WAITING.name, Standing.HELD.name)
    bundle.parts.filter(case=None, standing__in=unbegun).update(standing=Standing.STOPPED.name)
    for case in open_cases:
        move_case(case=case, arrow=WITHDRAW, by=by, actor=Actor.APPLICANT, at=at)
    return settle(bundle=hold_bundle(bundle), at=at)
