"""What is not done with tasks, and what is said then."""

from guangyue.kit.refusals import Refused


class MovedOnAlready(Refused):
    sentence = "这个事项的状态已经变了，请刷新以后再看。"


class NotYours(Refused):
    sentence = "您的单位不负责这个事项。"
    advice = "认领、报送和申请办结由负责的单位办理，配合单位把情况告诉它们。"


class NoEvidence(Refused):
    sentence = "申请办结要有佐证材料，请至少上传一个文件。"


class NotVerified(Refused):
    sentence = "没有经过核查属实，不能销号。"


class CheckedByAnother(Refused):
    sentence = "报送的人不能核查自己报送的材料，请另一个人核查。"


class ApprovedByAnother(Refused):
    sentence = "申请调整的人不能批准自己的申请，请另一个人批准。"


class PartsStillOpen(Refused):
    sentence = "再分解的事项还没有全部办结，不能申请办结。"


class NotDeclared(Refused):
    sentence = "请确认如实报送：不遮掩、不虚化、不美化。"


class AnsweredAlready(Refused):
    sentence = "已经答复过了，请刷新以后再看。"


class HandedInAlready(Refused):
    sentence = "这份季报已经报送，请刷新以后再看。"


class NotHandedIn(Refused):
    sentence = "这份季报还没有报送，或者已经退回。"


class DecidedAlready(Refused):
    sentence = "这个申请已经有了决定，请刷新以后再看。"


class ChangeWaiting(Refused):
    sentence = "已经有一个调整申请等待批准，批准以后再提。"
