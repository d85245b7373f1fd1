"""报送: an act is stored once, however often it is sent; what cannot be taken is kept with its reason."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import F, Q

from guangyue.accounts.models import User
from guangyue.kit.clocks import local_day
from guangyue.kit.models import HolidayNotice
from guangyue.kit.plain import as_plain, fingerprint
from guangyue.organisations.models import Organisation
from guangyue.registries.models import Firm, Place
from guangyue.supervision.declaration import SubjectKind
from guangyue.supervision.models import ActRevision, RejectedAct, SupervisionAct, SupervisionItem
from guangyue.supervision.sending import Arrival, Fault, SentAct, arrival, fault_of, timeliness

UNKNOWN = Fault("没有这个编码的监管事项，或者监管日期不在事项施行期间。", "item_code")


@dataclass(frozen=True)
class Received:
    """入库: what the arrival meant, and the act as it now stands."""

    arrival: Arrival
    act: SupervisionAct


@transaction.atomic
def receive_act(*, sent: SentAct, office: Organisation, by: User | None, at: datetime) -> Received | Fault:
    """In the name of an office: new, another form of what is there, the same again, or sent back."""
    sent = sent.tidied
    act = _stored(sent)
    item = item_for(sent, office=office)
    fault = (_fault_of_owner(act, office) if act else None) or fault_in(sent, item=item, on=local_day(at))
    if fault or item is None:
        return _reject(sent, fault or UNKNOWN, office=office, at=at)
    if act is None:
        act, is_new = _store(sent, item, at=at)
        if is_new:
            return _taken(Arrival.NEW, act, sent, by=by, at=at)
    came = arrival(act.fingerprint, fingerprint(sent))
    if came is Arrival.CHANGED:
        _update(act, sent, item, at=at)
        return _taken(came, act, sent, by=by, at=at)
    _settle(sent, at=at)
    return Received(came, act)


def fault_in(sent: SentAct, *, item: SupervisionItem | None, on: date) -> Fault | None:
    """Why it cannot be taken on that day, by itself or by what the city knows."""
    if item is None:
        return UNKNOWN
    if fault := fault_of(sent, on=on):
        return fault
    unknown = (
        sent.subject_kind is SubjectKind.PLACE and not Place.objects.filter(number=sent.subject).exists()
    )
    return Fault("场所名录里没有这个编号。", "subject") if unknown else None


def item_for(sent: SentAct, *, office: Organisation) -> SupervisionItem | None:
    """The office's item of that code: in force, or in force when the act was done."""
    published = SupervisionItem.objects.filter(office=office, code=sent.item_code, published_on__isnull=False)
    in_force = published.filter(Q(ended_on=None) | Q(ended_on__gt=sent.day))
    return in_force.order_by("ended_on", "pk").first()


def _stored(sent: SentAct) -> SupervisionAct | None:
    rows = SupervisionAct.objects.select_for_update()
    return rows.filter(source=sent.source, source_id=sent.source_id).first()


def _fault_of_owner(act: SupervisionAct, office: Organisation) -> Fault | None:
    """A number that another office has used is not this office's to change."""
    if act.office_id == office.pk:
        return None
    return Fault("这个来源编号已经由别的部门报送过。", "source_id")


def _store(sent: SentAct, item: SupervisionItem, *, at: datetime) -> tuple[SupervisionAct, bool]:
    """The row, and whether it is ours: of two at once the second finds the first one's."""
    calendar = HolidayNotice.objects.calendar()
    in_time = timeliness(sent.day, sent_on=local_day(at), calendar=calendar)
    columns = {"received_at": at, "sent_on": local_day(at), "due": in_time.due, **_columns(sent, item, at=at)}
    try:
        with transaction.atomic():
            act = SupervisionAct.objects.create(source=sent.source, source_id=sent.source_id, **columns)
            return act, True
    except IntegrityError:
        crossed = _stored(sent)
        if crossed is None:
            raise
        return crossed, False


def _update(act: SupervisionAct, sent: SentAct, item: SupervisionItem, *, at: datetime) -> None:
    for name, value in _columns(sent, item, at=at).items():
        setattr(act, name, value)
    act.revision += 1
    act.save()


def _columns(sent: SentAct, item: SupervisionItem, *, at: datetime) -> dict[str, object]:
    firm = sent.subject_kind is SubjectKind.FIRM
    place = sent.subject_kind is SubjectKind.PLACE
    return {
        "item": item,
        "office_id": item.office_id,
        "kind": sent.kind.name,
        "day": sent.day,
        "subject_kind": sent.subject_kind.name,
        "subject": sent.subject,
        "subject_name": sent.subject_name,
        "firm": Firm.objects.filter(credit_code=sent.subject).first() if firm else None,
        "place": Place.objects.filter(number=sent.subject).first() if place else None,
        "officers": sent.officers,
        "result": sent.result,
        "paper": sent.paper,
        "batch": sent.batch,
        "ground": sent.ground,
        "project": sent.project,
        "changed_at": at,
        "fingerprint": fingerprint(sent),
    }


def _taken(came: Arrival, act: SupervisionAct, sent: SentAct, *, by: User | None, at: datetime) -> Received:
    ActRevision.objects.create(act=act, number=act.revision, content=as_plain(sent), by=by, at=at)
    _settle(sent, at=at)
    return Received(came, act)


def _settle(sent: SentAct, *, at: datetime) -> None:
    """What was sent back before has now come as it should."""
    sent_back = RejectedAct.objects.open().filter(source=sent.source, source_id=sent.source_id)
    sent_back.update(settled_at=at)


def _reject(sent: SentAct, fault: Fault, *, office: Organisation, at: datetime) -> Fault:
    said = {
        "content": as_plain(sent.masked),
        "office": office,
        "field": fault.field,
        "reason": fault.sentence,
        "at": at,
    }
    row, is_new = RejectedAct.objects.open().get_or_create(
        source=sent.source, source_id=sent.source_id, settled_at=None, defaults=said
    )
    if not is_new:
        RejectedAct.objects.filter(pk=row.pk).update(**said, times=F("times") + 1)
    return fault
