"""What is looked at rather than read: documents by year and kind, and when a document holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count

from guangyue.gazette.models import PrintedDocument, PrintedWindow
from guangyue.kit.pictures import Chart, Kind, Series
from guangyue.kit.wording import day
from guangyue.library.models import Term

MOST_SERIES = 6
OTHERS = "其他"
OPEN_END = 366  # days that are drawn of a term without a last day


@dataclass(frozen=True)
class Bar:
    """A stretch of time, in hundredths of the line it lies on."""

    title: str
    left: float
    width: float
    said: str
    open_ended: bool
    path: str = ""


@dataclass(frozen=True)
class TermLine:
    """施行期示意: the document, and those of its clauses that have a term of their own."""

    bars: Sequence[Bar]
    mark: float  # the day asked about
    first: date
    last: date


def documents_by_year() -> Chart:
    """Documents of each year by their kind, the rarest kinds together."""
    counted = (
        PrintedDocument.objects.released()
        .filter(year__isnull=False)
        .order_by("year")
        .values_list("series", "year")
        .annotate(documents=Count("pk"))
    )
    numbers = {(series, year): documents for series, year, documents in counted}
    years = sorted({year for _, year in numbers})
    totals = {
        series: sum(many for (one, _), many in numbers.items() if one == series) for series, _ in numbers
    }
    named = sorted(totals, key=lambda series: -totals[series])[:MOST_SERIES]
    rows = [Series(series, tuple(numbers.get((series, year), 0) for year in years)) for series in named]
    rest = [
        sum(many for (series, one), many in numbers.items() if one == year and series not in named)
        for year in years
    ]
    if any(rest):
        rows.append(Series(OTHERS, tuple(rest)))
    return Chart(
        "documents-by-year",
        "历年文件，按文种",
        Kind.STACK,
        tuple(f"{year}年" for year in years),
        tuple(rows),
        "件",
    )


def term_line(term: Term, windows: Sequence[PrintedWindow], on: date) -> TermLine | None:
    """Nothing is drawn of a document that only has a day to begin on."""
    ends = term.repealed_on or term.until
    own = [window for window in windows if window.of and window.since]
    if term.since is None or not (ends or own):
        return None
    first = min([term.since, on, *(window.since for window in own if window.since)])
    known = [one for one in (ends, on, *(window.until for window in own)) if one]
    last = max([term.since, *known]) + timedelta(days=OPEN_END // 4)
    if not ends:
        last += timedelta(days=OPEN_END)
    span = max((last - first).days, 1)

    def bar(title: str, since: date, until: date | None, path: str = "") -> Bar:
        end = min(until or last, last)
        said = f"{day(since)}至{day(until)}" if until else f"{day(since)}起，没有载明终止日期"
        return Bar(
            title,
            round(100 * (since - first).days / span, 2),
            max(round(100 * ((end - since).days + 1) / span, 2), 0.5),
            said,
            until is None,
            path,
        )

    stopped = term.repealed_on - timedelta(days=1) if term.repealed_on else term.until
    bars = [bar("全文", term.since, stopped)]
    bars += [bar(window.of, window.since, window.until, window.of) for window in own if window.since]
    return TermLine(bars, round(100 * (on - first).days / span, 2), first, last)
