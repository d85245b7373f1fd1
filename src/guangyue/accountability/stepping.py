"""可以采取什么: which steps a trigger allows, and when a reason must be given. Knows no database."""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from guangyue.accountability.declaration import Exemption, Step, Trigger
from guangyue.kit.refusals import Refused
from guangyue.kit.wording import enumerated


class NotListed(Refused):
    """R2: a step that the clause does not name."""

    advice = "只能采取条款列出的措施；要采取别的，先找到规定它的条款。"


class ReasonWanted(Refused):
    sentence = "跳过了较轻的措施，请写明理由。"


def check_steps(
    trigger: Trigger,
    asked: Sequence[str],
    *,
    taken: Collection[str] = (),
    grave: bool = False,
    reason: str = "",
) -> tuple[Step, ...]:
    """The steps in the order of the clause. `taken` are those already taken against the same party by it."""
    if not asked:
        raise Refused("请至少选一项措施。", field="steps")
    if strange := [title for title in asked if trigger.step(title) is None]:
        raise NotListed(
            f"{trigger.cites}没有列出{enumerated(strange)}，只有{titles_of(trigger)}。", field="steps"
        )
    chosen = tuple(step for step in trigger.all_steps if step.title in asked)
    _check_grave(trigger, chosen, grave=grave, reason=reason)
    known = {*asked, *taken}
    if any(step.last and not _others(trigger, step) & known for step in chosen):
        raise Refused("这项措施在其他措施之后，不能单独采取。", field="steps")
    if skipped(trigger, asked, taken=taken) and not reason.strip():
        raise ReasonWanted(field="reason")
    return chosen


def skipped(trigger: Trigger, asked: Collection[str], *, taken: Collection[str] = ()) -> list[str]:
    """The lighter steps that are passed over: those listed before the heaviest that is asked for."""
    order = [step.title for step in trigger.steps]
    asked_places = [order.index(title) for title in asked if title in order]
    if trigger.either or not asked_places:
        return []
    return [title for title in order[: max(asked_places)] if title not in asked and title not in taken]


def recognised(exemptions: Iterable[Exemption], words: str) -> Exemption | None:
    """The exemption that a description speaks of; whoever proposes is told, and says whether it is so."""
    for exemption in exemptions:
        if exemption.signs and all(re.search(sign, words) for sign in exemption.signs):
            return exemption
    return None


def holds(on: date, *, since: date, until: date, lifted_on: date | None = None) -> bool:
    """Whether a restriction holds that day: its first and last day do, the day it is lifted does not (R8)."""
    return since <= on <= until and (lifted_on is None or on < lifted_on)


def titles_of(trigger: Trigger) -> str:
    return enumerated([step.title for step in trigger.all_steps])


def _check_grave(trigger: Trigger, chosen: Sequence[Step], *, grave: bool, reason: str) -> None:
    kept_back = [step.title for step in chosen if step in trigger.grave]
    if kept_back and not grave:
        raise Refused(f"{enumerated(kept_back)}只用于情节严重的，请先认定。", field="grave")
    if kept_back and not reason.strip():
        raise ReasonWanted("情节严重的，请写明严重在哪里。", field="reason")


def _others(trigger: Trigger, step: Step) -> set[str]:
    return {one.title for one in trigger.all_steps if not one.last and one != step}
