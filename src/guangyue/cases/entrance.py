"""入口: where a matter is applied for, when that is not on the usual pages."""

from urllib.parse import urlencode

from django.urls import reverse

from guangyue.cases.models import Case
from guangyue.kit.refusals import Refused
from guangyue.matters.declaration import Declaration


class OwnEntrance(Refused):
    """A subsidy is judged on facts of its own: it is asked for on its own page."""

    sentence = "这个事项有自己的申请页面，不能从这里申请。"
    advice = "请从办事指南进入。"


def refuse_elsewhere(declared: Declaration, *, through: str) -> None:
    """Nobody applies past the page that asks what the matter is judged on."""
    if declared.entrance != through:
        raise OwnEntrance


def entrance_of(declared: Declaration) -> str:
    return reverse(declared.entrance or "cases:begin", args=[declared.code])


def draft_address(case: Case) -> str:
    """Where a draft is gone on with; empty for the usual pages."""
    declared = case.declared
    return f"{entrance_of(declared)}?{urlencode({'case': case.key})}" if declared.entrance else ""
