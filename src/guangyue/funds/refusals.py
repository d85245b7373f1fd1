"""What is not paid, and what is said then."""

from guangyue.gazette.document import Clause
from guangyue.kit.money import Money
from guangyue.kit.refusals import Refused


class NothingToPay(Refused):
    sentence = "请至少选一份核定。"

    def __init__(self) -> None:
        super().__init__(field="decisions")


class PaidAlready(Refused):
    advice = "请到发放台账里查看这一笔在哪个批次。"

    def __init__(self, named: list[str]) -> None:
        more = f"等 {len(named)} 份" if len(named) > 1 else ""
        super().__init__(f"{named[0]}{more}核定已经在别的批次里，或者这一期已经发过，不能重复发放。")


class NotPayable(Refused):
    advice = "更正过的核定请按最新的一份发放。"

    def __init__(self, named: list[str]) -> None:
        super().__init__(f"{named[0]}现在不能发放：没有核定金额、不属于这个批次，或者已经更正。")


class ForbiddenUse(Refused):
    advice = "单位和个人依法领到的补贴，自己怎么使用不受这一限制。"

    def __init__(self, purpose: str, cites: Clause) -> None:
        super().__init__(f"“{purpose}”是不得支出的用途（{cites}），已经拦下。", field="purpose")


class OverFund(Refused):
    def __init__(self, left: Money) -> None:
        super().__init__(f"超过当年资金：这个地区当年只剩 {left} 可以安排。")


class OverRatio(Refused):
    def __init__(self, limit: Money, planned: Money, cites: Clause) -> None:
        super().__init__(
            f"超过比例：服务补助全年最多 {limit}（{cites}），已经安排 {planned}，这一项列不进去。",
            field="amount",
        )


class WrongStep(Refused):
    advice = "请刷新页面，看看现在到了哪一步。"


class SameHand(Refused):
    sentence = "编制和同意不能是同一个人。"
    advice = "请财政部门的另一位人员办理。"


class OverPaid(Refused):
    def __init__(self, left: Money) -> None:
        super().__init__(f"最多还能追回 {left}。", field="amount")
