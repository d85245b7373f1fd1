"""意见 by file: a table of Excel or CSV, in which every bad row is named before anything is taken."""

from collections.abc import Iterator
from typing import Any

from guangyue.kit.sheets import Column, Problem, Reading, Sheet, day, yes_no
from guangyue.legislation.kinds import Speaker, Stance
from guangyue.legislation.models import PublicConsultation

MOST_ROWS = 50_000
SPEAKERS = {str(one.label): one for one in Speaker}
STANCES = {str(one.label): one for one in Stance}
LONGEST = 2000

COMMENTS = Sheet(
    title="意见",
    columns=(
        Column("article", "条文", required=False, example="第五条", note="草案的条，如第五条；对全文的不填"),
        Column("stance", "态度", choices=tuple(STANCES), example="建议修改"),
        Column("text", "意见", example="建议明确办理期限。", longest=LONGEST),
        Column("speaker", "身份", choices=tuple(SPEAKERS), example="个人"),
        Column("name", "姓名或者单位", required=False, example="张先生", longest=100),
        Column("phone", "联系电话", required=False, example="0635-1234567", longest=20),
        Column("name_shown", "同意公开姓名", parse=yes_no, required=False, example="否"),
        Column("received_on", "收到日期", parse=day, example="2020-06-01"),
    ),
    most_rows=MOST_ROWS,
)


def articles_of(consultation: PublicConsultation) -> dict[str, int]:
    if consultation.draft is None:
        return {}
    return dict(consultation.draft.articles.values_list("label", "pk"))


def problems_of(reading: Reading, consultation: PublicConsultation) -> Iterator[Problem]:
    """What the draft and the days say against rows that can be read."""
    labels = articles_of(consultation)
    for row in reading.rows:
        if row["article"] and row["article"] not in labels:
            yield reading.problem(row, "草案里没有这一条", key="article")
        if consultation.opens and row["received_on"] < consultation.opens:
            yield reading.problem(row, "早于征求意见开始的日期", key="received_on")


def as_stored(row: Any) -> list[str]:
    """One line of the file that the work goes through."""
    return [
        row["article"] or "",
        STANCES[row["stance"]].value,
        row["text"],
        SPEAKERS[row["speaker"]].value,
        row["name"] or "",
        row["phone"] or "",
        "t" if row["name_shown"] else "f",
        row["received_on"].isoformat(),
    ]
