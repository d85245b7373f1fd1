"""Rows of indicators for the table of who may open what (tests/test_access_table.py)."""

from decimal import Decimal
from itertools import count

from guangyue.files.tests.factories import a_kept_photo
from guangyue.indicators.comparing.comparators import Comparator
from guangyue.indicators.models import Target
from guangyue.indicators.services.setting import draft_target
from guangyue.indicators.tests.factories import AT, a_fact, a_figure, a_target, a_verified_figure
from guangyue.organisations.models import Organisation, Region

_numbers = count(1)


def _code() -> str:
    return f"S{next(_numbers):03d}"


def _a_target(organisation: Organisation) -> Target:
    return a_target(_code(), owner=organisation)


def target(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"code": _a_target(organisation).code}


def draft(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"code": draft_target(fact=a_fact(_code()), owner=organisation, by=None, at=AT).code}


def open_target(*, region: Region, organisation: Organisation) -> dict[str, object]:
    """One that waits for a judge."""
    waiting = a_target(_code(), owner=organisation, comparator=Comparator.ABOUT, value=Decimal(7))
    a_verified_figure(waiting, 6, office=organisation)
    return {"code": waiting.code}


def figure(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": a_figure(_a_target(organisation), 90, office=organisation, evidence=a_kept_photo(at=AT)).pk}


SAMPLES = {
    "indicators:target": target,
    "indicators:confirmation": draft,
    "indicators:splitting": target,
    "indicators:adjustment": target,
    "indicators:withdrawal": target,
    "indicators:condition": target,
    "indicators:judgement": open_target,
    "indicators:new_figure": target,
    "indicators:figure": figure,
    "indicators:evidence": figure,
    "indicators:evidence_file": figure,
    "indicators:verification": figure,
    "indicators:rejection": figure,
}
PLACELESS = {
    "indicators:gap_list": "全市一份，里面只列出管辖范围内的目标",
}
LISTS = {
    "indicators:targets": "indicators:target",
    "indicators:figures": "indicators:figure",
}
