"""信用查询: whether somebody who asks is answered. Every question is kept, the refused ones too."""

from dataclasses import dataclass

SHORTEST_REASON = 4
NO_PURPOSE, NO_CONSENT = "没有用途，已拒绝", "没有授权，已拒绝"


@dataclass(frozen=True)
class Answer:
    """What is kept of a question and its answer."""

    answered: bool
    result: str
    kept: bool = True


def answer_official(*, purpose: str, reason: str, found: int) -> Answer:
    """R20: by whoever says what for."""
    if not purpose or len(reason.strip()) < SHORTEST_REASON:
        return Answer(False, NO_PURPOSE)
    return Answer(True, f"{found} 条有效记录")


def answer_bank(*, authorised: bool) -> Answer:
    """R14: by a bank only what the firm lets it see."""
    return Answer(True, "凭授权查询") if authorised else Answer(False, NO_CONSENT)
