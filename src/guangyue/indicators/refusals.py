"""What is not done with targets and figures, and what is said then."""

from guangyue.kit.refusals import Refused


class NotInForce(Refused):
    sentence = "这个目标现在不生效，不能这样办理。"
    advice = "草拟的目标先确认；已调整的到调整后的目标办理。"


class SumDiffers(Refused):
    """The parts do not come to the whole."""

    def __init__(self, total: str, required: str) -> None:
        super().__init__(f"各单位合计 {total}，应当等于全市目标 {required}，差额改平以后再提交。")


class CheckedByAnother(Refused):
    sentence = "填报的人不能核实自己填报的实际数，请另一个人核实。"


class NoEvidence(Refused):
    sentence = "没有佐证的实际数不能核实，请报送单位先补上佐证文件。"


class SettledAlready(Refused):
    sentence = "这条实际数已经核实或者退回，请刷新以后再看。"


class NothingToJudge(Refused):
    sentence = "这个目标现在没有待评判的结论。"
    advice = "期限过后、实际数核实以后，才能评判。"


class QuarterNotOver(Refused):
    sentence = "这个季度还没有结束，不能生成差距清单。"
