"""核定通知书: what was decided, condition by condition, with the formula, the figures and the articles."""

from collections.abc import Iterator

from django.utils.timezone import localdate

from guangyue.grants.models import Decision
from guangyue.grants.restricting import CreditRestriction
from guangyue.grants.services.replay import rule_of
from guangyue.grants.telling import figures_of, formula_of
from guangyue.kit.masks import mask_credit_code, mask_id_number
from guangyue.kit.typesetting import PlainPaper, Table
from guangyue.kit.typesetting.papers import Part
from guangyue.kit.wording import day
from guangyue.rules.verdicts import Outcome

HASH_SHOWN = 16
FIRM_CODES = ("91", "92", "93")  # enterprises, sole traders, cooperatives; no number of a person begins so


def notice_of(decision: Decision) -> PlainPaper:
    return PlainPaper(
        title=f"核定通知书\n（{decision.title}）",
        number=decision.number,
        dated=localdate(decision.decided_at),
        body=tuple(_body(decision)),
        author=_issuer(decision),
        remark=f"校验值 {decision.hash[:HASH_SHOWN]}",
    )


def masked_payee(decision: Decision) -> str:
    return mask_payee(decision.payee_number)


def mask_payee(number: str) -> str:
    """The number as others may see it: of a person, and of a trader whose code stands for one."""
    return mask_credit_code(number) if number.startswith(FIRM_CODES) else mask_id_number(number)


def _body(decision: Decision) -> Iterator[Part]:
    yield f"{decision.payee_name}（{masked_payee(decision)}）："
    if decision.application:
        yield f"{day(decision.application.submitted_at)}提交的申请，按{day(decision.on)}的规定核定如下。"
        yield f"申请编号：{decision.application.number}"
    else:
        yield f"按{day(decision.on)}的规定核定如下。"
    yield f"核定编号：{decision.number}"
    if decision.corrects:
        yield f"本核定更正 {decision.corrects.number}。"
    yield f"一、结论：{decision.get_outcome_display()}"
    if decision.granted and decision.amount is not None:
        yield f"金额 {decision.amount}（{decision.amount.capitals()}）。"
    if decision.reason:
        yield f"理由：{decision.reason}"
    yield f"依据：{decision.cites}。"
    for one in decision.restrictions:
        yield f"信用措施：{CreditRestriction(**one)}。"
    yield "二、逐项条件"
    yield Table(
        ("条件", "结果", "条款"),
        [
            (one["label"], Outcome[one["outcome"]].value, one["cites"])
            for one in decision.verdict["conditions"]
        ],
        widths=(5, 2, 5),
    )
    rule = rule_of(decision)
    formula = formula_of(rule) if rule else ""
    if decision.granted and formula:
        yield "三、计算"
        yield f"{formula}。"
        figures = [(one.title, one.value, one.source) for one in figures_of(decision)]
        if figures:
            yield Table(("参数", "数值", "来源"), figures, widths=(4, 3, 5))
    yield "对本核定有异议的，可以依法申请行政复议或者提起行政诉讼。"


def _issuer(decision: Decision) -> str:
    """The office of whoever decided, else the one that leads the system."""
    if decision.decided_by.organisation:
        return str(decision.decided_by.organisation)
    offered = decision.offered
    return offered.system.led_by[0].name if offered and offered.system.led_by else ""
