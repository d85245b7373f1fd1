"""The demonstration's cases: handed in, reviewed, decided and delivered by its people through the services
that the pages call, over the last year and up to now."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import cycle
from random import Random

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from guangyue.accounts.demo import somebody_allowed
from guangyue.accounts.models import User
from guangyue.cases.demo_answers import answers_for
from guangyue.cases.flow import COUNTY, Actor
from guangyue.cases.models import Case, Delivered, Opinion, PointResult
from guangyue.cases.permissions import DECIDE_CASES, RECEIVE_CASES, REVIEW_CASES
from guangyue.cases.services.checks import open_points
from guangyue.cases.services.delivery import Slip, deliver_case
from guangyue.cases.services.flows import flow_in_force
from guangyue.cases.services.moving import move_case
from guangyue.cases.services.opening import hand_in, open_case
from guangyue.cases.services.opinions import give_opinion
from guangyue.cases.services.papers import hand_in_paper, promise_papers
from guangyue.cases.services.refusing import ask_to_refuse
from guangyue.cases.services.reviewing import settle_point
from guangyue.cases.services.tallying import tally_nightly
from guangyue.kit.clocks import SHANGHAI, local_day
from guangyue.kit.models import HolidayNotice
from guangyue.kit.refusals import Refused
from guangyue.kit.workdays import Calendar
from guangyue.matters.declaration import Audience, Declaration
from guangyue.matters.models import Exercise, Matter
from guangyue.organisations.models import Region
from guangyue.organisations.models.regions import COUNTY_LEVEL
from guangyue.registries.models import Firm, Person

Say = Callable[[str], None]
Applicant = Person | Firm

SEED = 35
CASES = 240
OPENS, CLOSES = 9, 16
LONG_AGO = 10  # days: what was handed in before is closed, or late
SHORT = 2  # promised working days that leave no time to wait
ADULT = date(2003, 1, 1)
OF_A_COUNTY = 12
VISITORS_FIRST = F("account").asc(nulls_last=True)  # those whom a visitor steps in as have cases too
OWED, VETOED = "owed", "vetoed"  # what else is said of a journey
REASONS = {
    "propose": "经审查，申请材料齐全，符合法定条件，拟同意。",
    "ask_supplement": "场所证明没有产权人签字，请补一份签好的。",
    "tell_missing": "缺少本人签字的申请表，请一次补齐。",
    "refuse": "经核查，不具备规定的条件。",
    "return_to_front": "材料与申请事项不符，请窗口核对。",
}


@dataclass(frozen=True)
class Journey:
    """How far a case goes: its moves, each so many working days after the one before; `ago` is when it was
    handed in, in days before now; so many of a hundred go this way."""

    share: int
    ago: tuple[int, int]
    moves: tuple[tuple[str, Actor, int], ...]
    also: str = ""


ACCEPT = ("accept", Actor.CLERK, 0)
DEFER = ("accept_deferred", Actor.CLERK, 0)
PROPOSE = ("propose", Actor.REVIEWER, 1)
GRANT = ("grant", Actor.DECIDER, 1)
HAND_OVER = "deliver"
DELIVER = (HAND_OVER, Actor.CLERK, 1)
JOURNEYS = (
    Journey(40, (20, 360), (ACCEPT, PROPOSE, GRANT, DELIVER)),
    Journey(6, (40, 360), (ACCEPT, ("propose", Actor.REVIEWER, 4), ("grant", Actor.DECIDER, 18), DELIVER)),
    Journey(4, (20, 300), (ACCEPT, PROPOSE, ("refuse", Actor.DECIDER, 1), DELIVER)),
    Journey(3, (20, 300), (ACCEPT, ("withdraw", Actor.APPLICANT, 1))),
    Journey(7, (1, 3), ()),
    Journey(3, (1, 4), (("tell_missing", Actor.CLERK, 0),)),
    Journey(9, (1, 4), (ACCEPT,)),
    Journey(4, (30, 45), (ACCEPT,)),
    Journey(3, (5, 9), (ACCEPT, ("ask_supplement", Actor.REVIEWER, 1))),
    Journey(7, (2, 5), (DEFER,), OWED),
    Journey(7, (3, 6), (ACCEPT, PROPOSE)),
    Journey(5, (4, 7), (ACCEPT, PROPOSE, GRANT)),
    Journey(2, (1, 1), (), VETOED),
)


@dataclass(frozen=True)
class People:
    """Who works in the demonstration."""

    clerk: User
    reviewer: User
    decider: User

    def of(self, actor: Actor) -> User | None:
        named = {Actor.CLERK: self.clerk, Actor.REVIEWER: self.reviewer, Actor.DECIDER: self.decider}
        return named.get(actor)


@transaction.atomic
def load(say: Say) -> None:
    """Once."""
    if Case.objects.exists():
        return
    people = people_at_work()
    if people is None:
        say("办件：没有收件、审查和决定的人，没有载入演示办件")
        return
    now, calendar = timezone.now(), HolidayNotice.objects.calendar()
    draw = Random(SEED)  # noqa: S311  the same city each time, and nothing secret
    journeys = [one for one in JOURNEYS for _ in range(one.share * CASES // 100)]
    draw.shuffle(journeys)
    for journey, (matter, region, applicant) in zip(journeys, _requests(draw), strict=False):
        begun = _begun(journey, matter, calendar, now, draw)
        try:
            with transaction.atomic():
                case = hand_in_one(matter, region, applicant, journey, people, draw, begun)
        except Refused:  # a matter that nobody may apply for there now
            continue
        travel(journey, case, people, calendar, now)
    tally_nightly.run(at=now)
    say(f"办件 {Case.objects.count()} 件，在办 {Case.objects.open().count()} 件")


def people_at_work() -> People | None:
    clerk, reviewer, decider = map(somebody_allowed, (RECEIVE_CASES, REVIEW_CASES, DECIDE_CASES))
    return People(clerk, reviewer, decider) if clerk and reviewer and decider else None


def _requests(draw: Random) -> Iterator[tuple[Matter, Region, Applicant]]:
    """Who asks for what, and where: every matter in turn, in the city and in its counties."""
    opened = Matter.objects.open().exclude(current=None).select_related("current", "owner__region")
    opened = opened.order_by("code")
    matters = [one for one in opened if one.current and is_asked_for(one.current.declared)]
    counties = inhabited()
    city = Region.objects.filter(kind=Region.Kind.CITY).first()
    if not matters or not counties or city is None:
        return
    exercised = {(one.matter_id, one.region_id) for one in Exercise.objects.all()}
    of_counties = {matter.pk for matter in matters if goes_through_the_county(matter)}
    draw.shuffle(matters)
    for matter in cycle(matters):
        county, persons, firms = counties[0] if draw.random() < 0.5 else draw.choice(counties)
        at_home = (matter.pk, county.code) in exercised and draw.random() < 0.6
        at_home |= matter.pk in of_counties
        region = county if at_home or draw.random() < 0.4 else city
        yield matter, region, draw.choice(applicants_of(matter, draw, persons, firms))


def inhabited() -> list[tuple[Region, list[Person], list[Firm]]]:
    """The counties and whoever of theirs applies for something."""
    districts = Region.objects.filter(kind__in=COUNTY_LEVEL).order_by("code")
    living = [(one, _residents(one), _firms(one)) for one in districts]
    return [(one, persons, firms) for one, persons, firms in living if persons and firms]


def goes_through_the_county(matter: Matter) -> bool:
    """Whether the government of a county has the case at some step."""
    assert matter.current is not None
    declared = matter.current.declared
    flows = {flow_in_force(declared.flow_of(one)).declared for one in declared.variants}
    offices = {step.office for flow in flows for step in flow.steps}
    offices |= {duty.office for flow in flows for duty in flow.duties}
    offices |= {opinion.organisation for flow in flows for opinion in flow.opinions}
    return COUNTY in offices


def is_asked_for(declared: Declaration) -> bool:
    """By people and firms, on the usual pages."""
    return not declared.entrance and declared.audience is not Audience.OFFICE


def applicants_of(
    matter: Matter, draw: Random, persons: Sequence[Applicant], firms: Sequence[Applicant]
) -> Sequence[Applicant]:
    assert matter.current is not None
    match matter.current.declared.audience:
        case Audience.PERSON:
            return persons
        case Audience.FIRM:
            return firms
    return firms if draw.random() < 0.5 else persons


def _residents(county: Region) -> list[Person]:
    rows = Person.objects.filter(region__parent=county, birth_date__lt=ADULT).select_related("household")
    return list(rows.order_by(VISITORS_FIRST, "pk")[:OF_A_COUNTY])


def _firms(county: Region) -> list[Firm]:
    rows = Firm.objects.filter(region__parent=county, status="在营")
    return list(rows.order_by(VISITORS_FIRST, "pk")[:OF_A_COUNTY])


def hand_in_one(
    matter: Matter,
    region: Region,
    applicant: Applicant,
    journey: Journey,
    people: People,
    draw: Random,
    at: datetime,
) -> Case:
    assert matter.current is not None
    declared = matter.current.declared
    variant = draw.choice(declared.variants)
    answers, sources = answers_for(declared, variant, applicant, draw=draw, at=at)
    online = draw.random() < 0.4
    case = open_case(
        matter=matter,
        variant=variant.key,
        region=region,
        applicant=applicant,
        phone=f"1380635{draw.randint(0, 9999):04d}",
        channel=Case.Channel.ONLINE if online else Case.Channel.WINDOW,
        at=at,
        answers=answers,
        sources=sources,
    )
    owed = case.papers.missing().filter(deferrable=True).first() if journey.also == OWED else None
    for paper in case.papers.missing():
        if paper != owed:
            hand_in_paper(paper=paper, files=(), at=at, on_paper=not online)
    if owed is not None:
        promise_papers(case=case, codes=[owed.code], on=local_day(at))
    actor = Actor.APPLICANT if online else Actor.CLERK
    hand_in(case=case, consent=True, by=people.of(actor), actor=actor, at=at)
    return case


def travel(journey: Journey, case: Case, people: People, calendar: Calendar, now: datetime) -> None:
    """As far as the journey goes, the flow lets it and time has come."""
    case.refresh_from_db()
    at = case.handed_in_at or now
    if journey.also == VETOED and case.flow.declared.arrow("refuse_intake", since=case.step):
        ask_to_refuse(case=case, reason="申请的事项不在本地区办理。", by=people.clerk, at=at)
    for arrow, actor, days in journey.moves:
        short = days == 1 and case.promised_days <= SHORT
        at = later(calendar, at, 0 if short else days)
        key = "accept" if arrow == "accept_deferred" and not case.papers.missing().exists() else arrow
        if at > now or case.flow.declared.arrow(key, since=case.step) is None:
            continue
        if arrow == "propose":
            prepare_decision(case, people, at)
        try:
            if arrow == HAND_OVER:
                _hand_over(case, people.clerk, at)
            else:
                said = REASONS.get(arrow, "")
                move_case(case=case, arrow=key, by=people.of(actor), actor=actor, at=at, said=said)
        except Refused:
            return
        case.refresh_from_db()


def _hand_over(case: Case, clerk: User, at: datetime) -> None:
    proof = Delivered.Proof.FIRM if case.firm_id else Delivered.Proof.OWN
    slip = Slip(to=case.applicant_name, proof=proof)
    deliver_case(case=case, how=Case.Delivery.PICK_UP, slip=slip, by=clerk, at=at)


def prepare_decision(case: Case, people: People, at: datetime) -> None:
    """What must be settled before a reviewer proposes."""
    while waiting := list(case.opinions.waiting()):
        for opinion in waiting:
            give_opinion(opinion=opinion, outcome=Opinion.Said.AGREES, said="", by=people.decider, at=at)
    for number in open_points(case):
        settle_point(
            case=case,
            number=number,
            result=PointResult.Result.PASSED,
            evidence="材料齐全，与登记信息一致",
            by=people.reviewer,
            at=at,
        )


def _begun(journey: Journey, matter: Matter, calendar: Calendar, now: datetime, draw: Random) -> datetime:
    """While the hall was open; what is still under way was handed in so late that there is time yet."""
    assert matter.current is not None
    ago = draw.randint(*journey.ago)
    if journey.ago[1] < LONG_AGO:
        ago = min(ago, max(matter.current.declared.promised_days, 1))
    day = local_day(now) - timedelta(days=ago)
    while not calendar.works(day):
        day -= timedelta(days=1)
    return datetime.combine(day, time(draw.randint(OPENS, CLOSES - 1), draw.randint(0, 59)), SHANGHAI)


def later(calendar: Calendar, at: datetime, days: int) -> datetime:
    if not days:
        return at + timedelta(minutes=10)
    ahead = (day.date for day in calendar.after(local_day(at)) if day.works)
    day = next(one for nth, one in enumerate(ahead, start=1) if nth == days)
    return datetime.combine(day, at.astimezone(SHANGHAI).time(), SHANGHAI)
