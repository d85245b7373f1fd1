"""措施: what a source is told at a level, as the city, its grade and its own list of measures have it."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from guangyue.alerts.declared import abatement_scheme
from guangyue.alerts.models import Source, Warning
from guangyue.alerts.reduction.grades import Course
from guangyue.alerts.reduction.instructions import Instruction, instruction, stops
from guangyue.alerts.reduction.measures import Force
from guangyue.alerts.reduction.orders import AbatementOrder, orders_for
from guangyue.alerts.reduction.recipients import Recipient

NOTHING_FORESEEN = Fraction(0)
STRICTEST_FIRST = (Force.COMPULSORY, Force.GUIDING, Force.HEALTH, Force.ADVICE)
INSTEAD_OF_STOPPING = (
    "工序不可中断，在线监控和一年以上的 DCS 记录足以自证，可以提高治理效率、降低负荷代替停产"
)


class Instructor:
    """下达: what each must do at a level with so high a day mean. Those who are alike are asked for the same,
    which is looked up once."""

    def __init__(self, level: str, *, on: date, peak: Fraction = NOTHING_FORESEEN) -> None:
        self.level, self.on, self.peak = level, on, peak
        self._asked: dict[Recipient, list[AbatementOrder]] = {}

    def instructions_of(self, source: Source) -> Iterator[Instruction]:
        """Of one that is `to_be_told`: what must be done first, what is only advised last."""
        recipient = source.recipient(on=self.on, lines=source.many_lines)
        for order in self._asked_of(recipient):
            remark = _remark(source, order)
            yield instruction(order, lines=recipient.lines, own=source.own_text, remark=remark)

    def _asked_of(self, recipient: Recipient) -> list[AbatementOrder]:
        if recipient not in self._asked:
            orders = orders_for(abatement_scheme(), recipient, self.level, peak=self.peak)
            self._asked[recipient] = sorted(
                orders, key=lambda order: STRICTEST_FIRST.index(order.measure.force)
            )
        return self._asked[recipient]


def peak_of(warning: Warning) -> Fraction:
    """The highest day mean of the forecast that the warning rests on."""
    forecast = warning.sheet.forecast
    if forecast is None:
        return NOTHING_FORESEEN
    means = (block.mean for days in forecast.days() for block in days if block.mean is not None)
    return max(means, default=NOTHING_FORESEEN)


def _remark(source: Source, order: AbatementOrder) -> str:
    if order.course is Course.TASK:
        return f"只从事{source.tasks_said}，{source.guarantee.production}"
    if not stops(order):
        return ""
    if source.may_save_without_stopping:
        return INSTEAD_OF_STOPPING
    return f"停产后废气治理设施继续运行 {abatement_scheme().treatment_hours} 小时以上"
