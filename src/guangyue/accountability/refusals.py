"""What is not done with steps, and what is said then."""

from guangyue.kit.refusals import Refused


class MovedOnAlready(Refused):
    sentence = "这个事项的状态已经变了，请刷新以后再看。"


class NoTrigger(Refused):
    """R1."""

    sentence = "没有条款规定这种情形的后果，不能提议。"
    advice = "先在公报里找到规定它的条款，列入追责情形以后再提议。"


class DecidedAlready(Refused):
    """R12."""

    def __init__(self, title: str, trigger: str) -> None:
        super().__init__(f"“{title}”已经按{trigger}提议过，同一事实在同一条款下只决定一次。", field="facts")


class NotHeard(Refused):
    """R6."""

    sentence = "还没有听取当事方的陈述；情况紧急、已经公开或者到期没有陈述的，请选理由。"


class ProposedByYou(Refused):
    sentence = "提议的人不能自己决定，请另一位有权的人员决定。"


class NotAllCarriedOut(Refused):
    """R7."""

    sentence = "还有措施没有落实，不能办结。"


class AnotherVerifies(Refused):
    sentence = "报告完成的人不能核实自己的承诺，请另一位人员核实。"


class IssuedAlready(Refused):
    sentence = "这份通报已经发出，不能再改。"


class AnotherIssues(Refused):
    sentence = "起草的人不能签发自己的通报，请另一位有权的人员签发。"


class NoSuspicion(Refused):
    """R10."""

    sentence = "这个情形的条款没有规定移送公安机关。"


class NotSettled(Refused):
    """R3."""

    sentence = "排名在界线上有并列，请先决定取哪几个。"
