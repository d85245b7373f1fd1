"""重算: conclusions of many targets and their parts, from the figures that are verified."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.db import connection, transaction

from guangyue.indicators.comparing.assessing import Assessed, assess
from guangyue.indicators.comparing.judging import Judged, Result, judge_each
from guangyue.indicators.comparing.natures import Dated
from guangyue.indicators.comparing.windows import Window, window_before, window_on
from guangyue.indicators.models import Figure, Split, Target, Verdict
from guangyue.indicators.models.targets import PromisedTargetQuerySet
from guangyue.indicators.standards import standards_of_the_city
from guangyue.jobs.declarations import job
from guangyue.kit.clocks import local_day

Key = tuple[int, int | None]  # target, and the organisation of a part

POINT_TARGETS = """
update indicators_target t set verdict_id = v.id from indicators_verdict v
where v.id = any(%s) and v.organisation_id is null and v.target_id = t.id
"""
POINT_SPLITS = """
update indicators_split s set verdict_id = v.id from indicators_verdict v
where v.id = any(%s) and v.organisation_id = s.organisation_id and v.target_id = s.target_id
"""


@dataclass
class Reported:
    """What was reported of one of them: the base, and the figures."""

    base: Decimal | None = None
    figures: list[Dated] = field(default_factory=list)


@job("indicators.recompute", title="重算目标指标的结论")
def recompute_nightly(*, at: datetime) -> None:
    """A day that passes ends periods."""
    recompute(targets=Target.objects.in_force(), on=local_day(at), at=at)


@transaction.atomic
def recompute(*, targets: PromisedTargetQuerySet, on: date, at: datetime) -> int:
    """How many conclusions are new; one that says the same as before is not written again."""
    asked = list(targets.in_force().select_related("indicator", "verdict"))
    reported = _reported(asked)
    parts = _parts(asked)
    fresh: list[Verdict] = []
    for target in asked:
        fresh.extend(_conclude(target, parts.get(target.pk, ()), reported, on=on, at=at))
    written = Verdict.objects.bulk_create(fresh, batch_size=2000)
    _point([verdict.pk for verdict in written])
    return len(written)


def _conclude(
    target: Target, parts: Sequence[Split], reported: Mapping[Key, Reported], *, on: date, at: datetime
) -> Iterator[Verdict]:
    """Those of the parts, then that of the whole."""
    window = window_of(target, on=on)
    assessed = {
        part.organisation_id: _assess(
            target, part.value, reported.get((target.pk, part.organisation_id)), window, on
        )
        for part in parts
    }
    for part in parts:
        yield from _written(
            target, part.organisation_id, part.verdict, assessed[part.organisation_id], window, at
        )
    if target.reach == Target.Reach.EACH:
        whole = Assessed(Judged(judge_each([one.judged.result for one in assessed.values()])))
    else:
        whole = _assess(target, target.value, reported.get((target.pk, None)), window, on)
    yield from _written(target, None, target.verdict, whole, window, at)


def window_of(target: Target, *, on: date) -> Window:
    """Of what recurs, the last period that is over; before there is one, that which runs."""
    window = window_on(due=target.due_on, since=target.since, every=target.recurs, on=on)
    return window_before(window, every=target.recurs, due=target.due_on) or window


def _assess(target: Target, value: Decimal, reported: Reported | None, window: Window, on: date) -> Assessed:
    known = reported or Reported()
    return assess(
        target.promise_of(value),
        target.counts,
        known.figures,
        window,
        on=on,
        base=known.base,
        standards=standards_of_the_city(),
    )


def _written(
    target: Target,
    organisation: int | None,
    last: Verdict | None,
    assessed: Assessed,
    window: Window,
    at: datetime,
) -> Iterator[Verdict]:
    """Nothing where nothing changed, or where a person has judged that very number."""
    judged = assessed.judged
    verdict = Verdict(
        target=target,
        organisation_id=organisation,
        due_on=window.until,
        as_of=assessed.as_of,
        result=judged.result.name,
        actual=judged.actual,
        rate=judged.rate,
        projected=assessed.projected,
        behind=assessed.behind,
        aspirational=judged.aspirational,
        exceeded=judged.exceeded,
        reason=judged.reason,
        at=at,
    )
    if last is None or not (last.content == verdict.content or _stands(last, verdict)):
        yield verdict


def _stands(last: Verdict, verdict: Verdict) -> bool:
    """What a person said of a number holds until the number changes."""
    return (
        last.by_id is not None
        and (last.due_on, last.actual) == (verdict.due_on, verdict.actual)
        and verdict.result in (Result.TO_JUDGE.name, Result.MISSED.name)
    )


def _reported(targets: Sequence[Target]) -> Mapping[Key, Reported]:
    found: dict[Key, Reported] = defaultdict(Reported)
    rows = Figure.objects.verified().filter(target__in=[target.pk for target in targets])
    columns = ("target_id", "organisation_id", "base", "on", "value")
    for target, organisation, base, on, value in rows.values_list(*columns).iterator(chunk_size=5000):
        known = found[target, organisation]
        if base:
            known.base = value
        else:
            known.figures.append(Dated(on, value))
    return found


def _parts(targets: Sequence[Target]) -> Mapping[int, Sequence[Split]]:
    found: dict[int, list[Split]] = defaultdict(list)
    rows = Split.objects.filter(target__in=[target.pk for target in targets])
    for split in rows.select_related("verdict"):
        found[split.target_id].append(split)
    return found


def _point(verdicts: list[int]) -> None:
    """What is so now is the last of the conclusions."""
    with connection.cursor() as cursor:
        cursor.execute(POINT_TARGETS, [verdicts])
        cursor.execute(POINT_SPLITS, [verdicts])
