"""年度排名: entered, its ties settled by a person, and the last of it proposed, no more and no fewer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from guangyue.accountability.declaration import Trigger
from guangyue.accountability.declared import triggers
from guangyue.accountability.models import RankedUnit, Ranking, StepCase
from guangyue.accountability.placing import Bottom, bottom
from guangyue.accountability.refusals import MovedOnAlready, NoTrigger, NotSettled
from guangyue.accountability.services.proposing import Cited, propose_steps
from guangyue.accounts.models import User
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation

SOURCE = "ranking"


@dataclass(frozen=True)
class Placed:
    """名次 as it was entered."""

    unit: Organisation
    group: str
    place: int


@transaction.atomic
def enter_ranking(
    *,
    trigger: Trigger,
    title: str,
    year: int,
    source: str,
    placed: Sequence[Placed],
    by: User,
    at: datetime,
) -> Ranking:
    """登记: who is certainly among the last is so at once; a tie waits for a person."""
    if not trigger.lasts:
        raise NoTrigger
    groups = {last.group for last in trigger.lasts}
    if strange := sorted({one.group for one in placed} - groups):
        raise Refused(f"没有这个组别：{'、'.join(strange)}。", field="places")
    if len({one.unit.pk for one in placed}) < len(placed):
        raise Refused("有单位列了两次。", field="places")
    try:
        with transaction.atomic():
            ranking = Ranking.objects.create(
                trigger_key=trigger.key, title=title, year=year, source=source, entered_by=by, entered_at=at
            )
    except IntegrityError as taken:
        raise Refused("这一年的这个排名已经登记。", field="title") from taken
    RankedUnit.objects.bulk_create(
        RankedUnit(ranking=ranking, unit=one.unit, group=one.group, place=one.place) for one in placed
    )
    certain = [int(name) for found in bottoms(ranking).values() for name in found.certain]
    ranking.places.filter(pk__in=certain).update(chosen=True)
    return ranking


def bottoms(ranking: Ranking) -> Mapping[str, Bottom]:
    """末位 by group; the names are the keys of the places."""
    places = list(ranking.places.all())
    return {
        last.group: bottom({str(one.pk): one.place for one in places if one.group == last.group}, last.many)
        for last in triggers()[ranking.trigger_key].lasts
    }


def unsettled(ranking: Ranking) -> dict[str, Bottom]:
    """The groups in which nobody has said yet whom of those in a tie to take."""
    if ranking.settled_at is not None:
        return {}
    return {group: found for group, found in bottoms(ranking).items() if found.wanted}


@transaction.atomic
def settle_tie(
    *, ranking: Ranking, chosen: Sequence[RankedUnit], said: str, by: User, at: datetime
) -> Ranking:
    """并列的决定: exactly as many as are wanted, among those in the tie, with a reason (R3)."""
    ranking = Ranking.objects.select_for_update().get(pk=ranking.pk)
    open_groups = unsettled(ranking)
    if not open_groups:
        raise MovedOnAlready
    picked = {str(one.pk) for one in chosen}
    for group, found in open_groups.items():
        if len(picked & set(found.tied)) != found.wanted:
            raise Refused(f"{group}在并列的单位里取 {found.wanted} 个，不多不少。", field="chosen")
    tied = {name for found in open_groups.values() for name in found.tied}
    ranking.places.filter(pk__in=[int(name) for name in picked & tied]).update(chosen=True)
    ranking.settled_said, ranking.settled_by, ranking.settled_at = said.strip(), by, at
    ranking.save()
    return ranking


@transaction.atomic
def propose_last(*, ranking: Ranking, by: User, at: datetime) -> list[StepCase]:
    """提议 for each of the last, by the first step of the clause."""
    ranking = Ranking.objects.select_for_update().get(pk=ranking.pk)
    if unsettled(ranking):
        raise NotSettled
    if ranking.proposed_at is not None:
        raise MovedOnAlready
    trigger = triggers()[ranking.trigger_key]
    cases = [
        propose_steps(
            trigger=trigger,
            unit=one.unit,
            facts=(_fact(ranking, one, at=at),),
            steps=(trigger.steps[0].title,),
            by=by,
            at=at,
        )
        for one in ranking.places.filter(chosen=True).select_related("unit")
    ]
    ranking.proposed_at = at
    ranking.save(update_fields=["proposed_at"])
    return cases


def _fact(ranking: Ranking, one: RankedUnit, *, at: datetime) -> Cited:
    return Cited(
        source=SOURCE,
        record=f"{ranking.pk}-{one.unit_id}",
        title=f"{ranking}{one.group}第 {one.place} 名",
        on=local_day(at),
        detail=ranking.source,
        link=ranking.get_absolute_url(),
    )
