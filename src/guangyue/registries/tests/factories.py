"""A small country for the tests of the registries: two districts, the departments, some people."""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from guangyue.accounts.models import Grant, Kind, User
from guangyue.kit.access import Reach, Scope
from guangyue.kit.identities import make_credit_code, make_id_number
from guangyue.organisations.models import Organisation, Region
from guangyue.registries.facts import About, FactKind, kind_of, kinds
from guangyue.registries.models import Fact, Firm, Household, Person, Place
from guangyue.registries.services.recording import state
from guangyue.registries.shapes import Plain
from guangyue.registries.synthetic.city import SyntheticCity
from guangyue.registries.synthetic.plan import District, Plan, Township

PLAN = Plan(
    title="东湖",
    districts=(
        District("990101", "01", 600_000, 115.9, 36.5, 0.1, (Township("990101001", "荷花街道", urban=True),)),
        District(
            "990102",
            "02",
            400_000,
            116.2,
            36.6,
            0.1,
            (Township("990102001", "柳林镇", urban=False), Township("990102002", "石桥镇", urban=False)),
        ),
    ),
)
CITY = SyntheticCity(PLAN, persons=800, firms=40)

EAST, WEST = "990101001", "990102001"
IN_THE_EAST = Scope((Reach(regions=frozenset({"990101", EAST})),))
NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)
LAST_YEAR = NOON - timedelta(days=365)
DAY = date(2020, 5, 1)

WAGE = kind_of(About.PERSON, "wage")
EDUCATION = kind_of(About.PERSON, "education")
DISABILITY = kind_of(About.PERSON, "disability")
NAME = kind_of(About.PERSON, "name")

_numbers = count(1)


def small_plan() -> Plan:
    return PLAN


def a_country() -> dict[str, Organisation]:
    """The regions of the plan, and every department that owns a fact, by its key."""
    city = Region.objects.create(code="990100", name="东湖市", kind=Region.Kind.CITY, standard="测试")
    for district in PLAN.districts:
        parent = Region.objects.create(
            code=district.code,
            name=f"{district.digits}区",
            kind=Region.Kind.DISTRICT,
            parent=city,
            standard="测试",
        )
        for town in district.townships:
            Region.objects.create(
                code=town.code, name=town.title, kind=Region.Kind.TOWN, parent=parent, standard="测试"
            )
    return {
        key: Organisation.objects.create(
            key=key, name=f"机构{key}", kind=Organisation.Kind.GOVERNMENT, region=city
        )
        for key in dict.fromkeys(kind.owner for kind in kinds().values())
    }


def scope_of(*owners: str) -> Scope:
    """Everywhere, as the people of these departments."""
    ids = Organisation.objects.filter(key__in=owners).values_list("pk", flat=True)
    regions = Region.objects.values_list("code", flat=True)
    return Scope((Reach(regions=frozenset(regions), organisations=frozenset(ids)),))


def a_user(kind: Kind = Kind.STAFF, **fields: Any) -> User:
    number = next(_numbers)
    return User.objects.create(
        username=f"somebody{number}", **{"kind": kind, "name": f"用户{number}", "opened_at": NOON, **fields}
    )


def an_official(*roles: str, organisation: Organisation | None = None, region: str = "990100") -> User:
    """Somebody who holds these roles in a region, for an organisation where one is given."""
    user = a_user(organisation=organisation)
    for role in roles:
        Grant.objects.create(
            user=user,
            role=role,
            organisation=organisation,
            region_id=region,
            since=DAY,
            at=NOON - timedelta(days=1),
            ground="测试",
        )
    return user


def a_person(township: str = EAST, **fields: Any) -> Person:
    number = next(_numbers)
    born = fields.pop("birth_date", date(1980, 1, 1))
    digits = make_id_number(region="390101", born=born, sequence=number % 999 + 1).text
    return Person.objects.create(
        **{
            "id_number": digits,
            "name": f"李{number}",
            "sex": "女",
            "birth_date": born,
            "region_id": township,
            **fields,
        }
    )


def a_household(township: str = EAST) -> Household:
    return Household.objects.create(number=f"H{next(_numbers)}", region_id=township)


def a_place(township: str = EAST, **fields: Any) -> Place:
    number = next(_numbers)
    kept = {"number": f"P{number}", "title": f"场所{number}", "kind": "村庄", **fields}
    return Place.objects.create(region_id=township, longitude=115.9, latitude=36.5, **kept)


def a_firm(township: str = EAST, **fields: Any) -> Firm:
    number = next(_numbers)
    kept = {
        "credit_code": make_credit_code(region="390101", serial=number).text,
        "name": f"东湖{number}号商行",
        "kind": "企业",
        "industry": "制造业",
        "status": "在营",
        "registered_on": DAY,
        **fields,
    }
    return Firm.objects.create(region_id=township, **kept)


def a_fact(
    subject: Person | Household | Firm | Place,
    kind: FactKind,
    value: Plain,
    *,
    since: date = DAY,
    at: datetime = LAST_YEAR,
    item: str = "",
) -> Fact:
    """Stated by the owner's own system."""
    return state(
        subject=subject, kind=kind, value=value, since=since, source="测试", by=None, at=at, item=item
    )
