"""What is not done with a case, and what is said then."""

from http import HTTPStatus

from guangyue.cases.flow import Check
from guangyue.kit.refusals import Refused
from guangyue.kit.wording import enumerated


class MovedOnAlready(Refused):
    sentence = "这件办件刚刚被别人办理过，或者已经不在这个环节，不能这样办理。"
    advice = "请刷新页面，看看现在到了哪一步。"


class NotYourMove(Refused):
    sentence = "这一步不由您办理。"
    status = HTTPStatus.FORBIDDEN


class OwnCase(Refused):
    sentence = "这件办件与您本人有关，请由其他人员办理。"
    status = HTTPStatus.FORBIDDEN


class SayWhy(Refused):
    sentence = "请写明理由，让申请人看得明白。"

    def __init__(self, *, field: str = "said") -> None:
        super().__init__(field=field)


class NotYet(Refused):
    """A check that does not hold, with what is missing by name."""

    def __init__(self, check: Check, missing: str = "") -> None:
        self.check = check
        super().__init__(f"{check.value}{missing}")


class NotOpen(Refused):
    sentence = "这个事项现在不受理申请。"
    advice = "请看看办事指南里有没有替代的事项。"


class ConsentMissing(Refused):
    sentence = "请先勾选同意：没有申请人的同意，不能提交。"

    def __init__(self) -> None:
        super().__init__(field="consent")


class NotForThisApplicant(Refused):
    advice = "企业的事项请用企业账户登录；个人的事项请用个人账户登录。"


class PapersMissing(Refused):
    """What must be handed in with the application, by name."""

    advice = "请把材料补上，或者在可以容缺的材料下作出承诺。"

    def __init__(self, missing: list[str]) -> None:
        self.missing = missing
        super().__init__(f"还缺材料：{enumerated(missing)}。", field="papers")


class FormUnfinished(Refused):
    sentence = "表单还没有填完。"
    advice = "请回到“填写”这一步，把红色提示的内容补上。"

    def __init__(self) -> None:
        super().__init__(field="answers")


class TooManyLooks(Refused):
    sentence = "查不到的次数太多，请过一会儿再试。"
    advice = "办件编号和查询码印在回执上，也可以登录以后在“我的办件”里查看。"
    status = HTTPStatus.TOO_MANY_REQUESTS


class MandateOver(Refused):
    sentence = "这份委托已经到期、终止，或者不是给您的。"
    advice = "需要继续帮办的，请申请人重新委托。"


class ReplacedAlready(Refused):
    sentence = "这份文书已经更正过，请更正后来的那一份。"


class AskedAlready(Refused):
    sentence = "这件办件的否决已经报批，正在等有权的人员答复。"


class MustReceive(Refused):
    sentence = "这件办件的否决没有得到同意，应当受理，不能再次报批。"


class NotElsewhere(Refused):
    sentence = "办件就在这个单位，不用转办。"

    def __init__(self) -> None:
        super().__init__(field="to")


class ConfirmedAlready(Refused):
    sentence = "这件办件的超期责任已经认定过。"


class NotLate(Refused):
    sentence = "这件办件没有超期，没有责任要认定。"


class OwnLateness(Refused):
    sentence = "您经办过这件办件，超期责任请由其他人员认定。"
    status = HTTPStatus.FORBIDDEN


class NotClosedYet(Refused):
    sentence = "办件还没有办结，不能归档。"


class UnfitSubscriber(Refused):
    """Where a system of a department cannot be reached so that it is safe, said at the field."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence, field="address")


class PostedAlready(Refused):
    sentence = "这条推送没有停下，不需要重推。"
