"""减排指令: what one recipient must do at a level, measure by measure."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from guangyue.alerts.reduction.grades import Course, course_of
from guangyue.alerts.reduction.lines import lines_to_stop
from guangyue.alerts.reduction.measures import AbatementScheme, Measure, Step, Trait
from guangyue.alerts.reduction.recipients import Recipient


@dataclass(frozen=True)
class AbatementOrder:
    """减排指令. `lines` is how many production lines stop, where a share of them is asked for."""

    measure: Measure
    step: Step
    course: Course
    lines: int | None = None
    may_rotate: bool = False


def orders_for(
    scheme: AbatementScheme, recipient: Recipient, level: str, *, peak: Fraction | int = 0
) -> Iterator[AbatementOrder]:
    """In the order of the scheme, at a level with so high a day mean."""
    for measure in scheme.measures:
        step = measure.steps.get(level)
        if step is not None and peak >= (step.reaching or 0) and concerns(measure, recipient):
            yield _order(measure, step, recipient)


def concerns(measure: Measure, recipient: Recipient) -> bool:
    """Whether the recipient is one of those the measure is meant for."""
    return (
        recipient.kind in measure.kinds
        and (not measure.sectors or not recipient.sectors.isdisjoint(measure.sectors))
        and recipient.traits.issuperset(measure.only)
        and recipient.traits.isdisjoint(measure.spares)
    )


def _order(measure: Measure, step: Step, recipient: Recipient) -> AbatementOrder:
    """Who keeps a task or chooses for himself is asked for no share of his lines."""
    if not measure.graded and step.lines is None:
        return AbatementOrder(measure, step, Course.ALIKE)
    course = _course(measure, recipient)
    if step.lines is None or not course.compulsory:
        return AbatementOrder(measure, step, course)
    may_rotate = step.rotates or (step.single_line_rotates and recipient.lines == 1)
    return AbatementOrder(measure, step, course, lines_to_stop(recipient.lines, step.lines), may_rotate)


def _course(measure: Measure, recipient: Recipient) -> Course:
    """Of production: a guarantee comes before smallness, and that before a grade."""
    if Trait.GUARANTEED in recipient.traits:
        return Course.TASK
    if Trait.MICRO in recipient.traits:
        return Course.ON_DEMAND
    return course_of(recipient.grade) if measure.graded and recipient.grade else Course.ALIKE
