"""Rows of supervision for the table of who may open what (tests/test_access_table.py)."""

from itertools import count

from django.utils import timezone

from guangyue.cases.tests.factories import a_case, a_matter
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation, Region
from guangyue.supervision.models import PermitHandover, RejectedAct, SupervisionItem
from guangyue.supervision.tests.factories import a_draft_item, an_act, an_item, send

_numbers = count(1)


def _an_item(organisation: Organisation) -> SupervisionItem:
    return SupervisionItem.objects.filter(office=organisation).first() or an_item(organisation)


def item(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": _an_item(organisation).pk}


def draft(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": a_draft_item(organisation, code=f"D-{next(_numbers)}").pk}


def act(*, region: Region, organisation: Organisation) -> dict[str, object]:
    _an_item(organisation)
    return {"pk": an_act(organisation, str(next(_numbers))).pk}


def project(*, region: Region, organisation: Organisation) -> dict[str, object]:
    _an_item(organisation)
    return {"code": an_act(organisation, str(next(_numbers)), project=f"P-{organisation.pk}").project}


def rejection(*, region: Region, organisation: Organisation) -> dict[str, object]:
    number = str(next(_numbers))
    send(organisation, number, item_code="NONE")
    return {"pk": RejectedAct.objects.get(source_id=number).pk}


def handover(*, region: Region, organisation: Organisation) -> dict[str, object]:
    code = f"S{organisation.pk:05d}"
    matter = Matter.objects.filter(code=code).first() or a_matter(organisation, code=code)
    at = timezone.now()
    one = PermitHandover.objects.create(
        case=a_case(matter), item=_an_item(organisation), office=organisation, decided_at=at, sent_at=at
    )
    return {"pk": one.pk}


SAMPLES = {
    "supervision:desk_item": item,
    "supervision:amendment": draft,
    "supervision:change": item,
    "supervision:new_checklist": item,
    "supervision:check": draft,
    "supervision:explanation": item,
    "supervision:act": act,
    "supervision:project": project,
    "supervision:rejection": rejection,
    "supervision:handover": handover,
    "supervision:receipt": handover,
    "supervision:plan": handover,
}
CITYWIDE = "由市政府办公室统一办理，只给管全市的人"
PLACELESS = {
    "supervision:confirmation": CITYWIDE,
    "supervision:publication": CITYWIDE,
    "supervision:sending_back": CITYWIDE,
    "supervision:cancelling": CITYWIDE,
    "supervision:system": CITYWIDE,
    "supervision:system_end": CITYWIDE,
    "supervision:export": CITYWIDE,
    "supervision:export_file": CITYWIDE,
}
LISTS = {
    "supervision:items": "supervision:desk_item",
    "supervision:acts": "supervision:act",
    "supervision:rejections": "supervision:rejection",
    "supervision:handovers": "supervision:handover",
}
