"""What the frames show of themes: what waits for an official, and what a search finds."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.bundles.limits import ANSWERED_WITHIN, CHECKED_WITHIN
from guangyue.bundles.models import Assent, BundleCase, Theme, ThemeCheck, Wish
from guangyue.bundles.permissions import ANSWER_PROPOSALS, DESIGN_THEMES, REVIEW_THEMES
from guangyue.cases.permissions import RECEIVE_CASES
from guangyue.kit.access import Scope, needs, open_to_all
from guangyue.kit.clocks import Clock
from guangyue.kit.models import HolidayNotice
from guangyue.kit.search import Found
from guangyue.kit.todo import Todo

MOST_TODOS = 100


@needs(ANSWER_PROPOSALS)
def proposals_to_answer(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    calendar = HolidayNotice.objects.calendar()
    for one in Wish.objects.waiting().order_by("due")[:MOST_TODOS]:
        yield Todo(
            kind="主题建议",
            title=one.title,
            link=one.get_absolute_url(),
            since=one.raised_at,
            detail=one.text[:60],
            clock=Clock(ANSWERED_WITHIN, one.raised_at).read(calendar, at=at),
        )


@needs(REVIEW_THEMES)
def themes_to_review(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    asked = Assent.objects.filter(at=None, version__theme__state=Theme.State.REVIEW)
    mine = asked.filter(scope.rows(region="organisation__region_id", organisation="organisation_id"))
    for one in mine.select_related("version__theme", "organisation")[:MOST_TODOS]:
        theme = one.version.theme
        yield Todo(
            kind="主题联审",
            title=theme.title,
            link=theme.get_absolute_url(),
            since=one.asked_at,
            detail=f"{one.organisation}的意见",
        )


@needs(DESIGN_THEMES)
def themes_to_check(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    calendar = HolidayNotice.objects.calendar()
    led = ThemeCheck.objects.open().filter(
        scope.rows(region="theme__lead__region_id", organisation="theme__lead_id")
    )
    for one in led.select_related("theme").order_by("due")[:MOST_TODOS]:
        yield Todo(
            kind="主题复核",
            title=one.theme.title,
            link=reverse("bundles:checking", args=[one.pk]),
            since=one.opened_at,
            detail="里面的事项变更了",
            clock=Clock(CHECKED_WITHIN, one.opened_at).read(calendar, at=at),
        )


@needs(RECEIVE_CASES)
def bundles_to_accept(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    waiting = BundleCase.objects.filter(scope.rows(region="region_id"), state=BundleCase.State.RECEIVED)
    for one in waiting.select_related("theme", "firm").order_by("pk")[:MOST_TODOS]:
        yield Todo(
            kind="一件事待受理",
            title=f"{one.theme} {one.number}",
            link=one.get_absolute_url(),
            since=one.handed_in_at or one.opened_at,
            detail=one.masked_name,
        )


@open_to_all
def find_themes(*, words: str, scope: Scope, most: int) -> Iterator[Found]:
    for theme in Theme.objects.offered().filter(title__contains=words)[:most]:
        yield Found("一件事", theme.title, reverse("bundles:theme", args=[theme.key]), theme.about)
