"""How S05 answers the catalogue's worked examples: by reading, resolving, and asking or moving the
register."""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

from django.utils import timezone

from guangyue.organisations.models import (
    Body,
    Confirmation,
    Notice,
    NoticeLine,
    Organisation,
    Person,
    Post,
    Seat,
    Succession,
)
from guangyue.organisations.reading import Action, Reading, Unreadable, probation_end, read_clause, read_post
from guangyue.organisations.resolution import NameIndex, resolve
from guangyue.organisations.seating import seating, seatings
from guangyue.organisations.services.notices import LineFact, check_notice, enter_notice, record_lines
from guangyue.organisations.services.register import find_post
from guangyue.organisations.services.tenures import report_departure, report_holder
from guangyue.systems.examples import Given, Meaning, as_day, is_nothing

UNKNOWN = ("unknown", "未知", "不详")
OMITTED = "attachment omitted（略）"
ASKED_DAY = re.compile(r"(?:member|convenor|holder)_(?:from|on)_(\d{4}-\d{2}-\d{2})")


def answer(given: Given, asked: Collection[str]) -> Mapping[str, object]:
    """The form of an example shows in what it gives."""
    if "clause" in given:
        return read_one_clause(given)
    if "resolve" in given:
        return resolve_a_name(given)
    if "change" in given:
        return change_an_office(given, asked)
    if "appoint" in given:
        return try_to_appoint(given)
    if "person" in given:
        return follow_a_person(given)
    match given.text("ask"):
        case "holder":
            return name_holders(given)
        case "member_list":
            return list_members(given)
    raise ValueError("no form of example that S05 knows")


def read_one_clause(given: Given) -> Mapping[str, object]:
    """{notice, clause}: what the clause says, as of the notice's day."""
    notice = Notice.objects.filter(number=given.text("notice")).first()
    issued_on = given.day("date") or (notice.issued_on if notice else None)
    try:
        reading = read_clause(given.text("clause"))
    except Unreadable:
        return _verdict("unreadable")
    day = reading.stated_day or issued_on
    names = NameIndex.load()
    found = [names.resolve(post.organisation, day or timezone.localdate()) for post in reading.posts]
    said = _said(reading, day)
    if None in found:
        return {**_verdict("unknown_organisation"), **said}
    lapsed = [place.organisation.key for place in found if place] if reading.lapsed else []
    return {**_verdict(), **said, "successor_organisation": _successors(lapsed)}


def _said(reading: Reading, day: date | None) -> dict[str, object]:
    appoints = reading.action is Action.APPOINT
    persons, posts, first = list(reading.persons), [str(post) for post in reading.posts], reading.posts[0]
    probation_to = probation_end(day, reading.probation_months) if day and reading.probation_months else None
    return {
        "action": reading.action.value,
        "kind": reading.action.value if appoints else reading.ending,
        "person": persons[0] if len(persons) == 1 else persons,
        "persons": persons,
        "appointed": persons if appoints else [],
        "removed": [] if appoints else persons,
        "removed_posts": [] if appoints else posts,
        "organisation": _organisation(first.organisation),
        "post": Meaning(first.title, lambda expected: expected in (first.title, str(first))),
        "posts": Meaning(posts, lambda expected: expected in (posts, len(persons) * len(posts))),
        "chief": first.chief,
        "rank": first.rank or None,
        "from": day if appoints else None,
        "to": None if appoints else day,
        "probation": bool(reading.probation_months),
        "probation_to": probation_to,
        "note": Meaning(reading.note, lambda expected: (expected or "") == reading.note),
    }


def follow_a_person(given: Given) -> Mapping[str, object]:
    """{notice, person}: what the notice does with the person, what ends before what begins."""
    lines = NoticeLine.objects.filter(
        notice__number=given.text("notice"), printed_person=given.text("person")
    )
    return {"sequence": [_step(line) for line in sorted(lines, key=lambda line: (line.appoints, line.order))]}


def _step(line: NoticeLine) -> dict[str, object]:
    if not line.appoints:
        return {"removed": line.printed_post, "kind": line.kind, "on": line.day, "note": line.note or None}
    trial = probation_end(line.day, line.probation_months) if line.probation_months else None
    return {"appointed": line.printed_post, "on": line.day, "from": line.day, "probation_to": trial}


def name_holders(given: Given) -> Mapping[str, object]:
    """{ask: holder, post, on}: who holds it on each of the days."""
    printed, days = read_post(given.text("post")), given.take("on")
    answers: dict[str, object] = {}
    for day in (as_day(each) for each in (days if isinstance(days, list) else [days])):
        if day is None:
            raise ValueError("on: a day is needed")
        found = resolve(printed.organisation, on=day)
        posts = Post.objects.filter(organisation=found.organisation, title=printed.title) if found else []
        people = [tenure.person.name for post in posts for tenure in post.tenures.on(day).with_names()]
        answers[day.isoformat()] = answers["holder"] = _people(people)
    return answers


def resolve_a_name(given: Given) -> Mapping[str, object]:
    """{resolve, document, date}: which organisation the printed name means that day."""
    printed, day = given.text("resolve"), given.day("date") or timezone.localdate()
    given.take("document")
    found = resolve(printed, on=day)
    if found is None:
        return {**_verdict("unknown_organisation"), "body": None, "organisation": None, "printed": printed}
    called = _organisation(found.name)
    return {
        **_verdict(),
        "body": called if found.organisation.kind == Organisation.Kind.BODY else None,
        "organisation": called,
        "printed": printed,
        "old_name_used": found.old_name,
        "suspected_misprint": found.suspect,
        "flag": "suspected_misprint" if found.suspect else "old_name" if found.old_name else None,
        "office": found.office,
    }


def list_members(given: Given) -> Mapping[str, object]:
    """{body, ask: member_list, on}: the units that the text itself names; others nobody may guess."""
    body, day = _body(given.text("body")), given.day("on") or timezone.localdate()
    members = [
        place.seat for place in seatings(body, day) if place.seat.role == Seat.Role.MEMBER and place.seat.post
    ]
    complete = len(members) == body.stated_members or not body.roster_omitted
    return {
        "members": [_organisation(seat.printed) for seat in members],
        "count": len(members),
        "reason": None if complete else OMITTED,
    }


def change_an_office(given: Given, asked: Collection[str]) -> Mapping[str, object]:
    """{body, change: {organisation, office, old, new, on}}: who sits in the body when the office changes
    hands."""
    body, change = _body(given.text("body")), given.part("change")
    day, old, new = change.day("on"), change.text("old"), change.text("new")
    if day is None:
        raise ValueError("change.on: a day is needed")
    seat = _seat(body, day, change.text("organisation"), change.text("office"))
    if seat is None or seat.post is None:
        return {"member": False, "reason": "not_a_member"}
    seat.confirmations.all().delete()
    _suppose_holder(seat.post, old, since=min(seat.since, day - timedelta(days=1)))
    if new:
        report_holder(post=seat.post, person=Person(name=new), on=day)
    else:
        report_departure(post=seat.post, on=day)
    seat = Seat.objects.with_names().get(pk=seat.pk)
    by_itself = body.substitutes_by_itself or seat.role != Seat.Role.MEMBER
    now = seating(seat, day)
    answers: dict[str, object] = {
        "member": True,
        "new_document_needed": not by_itself,
        "confirmation_needed": now.stale,
        "proposed": _people([person.name for person in now.proposed]),
    }
    for key in asked:
        if found := ASKED_DAY.fullmatch(key):
            people = seating(seat, date.fromisoformat(found[1])).people
            answers[key] = _people([person.name for person in people])
    return answers


def try_to_appoint(given: Given) -> Mapping[str, object]:
    """{appoint: {post, person, on}, current_holder, remove: {person}}: whether 核对 lets the appointment
    pass."""
    wanted, removed = given.part("appoint"), given.part("remove")
    printed, day = read_post(wanted.text("post")), wanted.day("on") or timezone.localdate()
    now, found = timezone.now(), resolve(printed.organisation, on=day)
    holder = given.text("current_holder")
    if "current_holder" in given and found:
        post = find_post(organisation=found.organisation, title=printed.title)
        _suppose_holder(post, "" if holder in UNKNOWN else holder, since=day)
    lines = [
        LineFact(1, NoticeLine.Action.APPOINT, wanted.text("person"), printed.organisation, printed.title)
    ]
    if "remove" in given:
        leaving = read_post(removed.text("post") or str(printed))
        lines.append(
            LineFact(2, NoticeLine.Action.REMOVE, removed.text("person"), leaving.organisation, leaving.title)
        )
    notice = enter_notice(number="示例", title="示例", issued_on=day, text="", by=None, at=now)
    record_lines(notice=notice, facts=lines, at=now)
    check_notice(notice=notice, by=None, at=now)
    problems = [line.problem for line in notice.lines.all() if line.problem]
    return _verdict(*problems[:1])


def _suppose_holder(post: Post, name: str, *, since: date) -> None:
    """The register as the example supposes it: this person in the post from that day, or nobody."""
    Confirmation.objects.filter(tenure__post=post).delete()
    post.tenures.all().delete()
    if name:
        report_holder(post=post, person=Person(name=name), on=since)


def _seat(body: Body, day: date, organisation: str, office: str) -> Seat | None:
    """The seat of that unit and office; of two, that of the member."""
    unit = resolve(organisation, on=day) if organisation else None
    if organisation and unit is None:
        return None
    for seat in sorted(
        body.seats.on(day).select_related("post"), key=lambda seat: seat.role != Seat.Role.MEMBER
    ):
        ways = (seat.printed, seat.get_role_display(), seat.post.label if seat.post else "")
        if (unit is None or seat.organisation_id == unit.organisation.pk) and any(
            office in way for way in ways
        ):
            return seat
    return None


def _body(name: str) -> Body:
    found = resolve(name, on=timezone.localdate())
    body = Body.objects.filter(organisation=found.organisation).first() if found else None
    if body is None:
        raise ValueError(f"no body is called {name}")
    return body


def _successors(keys: Iterable[str]) -> object:
    after = Succession.objects.filter(predecessor__key__in=list(keys)).select_related("successor")
    names = [_organisation(succession.successor.name) for succession in after]
    return names if len(names) > 1 else next(iter(names), None)


def _verdict(reason: str | None = None) -> dict[str, object]:
    return {"accepted": reason is None, "reason": reason, "stops_at": "核对" if reason else None}


def _organisation(name: str) -> Meaning:
    """By whichever of its names of today the organisation is called."""

    def is_same(expected: object) -> bool:
        if expected == name or not isinstance(expected, str):
            return expected == name
        ours, theirs = (resolve(each, on=timezone.localdate()) for each in (name, expected))
        return bool(ours and theirs and ours.organisation == theirs.organisation and not theirs.old_name)

    return Meaning(name, is_same)


def _people(names: list[str]) -> Meaning:
    """One by name, several in any order, nobody as 空缺 or as nothing."""

    def is_same(expected: object) -> bool:
        if not names:
            return expected == "空缺" or is_nothing(expected) or expected == []
        return sorted(expected if isinstance(expected, list) else [str(expected)]) == sorted(names)

    return Meaning(names[0] if len(names) == 1 else names, is_same)
