"""What is not done with random inspections, and what is said then."""

from guangyue.kit.refusals import Refused


class BadTerms(Refused):
    """What an item, a plan or a batch may not say; `rule` is that of the catalogue."""

    def __init__(self, rule: str, sentence: str, *, field: str = "") -> None:
        self.rule = rule
        super().__init__(f"{sentence}（{rule}）", field=field)


class WrongStep(Refused):
    sentence = "现在的状态不能这样办理，请刷新以后再看。"


class SameHand(Refused):
    sentence = "不能审定自己起草的事项，请由其他人审定。"


class NoGround(Refused):
    sentence = "没有抽取、线索或者特殊重点领域作依据，不能检查（R1）。"
    advice = "除特殊重点领域外，检查对象由抽取产生；个案线索请先登记。"


class NotInPlan(Refused):
    sentence = "没有已公布的计划任务，不能建立批次（R8）。"
    advice = "请先编制、公布计划；专项检查先调整计划，写明理由。"


class TooSoon(Refused):
    sentence = "公开值还没有公布，到公布时间以后再录入。"


class DrawnAlready(Refused):
    sentence = "这个批次已经抽取，不能重抽。"


class ShortOfInspectors(Refused):
    sentence = "有检查组人员不足，请先在全市范围补抽，不能指定人员（R12）。"


class NotOfTheTeam(Refused):
    sentence = "您不在这次检查的检查组里。"


class BroughtOtherwise(Refused):
    sentence = "这次检查的结果已经录入，和手机上的不一样；有误的请在检查页面上更正。"


class CertificateExpired(Refused):
    sentence = "执法证件已经过期，不能检查。"


class StillSecret(Refused):
    sentence = "检查结果全部公示以后才能揭示。"


class ExposesSomebody(Refused):
    sentence = "内容里有完整的身份证号码，不能公示，请改成掩码。"
