"""What is not done with items and acts, and what is said then."""

from http import HTTPStatus

from guangyue.kit.refusals import Refused


class NotTrained(Refused):
    sentence = "您还没有参加监管业务培训，只能查看，不能报送。"
    advice = "请参加培训，由市政府办公室登记培训日期以后再报送。"


class NoPoints(Refused):
    sentence = "检查实施清单至少要有一个检查要点。"


class CodeTaken(Refused):
    sentence = "本部门已经有这个编码的监管事项。"


class CheckedByAnother(Refused):
    sentence = "梳理、修改过的人不能核对同一个事项，请本部门另一位人员核对。"


class MovedOnAlready(Refused):
    sentence = "这个事项的状态已经变了，请刷新以后再看。"


class ReceivedAlready(Refused):
    sentence = "这件许可已经签收。"


class NotReceivedYet(Refused):
    sentence = "先签收，再安排首次检查。"


class NotGenuine(Refused):
    sentence = "签名不对、时间相差超过五分钟，或者系统没有登记。"
    status = HTTPStatus.UNAUTHORIZED


class NothingToExport(Refused):
    sentence = "没有新的监管行为要向省报送。"


class KeyTaken(Refused):
    sentence = "这个标识已经有系统使用。"
