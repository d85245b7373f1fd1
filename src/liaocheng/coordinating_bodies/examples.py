"""How S48 answers the catalogue's worked examples: meetings, members, documents, counties, reports."""

from collections.abc import Collection, Mapping
from datetime import date

from django.utils import timezone

from guangyue.gazette.document import Clause
from guangyue.organisations.cadence import Cadence, missed, status, still_to_meet
from guangyue.organisations.models import Body, LocalRequirement, Region, Seat
from guangyue.organisations.models.meetings import is_late
from guangyue.organisations.refusals import BodyWithoutDocument
from guangyue.organisations.resolution import resolve
from guangyue.organisations.services.bodies import form_body
from guangyue.organisations.services.local_bodies import Fulfilment, fulfilment
from guangyue.systems.examples import Given, as_day, is_nothing

CADENCES = {
    "year_end": Cadence.YEAR_END,
    "每年底": Cadence.YEAR_END,
    "yearly": Cadence.YEARLY,
    "每年": Cadence.YEARLY,
    "quarterly": Cadence.QUARTERLY,
    "每季度": Cadence.QUARTERLY,
    "as_needed": Cadence.AS_NEEDED,
}


def answer(given: Given, asked: Collection[str]) -> Mapping[str, object]:
    """The form of an example shows in what it gives."""
    if "meetings" in given:
        return judge_meetings(given)
    if "member" in given:
        return change_a_leader(given)
    if "county" in given:
        return judge_county(given)
    if "office_summary" in given:
        return judge_summary(given)
    if "document" in given:
        return try_to_form(given)
    raise ValueError("no form of example that S48 knows")


def judge_meetings(given: Given) -> Mapping[str, object]:
    """{body, meetings, as_of, cadence}: whether the body has met when it had to."""
    found, as_of = _body(given.text("body")), given.day("as_of") or timezone.localdate()
    cadence = _cadence(given, found)
    met = [day for day in map(as_day, given.take("meetings") or []) if day]
    since = found.known_from if found else min([*met, date(as_of.year - 1, 1, 1)])
    return {
        "status": status(cadence, met=met, since=since, on=as_of),
        "missed": [period.title for period in missed(cadence, met=met, since=since, on=as_of)],
        "reminder": still_to_meet(cadence, met=met, since=since, on=as_of) is not None,
    }


def change_a_leader(given: Given) -> Mapping[str, object]:
    """{member: {unit, changed_leader}, body}: whether the successor takes the seat without anybody's
    doing."""
    member = given.part("member")
    unit, changed = (
        resolve(member.text("unit"), on=timezone.localdate()),
        not is_nothing(member.take("changed_leader")),
    )
    bodies = list(Body.objects.filter(substitutes_by_itself=True))
    if "body" in given:
        bodies = [body for body in bodies if body == _body(given.text("body"))]
    seated = Seat.objects.filter(
        body__in=bodies, role=Seat.Role.MEMBER, organisation=unit.organisation if unit else None
    )
    return {"replaced_automatically": changed and unit is not None and seated.exists()}


def try_to_form(given: Given) -> Mapping[str, object]:
    """{body, document, clause}: a body that no document forms is refused."""
    number, clause = given.text("document"), given.text("clause")
    cites = Clause(number, clause) if number else None
    try:
        form_body(
            key="example",
            name=given.text("body"),
            kind=Body.Kind.LEADING_GROUP,
            level=Body.Level.CITY,
            region=Region.objects.get(kind=Region.Kind.CITY),
            cites=cites,
            on=timezone.localdate(),
            by=None,
            at=timezone.now(),
        )
    except BodyWithoutDocument:
        return {"accepted": False, "reason": "no_document"}
    return {"accepted": True, "reason": None}


def judge_county(given: Given) -> Mapping[str, object]:
    """{county, group: {改厕: yes, 社会救助: none}}: which of the groups asked about are missing, which lack a
    document."""
    name, groups = given.text("county"), given.part("group")
    region = Region.objects.of_county_level().filter(name__contains=name).first()
    if region is None:
        raise ValueError(f"no county is called {name}")
    found = {group: _fulfilment(region, group, groups) for group in groups.values}
    return {
        "missing": [group for group, state in found.items() if state is Fulfilment.MISSING],
        "red": [group for group, state in found.items() if state is Fulfilment.WITHOUT_DOCUMENT],
        "ok": all(state in (Fulfilment.FORMED, Fulfilment.NOT_ASKED) for state in found.values()),
    }


def _fulfilment(region: Region, group: str, groups: Given) -> Fulfilment:
    """yes, none, or {exists, document}; a group said to exist is taken to have its document unless it is said
    to have none."""
    requirement = LocalRequirement.objects.filter(short_name=group).first()
    value = groups.take(group)
    exists, document = not is_nothing(value), "yes"
    if isinstance(value, Mapping):
        said = groups.part(group)
        exists, document = not is_nothing(said.take("exists", "yes")), said.text("document")
    if requirement is None:
        return Fulfilment.NOT_ASKED
    return fulfilment(requirement, region, exists=exists, document=document)


def judge_summary(given: Given) -> Mapping[str, object]:
    """{office_summary: {sent}, due, as_of}: late when sent after the day it was due, or not sent when that
    day is over."""
    sent = as_day(_or_nothing(given.part("office_summary").take("sent")))
    as_of = given.day("as_of") or timezone.localdate()
    reckoned = sent or as_of
    due = given.day("due") or date(reckoned.year, 12, 25)
    return {"late": is_late(sent=reckoned, due=due), "due": due, "sent": sent}


def _cadence(given: Given, body: Body | None) -> Cadence:
    if "cadence" in given:
        return CADENCES[given.text("cadence")]
    if body is None:
        raise ValueError(f"no body is called {given.text('body')}, and no cadence is given")
    return body.must_meet


def _or_nothing(value: object) -> object:
    return None if is_nothing(value) else value


def _body(name: str) -> Body | None:
    found = resolve(name, on=timezone.localdate())
    return Body.objects.filter(organisation=found.organisation).first() if found else None
