"""What is not done with themes and their cases, and what is said then."""

from collections.abc import Iterable

from guangyue.kit.refusals import Refused


class WrongState(Refused):
    sentence = "这个主题现在不在这一步，不能这样办理。"
    advice = "请刷新页面，看看现在到了哪一步。"


class NotFit(Refused):
    """The design has faults, each in a sentence."""

    advice = "请改好设计以后再提交。"

    def __init__(self, faults: Iterable[str]) -> None:
        super().__init__("".join(faults))


class NotAllAgree(Refused):
    sentence = "还有部门没有同意，不能发布。"


class OwnDesign(Refused):
    sentence = "送审的人不能自己答复联审意见，请由各部门的其他人答复。"


class DesignChanged(Refused):
    sentence = "这个设计刚刚被别人改过。"
    advice = "请回到设计页面，看看现在的样子再改。"


class AnsweredAlready(Refused):
    sentence = "这条建议已经答复。"


class TooManyProposals(Refused):
    sentence = "等待答复的建议太多，暂时不能在线提出。"
    advice = "请过几天再来，或者到政务服务大厅反映。"


class NotOffered(Refused):
    sentence = "这个主题现在不接受办理。"
    advice = "可以按单个事项办理，或者过几天再来看。"


class NothingToDo(Refused):
    sentence = "按您的回答，这件事里没有需要办理的事项。"
    advice = "请返回看看问题有没有选错。"


class MovedOnAlready(Refused):
    sentence = "这件事已经提交或者已经办结，不能再改。"
    advice = "请刷新页面，看看现在到了哪一步。"


class MaterialsMissing(Refused):
    """What has to wait for them is not begun without a yes; where all has to wait, nothing is."""

    def __init__(self, titles: Iterable[str]) -> None:
        super().__init__(f"还缺材料：{'、'.join(titles)}。可以后补的，请作出承诺。", field="papers")


class TogetherLater(Refused):
    sentence = "一件事的结果一起送达，其他事项还在办理。"
    advice = "申请人选择“先办好的先送达”的，才能单独出件。"
