"""任免通知: 录入 → 解析 → 核对 → 生效. What does not fit the register stops at 核对, with the line it stands
in."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Notice, NoticeLine, NoticeMove, Person, Tenure
from guangyue.organisations.reading import Action, NoticeClause, Reading, read_notice
from guangyue.organisations.refusals import ReasonMissing, WrongState
from guangyue.organisations.services import By, signed
from guangyue.organisations.services.checking import Checking, check_line

STATE = Notice.State
ARROWS = {
    STATE.ENTERED: {STATE.ENTERED, STATE.PARSED},
    STATE.PARSED: {STATE.PARSED, STATE.CHECKED},
    STATE.CHECKED: {STATE.PARSED, STATE.CHECKED, STATE.EFFECTIVE},
    STATE.EFFECTIVE: set[Notice.State](),
}
ACTIONS = {Action.APPOINT: NoticeLine.Action.APPOINT, Action.REMOVE: NoticeLine.Action.REMOVE}


@dataclass(frozen=True)
class LineFact:
    """任免条目, as a fact: one person and one post of one clause, without its sentence."""

    order: int
    action: str
    person: str
    organisation: str
    title: str
    rank: str = ""
    probation_months: int = 0
    lapsed: bool = False
    note: str = ""
    known_by: str = ""  # the post by which the city recognises somebody named before


@transaction.atomic
def enter_notice(*, number: str, title: str, issued_on: date, text: str, by: By, at: datetime) -> Notice:
    """录入."""
    if Notice.objects.filter(number=number).exists():
        raise Refused(f"{number}已经录入。", field="number")
    notice = Notice.objects.create(number=number, title=title, issued_on=issued_on, text=text)
    return move_notice(notice, to=STATE.ENTERED, by=by, at=at)


@transaction.atomic
def parse_notice(*, notice: Notice, by: By, at: datetime) -> Notice:
    """解析: every clause becomes lines, one for each person and post; one that cannot be read becomes a line
    that says so."""
    clauses = read_notice(notice.text).clauses
    if not clauses:
        raise Refused("没有读出任免条目：正文里要有“任命：”或“免去：”，每项以分号或句号结束。", field="text")
    record_reading(notice=notice, clauses=clauses)
    return move_notice(notice, to=STATE.PARSED, by=by, at=at)


def record_reading(
    *, notice: Notice, clauses: Iterable[NoticeClause], numbers: Sequence[int] | None = None
) -> None:
    """The lines of what was read; `numbers` are those of the file, where the text was cut out of one."""
    lines = [line for clause in clauses for line in _lines(notice, clause)]
    for line in lines:
        if numbers and line.source_line:
            line.source_line = numbers[line.source_line - 1]
    NoticeLine.objects.bulk_create(lines)


@transaction.atomic
def enter_and_parse(*, number: str, title: str, issued_on: date, text: str, by: By, at: datetime) -> Notice:
    """录入、解析 and a first 核对 in one: what cannot be read at all is not kept."""
    notice = enter_notice(number=number, title=title, issued_on=issued_on, text=text, by=by, at=at)
    return check_notice(notice=parse_notice(notice=notice, by=by, at=at), by=by, at=at)


@transaction.atomic
def record_lines(*, notice: Notice, facts: Iterable[LineFact], at: datetime) -> Notice:
    """The lines of a notice whose text is elsewhere."""
    places: Counter[int] = Counter()
    lines = []
    for fact in facts:
        places[fact.order] += 1
        lines.append(
            NoticeLine(
                notice=notice,
                order=fact.order,
                position=places[fact.order],
                action=fact.action,
                printed_person=fact.person,
                printed_organisation=fact.organisation,
                printed_title=fact.title,
                rank=fact.rank,
                probation_months=fact.probation_months,
                lapsed=fact.lapsed,
                note=fact.note,
                person=_recognise(fact),
                identity_reason=f"即{fact.known_by}" if fact.known_by else "",
            )
        )
    NoticeLine.objects.bulk_create(lines)
    return move_notice(notice, to=STATE.PARSED, by=None, at=at)


@transaction.atomic
def check_notice(*, notice: Notice, by: By, at: datetime) -> Notice:
    """核对: each line against organisation, post and person. Only a notice without a problem gets beyond."""
    if find_problems(notice):
        return move_notice(notice, to=STATE.PARSED, by=by, at=at, remark="核对未通过")
    return move_notice(notice, to=STATE.CHECKED, by=by, at=at)


@transaction.atomic
def settle_line(*, line: NoticeLine, person: Person | None, reason: str) -> NoticeLine:
    """认定人员: the name is one of these persons, or (None) somebody else of that name; either needs its
    reason."""
    _expect_open(line.notice)
    if not reason.strip():
        raise ReasonMissing("同名不等于同一个人，认定要写明理由。", field="reason")
    if person and person.name != line.printed_person:
        raise Refused("选中的人姓名不同。", field="person")
    line.person = person or Person.objects.create(name=line.printed_person, remark=reason.strip())
    line.identity_reason = reason.strip()
    line.save(update_fields=["person", "identity_reason"])
    return line


@transaction.atomic
def correct_line(*, line: NoticeLine, person: str, organisation: str, title: str) -> NoticeLine:
    """更正: what the reading took wrongly from the text; checking starts again."""
    _expect_open(line.notice)
    line.printed_person, line.printed_organisation, line.printed_title = person, organisation, title
    line.person = line.post = line.organisation = None
    line.identity_reason = line.problem = line.problem_said = line.warning = ""
    line.save()
    Notice.objects.filter(pk=line.notice_id).update(state=STATE.PARSED)
    return line


def find_problems(notice: Notice) -> bool:
    """Check every line anew; whether any of them keeps the notice from taking effect."""
    register = Checking.of(notice)
    for line in register.lines:
        check_line(line, register)
    found = ["organisation", "post", "person", "problem", "problem_said", "warning"]
    NoticeLine.objects.bulk_update(register.lines, found)
    return any(line.problem for line in register.lines)


def move_notice(notice: Notice, *, to: Notice.State, by: By, at: datetime, remark: str = "") -> Notice:
    """Along the arrows only, and with a row that says who and when."""
    if to not in ARROWS[Notice.State(notice.state)]:
        raise WrongState(f"{notice}现在是“{notice.get_state_display()}”，不能转为“{to.label}”。")
    notice.state = to
    notice.save(update_fields=["state"])
    NoticeMove.objects.create(notice=notice, state=to, by=signed(by), at=at, remark=remark)
    return notice


def _lines(notice: Notice, clause: NoticeClause) -> Iterable[NoticeLine]:
    printed = {"notice": notice, "order": clause.order, "source_line": clause.line, "text": clause.text}
    action = ACTIONS[clause.action]
    if clause.reading is None:
        unreadable = NoticeLine.Problem.UNREADABLE
        yield NoticeLine(
            **printed, position=1, action=action, problem=unreadable, problem_said=clause.problem
        )
        return
    reading: Reading = clause.reading
    pairs = [(person, post) for person in reading.persons for post in reading.posts]
    for position, (person, post) in enumerate(pairs, start=1):
        yield NoticeLine(
            **printed,
            position=position,
            action=action,
            printed_person=person,
            printed_organisation=post.organisation,
            printed_title=post.title,
            rank=post.rank,
            probation_months=reading.probation_months,
            lapsed=reading.lapsed,
            note=reading.note,
            stated_day=reading.stated_day,
        )


def _recognise(fact: LineFact) -> Person | None:
    """Somebody the city has named before, by the post it was named with."""
    if not fact.known_by:
        return None
    tenure = next(
        tenure
        for tenure in Tenure.objects.filter(person__name=fact.person).with_names()
        if str(tenure.post) == fact.known_by
    )
    return tenure.person


def _expect_open(notice: Notice) -> None:
    if notice.state not in (STATE.PARSED, STATE.CHECKED):
        raise WrongState(f"{notice}现在是“{notice.get_state_display()}”，不能再改条目。")
