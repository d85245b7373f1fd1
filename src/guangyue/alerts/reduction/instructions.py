"""指令内容: what one is told to do, as it stood when it was told. A later scheme does not change it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guangyue.alerts.reduction.orders import AbatementOrder

ALWAYS_SAID = frozenset({"code", "title", "does", "cites", "force", "course"})


@dataclass(frozen=True)
class Instruction:
    """一项措施: what, by which clause, how strictly; of the lines how many stop; who is spared."""

    code: str
    title: str
    does: str
    cites: str
    force: str
    course: str
    lines: int | None = None
    of_lines: int = 0
    may_rotate: bool = False
    exempt: str = ""
    remark: str = ""

    @property
    def lines_said(self) -> str:
        """停几条线, where a share of them is asked for."""
        if self.lines is None:
            return ""
        said = f"{self.of_lines} 条生产线中停 {self.lines} 条"
        return f"{said}，可以轮流" if self.may_rotate else said

    def kept(self) -> Mapping[str, Any]:
        """All that it says; what it does not say is left out."""
        return {name: said for name, said in vars(self).items() if said or name in ALWAYS_SAID}


def instruction(order: AbatementOrder, *, lines: int, own: str, remark: str) -> Instruction:
    """The order in words; where a grade says how to save, `own` is what the source wrote for this level."""
    step = order.step
    return Instruction(
        code=order.measure.code,
        title=order.measure.title,
        does=_does(order, own) if order.measure.graded else step.does,
        cites=str(step.cites),
        force=order.measure.force.value,
        course=order.course.value,
        lines=order.lines,
        of_lines=lines,
        may_rotate=order.may_rotate,
        exempt=step.exempt,
        remark=remark,
    )


def stops(order: AbatementOrder) -> bool:
    """Whether production stands still, or some of it."""
    return order.course.compulsory and (order.measure.graded or order.step.lines is not None)


def _does(order: AbatementOrder, own: str) -> str:
    return own or (order.step.does if order.course.compulsory else order.course.value)
