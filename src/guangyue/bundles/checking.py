"""Whether a design is fit to be released, and a theme does what its documents want. Knows no database."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum

from guangyue.bundles.design import DataBundle, Design
from guangyue.bundles.merging import Merged, merge
from guangyue.bundles.pieces import Declared, DesignBroken, whole


class FaultKind(Enum):
    """不能发布的原因."""

    NOT_A_THEME = "不成主题"
    BROKEN = "引用有误"
    CIRCLE = "互相等待"
    FIELD_CONFLICT = "表单冲突"
    SECOND_WINDOW = "还要跑别的窗口"


@dataclass(frozen=True)
class Fault:
    kind: FaultKind
    said: str


@dataclass(frozen=True)
class FourOnes:
    """四个一: one window, one set of materials, one form, one flow."""

    window: bool
    materials: bool
    form: bool
    flow: bool

    @property
    def met(self) -> bool:
        return self.window and self.materials and self.form and self.flow


def four_ones(merged: Merged) -> FourOnes:
    codes = [one.material.code for one in merged.materials]
    return FourOnes(
        window=not any(piece.outside_hall for piece in merged.pieces),
        materials=len(codes) == len(set(codes)),
        form=merged.has_one_form,
        flow=merged.plan is not None,
    )


def faults(design: Design, declared: Declared) -> Iterator[Fault]:
    """What keeps it from release."""
    yield from _departments(design)
    broken = list(_references(design, declared))
    yield from broken
    if broken:
        return
    try:
        merged = merge(whole(design, declared))
    except DesignBroken as fault:
        yield Fault(FaultKind.BROKEN, f"{fault}。")
        return
    yield from merge_faults(merged)


def merge_faults(merged: Merged) -> Iterator[Fault]:
    titles = {piece.key: piece.title for piece in merged.pieces}
    if merged.circle:
        members = "、".join(f"“{titles[key]}”" for key in merged.circle)
        yield Fault(FaultKind.CIRCLE, f"{members}互相等待，谁也开始不了。")
    yield from (Fault(FaultKind.FIELD_CONFLICT, f"{one}。") for one in merged.conflicts)
    for piece in merged.pieces:
        if piece.outside_hall:
            yield Fault(FaultKind.SECOND_WINDOW, f"“{piece.title}”不进大厅（{piece.outside_hall}）。")


def is_a_theme(design: Design) -> bool:
    """One lead, and at least one other department beside it; otherwise it is but a matter."""
    return bool(design.lead and set(design.cooperating) - {design.lead})


def offending(bundle: DataBundle, *, asked: Collection[str], connected: Collection[str]) -> tuple[str, ...]:
    """数据项 that are asked of the applicant although their source is connected, by name or material."""
    return tuple(
        item.name
        for item in bundle.items
        if item.name in connected and (item.name in asked or set(item.materials) & set(asked))
    )


def _departments(design: Design) -> Iterator[Fault]:
    if not is_a_theme(design):
        yield Fault(FaultKind.NOT_A_THEME, "要有一个牵头部门、至少一个配合部门，否则只是一个事项。")
    if not design.parts:
        yield Fault(FaultKind.NOT_A_THEME, "还没有选事项。")


def _references(design: Design, declared: Declared) -> Iterator[Fault]:
    questions = {question.key: question for question in design.questions}
    if len(set(design.matters)) < len(design.parts):
        yield Fault(FaultKind.BROKEN, "同一个事项选了两次。")
    for part in design.parts:
        name = declared[part.matter].name if part.matter in declared else part.matter
        if part.matter not in declared:
            yield Fault(FaultKind.BROKEN, f"事项 {part.matter} 没有发布或者已经暂停。")
        for code in part.after:
            if code not in design.matters:
                yield Fault(FaultKind.BROKEN, f"“{name}”要等的事项 {code} 不在主题里。")
        for one in (when for choice in part.choices for when in choice.when):
            question = questions.get(one.question)
            if question is None or one.answer not in question.answers:
                yield Fault(FaultKind.BROKEN, f"“{name}”的条件引用了没有的问题或者答案。")
