"""编写: the events of a month that is not yet submitted."""

import re
from datetime import date, datetime

from django.db import transaction

from guangyue.chronicle.models import Event, Month, Proposal, SeriesMeeting
from guangyue.chronicle.reading.days import Days, WrongDay, days_of
from guangyue.chronicle.reading.events import Marker, read_line
from guangyue.chronicle.reading.kinds import Kind
from guangyue.chronicle.reading.meetings import read_meeting
from guangyue.chronicle.reading.paragraphs import ENDS
from guangyue.chronicle.reading.roles import attended
from guangyue.chronicle.refusals import MonthClosed, NobodyTookPart, ReasonMissing, WrongStep
from guangyue.chronicle.services.meetings import enter_meeting, why_meeting_refused
from guangyue.chronicle.services.people import name_people, resolve_names
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation
from guangyue.organisations.services import By, signed

ORGANISER = re.compile(
    r"我[省市县区州]|全[省市县区州]|[省市县区州]委|政府|[\u4e00-\u9fff]{2,}(?:局|委|办|厅|部|会|院|校|司|集团|中心|大学|协会|支队)"
)


@transaction.atomic
def write_event(*, month: Month, days: str, text: str, by: By, at: datetime) -> Event:
    """起草: with its days as they will be printed, its text, and somebody who took part (R15)."""
    month = _open(month)
    said = checked_days(days, month)
    event = Event(month=month, written_by=signed(by), order=0)
    _say(event, said, text)
    renumber(month)
    event.refresh_from_db()
    return event


@transaction.atomic
def change_event(*, event: Event, days: str, text: str, by: By, at: datetime) -> Event:
    """改稿, as long as the month is open."""
    month = _open(event.month)
    _say(event, checked_days(days, month), text)
    renumber(month)
    event.refresh_from_db()
    return event


@transaction.atomic
def drop_event(*, event: Event, by: By, at: datetime) -> None:
    """删去 a draft."""
    month = _open(event.month)
    event.delete()
    renumber(month)


@transaction.atomic
def set_kind(*, event: Event, kind: str, by: By, at: datetime) -> Event:
    """改种类: an overlay, at any time; the text stays as it is."""
    if kind not in Kind.__members__:
        raise Refused("请选一个种类。", field="kind")
    event.kind = kind
    return keep_event(event=event, by=by, at=at)


@transaction.atomic
def keep_event(*, event: Event, by: By, at: datetime) -> Event:
    """核定: it is an event of its own, and read rightly; a new edition of the issue does not undo it."""
    event.doubtful, event.kept_by, event.kept_at = False, signed(by), at
    event.save()
    return event


@transaction.atomic
def join_to_previous(*, event: Event, by: By, at: datetime) -> Event:
    """并入上一条: a paragraph without a mark was the rest of the one before it."""
    before = event.month.events.filter(order__lt=event.order).order_by("-order").first()
    if not event.doubtful or before is None:
        raise WrongStep("只有待核的段落可以并入上一条。")
    before.text += event.text
    before.spans = [*before.spans, *event.spans]
    event.delete()
    keep_event(event=before, by=by, at=at)
    read_again(before)
    return before


@transaction.atomic
def propose_event(
    *, organisation: Organisation, start: date, end: date, text: str, by: By, at: datetime
) -> Proposal:
    """报送 by a department or a county; printed months take no more."""
    if end < start:
        raise Refused("结束日期早于开始日期。", field="end")
    month = Month.objects.filter(first=start.replace(day=1)).first()
    if month and not month.is_open:
        raise MonthClosed(f"{month}已经{month.get_state_display()}，不再接受报送。", field="start")
    require_people(text)
    return Proposal.objects.create(
        organisation=organisation, start=start, end=end, text=text.strip(), by=signed(by), at=at
    )


@transaction.atomic
def take_proposal(*, proposal: Proposal, by: By, at: datetime) -> Event:
    """采用: it becomes a draft of its month, which an editor may word anew."""
    _expect_waiting(proposal)
    month = Month.objects.filter(first=proposal.start.replace(day=1)).first()
    if month is None:
        raise WrongStep(f"{proposal.start.year}年{proposal.start.month}月的大事记还没有开始编写。")
    event = write_event(
        month=month, days=printed_days(proposal.start, proposal.end), text=proposal.text, by=by, at=at
    )
    _answer(proposal, Proposal.State.TAKEN, "", by, at)
    return event


@transaction.atomic
def decline_proposal(*, proposal: Proposal, reason: str, by: By, at: datetime) -> Proposal:
    """不采用, with a reason for those who proposed it."""
    _expect_waiting(proposal)
    if not reason.strip():
        raise ReasonMissing(field="reason")
    return _answer(proposal, Proposal.State.DECLINED, reason.strip(), by, at)


def checked_days(days: str, month: Month) -> Days:
    try:
        return days_of(days, month.year_month)
    except WrongDay as problem:
        raise Refused(str(problem), field="days") from problem


def require_people(text: str) -> None:
    """R15: somebody who took part, or who held it."""
    if not text.strip():
        raise Refused("内容不能为空。", field="text")
    if not attended(text) and not ORGANISER.search(text):
        raise NobodyTookPart(field="text")


def printed_days(start: date, end: date) -> str:
    """3日, 17—21日, 30日—5月2日."""
    if start == end:
        return f"{start.day}日"
    if start.month == end.month:
        return f"{start.day}—{end.day}日"
    return f"{start.month}月{start.day}日—{end.month}月{end.day}日"


def renumber(month: Month) -> None:
    """By start, and within a day as they were written; the second of a day begins with △ (R3, R6)."""
    events = sorted(month.events.all(), key=lambda event: (event.start, event.order or 10_000, event.pk))
    before: Event | None = None
    for order, event in enumerate(events, start=1):
        same = before is not None and (before.start, before.end) == (event.start, event.end)
        event.order, event.marker = order, (Marker.SAME_DAY if same else Marker.DATED).name
        event.printed_days = "" if same else printed_days(event.start, event.end)
        before = event
    Event.objects.bulk_update(events, ["order", "marker", "printed_days"])


def _say(event: Event, days: Days, text: str) -> None:
    text = _sentence(text)
    require_people(text)
    meeting = read_meeting(text)
    if meeting and (refused := why_meeting_refused(meeting, days.first, of=event)):
        raise Refused(f"{meeting}：{refused}", field="text")
    moved = event.pk and event.start != days.first
    event.start, event.end, event.text = days.first, days.last, text
    event.order = 0 if moved else event.order
    read_again(event)


def read_again(event: Event) -> None:
    """Kind, people and meeting of the words as they stand now."""
    read = read_line(
        event.text, event.month.year_month, after=Days(event.start, event.end), city=event.month.city
    )
    if not event.kept_by:
        event.kind = read.kind.name
    event.save()
    name_people([(event, read.people)])
    enter_meeting(event, read.meeting)
    if read.meeting is None:
        SeriesMeeting.objects.filter(event=event).delete()
    resolve_names([event])


def _sentence(text: str) -> str:
    """In one paragraph, with a full stop."""
    joined = "".join(part.strip() for part in text.splitlines())
    return joined if not joined or joined[-1] in ENDS else f"{joined}。"


def _open(month: Month) -> Month:
    month = Month.objects.select_for_update().get(pk=month.pk)
    if not month.is_open:
        raise MonthClosed(f"{month}现在是“{month.get_state_display()}”，不能再改。")
    if month.state == Month.State.COLLECTING:
        month.state = Month.State.DRAFT
        month.save(update_fields=["state"])
    return month


def _expect_waiting(proposal: Proposal) -> None:
    if proposal.state != Proposal.State.WAITING:
        raise WrongStep(f"这条报送{proposal.get_state_display()}。")


def _answer(proposal: Proposal, state: Proposal.State, answer: str, by: By, at: datetime) -> Proposal:
    proposal.state, proposal.answer = state, answer
    proposal.answered_by, proposal.answered_at = signed(by), at
    proposal.save()
    return proposal
