"""What is not done with projects, consultations and comments, and what is said then."""

from collections.abc import Iterable

from guangyue.kit.refusals import Refused


class NotThisWay(Refused):
    sentence = "立法项目现在走不到这一步，刚才可能有人办理过，请刷新以后再看。"


class StillMissing(Refused):
    """A step without its record is a step skipped."""

    advice = "补齐以后再办理；程序不能跳过。"

    def __init__(self, missing: Iterable[str]) -> None:
        super().__init__(f"还缺：{'、'.join(missing)}。")


class OwnSubmission(Refused):
    sentence = "审查要由报送人以外的人办理。"


class NoTermsYet(Refused):
    sentence = "还没有设定征求意见的最短天数，不能开始征求意见。"
    advice = "请市司法局在“立法补充规定”里按现行法设定。"


class NotOpenNow(Refused):
    sentence = "现在不在征求意见的期间内。"
    advice = "征求意见期满以后，答复情况会在这里公布。"


class CommentsUnanswered(Refused):
    advice = "每条意见都要有采纳情况和理由，才能办结公布。"

    def __init__(self, many: int) -> None:
        super().__init__(f"还有 {many:,} 条意见没有答复，不能办结。")


class OpenedAlready(Refused):
    sentence = "这次征求意见已经开始，或者已经办结。"


class ClosedAlready(Refused):
    sentence = "这次征求意见已经办结公布，答复不再改动。"
