"""通报: drafted from the figures, amended until it is issued; issued by another, with it the steps."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from guangyue.accountability.counting import Figures, figures_of
from guangyue.accountability.declaration import StepKind
from guangyue.accountability.drafting import text_of, title_of, told_of
from guangyue.accountability.models import Circular, TakenStep
from guangyue.accountability.refusals import AnotherIssues, IssuedAlready
from guangyue.accountability.services.deciding import carry_out
from guangyue.accounts.models import User
from guangyue.kit.access import EVERYWHERE
from guangyue.kit.clocks import local_day
from guangyue.kit.masks import find_unmasked
from guangyue.kit.refusals import Refused


@transaction.atomic
def draft_circular(
    *,
    since: date,
    until: date,
    steps: Sequence[TakenStep],
    audience: Circular.Audience,
    issuer: str,
    addressed_to: str,
    by: User,
    at: datetime,
) -> Circular:
    """起草: title, text and figures of the days; what it tells of are decided 通报, not yet given out."""
    if until < since:
        raise Refused("止期早于起期。", field="until")
    if not steps:
        raise Refused("请至少选一项要通报的措施。", field="steps")
    if any(step.of is not StepKind.CIRCULAR or step.carried_on for step in steps):
        raise Refused("只能选已经决定、还没有发出的通报。", field="steps")
    figures = figures_of(since, until, scope=EVERYWHERE)
    told = [told_of(step) for step in steps]
    circular = Circular.objects.create(
        title=title_of(since, until),
        audience=audience,
        issuer=issuer,
        addressed_to=addressed_to,
        since=since,
        until=until,
        text=text_of(figures, told, since=since, until=until),
        figures=figures.plain(),
        drafted_by=by,
        drafted_at=at,
    )
    circular.steps.set(steps)
    return circular


@transaction.atomic
def amend_circular(*, circular: Circular, said: Mapping[str, Any], by: User, at: datetime) -> Circular:
    """修改 of a draft, word by word; the figures stay those that were counted."""
    held = _draft(circular)
    for name in ("title", "audience", "issuer", "addressed_to", "text"):
        setattr(held, name, said[name])
    _check_text(held, on=local_day(at))
    held.amended_by = by
    held.save()
    return held


@transaction.atomic
def issue_circular(*, circular: Circular, number: str, dated: date, by: User, at: datetime) -> Circular:
    """签发: from then on nothing of it changes, and its steps are carried out."""
    held = _draft(circular)
    if by.pk in (held.drafted_by_id, held.amended_by_id):
        raise AnotherIssues
    if dated > local_day(at):
        raise Refused("成文日期还没有到。", field="dated")
    _check_text(held, on=dated)
    held.number, held.dated, held.issued_by, held.issued_at = number.strip(), dated, by, at
    held.save()
    for step in held.steps.waiting().select_related("case"):
        carry_out(step=step, on=dated, said=f"{held.number} {held.title}", by=by, at=at)
    return held


def recounted(circular: Circular) -> tuple[Figures, Figures]:
    """重算: the figures it was written from, and the same of today."""
    kept = replace(Figures(), **circular.figures)
    return kept, figures_of(circular.since, circular.until, scope=EVERYWHERE)


def _draft(circular: Circular) -> Circular:
    held = Circular.objects.select_for_update().get(pk=circular.pk)
    if held.issued_at is not None:
        raise IssuedAlready
    return held


def _check_text(circular: Circular, *, on: date) -> None:
    if any(find_unmasked(circular.text, on=on)):
        raise Refused("通报里有完整的公民身份号码，请把中间的数字改成星号。", field="text")
