"""回执 and 综合决定书 as papers."""

from collections.abc import Iterator
from datetime import date

from django.utils.timezone import localdate

from guangyue.bundles.models import BundleCase, CombinedDecision
from guangyue.kit.typesetting import Part, PlainPaper, Table
from guangyue.kit.wording import day

HASH_SHOWN = 16


def receipt_paper(bundle: BundleCase) -> PlainPaper:
    """One receipt for all the matters, with the code by which anyone who holds it asks how far they are."""
    return PlainPaper(
        title=f"一件事收件回执\n（{bundle.theme}）",
        number=bundle.number,
        dated=localdate(bundle.handed_in_at),
        body=tuple(_receipt(bundle)),
        author=bundle.theme.lead.name,
        remark=f"查询码 {bundle.check_code}",
    )


def decision_paper(decision: CombinedDecision) -> PlainPaper:
    return PlainPaper(
        title=f"一件事综合决定书\n（{decision.content['theme']}）",
        number=decision.number,
        dated=localdate(decision.issued_at),
        body=tuple(_decision(decision)),
        author=decision.issuer.name,
        remark=f"校验值 {decision.hash[:HASH_SHOWN]}",
    )


def _receipt(bundle: BundleCase) -> Iterator[Part]:
    yield f"{bundle.applicant_name}："
    yield f"您{day(bundle.handed_in_at)}提交的“{bundle.theme}”已经收到，编号 {bundle.number}。"
    yield "一、办理的事项"
    yield Table(
        ("事项", "承诺工作日", "现在"),
        [(part.title, str(part.days), part.stands.value) for part in bundle.parts.order_by("pk")],
        widths=(6, 2, 3),
    )
    yield f"各事项同时或者先后办理，受理以后一共 {bundle.plan} 个工作日。"
    yield "二、收到的材料"
    papers = [
        (one.title, _standing(one.supplied_at, one.promised_on)) for one in bundle.papers.order_by("pk")
    ]
    yield Table(("材料", "情况"), papers, widths=(6, 4)) if papers else "不用交材料。"


def missing_paper(bundle: BundleCase, *, blocks: bool, on: date) -> PlainPaper:
    """一次性告知: what is missing of the one set, told whole; it asks for nothing more afterwards."""
    return PlainPaper(
        title=f"一件事一次性告知书\n（{bundle.theme}）",
        dated=on,
        body=tuple(_missing(bundle, blocks)),
        author=bundle.theme.lead.name,
    )


def _missing(bundle: BundleCase, blocks: bool) -> Iterator[Part]:
    yield f"{bundle.applicant_name}："
    yield f"您申请的“{bundle.theme}”，还缺下列材料，请一次补齐："
    rows = [
        (one.title, "可以承诺后补" if one.deferrable else "必须有")
        for one in bundle.papers.lacking().order_by("pk")
    ]
    yield Table(("材料", "要求"), rows, widths=(7, 3))
    yield "除此以外没有其他要补的，补齐以后不再另外要求。填好的内容窗口已经保存，下次来不用重填。"
    if not blocks:
        yield "不用这些材料的事项，您同意的，现在就可以先办。"


def _standing(supplied_at: object, promised_on: date | None) -> str:
    if supplied_at:
        return "已收到"
    return "承诺后补" if promised_on else "还没有交"


def _decision(decision: CombinedDecision) -> Iterator[Part]:
    content = decision.content
    yield f"{content['applicant']}："
    yield f"您申请的“{content['theme']}”（编号 {content['number']}），各事项办理结果如下。"
    yield Table(
        ("事项", "结果", "决定机关", "办件编号"),
        [(one["matter"], one["standing"], one["unit"], one["number"]) for one in content["results"]],
        widths=(5, 3, 4, 4),
    )
    for one in content["results"]:
        if one["said"]:
            yield f"{one['matter']}没有办成，理由：{one['said']}"
    if content["refused"]:
        yield (
            "对没有办成的事项不服的，可以自收到本决定书之日起 60 日内申请行政复议，"
            "或者 6 个月内提起行政诉讼；补齐条件以后，也可以重新申请。"
        )
