"""联合检查 of what two departments drew in one month (R18): offered to both, one visit where both agree."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from itertools import combinations

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.inspections.models import JointAnswer, JointOffer, Subject, Visit
from guangyue.inspections.refusals import WrongStep
from guangyue.inspections.services.telling import tell_inspector
from guangyue.kit.refusals import Refused
from guangyue.notifications.services import notify

SIDES = 2


@transaction.atomic
def offer_joint_visits(*, subjects: Collection[int], at: datetime) -> None:
    """提议, one at a time for a unit; to the same two only once."""
    # Of two batches that are given out at once the second waits here, and then sees what the first gave out.
    list(Subject.objects.select_for_update(no_key=True).filter(pk__in=subjects).order_by("pk"))
    under_way = JointOffer.objects.open().filter(first__subject__in=subjects)
    waiting: dict[int, list[Visit]] = defaultdict(list)
    rows = Visit.objects.to_begin_in_month(at).filter(subject__in=subjects)
    for visit in rows.exclude(subject__in=under_way.values("first__subject")).order_by("pk"):
        waiting[visit.subject_id].append(visit)
    for visits in waiting.values():
        pairs = (pair for pair in combinations(visits, SIDES) if _may_go_together(*pair))
        if (pair := next(pairs, None)) is not None:
            _offer(*pair, at=at)


@transaction.atomic
def answer_offer(
    *, offer: JointOffer, sides: Collection[Visit], agrees: bool, said: str, by: User, at: datetime
) -> JointOffer:
    """答复 of one side, or of both at once; with the second yes there is one visit, with a no two."""
    first, second = _hold_sides(offer)
    held = JointOffer.objects.select_for_update().get(pk=offer.pk)
    if not held.is_open or held.answers.filter(visit__in=sides).exists():
        raise WrongStep
    if not sides or not {*sides} <= {first, second}:
        raise WrongStep
    if not agrees and not said.strip():
        raise Refused("不同意联合检查的，要写明理由。", field="said")
    JointAnswer.objects.bulk_create(
        JointAnswer(offer=held, visit=visit, agrees=agrees, said=said.strip(), by=by, at=at)
        for visit in sides
    )
    if not agrees:
        return _settle(held, JointOffer.State.DECLINED, at=at)
    if held.answers.count() < SIDES:
        return held
    _join(first, second, at=at)
    return _settle(held, JointOffer.State.JOINED, at=at)


def lapse_offers(visit: Visit, *, at: datetime) -> None:
    """Who has begun goes alone."""
    open_ones = JointOffer.objects.open().of_visits(Visit.objects.filter(pk=visit.pk))
    open_ones.update(state=JointOffer.State.LAPSED, settled_at=at)


def _may_go_together(first: Visit, second: Visit) -> bool:
    """Of two departments, each with matters of the joint list alone: those can be inspected at once."""
    if first.organisation_id == second.organisation_id:
        return False
    if JointOffer.objects.filter(first=first, second=second).exists():
        return False
    return all(item.joint for visit in (first, second) for item in visit.items.all())


def _offer(first: Visit, second: Visit, *, at: datetime) -> None:
    offer = JointOffer.objects.create(first=first, second=second, offered_at=at)
    for visit in offer.sides:
        assert visit.batch is not None
        notify(
            to=visit.batch.made_by,
            title="可以联合检查",
            body=f"批次 {first.batch} 和 {second.batch} 本月抽中了同一个检查对象，请答复是否联合检查。",
            link=offer.get_absolute_url(),
            key=f"inspections.joint-offer-{offer.pk}-{visit.pk}",
            at=at,
        )


def _settle(offer: JointOffer, state: JointOffer.State, *, at: datetime) -> JointOffer:
    """A third department may have drawn the same unit meanwhile."""
    offer.state, offer.settled_at = state, at
    offer.save(update_fields=["state", "settled_at"])
    offer_joint_visits(subjects=[offer.first.subject_id], at=at)
    return offer


def _hold_sides(offer: JointOffer) -> tuple[Visit, Visit]:
    """In their order, before the offer: whoever begins a visit holds it first too."""
    rows = Visit.objects.select_for_update(of=("self",)).filter(pk__in=(offer.first_id, offer.second_id))
    first, second = rows.order_by("pk")
    return first, second


def _join(first: Visit, second: Visit, *, at: datetime) -> None:
    """进一次门、查多项事: matters and team of the later visit come to the earlier, and what had joined it."""
    Visit.objects.filter(pk=second.pk).update(state=Visit.State.JOINED, joined_into=first)
    Visit.objects.filter(joined_into=second).update(joined_into=first)
    first.items.add(*second.items.all())
    there = first.members.values("inspector")
    second.members.filter(inspector__in=there).delete()
    second.members.update(visit=first)
    for member in first.members.select_related("inspector__account"):
        tell_inspector(
            member.inspector,
            title=f"检查任务 {first.number} 改为联合检查",
            body="几个部门一次上门，各查各的事项，请在“我的检查”里查看。",
            key=f"inspections.joint-{first.pk}-{first.joined.count()}-{member.inspector_id}",
            at=at,
        )
