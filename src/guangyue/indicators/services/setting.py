"""设定目标: declared by the city's documents or drafted by hand, confirmed by a person."""

from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError, transaction

from guangyue.accounts.models import User
from guangyue.indicators.comparing.natures import Nature
from guangyue.indicators.declaration import LinkFact, TargetFact
from guangyue.indicators.models import Indicator, Split, Target, TargetLink, TargetMove
from guangyue.indicators.refusals import NotInForce
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation


@transaction.atomic
def set_targets(*, facts: Iterable[TargetFact], at: datetime) -> None:
    """As documents declare them: what is there already stays as it is."""
    known = set(Target.objects.values_list("code", flat=True))
    offices = {one.key: one for one in Organisation.objects.all()}
    for fact in facts:
        if fact.code not in known:
            target = _create(fact, owner=offices.get(fact.owner), state=_state_of(fact))
            Split.objects.bulk_create(
                Split(
                    target=target, organisation=offices[part.organisation], name=part.name, value=part.value
                )
                for part in fact.parts
            )
            note(target, "由公文设定", by=None, at=at)


@transaction.atomic
def draft_target(*, fact: TargetFact, owner: Organisation | None, by: User | None, at: datetime) -> Target:
    """草拟: it counts for nothing before it is confirmed."""
    if fact.nature is Nature.CUMULATIVE and fact.since is None:
        raise Refused("期内累计的目标请写明从哪一天起算。", field="since")
    if fact.upper is not None and fact.upper < fact.value:
        raise Refused("上限不能小于目标值。", field="upper")
    try:
        with transaction.atomic():
            target = _create(fact, owner=owner, state=Target.State.DRAFTED)
    except IntegrityError as taken:
        raise Refused("已经有这个编号的目标。", field="code") from taken
    note(target, "草拟", by=by, at=at)
    return target


@transaction.atomic
def confirm_target(*, target: Target, by: User, at: datetime) -> Target:
    """确认 that it stands in the text like this: from now on it is in force."""
    held = Target.objects.select_for_update().get(pk=target.pk)
    if held.state != Target.State.DRAFTED:
        raise NotInForce("只有草拟的目标需要确认。")
    held.state = Target.State.ACTIVE
    held.save()
    note(held, "确认", by=by, at=at)
    return held


def link_targets(*, links: Iterable[LinkFact]) -> None:
    """关联: side by side, never added."""
    targets = {one.code: one for one in Target.objects.all()}
    for link in links:
        TargetLink.objects.get_or_create(
            one=targets[link.one],
            other=targets[link.other],
            defaults={"kind": link.kind, "said": link.said},
        )


def note(
    target: Target, what: str, *, by: User | None, at: datetime, said: str = "", cites: object = None
) -> None:
    TargetMove.objects.create(target=target, what=what, said=said, cites=cites, by=by, at=at)


def _create(fact: TargetFact, *, owner: Organisation | None, state: str) -> Target:
    indicator, _ = Indicator.objects.get_or_create(
        name=fact.indicator,
        unit=fact.unit,
        defaults={
            "code": fact.code,
            "definition": f"以{fact.unit}计量，{fact.comparator.direction.value}",
            "direction": fact.comparator.direction.name,
        },
    )
    return Target.objects.create(
        code=fact.code,
        indicator=indicator,
        reach=fact.reach,
        firm=fact.firm,
        comparator=fact.comparator.sign,
        value=fact.value,
        upper=fact.upper,
        nature=fact.nature.name,
        base_year=fact.base_year,
        total=fact.total,
        since=fact.since,
        due_on=fact.due,
        every=fact.every.name,
        strength=fact.strength.name,
        condition=fact.condition,
        owner=owner,
        number=fact.cites.number,
        cites=fact.cites,
        file=fact.file,
        lines=fact.lines,
        remark=fact.remark,
        state=state,
    )


def _state_of(fact: TargetFact) -> str:
    return Target.State.SPLIT if fact.parts else Target.State.ACTIVE
