"""服务指南 as a paper to print and to hand out."""

from collections.abc import Iterable, Iterator
from datetime import date

from guangyue.kit.typesetting import PlainPaper, Table
from guangyue.kit.typesetting.papers import Part
from guangyue.matters.guide import Guide, Place

NUMERALS = "一二三四五六七八九十"


def paper_of(guide: Guide, places: list[Place], *, issuer: str, version: int, on: date) -> PlainPaper:
    """The five parts, then where to go, limits and fees; numbered as they come."""
    which = f"\n（{guide.variant.title}）" if len(guide.declared.variants) > 1 else ""
    sections = [(title, list(parts)) for title, parts in _sections(guide, places)]
    body: list[Part] = []
    for numeral, (title, parts) in zip(NUMERALS, sections, strict=False):
        body += [f"{numeral}、{title}", *parts]
    return PlainPaper(
        title=f"{guide.declared.name}服务指南{which}",
        number=f"事项编码 {guide.declared.code}",
        dated=on,
        body=tuple(body),
        author=issuer,
        remark=f"事项第 {version} 版，由事项库生成",
    )


def _sections(guide: Guide, places: list[Place]) -> Iterator[tuple[str, Iterator[Part]]]:
    yield "受理条件", iter(guide.conditions)
    yield "申报材料", _papers(guide)
    yield "示范文本", _sentences((f"{one.asked}：{one.said}" for one in guide.samples), "没有要填写的文书")
    points = "；".join(guide.variant.review_points)
    yield "审查要点", _sentences((points,) if points else (), "材料齐全、符合受理条件即可")
    faqs = (f"问：{one.asked}答：{one.said}" for one in guide.variant.faqs)
    yield "常见问题", _sentences(faqs, "有疑问可以拨打 12345")
    if guide.variant.terms:
        yield "专业释义", _sentences((f"{one.asked}：{one.said}" for one in guide.variant.terms), "")
    yield "时限和收费", _limits(guide)
    yield "设定依据", (f"《{one.title}》{one.article}。" for one in guide.declared.bases)
    if places:
        yield "在哪里办", _places(places)


def _sentences(lines: Iterable[str], otherwise: str) -> Iterator[Part]:
    """Each line ends as a sentence does; where there is none, something is said all the same."""
    said = list(lines) or [otherwise]
    yield from (line if line.endswith(("。", "？", "！")) else f"{line}。" for line in said)


def _papers(guide: Guide) -> Iterator[Part]:
    rows = [(one.material.title, one.kind, one.may_be_owed, one.whose) for one in guide.papers]
    if rows:
        yield Table(("材料", "主次", "容缺", "谁提供"), rows, widths=(4, 2, 4, 5))
    else:
        yield "不用提交材料。"


def _limits(guide: Guide) -> Iterator[Part]:
    yield f"{guide.limits}。"
    if not guide.fees:
        yield "不收费。"
    for fee in guide.fees:
        yield f"{fee.item}：{fee.standard}（{fee.basis}）。"


def _places(places: list[Place]) -> Iterator[Part]:
    rows = [
        (one.region, one.where, one.local.hours or "工作日", one.local.phone or "12345") for one in places
    ]
    yield Table(("地区", "地点", "时间", "电话"), rows, widths=(3, 6, 3, 3))
