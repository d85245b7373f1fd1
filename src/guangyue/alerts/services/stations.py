"""站点 and 接入平台: what delivers, and from when until when."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import IntegrityError, transaction

from guangyue.accounts.models import User
from guangyue.alerts.models import Feed, Station
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Region


@dataclass(frozen=True)
class StationSaid:
    """What is entered of a station."""

    name: str
    region: Region
    latitude: Decimal
    longitude: Decimal
    in_use: bool = True


def open_station(*, code: str, said: StationSaid) -> Station:
    """设站."""
    try:
        with transaction.atomic():
            return Station.objects.create(code=code, **vars(said))
    except IntegrityError:
        raise Refused("已经有这个编码的站点。", field="code") from None


def keep_station(*, station: Station, said: StationSaid) -> Station:
    """变更: a station that is no longer in use keeps what it measured."""
    for name, value in vars(said).items():
        setattr(station, name, value)
    station.save()
    return station


def open_feed(*, key: str, title: str, by: User, at: datetime) -> Feed:
    """登记接入平台."""
    try:
        with transaction.atomic():
            return Feed.objects.create(key=key, title=title, made_by=by, made_at=at)
    except IntegrityError:
        raise Refused("已经有这个标识的平台。", field="key") from None


@transaction.atomic
def end_feed(*, feed: Feed, at: datetime) -> Feed:
    """停用: what it signs is no longer taken."""
    held = Feed.objects.select_for_update().get(pk=feed.pk)
    held.ended_at = held.ended_at or at
    held.save(update_fields=["ended_at"])
    return held
