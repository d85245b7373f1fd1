"""通报 as text: written from the figures and from the cases it tells of; a person may change every word."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guangyue.accountability.counting import Figures
from guangyue.accountability.models import Circular, TakenStep
from guangyue.kit.typesetting import OfficialPaper
from guangyue.kit.wording import day

DRAFT_NUMBER = "（待编号）"


@dataclass(frozen=True)
class Told:
    """通报的一件: about whom, what happened, which step on which clause."""

    addressee: str
    facts: tuple[str, ...]
    step: str
    cites: str
    heard: bool


def told_of(step: TakenStep) -> Told:
    """Posts and acts, no names (R9)."""
    case = step.case
    facts = tuple(f"{fact.title}（{day(fact.on)}）" for fact in case.facts.all())
    return Told(case.addressee, facts, step.title, str(case.cites), heard=bool(case.statements.all()))


def title_of(since: date, until: date) -> str:
    return f"关于{day(since)}至{day(until)}通报约谈情况的通报"


def text_of(figures: Figures, told: Sequence[Told], *, since: date, until: date) -> str:
    return "\n".join([*_overview(figures, since, until), *_cases(told), *_demands()])


def paper_of(circular: Circular, *, on: date, masked: bool = False) -> OfficialPaper:
    show = circular.masked if masked else str
    return OfficialPaper(
        issuer=circular.issuer,
        number=circular.number or DRAFT_NUMBER,
        title=show(circular.title),
        dated=circular.dated or on,
        addressed_to=circular.addressed_to,
        body=[show(line) for line in circular.paragraphs],
        remark="" if circular.issued_at else "草稿，没有签发",
        two_sided=False,
    )


def _overview(figures: Figures, since: date, until: date) -> list[str]:
    by_step = "、".join(f"{title} {many} 项" for title, many in figures.steps.items())
    by_county = "、".join(f"{name} {many} 项" for name, many in figures.counties.items())
    whole = (
        f"{day(since)}至{day(until)}，全市按照条款提议追责事项 {figures.proposed} 件；"
        f"决定采取措施的 {figures.decided} 件，不采取的 {figures.refused} 件，免责的 {figures.exempt} 件。"
    )
    lines = ["一、总体情况", whole]
    if figures.taken:
        lines.append(f"采取措施 {figures.taken} 项：{by_step}。按地区：{by_county}。")
    return lines


def _cases(told: Sequence[Told]) -> list[str]:
    if not told:
        return []
    lines = ["二、通报的事项"]
    for number, one in enumerate(told, start=1):
        heard = "听取了当事方的陈述，" if one.heard else ""
        lines.append(
            f"{number}. {one.addressee}。{'；'.join(one.facts)}。{heard}根据{one.cites}，决定{one.step}。"
        )
    return lines


def _demands() -> list[str]:
    return [
        "三、有关要求",
        "被通报的单位对照条款逐项整改，按期报告结果。对通报的事实有异议的，可以向市政府办公室提出。",
    ]
