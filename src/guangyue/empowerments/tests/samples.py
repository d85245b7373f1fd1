"""Rows of powers for the table of who may open what (tests/test_access_table.py)."""

from itertools import count

from django.utils import timezone

from guangyue.empowerments.models import GrantingDocument, StoppedPower
from guangyue.empowerments.modes import Mode
from guangyue.empowerments.tests.factories import a_document, a_power, an_agreement
from guangyue.organisations.models import Organisation, Region

_numbers = count(1)


def document_of(organisation: Organisation) -> GrantingDocument:
    return a_document(organisation, number=f"东政字〔2021〕{next(_numbers) + 100}号")


def power(*, region: Region, organisation: Organisation) -> dict[str, object]:
    made = a_power(document_of(organisation), body=organisation, code=f"T{next(_numbers)}")
    return {"pk": made.pk}


def power_with_agreement(*, region: Region, organisation: Organisation) -> dict[str, object]:
    made = a_power(document_of(organisation), body=organisation, code=f"T{next(_numbers)}")
    return {"pk": made.pk, "paper": an_agreement(made, with_file=True).pk}


def power_with_permission(*, region: Region, organisation: Organisation) -> dict[str, object]:
    made = a_power(document_of(organisation), body=organisation, code=f"T{next(_numbers)}", mode=Mode.INTAKE)
    at = timezone.now()
    opened = made.permissions.create(account="窗口", since=made.document.issued_on, at=at)
    return {"pk": made.pk, "piece": "permission", "paper": opened.pk}


def stopped(*, region: Region, organisation: Organisation) -> StoppedPower:
    document = document_of(organisation)
    return StoppedPower.objects.create(
        document=document,
        code=f"T{next(_numbers)}",
        name="最低生活保障对象认定",
        body=organisation,
        goes_to=organisation,
        since=document.issued_on,
        at=timezone.now(),
    )


SAMPLES = {
    "empowerments:empowerment": power,
    "empowerments:issuing": power,
    "empowerments:undertaking": power,
    "empowerments:suspending": power,
    "empowerments:withdrawing": power,
    "empowerments:agreement": power,
    "empowerments:agreement_file": power_with_agreement,
    "empowerments:seal": power,
    "empowerments:permission": power,
    "empowerments:announcement": power,
    "empowerments:kit": power,
    "empowerments:ending": power_with_permission,
}
PLACELESS = {"empowerments:loading": "赋权文件发给谁都能看；清单里每一行的单位另查管辖范围"}
LISTS = {"empowerments:powers": "empowerments:empowerment", "empowerments:watch": "empowerments:empowerment"}
