"""大厅: their signs and windows, the ways of rating that are closed for a while, and typical cases."""

from datetime import date, datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.kit.masks import find_unmasked
from guangyue.kit.refusals import Refused
from guangyue.matters.models import Matter
from guangyue.ratings.models import Hall, TypicalCase, WayClosure, Window
from guangyue.ratings.refusals import DoneAlready
from guangyue.ratings.ways import Way


def note_signs(*, hall: Hall, window_since: date | None, board_since: date | None) -> Hall:
    hall.window_since, hall.board_since = window_since, board_since
    hall.save(update_fields=["window_since", "board_since"])
    return hall


@transaction.atomic
def seat_person(*, hall: Hall, number: str, person: User | None) -> Window:
    """Somebody sits at one window at a time."""
    if person is not None:
        Window.objects.filter(person=person).update(person=None)
    window, _ = Window.objects.update_or_create(hall=hall, number=number, defaults={"person": person})
    return window


@transaction.atomic
def close_way(*, matter: Matter, way: Way, reason: str, by: User, at: datetime) -> WayClosure:
    if WayClosure.objects.standing().filter(matter=matter, way=way.name).exists():
        raise DoneAlready("这种方式已经停用。")
    return WayClosure.objects.create(matter=matter, way=way.name, reason=reason, by=by, at=at)


@transaction.atomic
def reopen_way(*, closure: WayClosure, by: User, at: datetime) -> WayClosure:
    closure = WayClosure.objects.select_for_update().get(pk=closure.pk)
    if closure.ended_at:
        raise DoneAlready
    closure.ended_by, closure.ended_at = by, at
    closure.save()
    return closure


def publish_typical(*, title: str, text: str, hall: Hall | None, by: User, at: datetime) -> TypicalCase:
    """典型案例: whoever writes it leaves out who it was."""
    if any(find_unmasked(f"{title} {text}", on=at.date())):
        raise Refused("案例里有完整的公民身份号码，请隐去。", field="text")
    return TypicalCase.objects.create(title=title, text=text, hall=hall, published_by=by, published_at=at)
