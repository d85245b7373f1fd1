"""询问: for whom somebody asks, about which policies and on which day, as the address of a page says it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.http import Http404, HttpRequest

from guangyue.kit.refusals import Refused
from guangyue.organisations.forms import OnDayForm
from guangyue.rules.authoring import Rule
from guangyue.rules.offers import Audience
from guangyue.systems.offered import Offered, offered
from guangyue.systems.system import System
from guangyue.systems.today import day_of_the_city

AUDIENCES: Mapping[str, Audience] = {"person": Audience.PERSON, "firm": Audience.FIRM, "body": Audience.BODY}
EVERYTHING = "all"

Pairs = list[tuple[str, str]]  # names and values of an address, in order


@dataclass(frozen=True)
class Inquiry:
    """询问. Without topics and without a policy it is not yet said what it is about."""

    who: str
    topics: tuple[str, ...]
    code: str
    on: date
    pairs: tuple[tuple[str, str], ...]

    @property
    def audience(self) -> Audience:
        return AUDIENCES[self.who]

    @property
    def is_said(self) -> bool:
        return bool(self.topics or self.code)

    @cached_property
    def policies(self) -> dict[Rule, Offered]:
        """What is asked about, by the version in force on the day."""
        return {
            rule: one
            for one in offered()
            if one.offer.audience is self.audience
            and (one.code == self.code if self.code else self._covers(one.system))
            and (rule := one.in_force(self.on))
        }

    def systems(self) -> list[tuple[System, int]]:
        """Topics that could be chosen, each with how many of its policies are in force."""
        counts: dict[str, tuple[System, int]] = {}
        for one in offered():
            if one.offer.audience is self.audience and one.in_force(self.on):
                system, count = counts.get(one.system.number, (one.system, 0))
                counts[one.system.number] = system, count + 1
        return list(counts.values())

    def _covers(self, system: System) -> bool:
        return EVERYTHING in self.topics or system.number in self.topics


def read_inquiry(request: HttpRequest) -> Inquiry:
    """Refused as not found where it names nobody or nothing that there is."""
    who, code = request.GET.get("who", next(iter(AUDIENCES))), request.GET.get("policy", "")
    topics = tuple(dict.fromkeys(request.GET.getlist("topic")))
    known = {one.code: one for one in offered()}
    systems = {EVERYTHING, *(one.system.number for one in known.values())}
    if code:
        if code not in known:
            raise Http404
        who = next(key for key, one in AUDIENCES.items() if one is known[code].offer.audience)
    if who not in AUDIENCES or set(topics) - systems:
        raise Http404
    about: Pairs = [("policy", code)] if code else [("who", who), *(("topic", one) for one in topics)]
    return Inquiry(who, topics, code, day_asked(request), (*about, *said_day(request)))


def day_asked(request: HttpRequest) -> date:
    """The day that the page is about: the one that is named, otherwise the city's."""
    form = OnDayForm(request.GET)
    if not form.is_valid():
        raise Refused(str(form.errors["on"][0]), field="on")
    return form.cleaned_data["on"] or day_of_the_city()


def said_day(request: HttpRequest) -> Pairs:
    """The day, where it is another than the city's, to be carried on."""
    on = day_asked(request)
    return [("on", on.isoformat())] if on != day_of_the_city() else []
