"""Rows of bundles for the table of who may open what (tests/test_access_table.py)."""

from itertools import count

from guangyue.accounts.tests.factories import a_user
from guangyue.bundles.models import BundleCase, CombinedDecision, Theme
from guangyue.bundles.services.declared import data_bundles
from guangyue.bundles.services.themes import latest_version, send_to_review
from guangyue.bundles.tests.factories import a_bundle, a_theme
from guangyue.cases.tests.factories import AT
from guangyue.matters.declaration import Level
from guangyue.matters.models import Exercise, Matter
from guangyue.organisations.models import Organisation, Region

_numbers = count(1)


def theme(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"key": _theme(region, organisation).key}


def design(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"key": _theme(region, organisation, released=False).key}


def review(*, region: Region, organisation: Organisation) -> dict[str, object]:
    asked = send_to_review(theme=_theme(region, organisation, released=False), by=a_user(), at=AT)
    return {"pk": latest_version(asked).agreements.get(organisation=organisation).pk}


def check(*, region: Region, organisation: Organisation) -> dict[str, object]:
    made = _theme(region, organisation)
    return {"pk": made.checks.create(matters={"A1": ""}, opened_at=AT, due=AT).pk}


def bundle(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"number": _bundle(region, organisation).number}


def decision(*, region: Region, organisation: Organisation) -> dict[str, object]:
    made = _bundle(region, organisation)
    content = {
        "theme": "开餐馆",
        "number": made.number,
        "applicant": "湖畔小馆",
        "results": [],
        "refused": False,
    }
    CombinedDecision.objects.create(
        bundle=made, number=f"ZH{made.pk}", issuer=organisation, content=content, hash="", issued_at=AT
    )
    return {"number": made.number}


def connection(*, region: Region, organisation: Organisation) -> dict[str, object]:
    """Of a theme for which a document names data: the first that nobody else leads."""
    for named in data_bundles():
        found = Theme.objects.filter(key=named.theme).first()
        found = found or _theme(region, organisation, key=named.theme)
        if found.lead_id == organisation.pk:
            return {"theme": named.theme, "place": 0}
    raise LookupError("more organisations than themes with data")


def _theme(region: Region, organisation: Organisation, *, released: bool = True, key: str = "") -> Theme:
    number = next(_numbers)
    lead = Organisation.objects.get(pk=organisation.pk)  # under the key that it has by now
    made = a_theme(region, released=released, key=key or f"theme{number}", title=f"主题{number}", lead=lead)
    for matter in Matter.objects.filter(code__in=("A1", "B1", "C1")):
        Exercise.objects.get_or_create(
            matter=matter, unit=organisation, region=region, defaults={"level": Level.COUNTY.name}
        )
    return made


def _bundle(region: Region, organisation: Organisation) -> BundleCase:
    return a_bundle(_theme(region, organisation), region=region)


SAMPLES = {
    "bundles:designing": design,
    "bundles:sending_to_review": design,
    "bundles:release": design,
    "bundles:change": theme,
    "bundles:resumption": theme,
    "bundles:suspension": theme,
    "bundles:cancelling": theme,
    "bundles:reviewing": review,
    "bundles:checking": check,
    "bundles:desk_bundle": bundle,
    "bundles:acceptance": bundle,
    "bundles:delivery": bundle,
    "bundles:receipt": bundle,
    "bundles:decision": decision,
    "bundles:connecting": connection,
}
PLACELESS = {
    "bundles:take_in": "任何窗口收任何一件事",
    "bundles:counter": "只有开始收件的人能接着收",
    "bundles:counter_discard": "只有开始收件的人能不收",
    "bundles:counter_notice": "只有开始收件的人能打印告知",
    "bundles:desk_theme": "主题对全市公开，各部门都看得到设计；能改的只有牵头部门",
}
LISTS = {"bundles:desk_bundles": "bundles:desk_bundle"}
