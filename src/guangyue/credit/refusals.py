"""What is not done with credit, and what is said then."""

from http import HTTPStatus

from guangyue.kit.refusals import Refused


class NotOneIdentifier(Refused):
    sentence = "公民身份号码和统一社会信用代码填一个，只填一个。"


class NoLegalDocument(Refused):
    sentence = "没有生效的法律文书或者本人承认的材料，不能记入。"
    advice = "请填写文书的文号和日期。"


class NotFound(Refused):
    sentence = "这一类记录要先认定规定的情形，没有认定的不记。"


class WrongName(Refused):
    sentence = "这个号码在名录库里是另一个名称，请核对，不要记到别人名下。"


class NoLegalBasis(Refused):
    sentence = "没有法律、行政法规、地方性法规或者国家、省级清单作依据的措施，不能启用。"


class NothingToFollow(Refused):
    sentence = "措施要写明对哪几类记录适用。"


class NotThisWay(Refused):
    sentence = "这条记录现在不能这样办理，请刷新以后再看。"


class NotYourself(Refused):
    sentence = "登记和核实、被申诉和裁定要由不同的人办理。"


class AppealedAlready(Refused):
    sentence = "这条记录的申诉还在办理，请等结果。"


class TooEarlyToRepair(Refused):
    sentence = "还没有到可以申请修复的时间。"


class NoPurpose(Refused):
    sentence = "请写明查询的用途和理由，没有用途的不能查询。"
    status = HTTPStatus.UNPROCESSABLE_ENTITY


class NoConsent(Refused):
    sentence = "这家单位没有授权您查询，或者授权已经到期。"
    advice = "请对方在“我的信用”里授权以后再查。"
    status = HTTPStatus.FORBIDDEN


class HearingFirst(Refused):
    sentence = "列入名单以前要告知当事人，听取陈述申辩。"


class DecidedAlready(Refused):
    sentence = "这一件已经办结，请刷新以后再看。"
