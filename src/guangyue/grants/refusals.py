"""What is not done with applications and decisions, and what is said then."""

from datetime import date
from http import HTTPStatus

from guangyue.kit.refusals import Refused
from guangyue.kit.wording import day


class NotForThem(Refused):
    sentence = "这项政策不是给您这类账户申请的。"
    advice = "个人的由个人账户申请，企业的由企业账户申请；机构申请的，请到政务服务大厅窗口办理。"


class NoApplicationNeeded(Refused):
    sentence = "这项政策免申即享，符合条件的由部门直接办理，不用申请。"


class NotInForce(Refused):
    advice = "请换一个日期，或者看看有没有替代的政策。"

    def __init__(self, title: str, on: date) -> None:
        super().__init__(f"“{title}”在{day(on)}不在施行期内，不能申请。")


class AppliedAlready(Refused):
    sentence = "同一事项已经有一件申请在办理，不用重复提交。"
    advice = "请在“我的申请”里查看进度。"


class HadAlready(Refused):
    sentence = "这一期的待遇已经核定过，不能重复申请。"
    advice = "请在“我的申请”里查看结果。"


class ConsentMissing(Refused):
    sentence = "请先勾选同意：没有您本人的同意，不能提交申请。"

    def __init__(self) -> None:
        super().__init__(field="consent")


class MovedOn(Refused):
    sentence = "这件申请的状态已经变了，不能这样办理。"
    advice = "请刷新页面，看看现在的状态。"


class OwnCase(Refused):
    sentence = "这件申请与您本人有关，请由其他人员办理。"
    status = HTTPStatus.FORBIDDEN


class RestrictionDoubted(Refused):
    sentence = "申请人对所依据的信用记录提出了异议，还没有答复，现在不能据此不予发放。"
    advice = "异议七个工作日内答复，请在答复以后核定。"


class StillUnknown(Refused):
    advice = "请核实以后填写，或者请申请人一次性补正。"

    def __init__(self, asked: list[str]) -> None:
        super().__init__(f"还缺少事实，不能作出核定：{'、'.join(asked)}。")


class ReasonMissing(Refused):
    def __init__(self, sentence: str = "这件申请由工作人员判断，请写明理由。") -> None:
        super().__init__(sentence, field="reason")


class SupplementedOnce(Refused):
    sentence = "补正已经要求过一次，不能再要求。"
    advice = "材料和事实有缺的，一次性告知；请按现有情况核定。"


class CorrectedAlready(Refused):
    sentence = "这份核定已经被更正过，请更正最新的一份。"
