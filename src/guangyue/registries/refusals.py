"""What the registries do not do, and what they say then."""

from http import HTTPStatus

from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation
from guangyue.registries.facts import FactKind


class NotTheOwner(Refused):
    advice = "认为有误的，可以提出更正申请，由主管部门核实答复。"
    status = HTTPStatus.FORBIDDEN

    def __init__(self, kind: FactKind, owner: Organisation) -> None:
        super().__init__(f"“{kind.title}”由{owner}负责登记，其他部门不能改动。")


class NoSuchPerson(Refused):
    """The same words whether there is none, or one that is out of reach: they tell nothing."""

    sentence = "没有查到，或者不在您的管辖范围内。"
    advice = "请核对证件号码；确需查询其他地区的人员，请由当地单位协查。"
    status = HTTPStatus.NOT_FOUND


class TooManyEnquiries(Refused):
    sentence = "按证件号码查找过于频繁，请一小时以后再试。"
    advice = "需要批量核对的，请走数据共享，不要逐个查找。"
    status = HTTPStatus.TOO_MANY_REQUESTS


class LookupOver(Refused):
    sentence = "这次查询已经超过十五分钟，不再显示。"
    advice = "仍需查看的，请重新说明用途。"
    status = HTTPStatus.FORBIDDEN


class AnsweredAlready(Refused):
    sentence = "已经答复过了，不能再次答复。"


class RaisedAlready(Refused):
    sentence = "同一项的更正申请还没有答复，不用重复提出。"


class NotOpenToChange(Refused):
    advice = "请刷新页面，看看现在登记的内容。"
