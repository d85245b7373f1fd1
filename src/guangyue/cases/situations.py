"""选择情形: the region and the answers in an address, and what the situation they lead to asks for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from django.http import QueryDict

from guangyue.cases.intake import Applicant, Known, known_answers
from guangyue.cases.intaking import DEFAULT_SUPPLY_DAYS
from guangyue.cases.services.restricting import refuse_restricted
from guangyue.empowerments.holding import body_for
from guangyue.kit.refusals import Refused
from guangyue.matters.choosing import Choice, choose
from guangyue.matters.declaration import Answer, Declaration, LocalPart, Material, Question, Source, Variant
from guangyue.matters.models import Exercise, Matter
from guangyue.organisations.models import Organisation, Region
from guangyue.systems.today import day_of_the_city

REGION, MANDATE = "region", "mandate"
QUESTION = "q-"  # before the key of a question


@dataclass(frozen=True)
class Asked:
    """An answered question, and the address at which it is asked again."""

    title: str
    said: str
    again: str


@dataclass(frozen=True)
class Way:
    """走到哪了: of one matter the region chosen and the questions answered, as the address says them."""

    matter: Matter
    declared: Declaration
    region: Region
    choice: Choice
    mandate: str = ""

    @property
    def question(self) -> Question | None:
        return self.choice.question

    @property
    def variant(self) -> Variant | None:
        return self.choice.variant

    def query(self, *further: tuple[str, str], until: int | None = None) -> str:
        """The address of this place, or of where the first so many questions were answered."""
        answered = [(f"{QUESTION}{one.key}", said.title) for one, said in self.choice.answered[:until]]
        mandate = [(MANDATE, self.mandate)] if self.mandate else []
        return "?" + urlencode([(REGION, self.region.code), *mandate, *answered, *further])

    def answers(self) -> Iterator[tuple[Answer, str]]:
        """What the question at hand can be answered with, and where each answer leads."""
        if self.question:
            for answer in self.question.answers:
                yield answer, self.query((f"{QUESTION}{self.question.key}", answer.title))

    def asked(self) -> Iterator[Asked]:
        for place, (question, answer) in enumerate(self.choice.answered):
            yield Asked(question.title, answer.title, self.query(until=place))


@dataclass(frozen=True)
class Offer:
    """一种情形要什么: what is asked for and what is not, how long it takes, who decides, and where."""

    variant: Variant
    unit: Organisation
    local: LocalPart
    asked_for: list[Material]
    fetched: list[Material]
    known: list[Known]
    to_fill: int
    promised_days: int

    def supply_days(self, material: Material) -> int:
        return material.supply_days or DEFAULT_SUPPLY_DAYS


def way_of(
    matter: Matter, declared: Declaration, said: QueryDict, applicant: Applicant | None, *, on: date
) -> Way:
    answers = {name.removeprefix(QUESTION): str(said[name]) for name in said if name.startswith(QUESTION)}
    return Way(
        matter=matter,
        declared=declared,
        region=chosen_region(said.get(REGION, ""), applicant, on=on),
        choice=choose(declared, answers),
        mandate=said.get(MANDATE, ""),
    )


def offer_of(way: Way, variant: Variant, applicant: Applicant | None, *, on: date, at: datetime) -> Offer:
    """Raises what the holder of the power is refused with, where nobody has it, and 限批."""
    declared = way.declared
    refuse_restricted(matter=way.matter, region=way.region, on=on)
    materials = list(declared.materials_of(variant))
    unit = body_for(matter=way.matter, region=way.region, on=on).unit
    exercise = Exercise.objects.filter(matter=way.matter, unit=unit).first()
    local = exercise.own if exercise else LocalPart()
    known = known_answers(declared, variant, applicant, on=day_of_the_city(), at=at)
    return Offer(
        variant=variant,
        unit=unit,
        local=local,
        asked_for=[one for one in materials if one.source is Source.APPLICANT],
        fetched=[one for one in materials if one.source is not Source.APPLICANT],
        known=known,
        to_fill=len(list(declared.fields_of(variant))) - len(known),
        promised_days=declared.promised(variant),
    )


def regions_to_choose(*, on: date) -> list[Region]:
    """各县（市、区）和市属开发区, and the city for itself."""
    city = Region.objects.on(on).filter(kind=Region.Kind.CITY)
    return [*Region.objects.on(on).of_county_level(), *city]


def chosen_region(code: str, applicant: Applicant | None, *, on: date) -> Region:
    """The one chosen, else the applicant's own, else the first there is."""
    regions = {region.code: region for region in regions_to_choose(on=on)}
    chosen = regions.get(code) or regions.get(_own(applicant))
    if chosen is None:
        chosen = next(iter(regions.values()), None)
    if chosen is None:
        raise Refused("还没有登记可以办理的地区。")
    return chosen


def _own(applicant: Applicant | None) -> str:
    """The county of a person's or a firm's township; a zone's where a zone runs it."""
    if applicant is None:
        return ""
    region: Region = applicant.region
    return region.managed_by_id or region.parent_id or region.code
