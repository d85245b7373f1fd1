"""登记: stating a fact, which only the department that owns it may do."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TypeVar

from django.db import transaction
from django.utils.timezone import localdate

from guangyue.accounts.models import User
from guangyue.kit.access import Scope
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation, Region
from guangyue.registries.facts import FactKind
from guangyue.registries.history import holding
from guangyue.registries.models import Fact, Household, Person, Place, Subject
from guangyue.registries.refusals import NotTheOwner
from guangyue.registries.shapes import Plain, Record

Row = TypeVar("Row", Household, Person, Region)


@transaction.atomic
def record_fact(
    *,
    subject: Subject,
    kind: FactKind,
    value: Plain,
    since: date,
    source: str,
    by: User,
    scope: Scope,
    at: datetime,
    item: str = "",
) -> Fact:
    """登记事实: from a day on, this is so. What was stated before stays beside it."""
    refuse_others(kind=kind, subject=subject, scope=scope)
    return state(subject=subject, kind=kind, value=value, since=since, source=source, by=by, at=at, item=item)


@transaction.atomic
def withdraw_fact(*, fact: Fact, source: str, by: User, scope: Scope, at: datetime) -> Fact:
    """撤回: what was stated from that day on was not so, and what held before it holds on."""
    kind = fact.declared
    refuse_others(kind=kind, subject=fact.subject, scope=scope)
    return state(
        subject=fact.subject,
        kind=kind,
        value=fact.value,
        since=fact.since,
        source=source,
        by=by,
        at=at,
        item=fact.item,
        withdrawn=True,
    )


def refuse_others(*, kind: FactKind, subject: Subject, scope: Scope) -> Organisation:
    """Gives the owner, when those within the scope are the owner's people for the subject's region."""
    owner = Organisation.objects.get(key=kind.owner)
    if not _speaks_for(scope, owner, region=subject.region_id):
        raise NotTheOwner(kind, owner)
    return owner


def owned_kinds(*, kinds: Iterable[FactKind], region: str, scope: Scope) -> list[FactKind]:
    """Of these kinds the ones whose owner's people, for that region, are within the scope."""
    kinds = list(kinds)
    owners = Organisation.objects.filter(key__in={kind.owner for kind in kinds})
    covered = {owner.key for owner in owners if _speaks_for(scope, owner, region=region)}
    return [kind for kind in kinds if kind.owner in covered]


def owns_somewhere(*, kind: FactKind, scope: Scope) -> bool:
    """Whether those within the scope are the owner's people, for whatever region."""
    owner = Organisation.objects.get(key=kind.owner)
    return any(reach.organisations and owner.pk in reach.organisations for reach in scope.reaches)


def _speaks_for(scope: Scope, owner: Organisation, *, region: str) -> bool:
    """Whether it is in the owner's name that the scope was given: one without a limit speaks for nobody."""
    return any(
        reach.organisations is not None
        and owner.pk in reach.organisations
        and reach.regions is not None
        and region in reach.regions
        for reach in scope.reaches
    )


def state(
    *,
    subject: Subject,
    kind: FactKind,
    value: Plain,
    since: date,
    source: str,
    by: User | None,
    at: datetime,
    item: str = "",
    withdrawn: bool = False,
) -> Fact:
    """Adds the statement, and lets the subject's own column say what is so today."""
    if since > localdate(at):
        raise Refused("起始日不能晚于今天。", field="since")
    if isinstance(kind.shape, Record) and not withdrawn:
        raise Refused("这类记录由主管部门的业务系统登记，不能逐条填写。", field="value")
    type(subject).objects.select_for_update().get(pk=subject.pk)
    fact = Fact.objects.create(
        kind=kind.key,
        item=item,
        value=value,
        withdrawn=withdrawn,
        since=since,
        recorded_at=at,
        source=source,
        recorded_by=by,
        **{kind.about.value: subject},
    )
    if kind.column:
        _reflect(subject, kind, at)
    return fact


def _reflect(subject: Subject, kind: FactKind, at: datetime) -> None:
    """The column holds what the statements say of today."""
    stated = subject.facts.of(kind).order_by("recorded_at", "id")
    present = holding(list(stated), on=localdate(at), known_at=at)
    if present is None or present.value is None:
        raise Refused(f"“{kind.title}”不能空缺，请填写正确的内容。", field="value")
    _set_column(subject, kind, str(present.value), present.value)
    subject.save()


def _set_column(subject: Subject, kind: FactKind, written: str, value: Plain) -> None:
    match kind.column, subject:
        case "position", Place():
            assert isinstance(value, list)
            subject.longitude, subject.latitude = value
        case "household", Person():
            subject.household = _found(Household.objects.filter(number=written).first(), "没有这个户号。")
        case "legal_representative", _:
            person = Person.objects.filter(id_number=written).first()
            setattr(subject, kind.column, _found(person, "人口库中没有这个人。"))
        case "region", _:
            region = Region.objects.of_township_level().filter(code=written).first()
            subject.region = _found(region, "没有这个镇街代码。")
        case "birth_date" | "registered_on", _:
            setattr(subject, kind.column, date.fromisoformat(written))
        case _:
            setattr(subject, kind.column, written)


def _found(row: Row | None, sentence: str) -> Row:
    if row is None:
        raise Refused(sentence, field="value")
    return row
