"""What of the catalogue waits for somebody, and what a search of the city finds."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from guangyue.accounts.models import User
from guangyue.kit.access import Scope, needs, open_to_all
from guangyue.kit.models import HolidayNotice
from guangyue.kit.search import Found
from guangyue.kit.todo import Todo
from guangyue.matters.models import Matter, MatterVersion, NonCompliance
from guangyue.matters.permissions import CHECK_BASIS, PROPOSE_MATTERS, RELEASE_MATTERS

MOST = 100


@needs(CHECK_BASIS)
def bases_to_check(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """合法性核对, within ten working days."""
    waiting = MatterVersion.objects.waiting().filter(basis_checked_by=None).exclude(proposed_by=user)
    yield from _todos(waiting[:MOST], "事项依据核对", at)


@needs(RELEASE_MATTERS)
def matters_to_release(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """统一要素核对和发布, by somebody else again."""
    waiting = MatterVersion.objects.waiting().filter(basis_checked_by__isnull=False)
    yield from _todos(waiting.exclude(proposed_by=user).exclude(basis_checked_by=user)[:MOST], "事项发布", at)


@needs(PROPOSE_MATTERS)
def matters_sent_back(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """退回的变更."""
    rows = MatterVersion.objects.within(scope).filter(state=MatterVersion.State.SENT_BACK)
    for version in rows.select_related("matter")[:MOST]:
        yield Todo(
            kind="事项退回",
            title=str(version),
            link=version.get_absolute_url(),
            since=version.submitted_at or version.proposed_at,
            detail=version.said,
        )


@needs(PROPOSE_MATTERS)
def matters_to_mend(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """不合规的事项, to be mended within thirty days."""
    calendar = HolidayNotice.objects.calendar()
    for one in NonCompliance.objects.standing().within(scope).select_related("matter")[:MOST]:
        clock = one.clock
        yield Todo(
            kind="事项不合规",
            title=one.matter.name,
            link=one.matter.get_desk_url(),
            since=one.since,
            detail=f"{one.part}：{one.said}",
            clock=clock.read(calendar, at=at) if clock else None,
        )


@open_to_all
def find_matters(*, words: str, scope: Scope, most: int) -> Iterator[Found]:
    for matter in Matter.objects.open().found(words).select_related("owner")[:most]:
        yield Found("办事", matter.name, matter.get_absolute_url(), matter.owner.name)


def _todos(versions: Iterable[MatterVersion], kind: str, at: datetime) -> Iterator[Todo]:
    calendar = HolidayNotice.objects.calendar()
    for version in versions:
        clock = version.clock
        yield Todo(
            kind=kind,
            title=str(version),
            link=version.get_absolute_url(),
            since=version.submitted_at or version.proposed_at,
            detail=version.matter.owner.name,
            clock=clock.read(calendar, at=at) if clock else None,
        )
