"""What is not done with problems, and what is said then."""

from collections.abc import Iterable
from datetime import date

from guangyue.kit.refusals import Refused
from guangyue.kit.wording import day
from guangyue.ledgers.flow import FourList


class WrongStep(Refused):
    sentence = "现在的状态不能这样办理，请刷新以后再看。"


class ListsMissing(Refused):
    """R1."""

    def __init__(self, missing: Iterable[FourList]) -> None:
        names = "、".join(one.value for one in missing)
        super().__init__(f"四张清单没有建齐，还缺{names}，不能整改。")


class AfterTheLongStop(Refused):
    """R12."""

    def __init__(self, latest: date) -> None:
        super().__init__(f"时限不能晚于最迟期限 {day(latest)}。", field="due")


class AlreadyListed(Refused):
    """The same problem at the same place is under way."""

    def __init__(self, number: str) -> None:
        super().__init__(f"台账里已有这个问题，编号 {number}，不能重复登记。", field="subject")


class FoundAgain(Refused):
    """R4."""

    def __init__(self, number: str) -> None:
        sentence = f"这个问题已经销号（{number}），又被发现的，请检查人员在原问题上办理复发。"
        super().__init__(sentence, field="subject")


class NotTheLead(Refused):
    sentence = "只有这次整治的牵头部门能审核清单、组织验收和销号。"


class SameHand(Refused):
    sentence = "提交清单、申请验收的人不能自己审核、验收、销号，请由牵头部门的其他人办理。"


class NoAcceptance(Refused):
    """R13, R14."""


class AnsweredAlready(Refused):
    sentence = "这件举报已经答复。"
