"""What is not done with planners, visits and advice, and what is said then."""

from datetime import date

from guangyue.kit.refusals import Refused
from guangyue.kit.wording import day


class OutsideThePilot(Refused):
    """五: a new record has a day on which the pilot holds."""

    advice = "试行期间的记录仍可以查看、办完。"

    def __init__(self, since: date, until: date, *, field: str = "") -> None:
        super().__init__(f"试行自{day(since)}起，有效期至{day(until)}，不收这以外的记录。", field=field)


class NotQualified(Refused):
    sentence = "没有高级职称、一级注册建筑师、注册规划师中的任何一项，不能担任责任规划师。"


class NotChecked(Refused):
    sentence = "这位规划师的任职条件还没有核验，不能编入小组。"
    advice = "请由登记人以外的一位管理人员核验证书以后再编组。"


class CheckedByAnother(Refused):
    sentence = "登记的人不能核验同一位规划师，请另一位管理人员核验。"


class CheckedAlready(Refused):
    sentence = "这位规划师已经核验。"


class SeatedElsewhere(Refused):
    sentence = "这位规划师已经在一个小组里，一人只能在一个小组。"


class SeatTaken(Refused):
    sentence = "这个席位已经有人，请先请他离组。"


class NotYourGroup(Refused):
    sentence = "您现在不在这个小组，不能为它登记。"


class VisitOver(Refused):
    sentence = "这次服务已经登记，或者已经撤销。"


class NotVisitedYet(Refused):
    sentence = "还没有登记到过片区，不能补写。"


class MovedOnAlready(Refused):
    sentence = "状态已经变了，请刷新以后再看。"


class NotRenewable(Refused):
    sentence = "考评合格的合同才能续聘。"
    advice = "请先登记聘期考评。"


class YearNotOver(Refused):
    sentence = "这一年的服务还没有结束，不能核定扣减。"


class SettledAlready(Refused):
    sentence = "这个小组这一年的扣减已经核定。"


class ReportedAlready(Refused):
    sentence = "这份报告已经报出。"


class NamesSomebody(Refused):
    """R17: nothing public has a resident's number in it."""

    sentence = "里面有完整的证件号码或者电话，不能公开。"

    def __init__(self) -> None:
        super().__init__(field="public_words")
