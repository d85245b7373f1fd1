"""材料: handing them in, owing them for a while, supplying them."""

from collections.abc import Collection, Iterable
from datetime import date, datetime

from django.db import transaction

from guangyue.cases.flow import Check
from guangyue.cases.intaking import IntakeDecision, Missing, decide_intake, supply_by
from guangyue.cases.models import Case, Paper, PaperFile
from guangyue.cases.refusals import MovedOnAlready, NotYet
from guangyue.files.models import File
from guangyue.matters.declaration import Flag, Source


def lay_out_papers(*, case: Case) -> None:
    """The materials of this situation; what the city holds itself is fetched and not asked for."""
    declared = case.declared
    Paper.objects.bulk_create(
        Paper(
            case=case,
            code=material.code,
            title=material.title,
            deferrable=material.deferrable,
            source=material.source.name,
            state=Paper.State.WANTED if material.source is Source.APPLICANT else Paper.State.FETCHED,
            from_whom=material.fetched_from,
            supplied_at=None if material.source is Source.APPLICANT else case.opened_at,
        )
        for material in declared.materials_of(case.situation)
    )


@transaction.atomic
def hand_in_paper(
    *, paper: Paper, files: Iterable[File], at: datetime, on_paper: bool = False, from_whom: str = ""
) -> Paper:
    """提交材料: more files under one material; until the case is closed or decided."""
    paper = Paper.objects.select_for_update().select_related("case").get(pk=paper.pk)
    if paper.case.is_closed or paper.case.decided_at:
        raise MovedOnAlready
    for file in files:
        PaperFile.objects.create(paper=paper, file=file, added_at=at)
    paper.state, paper.supplied_at, paper.said = Paper.State.HANDED_IN, at, ""
    paper.on_paper = paper.on_paper or on_paper
    paper.from_whom = from_whom or paper.from_whom
    paper.save()
    return paper


def take_papers(*, case: Case, codes: Collection[str], from_whom: str, at: datetime) -> None:
    """收件: at the window, of a case that is held; those that were missing, and no others."""
    if codes:
        case.papers.missing().filter(code__in=codes).update(
            state=Paper.State.HANDED_IN, supplied_at=at, said="", on_paper=True, from_whom=from_whom
        )


@transaction.atomic
def promise_papers(*, case: Case, codes: Collection[str], on: date) -> None:
    """容缺承诺: only a deferrable material may be owed."""
    wanted = list(case.papers.missing().filter(code__in=codes).select_for_update())
    essential = [paper.title for paper in wanted if not paper.deferrable]
    if essential:
        raise NotYet(Check.OWED_MAY_BE_OWED, "、".join(essential))
    for paper in wanted:
        paper.promised_on = on
        paper.save(update_fields=["promised_on"])


def note_owed(*, case: Case, on: date) -> None:
    """容缺受理: what was promised is now owed, until the day the matter grants."""
    owed = list(case.papers.missing())
    for paper in owed:
        material = case.declared.material(paper.code)
        before = case.answers.get(material.before)
        paper.state = Paper.State.OWED
        paper.supply_by = supply_by(
            material.supply_days, since=on, before=date.fromisoformat(before) if before else None
        )
    Paper.objects.bulk_update(owed, ["state", "supply_by"])
    if owed:
        case.manner = Case.Manner.DEFERRED


def intake_of(case: Case) -> IntakeDecision:
    """What the papers of a case allow at the window, and what is to be told at once."""
    missing = list(case.papers.missing())
    return decide_intake(
        [Missing(paper.title, paper.deferrable) for paper in missing],
        promised=all(paper.promised_on for paper in missing),
        enterprise=Flag.ENTERPRISE in case.declared.flags,
    )
