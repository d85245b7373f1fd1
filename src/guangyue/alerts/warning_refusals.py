"""What is not done with sheets and warnings, and what is said then."""

from collections.abc import Sequence

from guangyue.alerts.models import Warning
from guangyue.kit.refusals import Refused


class WrongStep(Refused):
    sentence = "审批表的状态已经变了，不能这样办理，请刷新以后再看。"
    advice = "可能有人先一步办理了，刷新以后核对。"


class SameHand(Refused):
    sentence = "起草、核准、审批要由三个人分别办理，您已经办过其中一步。"
    advice = "请由另一位有相应职务的人办理。"


class NotYourPost(Refused):
    """The post that is asked for is the plan's."""

    advice = "职务由指挥部办公室登记，有变动的请先更新。"


class NotReady(Refused):
    """What lacks is named, all of it at once."""

    advice = "请退回修改，补齐以后重新核准、审批。"

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("".join(faults))


class WarnedAlready(Refused):
    sentence = "已经有生效的预警，不能再发布一次。"
    advice = "级别有变化的，请起草调整审批表。"


class NotInForce(Refused):
    sentence = "这个预警已经不在生效，不能调整或者解除。"


class DrillOver(Refused):
    sentence = "演练已经结束，不能再办理。"


class NotReceivedYet(Refused):
    sentence = "还没有签收，不能登记通知部门。"


class CityWarns(Refused):
    """Which warning it is stands in the sentence."""

    advice = "请按市级预警启动响应，签收以后通知有关部门；市级解除以后可以为本区域发布。"

    def __init__(self, warning: Warning) -> None:
        super().__init__(
            f"市级{warning.level.title}（{warning.number}）正在生效，县（市、区）不另外发布预警。"
        )


class CountyWarnedAlready(Refused):
    sentence = "本区域已经有生效的预警，不能再发布一次。"
    advice = "内容有变化的，先解除，再发布。"


class CountyWarningOver(Refused):
    sentence = "这个县级预警已经结束。"
