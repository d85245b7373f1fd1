"""收录: the chronicle of a released edition becomes events. Taking it in again changes nothing; a new edition
of the issue replaces what nobody touched, and keeps what somebody said."""

import re
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from guangyue.chronicle.models import Event, Month, MonthMove
from guangyue.chronicle.reading.events import Marker, NoMonth, ReadEvent, ReadMonth, read_chronicle
from guangyue.chronicle.services.links import propose_links
from guangyue.chronicle.services.meetings import enter_adoption, enter_meeting
from guangyue.chronicle.services.people import name_people, resolve_names
from guangyue.gazette.lines import lines_of
from guangyue.gazette.models import Doubt, Edition, PrintedDocument
from guangyue.organisations.models import Region
from guangyue.organisations.services import By, signed

SERIES = "大事记"
CITY_NAMED = re.compile(r"[\u4e00-\u9fff]{2,8}?[省市县区州盟旗]")
READ = ["order", "printed_days", "marker", "spans", "start", "end", "text", "kind", "doubtful"]


@transaction.atomic
def take_in_edition(*, edition: Edition, by: By, at: datetime) -> list[Month]:
    """收录 all chronicles of an edition, the meetings that adopted its documents, and what may link them."""
    if is_of_another_city(edition):
        return []
    documents = list(edition.documents.select_related("edition__issue"))
    chronicles = [document for document in documents if is_chronicle(document)]
    months = [month for document in chronicles for month in _take_in(document, by, at)]
    for document in documents:
        if document.adopted:
            enter_adoption(document)
    propose_links(edition=edition, months=months)
    return months


def is_of_another_city(edition: Edition) -> bool:
    """The library keeps gazettes of other cities too; what happened there is not in our chronicle."""
    own = Region.objects.filter(kind=Region.Kind.CITY).values_list("name", flat=True).first()
    return bool(own and CITY_NAMED.match(edition.title) and own not in edition.title)


def is_chronicle(document: PrintedDocument) -> bool:
    return not document.number and SERIES in (document.series or document.title)


def _take_in(document: PrintedDocument, by: By, at: datetime) -> list[Month]:
    """One without its month is listed among the doubts of the edition."""
    lines = lines_of(document)
    try:
        read = read_chronicle(lines, title=document.title)
    except NoMonth as problem:
        numbers = [line.number for line in lines] or [1]
        Doubt.objects.get_or_create(
            edition=document.edition,
            key="chronicle-without-month",
            line_first=numbers[0],
            line_last=max(numbers[0], numbers[-1]),
            defaults={"sentence": str(problem), "blocks": False},
        )
        return []
    return [keep_month(read, edition=document.edition, by=by, at=at)]


@transaction.atomic
def keep_month(read: ReadMonth, *, edition: Edition, by: By, at: datetime) -> Month:
    month = _printed_month(read, edition, by, at)
    waiting = _by_text(month)
    pairs: list[tuple[Event, ReadEvent]] = []
    for one in read.events:
        if not (pairs and _was_joined(one, to=pairs[-1][0])):
            pairs.append((_matched(one, month, waiting), one))
    _part_with(waiting, len(pairs))
    Event.objects.bulk_update([event for event, _ in pairs if event.pk], READ)
    Event.objects.bulk_create(event for event, _ in pairs if not event.pk)
    name_people([(event, one.people) for event, one in pairs if not event.kept_by])
    refused = [(event, enter_meeting(event, one.meeting)) for event, one in pairs if one.meeting]
    month.problems = [
        *({"text": one.text, "sentence": one.sentence} for one in read.problems),
        *({"text": event.text, "sentence": f"{event.place}：{why}"} for event, why in refused if why),
    ]
    month.city = read.city
    month.save(update_fields=["problems", "city"])
    resolve_names(event for event, _ in pairs)
    return month


def _printed_month(read: ReadMonth, edition: Edition, by: By, at: datetime) -> Month:
    month, _ = Month.objects.select_for_update().get_or_create(
        first=read.month.first, defaults={"state": Month.State.PRINTED, "issue": edition.issue}
    )
    if not month.moves.filter(state=Month.State.PRINTED).exists():
        month.state, month.issue = Month.State.PRINTED, edition.issue
        month.save(update_fields=["state", "issue"])
        MonthMove.objects.create(
            month=month, state=month.state, by=signed(by), at=at, remark=f"见于{edition.issue}"
        )
    return month


def _by_text(month: Month) -> dict[str, list[Event]]:
    """The events there are, by the words in which they were first printed."""
    events: dict[str, list[Event]] = {}
    for event in month.events.prefetch_related("versions"):
        versions = event.versions.all()
        events.setdefault(versions[0].text if versions else event.text, []).append(event)
    return events


def _kept_longer(text: str, waiting: dict[str, list[Event]]) -> list[Event]:
    """The event to which somebody joined the paragraphs after these words."""
    longer = (events for words, events in waiting.items() if words.startswith(text))
    return next((events for events in longer if events and events[0].kept_by), [])


def _was_joined(read: ReadEvent, *, to: Event) -> bool:
    """Somebody said that this paragraph is the rest of the event before it."""
    return bool(to.kept_by) and to.text.endswith(read.text) and to.text != read.text


def _matched(read: ReadEvent, month: Month, waiting: dict[str, list[Event]]) -> Event:
    """The event that has these words already, or a new one."""
    same = waiting.get(read.text) or _kept_longer(read.text, waiting)
    event = same.pop(0) if same else Event(month=month)
    event.order, event.printed_days, event.marker = read.order, read.days.printed, read.marker.name
    event.spans = [[span.first, span.last] for span in read.spans]
    if not event.kept_by:
        event.start, event.end, event.text = read.days.first, read.days.last, read.text
        event.kind, event.doubtful = read.kind.name, read.marker is Marker.UNMARKED
    return event


def _part_with(waiting: dict[str, list[Event]], printed: int) -> None:
    """What the new edition does not print goes, unless somebody wrote it or said it is right: then somebody
    must look again."""
    left: Iterable[Event] = (event for events in waiting.values() for event in events)
    for event in left:
        if event.kept_by or event.written_by:
            printed += 1
            event.order, event.doubtful = printed, True
            event.save(update_fields=["order", "doubtful"])
        else:
            event.delete()
