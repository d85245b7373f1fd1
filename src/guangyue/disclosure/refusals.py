"""What the mechanism does not do, and what it says then."""

from guangyue.disclosure.guard import Exposure
from guangyue.kit.refusals import Refused


class ExposesSomebody(Refused):
    """拦截: somebody's full number stands in what was to be published."""

    advice = "请把号码中间的数字改成星号，再提交一次。这次拦截已经记入审计记录。"

    def __init__(self, exposures: list[Exposure], *, field: str = "") -> None:
        self.exposures = exposures
        more = f"，另外还有 {len(exposures) - 1} 处" if len(exposures) > 1 else ""
        super().__init__(f"{exposures[0]}{more}。公示已经拦截，一个字也没有发布。", field=field)


class WrongStep(Refused):
    advice = "请刷新页面，看看现在到了哪一步。"


class SameHand(Refused):
    sentence = "起草和审核不能是同一个人。"
    advice = "请另一位公示审核人员审核。"


class ChangedSinceReview(Refused):
    sentence = "名单和审核时不一样，不能发布。"
    advice = "请退回重新起草、重新审核，并把参考编号告诉管理员。"


class NotOpenToObjections(Refused):
    sentence = "公示期以外不能提出异议。"
    advice = "公示期已过的，请直接联系公示单位。"


class TooManyObjections(Refused):
    sentence = "这份公示等待答复的异议太多，暂时不能在线提出。"
    advice = "请直接联系公示单位。"


class AnsweredAlready(Refused):
    sentence = "这件异议已经答复。"
