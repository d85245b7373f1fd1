"""文书的内容: what each kind of letter says of a case, in full, at the moment it is issued."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from guangyue.cases.flow import Letter
from guangyue.cases.models import Case
from guangyue.kit.clocks import local_day
from guangyue.kit.money import Money
from guangyue.kit.plain import from_plain
from guangyue.kit.wording import day
from guangyue.matters.declaration import LocalPart, PowerKind
from guangyue.matters.models import Exercise

# A paragraph, or a table as its headers, rows and widths: what `letter_papers` sets.
Said = str | dict[str, Any]

MOST_NAMED = 20  # materials in one sentence
REMEDIES = (
    "对本决定不服的，可以自收到本决定书之日起六十日内依法申请行政复议，"
    "或者自收到本决定书之日起六个月内依法向人民法院提起行政诉讼。"
)
NOT_COUNTED = "申请人补正材料以及依法进行公示、听证、评审、勘验、检测的时间，不计入办理时限。"
AGAIN = "补齐材料或者情况变化以后，可以重新申请。"


@dataclass(frozen=True)
class Writing:
    """What a letter is written from."""

    case: Case
    said: str
    at: datetime

    @property
    def asked_for(self) -> str:
        """“食品经营许可（新办）”"""
        situation = self.case.situation.title
        return f"“{self.case.title}{f'（{situation}）' if situation != self.case.title else ''}”"

    @property
    def opening(self) -> str:
        handed_in = day(self.case.handed_in_at or self.at)
        return f"你（单位）于{handed_in}提出的{self.asked_for}申请（办件编号 {self.case.number}）"

    @property
    def decided_on(self) -> str:
        return "行政许可" if self.case.declared.kind is PowerKind.PERMIT else "办理"

    @property
    def bases(self) -> str:
        return "、".join(f"《{basis.title}》{basis.article}" for basis in self.case.declared.bases)


def content_of(
    *, case: Case, kind: Letter, number: str, issuer: str, said: str, at: datetime, corrects: str = ""
) -> dict[str, Any]:
    """All that the letter says, as it will say for ever."""
    body: list[Said] = list(BODIES[kind](Writing(case, said, at)))
    if corrects:
        body.append(f"本文书更正并替代 {corrects}。")
    return {
        "kind": kind.value,
        "number": number,
        "issuer": issuer,
        "on": local_day(at).isoformat(),
        "to": case.applicant_name,
        "case": case.number,
        "matter": case.title,
        "variant": case.situation.title,
        "said": said,
        "body": body,
    }


def _acceptance(writing: Writing) -> Iterator[Said]:
    titles = [one.title for one in writing.case.declared.materials_of(writing.case.situation)]
    named = "、".join(titles[:MOST_NAMED]) + (f"等 {len(titles)} 项" if len(titles) > MOST_NAMED else "")
    yield f"{writing.opening}，经审查，申请材料齐全、符合法定形式，现予受理。"
    if titles:
        yield f"一、收到的申请材料。{named}。"
    yield f"{'二' if titles else '一'}、办理时限。{_limit(writing)}"
    yield f"{'三' if titles else '二'}、查询方式。{_how_to_ask(writing)}"


def _deferred(writing: Writing) -> Iterator[Said]:
    owed = list(writing.case.papers.owed().values_list("title", "supply_by"))
    yield f"{writing.opening}，主要材料齐全，下列次要材料按你（单位）的承诺予以容缺，现予受理。"
    yield "一、容缺的材料和补齐期限"
    yield _table(("材料", "补齐期限"), [(title, day(until)) for title, until in owed], (6, 4))
    yield (
        "二、逾期的后果。决定书在容缺材料全部补齐以后出具；到期没有补齐的，本次申请作退件处理，"
        "停止计算办理时限。" + AGAIN
    )
    yield f"三、办理时限。{_limit(writing)}"
    yield f"四、查询方式。{_how_to_ask(writing)}"


def _supplement(writing: Writing) -> Iterator[Said]:
    missing = list(writing.case.papers.missing().values_list("title", "said"))
    yield f"{writing.opening}，经审查，需要补正。现将需要补正的全部内容一次性告知如下。"
    if missing:
        rows = [(str(place), *row) for place, row in enumerate(missing, start=1)]
        yield "一、需要提交的材料"
        yield _table(
            ("序号", "材料", "要求"),
            [(no, title, why or "按办事指南提交") for no, title, why in rows],
            (1, 5, 5),
        )
    yield f"{'二' if missing else '一'}、需要补正的内容。{_sentence(writing.said)}"
    yield (
        f"{'三' if missing else '二'}、怎样补正。请登录政务服务门户，在本办件的页面补交，"
        "或者把材料交到综合窗口。补正期间不计入办理时限；除本通知所列内容以外，不再要求补正其他材料。"
    )


def _not_accepted(writing: Writing) -> Iterator[Said]:
    yield f"{writing.opening}，经审查，决定不予受理。"
    yield f"一、理由。{_sentence(writing.said)}"
    yield f"二、依据。{writing.bases}。"
    yield f"三、救济途径。{REMEDIES}"


def _granted(writing: Writing) -> Iterator[Said]:
    case = writing.case
    yield f"{writing.opening}，经审查，符合{writing.bases}规定的条件，决定准予{writing.decided_on}。"
    if writing.said:
        yield f"附注：{_sentence(writing.said)}"
    if case.flow.declared.duties:
        duties = case.duties.values_list("title", "organisation__name", "due")
        rows = [(title, office or "申请人", day(due)) for title, office, due in duties]
        if rows:
            yield "决定以后，应当按期办理下列事项："
            yield _table(("事项", "由谁办理", "期限"), rows, (5, 4, 3))
    if case.used_days is not None and case.promised_days:
        yield f"本件承诺 {case.promised_days} 个工作日办结，实际用 {case.used_days} 个工作日。"


def _refused(writing: Writing) -> Iterator[Said]:
    yield f"{writing.opening}，经审查，不符合规定的条件，决定不予{writing.decided_on}。"
    yield f"一、理由。{_sentence(writing.said)}"
    yield f"二、依据。{writing.bases}。"
    yield f"三、救济途径。{REMEDIES}"


def _return(writing: Writing) -> Iterator[Said]:
    yield f"{writing.opening}，现作退件处理，办理终止。"
    yield f"一、理由。{_sentence(writing.said)}"
    owed = list(writing.case.papers.owed().values_list("title", "supply_by"))
    if owed:
        yield "二、到期没有补齐的材料"
        yield _table(("材料", "补齐期限"), [(title, day(until)) for title, until in owed], (6, 4))
    yield f"{'三' if owed else '二'}、重新申请。{AGAIN}已经提交的材料可以复用，不必重复提交。"


def _charge(writing: Writing) -> Iterator[Said]:
    charges = list(writing.case.charges.filter(paid_on=None))
    total = sum((charge.amount for charge in charges), Money(0))
    yield f"{writing.opening}，请缴纳下列费用。缴清以前，不作出决定。"
    rows = [(charge.item, f"{charge.amount}", charge.basis) for charge in charges]
    yield _table(("项目", "金额", "依据"), rows, (5, 3, 4))
    yield f"合计 {total}（{total.capitals()}）。"


def _extension(writing: Writing) -> Iterator[Said]:
    yield f"{writing.opening}，不能在承诺的时限内办结，需要延期。"
    yield f"一、理由。{_sentence(writing.said)}"
    due = writing.case.due
    yield f"二、延期以后的期限。{f'到{day(local_day(due))}为止。' if due else '恢复计时以后另行告知。'}"


BODIES: Mapping[Letter, Callable[[Writing], Iterator[Said]]] = {
    Letter.ACCEPTANCE: _acceptance,
    Letter.DEFERRED_ACCEPTANCE: _deferred,
    Letter.SUPPLEMENT: _supplement,
    Letter.NOT_ACCEPTED: _not_accepted,
    Letter.GRANTED: _granted,
    Letter.REFUSED: _refused,
    Letter.RETURN: _return,
    Letter.CHARGE: _charge,
    Letter.EXTENSION: _extension,
}


def _limit(writing: Writing) -> str:
    case = writing.case
    if not case.promised_days or case.due is None:
        return "即时办结。"
    until = day(local_day(case.due)) + ("（以国务院公布的放假安排为准）" if case.provisional else "")
    return f"自受理之次日起 {case.promised_days} 个工作日以内办结，到{until}为止。{NOT_COUNTED}"


def _how_to_ask(writing: Writing) -> str:
    case = writing.case
    own = Exercise.objects.filter(matter=case.version.matter_id, unit=case.unit_id)
    local = from_plain(LocalPart, own.values_list("local", flat=True).first() or {})
    phone = f"，咨询电话 {local.phone}" if local.phone else ""
    place = f"，地址{local.place}" if local.place else ""
    return (
        "请在政务服务门户的“查办件进度”里，凭办件编号和查询码查询"
        f"（编号 {case.number}，查询码 {case.check_code}）{phone}{place}。"
    )


def _table(headers: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Said:
    return {"headers": list(headers), "rows": [list(row) for row in rows], "widths": list(widths)}


def _sentence(said: str) -> str:
    """With its full stop."""
    return said if not said or said[-1] in "。！？；" else f"{said}。"
