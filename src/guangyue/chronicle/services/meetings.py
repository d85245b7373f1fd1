"""例会: a numbered meeting is entered once, and its number must fit those before and after it (R11)."""

from datetime import date

from guangyue.chronicle.models import Event, SeriesMeeting
from guangyue.chronicle.reading.meetings import NumberedMeeting, read_meeting, why_refused
from guangyue.gazette.models import PrintedDocument


def why_meeting_refused(meeting: NumberedMeeting, on: date, *, of: Event | None = None) -> str:
    """Empty when the number fits; what the event itself has entered before does not count."""
    others = SeriesMeeting.objects.all()
    if of and of.pk:
        others = others.exclude(event=of)
    return why_refused(meeting.number, on, others.held(meeting.series))


def enter_meeting(event: Event, meeting: NumberedMeeting | None) -> str:
    """The meeting that an event speaks of; why not, where its number does not fit."""
    if meeting is None or SeriesMeeting.objects.filter(
        event__start=event.start, series=meeting.series, number=meeting.number
    ).exclude(event=event):
        SeriesMeeting.objects.filter(event=event).delete()
        return ""
    if refused := why_meeting_refused(meeting, event.start, of=event):
        SeriesMeeting.objects.filter(event=event).delete()
        return f"{meeting}：{refused}"
    SeriesMeeting.objects.filter(event=event).exclude(series=meeting.series, number=meeting.number).delete()
    SeriesMeeting.objects.update_or_create(
        series=meeting.series,
        number=meeting.number,
        defaults={"on": event.start, "topics": list(meeting.topics), "event": event, "source": ""},
    )
    return ""


def enter_adoption(document: PrintedDocument) -> None:
    """The meeting that adopted a document, where no event speaks of it."""
    meeting = read_meeting(document.adopted)
    if meeting is None or document.adopted_on is None:
        return
    if why_meeting_refused(meeting, document.adopted_on):
        return
    SeriesMeeting.objects.get_or_create(
        series=meeting.series,
        number=meeting.number,
        defaults={"on": document.adopted_on, "source": f"{document.key}{document.title}"},
    )
