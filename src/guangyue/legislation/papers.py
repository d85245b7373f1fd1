"""Papers: notices of consultations and hearings, and the table of what became of the comments."""

from collections.abc import Iterator, Sequence

from django.utils import timezone

from guangyue.kit.typesetting import OfficialPaper, Part, PlainPaper, Table, in_words
from guangyue.kit.wording import moment
from guangyue.legislation.models import Hearing, PublicConsultation, Reply

HEADERS = ("条文", "意见摘要", "提出人", "条数", "采纳情况", "理由")
WIDTHS = (1.2, 3.6, 1.6, 0.8, 1.4, 3.6)


def consultation_notice(consultation: PublicConsultation) -> OfficialPaper:
    """征求意见公告."""
    closes = in_words(consultation.last_day)
    body: list[Part] = [
        f"现将《{consultation.title}》及其说明向社会公布，征求意见。",
        f"一、征求对象。{'、'.join(consultation.audience_titles)}。",
        f"二、截止日期。{closes}。",
        f"三、提出意见的途径。政务门户“征求意见”，按条文提出，凭回执查询答复；{consultation.channels}。",
        f"四、说明。{consultation.explanation}",
    ]
    return OfficialPaper(
        issuer=consultation.unit.name,
        number=consultation.number,
        title=f"关于公开征求《{consultation.title}》意见的公告",
        dated=consultation.opens or timezone.localdate(),
        body=body,
        letter=True,
    )


def hearing_notice(hearing: Hearing) -> OfficialPaper:
    """听证公告."""
    body: list[Part] = [
        f"现就《{hearing.project.name}》举行听证会，公告如下。",
        f"一、时间。{moment(hearing.held_at)}。",
        f"二、地点。{hearing.place}。",
        f"三、听证事项。{hearing.matters}",
        f"四、报名办法。{hearing.joining}",
    ]
    return OfficialPaper(
        issuer=hearing.project.unit.name,
        number=hearing.project.number,
        title=f"关于举行《{hearing.project.name}》听证会的公告",
        dated=hearing.noticed_on,
        body=body,
        letter=True,
    )


def reply_table(consultation: PublicConsultation) -> PlainPaper:
    """意见采纳情况表."""
    rows = list(rows_of(consultation))
    opens, closes = in_words(consultation.opens or consultation.last_day), in_words(consultation.last_day)
    many = sum(int(row[3]) for row in rows)
    opening = f"{opens}至{closes}征求意见，收到意见 {many:,} 条，逐条答复如下。"
    table = Table(HEADERS, rows or [("—",) * len(HEADERS)], widths=WIDTHS)
    return PlainPaper(
        title=f"《{consultation.title}》意见采纳情况",
        dated=timezone.localdate(consultation.closed_at) if consultation.closed_at else timezone.localdate(),
        author=consultation.unit.name,
        body=[opening, table],
    )


def rows_of(consultation: PublicConsultation) -> Iterator[Sequence[str]]:
    """In the order of the draft, what was said of the whole first."""
    replies = Reply.objects.filter(consultation=consultation).standing().select_related("article")
    for one in sorted(replies, key=_place):
        label = one.article.label if one.article else "全文"
        who = one.said_by or "多位提出人"
        many = str(one.many)  # type: ignore[attr-defined]  # counted by the queryset
        yield label, one.summary, who, many, str(one.get_uptake_display()), one.reason


def _place(reply: Reply) -> tuple[int, int]:
    return (reply.article.position if reply.article else 0), reply.pk
