"""东湖市: bodies, officials and documents for the tests of readings, explanations and clean-ups."""

from datetime import UTC, date, datetime

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant, a_user
from guangyue.gazette.document import Clause
from guangyue.gazette.models import PrintedDocument
from guangyue.gazette.tests.factories import a_clause, a_document
from guangyue.library.models import Term
from guangyue.organisations.models import Organisation, Region
from guangyue.organisations.services.register import enter_organisation

NOON = datetime(2026, 3, 10, 4, tzinfo=UTC)
DAY = date(2026, 3, 1)
CITES = Clause("示政办字〔2026〕9号", "一（五）")


def a_city() -> Region:
    found, _ = Region.objects.get_or_create(
        code="990100", defaults={"name": "东湖市", "kind": Region.Kind.CITY, "standard": "测试"}
    )
    return found


def a_body(name: str) -> Organisation:
    return enter_organisation(
        key=f"unit-{Organisation.objects.count() + 1}",
        name=name,
        kind=Organisation.Kind.GOVERNMENT,
        region=a_city(),
        parent=None,
        since=None,
        cites=None,
    )


def an_official_of(body: Organisation, role: str = "interpreter") -> User:
    official = a_user(organisation=body)
    a_grant(official, role, organisation=body, region=body.region)
    return official


def a_released_document(**fields: object) -> PrintedDocument:
    """With a term, and a clause that gives something."""
    document = a_document(**{"day": DAY, **fields})  # type: ignore[arg-type]
    Term.objects.create(document=document, since=document.day)
    a_clause(document, "一", heading="支持书店", text="对新开办的书店，给予补助3万元。", note="市财政局负责")
    a_clause(document, "二", heading="附则", text="2026年12月底前完成。")
    return document
