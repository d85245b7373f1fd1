"""减排证明 as a chart: what each list contributes to the saving of each pollutant."""

from fractions import Fraction

from guangyue.alerts.reduction.proof import Emitted
from guangyue.alerts.reduction_proof import ProvenList
from guangyue.kit.pictures import Chart, Kind, Series

HUNDREDTHS = 100


def lists_chart(proven: ProvenList) -> Chart:
    return Chart(
        "lists",
        "各清单的减排贡献",
        Kind.STACK,
        tuple(one.value for one in Emitted),
        tuple(
            Series(part.title, tuple(floored(part.percents[one]) for one in Emitted)) for part in proven.lists
        ),
        "%",
        f"占 {proven.base.year} 年全社会排放量的百分比；要求 {proven.level.reduction}% 以上",
    )


def floored(share: Fraction) -> float:
    """Never rounded up: what falls short is not shown as enough."""
    return (share.numerator * HUNDREDTHS // share.denominator) / HUNDREDTHS


def raised(lacking: Fraction) -> float:
    """Never rounded down: what lacks is not shown as nothing."""
    return -(-lacking.numerator * HUNDREDTHS // lacking.denominator) / HUNDREDTHS
