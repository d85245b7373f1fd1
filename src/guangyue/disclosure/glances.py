"""What the frames show of notices: to-dos, and what a search finds."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate

from guangyue.accounts.models import User
from guangyue.disclosure.models import Notice, Objection
from guangyue.disclosure.permissions import DISCLOSE, REVIEW_NOTICES
from guangyue.disclosure.services.notices import RETURNED
from guangyue.kit.access import Scope, needs, open_to_all
from guangyue.kit.clocks import SHANGHAI, Due, Light, Reading
from guangyue.kit.models import HolidayNotice
from guangyue.kit.search import Found
from guangyue.kit.todo import Todo
from guangyue.kit.wording import day

MOST_TODOS = 100
SOON = 3  # days before the last one


@needs(REVIEW_NOTICES)
def notices_to_review(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """What others drafted."""
    drafts = Notice.objects.within(scope).filter(state=Notice.State.DRAFT).with_last_move()
    waiting = drafts.exclude(drafted_by=user)
    return (_todo("公示审核", notice, at) for notice in waiting.order_by("due_on")[:MOST_TODOS])


@needs(DISCLOSE)
def notices_to_publish(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """What was reviewed, and one's own drafts that were sent back."""
    waiting = Notice.objects.within(scope).unpublished().with_last_move()
    for notice in waiting.order_by("due_on")[:MOST_TODOS]:
        if notice.state == Notice.State.REVIEWED:
            yield _todo("公示待发布", notice, at)
        elif notice.drafted_by_id == user.pk and notice.moved_for.startswith(RETURNED):
            yield _todo("公示退回", notice, at, detail=notice.moved_for)
        elif localdate(at) > notice.due_on:
            yield _todo("公示逾期", notice, at)


@needs(DISCLOSE)
def notice_objections_to_answer(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    calendar = HolidayNotice.objects.calendar()
    waiting = Objection.objects.within(scope).open().select_related("notice")
    for objection in waiting.order_by("raised_at")[:MOST_TODOS]:
        yield Todo(
            kind="公示异议",
            title=str(objection),
            link=objection.get_absolute_url(),
            since=objection.raised_at,
            detail=objection.text[:60],
            clock=objection.clock.read(calendar, at=at),
        )


@open_to_all
def find_notices(*, words: str, scope: Scope, most: int) -> Iterator[Found]:
    for notice in Notice.objects.public(localdate()).filter(title__contains=words)[:most]:
        link = reverse("disclosure:notice", args=[notice.pk])
        yield Found("公示公告", notice.title, link, f"{day(notice.since)} · {notice.get_state_display()}")


def until_day(last: date, *, on: date) -> Reading:
    """A day that is not to be missed, as a light."""
    left = (last - on).days
    words = f"超期 {-left} 天" if left < 0 else "今天到期" if left == 0 else f"还剩 {left} 天"
    light = Light.RED if left < 0 else Light.YELLOW if left <= SOON else Light.GREEN
    return Reading(light, words, Due(datetime.combine(last, time.max, SHANGHAI), provisional=False))


def _todo(kind: str, notice: Any, at: datetime, *, detail: str = "") -> Todo:
    return Todo(
        kind=kind,
        title=notice.title,
        link=notice.get_absolute_url(),
        since=notice.moved_at or at,
        detail=detail or f"{notice.many:,} 行，最迟{day(notice.due_on)}公示",
        clock=until_day(notice.due_on, on=localdate(at)),
    )
