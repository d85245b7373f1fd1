"""What programs send about cases, and what they are told: the shapes of the interface."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch
from ninja import Schema
from pydantic import Field

from guangyue.cases.models import Case, Paper, PaperFile

LONGEST_SAID = 1_000
MOST_ANSWERS = 200
KEY = r"^[A-Za-z0-9_.-]*$"
TEXT = r"^[^\x00]*$"  # what a database cannot keep
ATTACHED = Prefetch("files", PaperFile.objects.filter(taken_out_at=None).select_related("file"))


class ListedCase(Schema):
    """办件 among one's own."""

    key: UUID
    number: str = Field(description="提交以后才有")
    matter: str
    title: str
    step: str
    phase: str
    outcome: str
    due: datetime | None
    opened_at: datetime


class Stop(Schema):
    """流转: one move, without who made it."""

    title: str
    to: str
    at: datetime


class Attached(Schema):
    """附件 as it is kept: without what a camera wrote beside the picture."""

    name: str
    media_type: str
    size: int
    sha256: str


class WantedPaper(Schema):
    """材料: what this situation asks for, and what lies under it."""

    code: str
    title: str
    state: str
    deferrable: bool = Field(description="可以容缺：先承诺，后补齐")
    promised_on: date | None
    supply_by: date | None
    files: list[Attached]


class WholeCase(ListedCase):
    """办件, with its road and its papers."""

    check_code: str
    answers: dict[str, object]
    papers: list[WantedPaper]
    moves: list[Stop]
    letters: list[str] = Field(description="文书编号")


class Progress(Schema):
    """进度: what anyone with the number and the code is told; nothing of the applicant."""

    number: str
    title: str
    step: str
    phase: str
    outcome: str
    unit: str
    due: datetime | None
    moves: list[Stop]


class Drafted(Schema):
    matter: str = Field(max_length=40, pattern=KEY, description="事项基本编码")
    variant: str = Field(max_length=60, pattern=KEY, description="办理情形，见 /matters/{code}")
    region: str = Field(max_length=9, pattern=KEY, description="受理地区的区划代码")


class HandedIn(Schema):
    answers: dict[str, str] = Field(
        default_factory=dict, max_length=MOST_ANSWERS, description="表单项的标识和所填"
    )
    phone: str = Field("", max_length=20, pattern=TEXT)
    delivery: Case.Delivery = Case.Delivery.ELECTRONIC
    post_to: str = Field("", max_length=200, pattern=TEXT)
    consent: bool = Field(description="申请人同意使用所填数据办理本件")


class Made(Schema):
    said: str = Field("", max_length=LONGEST_SAID, pattern=TEXT)
    since: str = Field("", max_length=60, pattern=KEY, description="看到办件时所在的环节；已经不在的，不办")


class Stands(Schema):
    """The case after the move."""

    number: str
    step: str
    phase: str
    due: datetime | None


class WhichCase(Schema):
    number: str = Field(max_length=24, pattern=KEY)
    code: str = Field(max_length=8, pattern=KEY)


def listed(case: Case) -> dict[str, Any]:
    return {
        "key": case.key,
        "number": case.number,
        "matter": case.version.matter.code,
        "title": case.title,
        "step": case.at_step.title,
        "phase": case.phase,
        "outcome": case.outcome,
        "due": case.due,
        "opened_at": case.opened_at,
    }


def whole(case: Case) -> WholeCase:
    return WholeCase(
        **listed(case),
        check_code=case.check_code,
        answers=case.answers,
        papers=[told_paper(one) for one in case.papers.prefetch_related(ATTACHED)],
        moves=road(case),
        letters=[letter.number for letter in case.letters.all()],
    )


def told_paper(paper: Paper) -> WantedPaper:
    return WantedPaper(
        code=paper.code,
        title=paper.title,
        state=paper.get_state_display(),
        deferrable=paper.deferrable,
        promised_on=paper.promised_on,
        supply_by=paper.supply_by,
        files=[
            Attached(
                name=one.file.name,
                media_type=one.file.media_type,
                size=one.file.size,
                sha256=one.file.sha256,
            )
            for one in paper.files.all()
        ],
    )


def road(case: Case) -> list[Stop]:
    flow = case.flow.declared
    titles = {step.key: step.title for step in flow.steps}
    return [
        Stop(title=one.title, to=titles.get(one.to, one.to), at=one.at) for one in case.moves.order_by("pk")
    ]
