"""编号核对: whether the numbers of the clauses follow one another; where they do not, a person looks."""

from guangyue.gazette.reading.labels import Label, sign_of
from guangyue.gazette.reading.passages import Outline
from guangyue.gazette.reading.shapes import Level, Span
from guangyue.gazette.reading.trees import Node


def check_numbers(root: Node, outline: Outline) -> None:
    """A number follows the one before it in its list, or runs on from the list before, or is one."""
    last: dict[tuple[Level, float], int] = {}
    queue = [root]
    while queue:
        node = queue.pop(0)
        previous: dict[tuple[Level, float], int] = {}
        for inner in node.inner:
            label = inner.label
            if label and label.number and label.level is not Level.DASH:
                _check(label, previous.get(label.style), last.get(label.style, 0), inner, outline)
                previous[label.style] = last[label.style] = label.number
        queue.extend(node.inner)


def _check(label: Label, before: int | None, running: int, node: Node, outline: Outline) -> None:
    fits = label.number == before + 1 if before is not None else label.number in (1, running + 1)
    if not fits and label.number != before:
        span = Span(node.own[0].lines[0], node.own[0].lines[0])
        came = sign_of(label.level, before or running) if before or running else "无"
        outline.doubt("uneven-numbers", span, f"编号由{came}到{label.printed}，不相连，请核对缺漏或排错。")
