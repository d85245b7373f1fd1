"""指标图: what was reached beside what was promised, over time and by county."""

from collections.abc import Sequence
from decimal import Decimal

from guangyue.indicators.comparing.natures import Dated, Nature, last_of_each_year
from guangyue.indicators.models import Figure, Split, Target
from guangyue.kit.pictures import Chart, Kind, Series

SOURCE = "口径：已核实的实际数"


def progress_chart(target: Target, figures: Sequence[Figure]) -> Chart:
    """进展: the figures of the whole, in the order of their days, and the number they are to reach."""
    ordered = sorted((one for one in figures if not one.base), key=lambda one: one.on)
    values = _running_totals(target.counts, [Dated(one.on, one.value) for one in ordered])
    series = [Series("实际", tuple(map(float, values)))]
    if not target.counts.needs_base:
        series.append(Series("目标", (float(target.value),) * len(ordered)))
    return Chart(
        key="progress",
        title="进展",
        kind=Kind.LINE if len(ordered) > 1 else Kind.BARS,
        labels=tuple(f"{one.on:%Y-%m-%d}" for one in ordered),
        series=tuple(series),
        unit=target.reported_in or (ordered[0].unit if ordered else ""),
        source=_source(target),
    )


def parts_chart(target: Target, parts: Sequence[Split]) -> Chart:
    """各承担单位: reached beside what was given."""
    actual = [part.verdict.actual if part.verdict else None for part in parts]
    return Chart(
        key="parts",
        title="各承担单位",
        kind=Kind.LYING_BARS,
        labels=tuple(part.name for part in parts),
        series=(
            Series("实际", tuple(None if one is None else float(one) for one in actual)),
            Series("分解值", tuple(float(part.value) for part in parts)),
        ),
        unit=target.unit,
        source=SOURCE,
    )


def _running_totals(nature: Nature, figures: Sequence[Dated]) -> list[Decimal]:
    """Of what cumulates over years, with the years before."""
    if nature is not Nature.CUMULATIVE:
        return [one.value for one in figures]
    return [
        sum((each.value for each in last_of_each_year(figures[: place + 1])), Decimal(0))
        for place in range(len(figures))
    ]


def _source(target: Target) -> str:
    verdict = target.verdict
    if verdict is None or verdict.projected is None:
        return SOURCE
    return f"{SOURCE}。照目前的进度直线推算，到期末是 {verdict.projection}；这是推算，不是预测"
