"""预演的图: who gains and loses by district, what it costs by month, and by how much it changes for each."""

from collections.abc import Iterable, Iterator, Mapping

from guangyue.kit.pictures import Chart, Kind, Series
from guangyue.policies.rehearsing.summaries import FEN, Cell, Summary

SOURCE = "预演，不是已经施行的政策"


CHANGES = (
    ("counts", "各县（市、区）新增和减少", (("新增", "gained"), ("减少", "lost"))),
    ("amounts", "各县（市、区）金额提高和降低", (("提高", "more"), ("降低", "less"))),
)


def by_district(summary: Summary, names: Mapping[str, str]) -> Iterator[Chart]:
    """Who gains and who loses; whose amount is another. A picture without a bar is left out."""
    rows = summary.districts
    for key, title, changes in CHANGES:
        series = (Series(word, tuple(getattr(one, name) for one in rows)) for word, name in changes)
        chart = Chart(
            key=f"rehearsal-{key}",
            title=title,
            kind=Kind.LYING_BARS,
            labels=tuple(names.get(one.key, one.key) for one in rows),
            series=tuple(one for one in series if any(one.values)),
            unit="人、户",
            source=SOURCE,
        )
        if not chart.is_empty:
            yield chart


def by_month(summary: Summary) -> Chart:
    """Of what is paid monthly."""
    months = months_of(one for one in summary.cells if one.monthly)
    return Chart(
        key="rehearsal-months",
        title="每月支出：现在和改后",
        kind=Kind.BARS,
        labels=tuple(months),
        series=(
            Series("现在", tuple(before / FEN for before, _ in months.values())),
            Series("改后", tuple(after / FEN for _, after in months.values())),
        ),
        unit="元",
        source=f"{SOURCE}；一次性和按年的政策不在这张图里",
    )


def spread(summary: Summary) -> Chart:
    """Without the bars at both ends that nobody is in."""
    told = [at for at, one in enumerate(summary.spread) if one.people]
    bars = summary.spread[told[0] : told[-1] + 1] if told else ()
    return Chart(
        key="rehearsal-spread",
        title="每个人、每户变多少",
        kind=Kind.LYING_BARS,
        labels=tuple(f"{one.label} 元" for one in bars),
        series=(Series("人、户数", tuple(one.people for one in bars)),),
        unit="人、户",
        source=f"{SOURCE}；预演期内合计",
    )


def months_of(cells: Iterable[Cell]) -> dict[str, tuple[int, int]]:
    """Of each month what it costs, before and after."""
    months: dict[str, tuple[int, int]] = {}
    for one in cells:
        before, after = months.get(one.month, (0, 0))
        months[one.month] = (before + one.before, after + one.after)
    return months
