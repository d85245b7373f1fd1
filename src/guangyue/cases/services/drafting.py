"""草稿: begun once, saved at each step, and what lies with it, until it is handed in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.cases.entrance import refuse_elsewhere
from guangyue.cases.flow import Actor, Phase
from guangyue.cases.intake import UNFINISHED, Applicant, papers_missing, refuse_others
from guangyue.cases.models import Case, Move, Paper, PaperFile
from guangyue.cases.owning import cases_of
from guangyue.cases.refusals import MovedOnAlready, PapersMissing
from guangyue.cases.services.moving import hold
from guangyue.cases.services.opening import hand_in, open_case
from guangyue.cases.services.reporting import report_day
from guangyue.matters.models import Matter
from guangyue.organisations.models import Region
from guangyue.registries.models import Firm, Person


@dataclass(frozen=True)
class Filled:
    """所填: what was read of a form, whose word each answer is, and how to reach the applicant."""

    answers: Mapping[str, Any]
    sources: Mapping[str, str]
    phone: str = ""


@transaction.atomic
def begin_draft(
    *, matter: Matter, variant: str, region: Region, applicant: Applicant, channel: str, at: datetime
) -> Case:
    """开始填写: the draft there is already for this situation, or a new one; two clicks make one."""
    _hold_applicant(applicant)
    begun = (
        cases_of(applicant)
        .filter(phase=Phase.DRAFT.name, version__matter=matter, variant=variant, region=region, bundle="")
        .first()
    )
    if begun is not None and begun.version_id == matter.current_id:
        return begun
    case = open_case(
        matter=matter, variant=variant, region=region, applicant=applicant, channel=channel, at=at
    )
    refuse_others(case.declared, applicant)
    return case


@transaction.atomic
def save_answers(*, case: Case, filled: Filled) -> Case:
    """保存: what could not be read stays as it was saved before."""
    case = hold_unfinished(case)
    case.answers = {**case.answers, **filled.answers}
    case.sources = dict(filled.sources)
    case.phone = filled.phone or case.phone
    case.report_due = report_day(case)
    case.save(update_fields=["answers", "sources", "phone", "report_due"])
    return case


@transaction.atomic
def hand_in_draft(*, case: Case, filled: Filled, delivery: str, post_to: str, by: User, at: datetime) -> Move:
    """提交, by whoever applies or helps: essential papers are there, others there or promised."""
    case = hold_draft(case)
    refuse_elsewhere(case.declared, through="")
    missing = [paper.title for paper in papers_missing(case.papers.all())]
    if missing:
        raise PapersMissing(missing)
    case = save_answers(case=case, filled=filled)
    case.delivery, case.post_to = delivery, post_to
    case.save(update_fields=["delivery", "post_to"])
    return hand_in(case=case, consent=True, by=by, actor=Actor.APPLICANT, at=at)


@transaction.atomic
def discard_draft(*, case: Case) -> None:
    """删除草稿, the applicant's or a clerk's, with the files that were handed in with nothing else."""
    case = hold_draft(case)
    case.mandates.update(case=None)
    for paper in case.papers.all():
        take_out_files(paper=paper)
    case.papers.all().delete()
    case.delete()


def take_out_files(*, paper: Paper) -> None:
    """Nobody has received them yet: nothing is kept but what lies under another paper too."""
    for one in paper.files.select_related("file"):
        file = one.file
        one.delete()
        if not PaperFile.objects.filter(file=file).exists():
            file.delete()


def hold_draft(case: Case) -> Case:
    """The case as it is now, held, while nobody has handed it in."""
    case = hold(case)
    if case.stands_in is not Phase.DRAFT:
        raise MovedOnAlready
    return case


def hold_unfinished(case: Case) -> Case:
    """The case as it is now, held, while it is the applicant's to fill in."""
    case = hold(case)
    if case.stands_in not in UNFINISHED:
        raise MovedOnAlready
    return case


def _hold_applicant(applicant: Applicant) -> None:
    rows = Person.objects if isinstance(applicant, Person) else Firm.objects
    rows.select_for_update(of=("self",)).get(pk=applicant.pk)
