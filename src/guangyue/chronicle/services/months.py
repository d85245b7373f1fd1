"""流程: 征集 → 草稿 → 送审 → 定稿 → 刊登, and 更正 of what is printed."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from guangyue.chronicle.models import Event, EventVersion, Month, MonthMove, SeriesMeeting
from guangyue.chronicle.reading.meetings import read_meeting, why_refused
from guangyue.chronicle.refusals import ReasonMissing, SameHand, WrongStep
from guangyue.chronicle.services.writing import checked_days, read_again, require_people
from guangyue.gazette.models import Issue
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Region
from guangyue.organisations.services import By, signed

STATE = Month.State
ARROWS = {
    STATE.COLLECTING: {STATE.DRAFT, STATE.SUBMITTED},
    STATE.DRAFT: {STATE.SUBMITTED},
    STATE.SUBMITTED: {STATE.APPROVED, STATE.DRAFT},
    STATE.APPROVED: {STATE.PRINTED, STATE.DRAFT},
    STATE.PRINTED: set[Month.State](),
}


@transaction.atomic
def open_month(*, first: date, closes_on: date | None, by: By, at: datetime) -> Month:
    """开始编写 a month, and call for proposals."""
    first = first.replace(day=1)
    if Month.objects.filter(first=first).exists():
        raise Refused(f"{first.year}年{first.month}月的大事记已经有了。", field="first")
    city = Region.objects.filter(kind=Region.Kind.CITY).values_list("name", flat=True).first() or ""
    month = Month.objects.create(
        first=first, state=STATE.COLLECTING, closes_on=closes_on, city=city.removesuffix("市")
    )
    MonthMove.objects.create(month=month, state=month.state, by=signed(by), at=at)
    return month


@transaction.atomic
def submit_month(*, month: Month, by: By, at: datetime) -> Month:
    """送审, when nothing on the checklist is open."""
    if faults := list(faults_of(month)):
        raise Refused(f"还有{len(faults)}处没有处理：{faults[0]}")
    return _move(month, STATE.SUBMITTED, by, at)


@transaction.atomic
def approve_month(*, month: Month, by: By, at: datetime) -> Month:
    """定稿, by somebody else than who submitted it."""
    submitted = month.moves.filter(state=STATE.SUBMITTED).last()
    if submitted and submitted.by == signed(by):
        raise SameHand
    return _move(month, STATE.APPROVED, by, at)


@transaction.atomic
def send_back_month(*, month: Month, reason: str, by: By, at: datetime) -> Month:
    """退回, with the reason."""
    if not reason.strip():
        raise ReasonMissing(field="reason")
    return _move(month, STATE.DRAFT, by, at, remark=f"退回：{reason.strip()}")


@transaction.atomic
def print_month(*, month: Month, year: int, number: int, by: By, at: datetime) -> Month:
    """刊登 in an issue; from then on anyone reads it."""
    known = Issue.objects.filter(year=year, number=number).first()
    month.issue = known or Issue.objects.create(year=year, number=number, key=f"{year}-{number:02d}")
    month.save(update_fields=["issue"])
    return _move(month, STATE.PRINTED, by, at, remark=f"刊于{month.issue}")


@transaction.atomic
def correct_event(*, event: Event, days: str, text: str, reason: str, by: By, at: datetime) -> Event:
    """更正 of what is printed: a new version, with its reason; the words before stay to be read (R14)."""
    if not event.month.is_printed:
        raise WrongStep("还没有刊登的事件直接改稿，不需要更正。")
    if not reason.strip():
        raise ReasonMissing(field="reason")
    said = checked_days(days, event.month)
    require_people(text)
    if (said.first, said.last, text.strip()) == (event.start, event.end, event.text):
        raise Refused("和现在的内容一样，没有更正。", field="text")
    if not event.versions.exists():
        _keep_version(event, 1)
    event.start, event.end, event.text = said.first, said.last, text.strip()
    event.doubtful, event.kept_by, event.kept_at = False, signed(by), at
    read_again(event)
    last = event.versions.aggregate(last=Max("number"))["last"]
    _keep_version(event, last + 1, reason=reason.strip(), by=signed(by), at=at)
    return event


def faults_of(month: Month) -> Iterator[str]:
    """审校清单: what must be settled before anybody is asked to approve."""
    events = list(month.events.by_day())
    if not events:
        yield "这个月还没有事件。"
    for event in events:
        if event.start > month.last or event.end < month.first:
            yield f"{event.days}不在{month.year_month}。"
        if event.doubtful:
            yield f"{_called(event)}没有日期和△，要核定是不是单独一条。"
    for event in events:
        meeting = read_meeting(event.text)
        if meeting and (
            why := why_refused(meeting.number, event.start, SeriesMeeting.objects.held(meeting.series))
        ):
            yield f"{meeting}：{why}"
        elif "常务会议" in event.text and meeting is None and "会前" not in event.text:
            yield f"{_called(event)}没有写明是第几次常务会议。"
    for problem in month.problems:
        yield problem["sentence"]


def _called(event: Event) -> str:
    return f"{event.days}“{event.text[:16]}…”"


def _move(month: Month, to: Month.State, by: By, at: datetime, *, remark: str = "") -> Month:
    month = Month.objects.select_for_update().get(pk=month.pk)
    if to not in ARROWS[Month.State(month.state)]:
        raise WrongStep(f"{month}现在是“{month.get_state_display()}”，不能转为“{to.label}”。")
    month.state = to
    month.save(update_fields=["state"])
    MonthMove.objects.create(month=month, state=to, by=signed(by), at=at, remark=remark)
    return month


def _keep_version(
    event: Event, number: int, *, reason: str = "", by: str = "", at: datetime | None = None
) -> None:
    EventVersion.objects.create(
        event=event,
        number=number,
        start=event.start,
        end=event.end,
        text=event.text,
        reason=reason,
        by=by,
        at=at,
    )
