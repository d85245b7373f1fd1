"""监管事项: drafted and checked by the office, confirmed, published, and in the end changed or cancelled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from guangyue.accounts.models import User
from guangyue.kit.clocks import local_day
from guangyue.kit.plain import as_plain
from guangyue.kit.refusals import Refused
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation, Region
from guangyue.supervision.declaration import ItemKind, Point, Stage
from guangyue.supervision.models import Checklist, ItemMove, SupervisionItem
from guangyue.supervision.refusals import CheckedByAnother, CodeTaken, MovedOnAlready, NoPoints
from guangyue.supervision.services.handing_over import hand_over_missed

State = SupervisionItem.State


@dataclass(frozen=True)
class Described:
    """What is said of an item before it is published."""

    code: str
    name: str
    kind: ItemKind
    basis: str
    subjects: str
    frequency: str
    stage: Stage = Stage.AFTER
    provincial_code: str = ""
    matters: tuple[Matter, ...] = ()


@transaction.atomic
def draft_item(
    *,
    described: Described,
    office: Organisation,
    points: Sequence[Point],
    by: User | None,
    at: datetime,
    follows: SupervisionItem | None = None,
) -> SupervisionItem:
    """梳理: with its basis and its first checklist. `follows` is the published item that it shall change."""
    if not described.basis.strip():
        raise Refused("请写明设定依据：哪部法律、法规、规章的哪一条。", field="basis")
    try:
        with transaction.atomic():
            item = SupervisionItem.objects.create(
                office=office, level=_level_of(office), follows=follows, **_columns(described)
            )
    except IntegrityError as taken:
        raise CodeTaken(field="code") from taken
    published = SupervisionItem.objects.published().filter(office=office, code=item.code)
    if follows is None and published.exists():
        raise CodeTaken(field="code")
    item.matters.set(described.matters)
    write_checklist(item=item, points=points, by=by, at=at)
    _note(item, by=by, at=at, said=f"变更自 {follows.published_on}" if follows else "")
    return item


@transaction.atomic
def amend_item(*, item: SupervisionItem, described: Described, by: User, at: datetime) -> SupervisionItem:
    """修改 what is not yet checked; its code stays."""
    item = _held(item, State.DRAFTED)
    if not described.basis.strip():
        raise Refused("请写明设定依据：哪部法律、法规、规章的哪一条。", field="basis")
    columns = {**_columns(described), "code": item.code}
    for name, value in columns.items():
        setattr(item, name, value)
    item.save()
    item.matters.set(described.matters)
    _note(item, by=by, at=at, said="修改")
    return item


@transaction.atomic
def write_checklist(
    *, item: SupervisionItem, points: Sequence[Point], by: User | None, at: datetime
) -> Checklist:
    """检查实施清单: a version more; what was checked by a former one stays readable."""
    written = [point for point in points if point.title.strip()]
    if not written:
        raise NoPoints(field="points")
    item = SupervisionItem.objects.select_for_update().get(pk=item.pk)
    if item.state in (State.CHANGED, State.CANCELLED):
        raise MovedOnAlready
    last = item.checklist
    return Checklist.objects.create(
        item=item, number=last.number + 1 if last else 1, points=as_plain(written), by=by, at=at
    )


@transaction.atomic
def check_item(*, item: SupervisionItem, by: User | None, at: datetime) -> SupervisionItem:
    """核对, by a person of the office who had no hand in the draft."""
    item = _held(item, State.DRAFTED)
    if by is not None and item.moves.filter(to=State.DRAFTED, by=by).exists():
        raise CheckedByAnother
    return _move(item, State.CHECKED, by=by, at=at)


@transaction.atomic
def confirm_item(*, item: SupervisionItem, by: User | None, at: datetime) -> SupervisionItem:
    return _move(_held(item, State.CHECKED), State.CONFIRMED, by=by, at=at)


@transaction.atomic
def send_back_item(*, item: SupervisionItem, said: str, by: User, at: datetime) -> SupervisionItem:
    """退回 to the office, which drafts it again."""
    return _move(_held(item, State.CHECKED, State.CONFIRMED), State.DRAFTED, by=by, at=at, said=said)


@transaction.atomic
def publish_item(*, item: SupervisionItem, by: User | None, at: datetime) -> SupervisionItem:
    """公布: from that day on acts are taken; what it changes ends, and missed permits are handed over."""
    item = _held(item, State.CONFIRMED)
    on = local_day(at)
    if item.follows_id:
        former = _held(SupervisionItem.objects.get(pk=item.follows_id), State.PUBLISHED)
        _end(former, State.CHANGED, on=on, by=by, at=at, said=f"变更为 {item.name}")
    item.published_on = on
    _move(item, State.PUBLISHED, by=by, at=at)
    hand_over_missed(item=item, at=at)
    return item


@transaction.atomic
def cancel_item(*, item: SupervisionItem, said: str, by: User, at: datetime) -> SupervisionItem:
    """取消: nothing new is taken under it; what was done stays as it was."""
    return _end(_held(item, State.PUBLISHED), State.CANCELLED, on=local_day(at), by=by, at=at, said=said)


def _columns(described: Described) -> dict[str, str]:
    return {
        "code": described.code.strip(),
        "name": described.name.strip(),
        "kind": described.kind.name,
        "stage": described.stage.name,
        "basis": described.basis.strip(),
        "subjects": described.subjects.strip(),
        "frequency": described.frequency.strip(),
        "provincial_code": described.provincial_code.strip(),
    }


def _level_of(office: Organisation) -> SupervisionItem.Level:
    of_the_city = office.region.kind == Region.Kind.CITY
    return SupervisionItem.Level.CITY if of_the_city else SupervisionItem.Level.COUNTY


def _held(item: SupervisionItem, *states: str) -> SupervisionItem:
    """The item as it is now, held until this is over, in one of these states."""
    held = SupervisionItem.objects.select_for_update().get(pk=item.pk)
    if held.state not in states:
        raise MovedOnAlready
    return held


def _end(
    item: SupervisionItem, state: State, *, on: date, by: User | None, at: datetime, said: str
) -> SupervisionItem:
    item.ended_on = on
    return _move(item, state, by=by, at=at, said=said)


def _move(
    item: SupervisionItem, state: State, *, by: User | None, at: datetime, said: str = ""
) -> SupervisionItem:
    item.state = state
    item.save()
    _note(item, by=by, at=at, said=said)
    return item


def _note(item: SupervisionItem, *, by: User | None, at: datetime, said: str = "") -> None:
    ItemMove.objects.create(item=item, to=item.state, by=by, at=at, said=said)
