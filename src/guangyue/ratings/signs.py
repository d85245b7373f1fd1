"""吐槽找茬 windows and boards of halls: what must stand there, and from when on. Knows no database."""

from dataclasses import dataclass
from datetime import date

SET_UP_BY = date(2019, 10, 31)  # 聊政办字〔2019〕35号 三（二十）
WINDOW, BOARD = "吐槽找茬窗口", "只说“YES”不说“NO”提示牌"


@dataclass(frozen=True)
class SetUp:
    """设置: what is missing of what a hall must have on a day."""

    missing: tuple[str, ...]

    @property
    def compliant(self) -> bool:
        return not self.missing


def set_up(*, window: bool, board: bool, on: date) -> SetUp:
    if on <= SET_UP_BY:
        return SetUp(())
    return SetUp(tuple(sign for sign, stands in ((WINDOW, window), (BOARD, board)) if not stands))
