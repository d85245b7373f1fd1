"""统计: per policy and district, counted from the matches themselves: the figures add up to the lists."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from django.db import connection

from guangyue.entitlements.states import State
from guangyue.kit.access import Scope
from guangyue.kit.money import Money
from guangyue.organisations.models import Region
from guangyue.systems.offered import Offered, offered

# The days from when it could be applied for until it was.
COUNTED = """
    select matches.code, matches.district_id,
        count(*) filter (where matches.state = 'entitled'),
        coalesce(sum(matches.amount) filter (where matches.state = 'entitled'), 0),
        count(*) filter (where matches.state = 'automatic'),
        count(*) filter (where matches.state = 'applied'),
        count(*) filter (where matches.state = 'applied' and matches.entitled is false),
        count(*) filter (where matches.state = 'paid'),
        count(*) filter (where matches.state = 'upcoming'),
        count(*) filter (where matches.state = 'maybe'),
        count(*) filter (where matches.state = 'closed'),
        percentile_disc(0.5) within group (order by asked.days)
    from entitlements_match as matches
    left join lateral (
        select greatest(min(applications.on) - coalesce(matches.entitled_on, matches.first_seen), 0) as days
        from grants_application as applications
        where applications.code = matches.code and applications.item = matches.item
            and (applications.person_id = matches.person_id or applications.firm_id = matches.firm_id)
            and applications.submitted_at is not null
    ) as asked on matches.state in ('applied', 'paid')
    where matches.district_id = any(%(districts)s)
    group by matches.code, matches.district_id
"""


@dataclass(frozen=True)
class Tally:
    """一项政策在一个县（市、区）: how many stand where; money is for one award each, as the rule pays it."""

    unclaimed: int = 0
    unclaimed_money: int = 0
    automatic: int = 0
    applied: int = 0
    applied_not_entitled: int = 0
    paid: int = 0
    upcoming: int = 0
    maybe: int = 0
    closed: int = 0
    median_days: int | None = None

    @property
    def entitled(self) -> int:
        """符合: those who could apply, who did, and who are given it without asking."""
        return self.unclaimed + self.automatic + self.applied + self.paid

    @property
    def money(self) -> Money:
        return Money(self.unclaimed_money)

    def __add__(self, other: "Tally") -> "Tally":
        """Of several districts. A median of medians says nothing."""
        return Tally(**{name: getattr(self, name) + getattr(other, name) for name in COLUMNS})


COLUMNS = tuple(one.name for one in fields(Tally) if one.name != "median_days")
NOBODY = Tally()
Tallies = Mapping[str, Mapping[str, Tally]]  # by policy, then by district


def tallies(*, scope: Scope, code: str = "") -> Tallies:
    """Of the districts within reach, or of one policy only."""
    districts = list(Region.objects.of_county_level().within(scope).values_list("code", flat=True))
    found: dict[str, dict[str, Tally]] = {}
    with connection.cursor() as cursor:
        cursor.execute(COUNTED, {"districts": districts})
        for policy, district, *counted, median in cursor.fetchall():
            if not code or policy == code:
                tally = Tally(**dict(zip(COLUMNS, map(int, counted), strict=True)), median_days=median)
                found.setdefault(policy, {})[district] = tally
    return found


def total(tallies_of_districts: Mapping[str, Tally]) -> Tally:
    return sum(tallies_of_districts.values(), NOBODY)


def searched_policies() -> dict[str, Offered]:
    """Those of which there can be matches, in the order of the systems."""
    return {one.code: one for one in offered() if one.offer.search is not None}


STATES_COUNTED: Mapping[str, State] = {
    "unclaimed": State.ENTITLED,
    "automatic": State.AUTOMATIC,
    "applied": State.APPLIED,
    "paid": State.PAID,
    "upcoming": State.UPCOMING,
    "maybe": State.MAYBE,
    "closed": State.CLOSED,
}
