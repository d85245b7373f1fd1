"""窗口收件: begun with who applies for what, kept while papers are looked through, taken in at once."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.cases.flow import Actor, Phase
from guangyue.cases.intake import refuse_others
from guangyue.cases.intaking import Intake
from guangyue.cases.models import Case
from guangyue.cases.services.drafting import hold_draft
from guangyue.cases.services.moving import move_held
from guangyue.cases.services.opening import hand_in_held, open_case
from guangyue.cases.services.papers import intake_of, promise_papers, take_papers
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.kit.wording import enumerated
from guangyue.matters.models import Matter
from guangyue.organisations.models import Region
from guangyue.registries.models import Firm, Person

ORIGINAL, COPY, OWED, MISSING = "original", "copy", "owed", "missing"
MARKS = {ORIGINAL: "已收原件", COPY: "已收复印件", OWED: "容缺", MISSING: "缺"}
RECEIVED = {ORIGINAL: "原件", COPY: "复印件"}
ARROWS = {Intake.ACCEPT: "accept", Intake.DEFER: "accept_deferred", Intake.TELL: "tell_missing"}


@dataclass(frozen=True)
class Someone:
    """申请人 at the counter: of the registers, or only as he says he is called."""

    known: Person | Firm | None
    name: str = ""
    number: str = ""


@dataclass(frozen=True)
class Taken:
    """What the clerk has written down: the form, and a mark for each paper by its code."""

    answers: Mapping[str, Any]
    sources: Mapping[str, str]
    marks: Mapping[str, str]
    phone: str = ""
    delivery: str = ""


@transaction.atomic
def begin_at_counter(
    *, matter: Matter, variant: str, region: Region, window: Region, someone: Someone, by: User, at: datetime
) -> Case:
    """A draft of the clerk's own, so that it is found again when he is called away; `window` is the place
    whose window he sits at."""
    case = open_case(
        matter=matter,
        variant=variant,
        region=region,
        applicant=someone.known,
        name=someone.name,
        number=someone.number,
        channel=channel_at(window, region=region),
        received_by=by,
        at=at,
    )
    if someone.known is not None:
        refuse_others(case.declared, someone.known)
    return case


def channel_at(window: Region, *, region: Region) -> Case.Channel:
    """代收: what a window takes in for another place."""
    return Case.Channel.WINDOW if window == region else Case.Channel.TAKEN_IN


@transaction.atomic
def keep_at_counter(*, case: Case, taken: Taken) -> Case:
    """暂存."""
    case = hold_draft(case)
    _write_down(case, taken)
    case.save(update_fields=["answers", "sources", "phone", "delivery"])
    return case


@transaction.atomic
def take_in(*, case: Case, taken: Taken, consent: bool, promised: bool, by: User, at: datetime) -> Case:
    """收件, and on to what the papers allow: 受理, 容缺受理 with a promise, or one notice of all that is
    missing. A flow without these moves leaves the case received."""
    case = hold_draft(case)
    _write_down(case, taken)
    owed = [code for code, mark in taken.marks.items() if mark == OWED]
    refuse_unsigned(owed, promised=promised)
    for mark, received in RECEIVED.items():
        codes = [code for code, marked in taken.marks.items() if marked == mark]
        take_papers(case=case, codes=codes, from_whom=received, at=at)
    if owed:
        promise_papers(case=case, codes=owed, on=local_day(at))
    hand_in_held(case=case, consent=consent, by=by, actor=Actor.CLERK, at=at)
    if case.stands_in is Phase.RECEIVED:
        _go_on(case, by=by, at=at)
    return case


def refuse_unsigned(owed: Collection[str], *, promised: bool) -> None:
    """What may be owed is owed on a signed promise."""
    if owed and not promised:
        raise Refused("容缺受理要有申请人签字的承诺书。", field="promised")


def _write_down(case: Case, taken: Taken) -> None:
    case.answers = {**case.answers, **taken.answers}
    case.sources = dict(taken.sources)
    case.phone = taken.phone or case.phone
    case.delivery = taken.delivery or case.delivery


def _go_on(case: Case, *, by: User, at: datetime) -> None:
    intake = intake_of(case).intake
    arrow, said = ARROWS[intake], ""
    if intake is Intake.TELL:
        lacking = case.papers.missing().filter(promised_on=None).values_list("title", flat=True)
        said = f"请一次补齐：{enumerated(list(lacking))}。"
    declared = case.flow.declared.arrow(arrow, since=case.step)
    if declared is not None and declared.by is Actor.CLERK:
        move_held(case=case, arrow=arrow, by=by, actor=Actor.CLERK, at=at, said=said)
