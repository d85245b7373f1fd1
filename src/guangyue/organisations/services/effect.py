"""生效: a checked notice becomes tenures, ended organisations and what they were followed by."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from django.db import transaction

from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Notice, NoticeLine, Person, Succession, Tenure
from guangyue.organisations.refusals import WrongState
from guangyue.organisations.services import By
from guangyue.organisations.services.notices import find_problems, move_notice
from guangyue.organisations.services.register import end_organisation, find_post, record_succession
from guangyue.organisations.services.tenures import begin_tenure, end_tenure

Found = TypeVar("Found")


@transaction.atomic
def put_into_effect(*, notice: Notice, by: By, at: datetime) -> Notice:
    """生效: first what ends, then what begins, so that a transfer leaves no double post and a chief post is
    free."""
    notice = Notice.objects.select_for_update().get(pk=notice.pk)
    if notice.state != Notice.State.CHECKED:
        raise WrongState(f"{notice}现在是“{notice.get_state_display()}”，核对通过以后才能生效。")
    if find_problems(notice):
        raise Refused("核对以后登记册有了变动，请重新核对。")
    lines = list(notice.lines.select_related("notice", "organisation", "post", "person"))
    people: dict[str, Person] = {}
    for line in lines:
        line.person = (
            line.person or people.get(line.printed_person) or Person.objects.create(name=line.printed_person)
        )
        people[line.printed_person] = line.person
        line.post = line.post or find_post(organisation=_given(line.organisation), title=line.printed_title)
    NoticeLine.objects.bulk_update(lines, ["person", "post"])
    for line in lines:
        if not line.appoints:
            _remove(line)
    for line in lines:
        if line.appoints:
            _appoint(line)
    _infer_successions(notice, lines)
    return move_notice(notice, to=Notice.State.EFFECTIVE, by=by, at=at)


def _appoint(line: NoticeLine) -> None:
    begin_tenure(
        person=_given(line.person),
        post=_given(line.post),
        since=line.day,
        source=Tenure.Source.NOTICE,
        probation_months=line.probation_months,
        rank=line.rank,
        note=line.note,
        ordered_by=line,
    )


def _remove(line: NoticeLine) -> None:
    """A removal of which no beginning is recorded makes a tenure whose start is not known."""
    person, post, on = _given(line.person), _given(line.post), line.day
    tenure = post.tenures.not_over(on).filter(person=person).first() or Tenure.objects.create(
        person=person, post=post, source=Tenure.Source.NOTICE, rank=line.rank
    )
    ending = Tenure.Ending.LAPSED if line.lapsed else Tenure.Ending.REMOVED
    end_tenure(tenure=tenure, on=on, ending=ending, note=line.note, ended_by=line)
    if line.lapsed:
        end_organisation(organisation=post.organisation, on=on)


def _infer_successions(notice: Notice, lines: Sequence[NoticeLine]) -> None:
    """改组（推断）: people whose posts lapsed in one organisation are appointed by the same notice to
    another."""
    for lapsed in (line for line in lines if line.lapsed):
        for begun in (line for line in lines if line.appoints and line.person_id == lapsed.person_id):
            record_succession(
                predecessor=_given(lapsed.organisation),
                successor=_given(begun.organisation),
                kind=Succession.Kind.REORGANISED,
                on=notice.issued_on,
                inferred=True,
            )


def _given(value: Found | None) -> Found:
    """What checking has found for every line of a notice without problems."""
    if value is None:
        raise Refused("核对没有通过，先处理标出的问题。")
    return value
