"""Rows of law-making for the table of who may open what (tests/test_access_table.py)."""

from django.utils import timezone

from guangyue.accounts.tests.factories import a_user
from guangyue.files.tests.factories import a_kept_photo
from guangyue.legislation.kinds import Piece
from guangyue.legislation.models import Hearing, PublicConsultation, StudyPiece
from guangyue.legislation.roads import ProjectState
from guangyue.legislation.services.drafting import submit_draft
from guangyue.legislation.tests.factories import (
    AT,
    TEXT,
    a_comment,
    a_plan,
    a_project,
    an_open_consultation,
)
from guangyue.organisations.models import Organisation, Region

Row = dict[str, object]


def plan(*, region: Region, organisation: Organisation) -> Row:
    return {"year": a_plan().year}


def project(*, region: Region, organisation: Organisation) -> Row:
    return {"number": a_project(organisation).number}


def draft_to_write(*, region: Region, organisation: Organisation) -> Row:
    return {"number": a_project(organisation, state=ProjectState.DRAFTING).number}


def move_of(key: str, state: ProjectState) -> object:
    def made(*, region: Region, organisation: Organisation) -> Row:
        return {"number": a_project(organisation, state=state).number, "key": key}

    return made


def draft(*, region: Region, organisation: Organisation) -> Row:
    made = a_project(organisation, state=ProjectState.DRAFTING)
    kept = submit_draft(project=made, text=TEXT, explanation="说明", creates_powers=False, by=a_user(), at=AT)
    return {"number": made.number, "version": kept.version}


def piece_file(*, region: Region, organisation: Organisation) -> Row:
    made = a_project(organisation)
    kept = StudyPiece.objects.create(
        project=made, piece=Piece.REPORT, summary="摘要", file=a_kept_photo(at=AT), by=a_user(), at=AT
    )
    return {"number": made.number, "pk": kept.pk}


def hearing(*, region: Region, organisation: Organisation) -> Row:
    made = a_project(organisation)
    held = Hearing.objects.create(
        project=made,
        noticed_on=AT.date(),
        held_at=timezone.now(),
        place="会议室",
        matters="收费",
        by=a_user(),
    )
    return {"number": made.number, "pk": held.pk}


def consultation(*, region: Region, organisation: Organisation) -> Row:
    return {"number": _opened(organisation).number}


def group(*, region: Region, organisation: Organisation) -> Row:
    return {"number": _opened(organisation).number, "place": "whole"}


def comment(*, region: Region, organisation: Organisation) -> Row:
    return {"pk": a_comment(_opened(organisation)).pk}


def _opened(organisation: Organisation) -> PublicConsultation:
    return an_open_consultation(organisation, a_user(organisation=organisation))


SAMPLES = {
    "legislation:project": project,
    "legislation:drafting_move": move_of("draft", ProjectState.LISTED),
    "legislation:overseeing_move": move_of("return", ProjectState.REVIEWING),
    "legislation:deciding_move": move_of("adopt", ProjectState.DELIBERATING),
    "legislation:publishing": project,
    "legislation:urge": project,
    "legislation:postponing": project,
    "legislation:cancelling": project,
    "legislation:carrying_over": project,
    "legislation:piece": project,
    "legislation:piece_file": piece_file,
    "legislation:new_draft": draft_to_write,
    "legislation:draft": draft,
    "legislation:power": project,
    "legislation:impact": project,
    "legislation:correction": project,
    "legislation:expert": project,
    "legislation:department": project,
    "legislation:new_hearing": project,
    "legislation:hearing_report": hearing,
    "legislation:hearing_paper": hearing,
    "legislation:new_consultation": project,
    "legislation:desk_consultation": consultation,
    "legislation:opening": consultation,
    "legislation:closing": consultation,
    "legislation:notice_paper": consultation,
    "legislation:reply_paper": consultation,
    "legislation:comments": consultation,
    "legislation:taking": consultation,
    "legislation:importing": consultation,
    "legislation:group_answer": group,
    "legislation:comment": comment,
    "legislation:answer": comment,
}
PLACELESS = {
    "legislation:plan": "年度计划向社会公布，不分地方和单位",
}
LISTS = {
    "legislation:projects": "legislation:project",
    "legislation:consultations": "legislation:desk_consultation",
}
