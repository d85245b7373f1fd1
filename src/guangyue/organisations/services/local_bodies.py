"""属地机构: what each county, zone and township must form because a clause says so, and what it says it
has."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from django.db import transaction

from guangyue.gazette.document import Clause
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Body, LocalBody, LocalRequirement, Region
from guangyue.organisations.services import By, signed


class Fulfilment(Enum):
    """How a region stands to a requirement."""

    FORMED = "已成立"
    WITHOUT_DOCUMENT = "缺设立文件"
    MISSING = "未报送"
    NOT_ASKED = "不作要求"


@dataclass(frozen=True)
class LocalStanding:
    """One region, one requirement."""

    region: Region
    requirement: LocalRequirement
    fulfilment: Fulfilment
    local_body: LocalBody | None = None


@transaction.atomic
def require_local_body(
    *, body: Body, short_name: str, level: str, led_by: str, cites: Clause, since: date
) -> LocalRequirement:
    return LocalRequirement.objects.create(
        body=body, short_name=short_name, level=level, led_by=led_by, cites=cites, since=since
    )


@transaction.atomic
def report_local_body(
    *,
    requirement: LocalRequirement,
    region: Region,
    name: str,
    document: str,
    head: str,
    on: date,
    by: By,
    at: datetime,
) -> LocalBody:
    """县（市、区）报送: a later report takes the place of an earlier one."""
    if not requirement.asks(region):
        raise Refused(f"条款没有要求{region}成立{requirement}机构。", field="region")
    local_body, _ = LocalBody.objects.update_or_create(
        requirement=requirement,
        region=region,
        defaults={
            "name": name,
            "document": document,
            "head": head,
            "reported_on": on,
            "by": signed(by),
            "at": at,
        },
    )
    return local_body


def fulfilment(requirement: LocalRequirement, region: Region, *, exists: bool, document: str) -> Fulfilment:
    """A group without a document is red; none at all is missing, where the clause asks for one."""
    if not requirement.asks(region):
        return Fulfilment.NOT_ASKED
    if not exists:
        return Fulfilment.MISSING
    return Fulfilment.FORMED if document else Fulfilment.WITHOUT_DOCUMENT


def local_standings(
    requirements: Iterable[LocalRequirement], regions: Iterable[Region]
) -> list[LocalStanding]:
    """Every region under every requirement that asks it."""
    regions = list(regions)
    reported = {(body.requirement_id, body.region_id): body for body in LocalBody.objects.all()}
    standings = []
    for requirement in requirements:
        for region in regions:
            local_body = reported.get((requirement.pk, region.code))
            found = fulfilment(
                requirement,
                region,
                exists=local_body is not None,
                document=local_body.document if local_body else "",
            )
            if found is not Fulfilment.NOT_ASKED:
                standings.append(LocalStanding(region, requirement, found, local_body))
    return standings
