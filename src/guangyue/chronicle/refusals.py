"""What the chronicle does not do, and what it says then."""

from guangyue.kit.refusals import Refused


class MonthClosed(Refused):
    advice = "已经刊登的月份只能更正，送审以后的月份先退回再改。"


class WrongStep(Refused):
    advice = "请刷新页面，看看现在到了哪一步。"


class ReasonMissing(Refused):
    sentence = "要写明理由。"


class NobodyTookPart(Refused):
    sentence = "事件至少要写明一位参加的人，或者组织的单位。"


class SameHand(Refused):
    sentence = "送审和审定不能是同一个人。"
    advice = "请另一位审定人员审定。"
