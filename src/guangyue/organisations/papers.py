"""任免通知 and 会议纪要, as official papers."""

from collections.abc import Sequence
from itertools import groupby

from guangyue.kit.typesetting import Minutes, OfficialPaper, Table, in_words
from guangyue.organisations.models import Meeting, Notice, NoticeLine, Region, Seat


def notice_paper(notice: Notice, lines: Sequence[NoticeLine]) -> OfficialPaper:
    """The notice, its clauses put together from its lines in the form that 任免通知 have."""
    issuer = f"{Region.objects.get(kind=Region.Kind.CITY)}人民政府"
    appointed = [line for line in lines if line.appoints]
    removed = [line for line in lines if not line.appoints]
    body = []
    if appointed:
        body += ["市人民政府决定，任命：", *_clauses(appointed)]
    if removed:
        body += ["免去：" if appointed else "市人民政府决定，免去：", *_clauses(removed)]
    return OfficialPaper(
        issuer=issuer,
        number=notice.number,
        title=notice.title if notice.title.startswith(issuer) else f"{issuer}{notice.title}",
        dated=notice.issued_on,
        addressed_to="各县（市、区）人民政府，市政府各部门",
        body=body,
    )


def minutes_paper(meeting: Meeting) -> Minutes:
    """The minutes of a meeting: who was there, what was said, what was decided, by whom it is done and
    when."""
    attendances = meeting.attendances.select_related("seat").order_by("seat__order")
    decisions = list(meeting.decisions.select_related("owner"))
    table = Table(
        title="议定事项",
        headers=("序号", "事项", "责任单位", "完成时限"),
        rows=[(str(one.order), one.text, one.owner.name, in_words(one.due)) for one in decisions],
        widths=(1, 6, 4, 3),
    )
    observers = meeting.body.seats.on(meeting.day).filter(role=Seat.Role.OBSERVER)
    return Minutes(
        meeting=meeting.body.organisation.name_on(meeting.day),
        number=meeting.minutes_number,
        office=f"{meeting.body.organisation.name_on(meeting.day)}办公室",
        dated=meeting.minutes_on or meeting.day,
        present=[one.attended_by or one.seat.printed for one in attendances if one.present],
        excused=[one.seat.printed for one in attendances if not one.present],
        observing=[seat.printed for seat in observers],
        body=[*filter(None, meeting.minutes.splitlines()), *([table] if decisions else [])],
    )


def _clauses(lines: Sequence[NoticeLine]) -> list[str]:
    clauses = [_clause(list(group)) for _, group in groupby(lines, key=lambda line: line.order)]
    return [f"{clause}；" for clause in clauses[:-1]] + [f"{clause}。" for clause in clauses[-1:]]


def _clause(lines: Sequence[NoticeLine]) -> str:
    """One clause from its lines: persons share the post, or one person has several."""
    first = lines[0]
    if first.text:
        return first.text
    persons = "、".join(dict.fromkeys(line.printed_person for line in lines))
    posts = "、".join(dict.fromkeys(line.printed_post for line in lines))
    rank, note = (f"（{words}）" if words else "" for words in (first.rank, first.note))
    if first.appoints:
        trial = f"（试用期{_term(first.probation_months)}）" if first.probation_months else ""
        return f"{persons}为{posts}{rank}{trial}{note}"
    former, lapsed = ("原", "自然免除") if first.lapsed else ("", "")
    return f"{persons}的{former}{posts}{rank}职务{lapsed}{note}"


def _term(months: int) -> str:
    return {12: "一年", 24: "两年", 6: "六个月"}.get(months, f"{months}个月")
