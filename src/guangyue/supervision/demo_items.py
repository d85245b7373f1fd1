"""The demonstration's items: those of `settings.GUANGYUE_DEMO_SUPERVISION`, before any permit is granted."""

from collections.abc import Callable
from datetime import date, datetime, time

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from guangyue.kit.clocks import SHANGHAI
from guangyue.matters.models import Matter
from guangyue.organisations.services.register import find_organisation
from guangyue.supervision.declaration import DemoItem
from guangyue.supervision.models import SupervisionItem
from guangyue.supervision.services.cataloguing import (
    Described,
    check_item,
    confirm_item,
    draft_item,
    publish_item,
)

Say = Callable[[str], None]

PUBLISHED_AT = datetime.combine(date(2020, 1, 6), time(10), SHANGHAI)


@transaction.atomic
def load(say: Say) -> None:
    """Once: what is there already is left alone. The last two are still on their way."""
    if SupervisionItem.objects.exists():
        say("监管事项：已经有事项，没有再载入")
        return
    declared: tuple[DemoItem, ...] = import_string(settings.GUANGYUE_DEMO_SUPERVISION)
    items = [_draft(one) for one in declared]
    for item in items[:-1]:
        check_item(item=item, by=None, at=PUBLISHED_AT)
    for item in items[:-2]:
        confirm_item(item=item, by=None, at=PUBLISHED_AT)
        publish_item(item=item, by=None, at=PUBLISHED_AT)
    say(f"监管事项 {len(items)} 项（演示数据）")


def _draft(one: DemoItem) -> SupervisionItem:
    described = Described(
        code=one.code,
        name=one.name,
        kind=one.kind,
        basis=one.basis,
        subjects=one.subjects,
        frequency=one.frequency,
        stage=one.stage,
        provincial_code=one.provincial_code,
        matters=tuple(Matter.objects.filter(code__in=one.matters)),
    )
    office = find_organisation(one.office)
    return draft_item(described=described, office=office, points=one.points, by=None, at=PUBLISHED_AT)
