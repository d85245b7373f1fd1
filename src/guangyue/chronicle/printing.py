"""The chronicle of a month in its printed form: as text to be set, and as a paper."""

from collections.abc import Sequence

from guangyue.chronicle.models import Event, Month
from guangyue.chronicle.reading.events import Marker
from guangyue.chronicle.reading.paragraphs import SAME_DAY
from guangyue.kit.typesetting import PlainPaper


def heading(month: Month) -> str:
    return f"{month.city}市人民政府大事记" if month.city else "大事记"


def opening(event: Event) -> str:
    """What the paragraph starts with: 3日，, △, or nothing."""
    if event.marker == Marker.DATED.name:
        return f"{event.printed_days}，"
    return SAME_DAY if event.marker == Marker.SAME_DAY.name else ""


def paragraphs(events: Sequence[Event]) -> list[str]:
    return [opening(event) + event.text for event in events]


def as_text(month: Month, events: Sequence[Event]) -> str:
    """Ready to be set: heading, month, and a paragraph for each event."""
    return "\n\n".join([heading(month), f"（{month.year_month}）", *paragraphs(events)]) + "\n"


def as_paper(month: Month, events: Sequence[Event]) -> PlainPaper:
    title = f"{heading(month)}\n（{month.year_month}）"
    return PlainPaper(title=title, dated=month.last, body=paragraphs(events))
