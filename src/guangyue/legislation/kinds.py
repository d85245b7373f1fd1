"""What projects, audiences, comments and answers there are. Knows no database."""

from django.db.models import TextChoices


class RuleKind(TextChoices):
    """项目种类: who adopts it in the end."""

    REGULATION = "regulation", "地方性法规"
    RULE = "rule", "市政府规章"


class Category(TextChoices):
    """项目类别: what the plan asks of it by the end of the year."""

    SUBMIT = "submit", "年内提请审议"
    COMPLETE = "complete", "年内完成"
    STUDY = "study", "调查研究、起草"


class Audience(TextChoices):
    """征求对象."""

    PUBLIC = "public", "公众"
    EXPERTS = "experts", "专家"
    DEPARTMENTS = "departments", "部门"
    COUNTIES = "counties", "县区"


class Speaker(TextChoices):
    """提出人的身份. What deputies and committee members say is answered one by one."""

    PERSON = "person", "个人"
    UNIT = "unit", "单位"
    DEPUTY = "deputy", "人大代表"
    COMMITTEE_MEMBER = "committee_member", "政协委员"
    EXPERT = "expert", "专家学者"
    ADVISER = "adviser", "法律顾问"
    DEPARTMENT = "department", "部门"
    COUNTY = "county", "县区"


INDIVIDUALLY_ANSWERED = (Speaker.DEPUTY, Speaker.COMMITTEE_MEMBER)
NAMED = (Speaker.UNIT, Speaker.DEPARTMENT, Speaker.COUNTY)  # whose names are no secret
SAID_ONLINE = (Speaker.PERSON, Speaker.UNIT, *INDIVIDUALLY_ANSWERED)


class Stance(TextChoices):
    """态度."""

    FOR = "for", "赞成"
    AMEND = "amend", "建议修改"
    AGAINST = "against", "反对"


class Uptake(TextChoices):
    """采纳情况."""

    TAKEN = "taken", "采纳"
    PARTLY = "partly", "部分采纳"
    NOT_TAKEN = "not_taken", "不采纳"
    KEPT = "kept", "留作研究"


class Piece(TextChoices):
    """调研成果: what a project under study must hand in."""

    REPORT = "report", "调研报告"
    FRAME = "frame", "文本框架"


class Secrecy(TextChoices):
    """保密: only the parts that need it are withheld, unless all of them do."""

    NONE = "none", "全部公开"
    PARTS = "parts", "部分条文依法不公开"
    WHOLE = "whole", "依法不公开"


def missing_pieces(delivered: "set[Piece]") -> list[Piece]:
    return [piece for piece in Piece if piece not in delivered]


def missing_audiences(required: "set[Audience]", asked: "set[Audience]") -> list[Audience]:
    return [audience for audience in Audience if audience in required - asked]
