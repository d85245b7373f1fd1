"""What the frames show of the chronicle: to-dos, pictures, what a search finds, what a person was part of."""

from collections.abc import Iterator
from datetime import date, datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Count
from django.urls import reverse

from guangyue.chronicle.models import Attendance, Event, Link, Month, Proposal
from guangyue.chronicle.permissions import APPROVE_CHRONICLE, EDIT_CHRONICLE
from guangyue.chronicle.reading.kinds import Kind
from guangyue.kit.access import Scope, needs, open_to_all
from guangyue.kit.pictures import Figure, Picture, counted_chart
from guangyue.kit.pictures import Kind as Drawn
from guangyue.kit.search import Found
from guangyue.kit.todo import Todo
from guangyue.organisations.models import Person

MOST_TODOS = 50
MOST_EVENTS = 100
SHOWN = 60  # letters of a text


@needs(EDIT_CHRONICLE)
def chronicle_to_write(*, user: AbstractBaseUser, scope: Scope, at: datetime) -> Iterator[Todo]:
    """Months in hand, what departments proposed, paragraphs without a mark, links to confirm."""
    for month in Month.objects.unfinished().exclude(state=Month.State.SUBMITTED)[:MOST_TODOS]:
        moved = month.moves.last()
        yield Todo(
            kind="大事记",
            title=f"{month}：{month.get_state_display()}",
            link=_desk_page(month),
            since=moved.at if moved else at,
            detail=moved.remark if moved else "",
        )
    for proposal in Proposal.objects.waiting().select_related("organisation")[:MOST_TODOS]:
        yield Todo(
            kind="大事记报送",
            title=f"{proposal.organisation}：{proposal}",
            link=_page_of(proposal),
            since=proposal.at,
        )
    for event in Event.objects.filter(doubtful=True).select_related("month")[:MOST_TODOS]:
        yield Todo(
            kind="大事记待核",
            title=str(event),
            link=f"{_desk_page(event.month)}#event-{event.pk}",
            since=at,
            detail="没有日期和△：核定是单独一条，还是上一条的后半段",
        )
    proposed = Link.objects.proposed().count()
    if proposed:
        yield Todo(
            kind="大事记关联",
            title=f"{proposed} 条公文关联待确认",
            link=f"{reverse('chronicle:links')}?state={Link.State.PROPOSED}",
            since=at,
        )


@needs(APPROVE_CHRONICLE)
def chronicle_to_approve(*, user: AbstractBaseUser, scope: Scope, at: datetime) -> Iterator[Todo]:
    for month in Month.objects.filter(state=Month.State.SUBMITTED):
        moved = month.moves.last()
        yield Todo(
            kind="大事记审定",
            title=f"{month}送审",
            link=_desk_page(month),
            since=moved.at if moved else at,
            detail=f"{moved.by}送审" if moved else "",
        )


@open_to_all
def find_events(*, words: str, scope: Scope, most: int) -> Iterator[Found]:
    """Events by their words; whoever the chronicle names, by name."""
    names = Attendance.objects.printed().filter(name=words).values("name").annotate(many=Count("event"))
    for one in names[:most]:
        page = reverse("chronicle:name", args=[one["name"]])
        yield Found("大事记人员", one["name"], page, f"{one['many']} 件")
    for event in Event.objects.printed().filter(text__contains=words)[:most]:
        yield _found(event)


@open_to_all
def events_of(*, person: Person) -> Iterator[Found]:
    """What the chronicle says of this person, and of nobody else of the name."""
    for event in Event.objects.printed().of_person(person).order_by("-start", "-order")[:MOST_EVENTS]:
        yield _found(event)


def chronicle_at_a_glance(*, scope: Scope, on: date) -> Iterator[Picture]:
    """How many events the chronicle has, and of which kinds."""
    printed = Event.objects.printed().order_by()
    counted = printed.values_list("kind").annotate(many=Count("pk")).order_by("-many")
    kinds = {Kind[kind].value: many for kind, many in counted}
    yield Figure("大事记", sum(kinds.values()), "件", "calendar-event", link=reverse("chronicle:timeline"))
    yield counted_chart(
        "chronicle-by-kind", "大事记按种类", Drawn.LYING_BARS, kinds, unit="件", source="公报刊登的大事记"
    )


def _found(event: Event) -> Found:
    text = event.text if len(event.text) <= SHOWN else f"{event.text[:SHOWN]}…"
    return Found("大事记", event.days, event.get_absolute_url(), text)


def _page_of(proposal: Proposal) -> str:
    """Where it can be taken; a month that nobody writes yet is begun first."""
    month = Month.objects.filter(first=proposal.start.replace(day=1)).first()
    return _desk_page(month) if month else reverse("chronicle:opening")


def _desk_page(month: Month) -> str:
    return reverse("chronicle:desk_month", args=[month.first.year, month.first.month])
