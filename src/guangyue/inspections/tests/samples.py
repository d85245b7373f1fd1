"""Rows of inspections for the table of who may open what (tests/test_access_table.py)."""

from guangyue.accounts.tests.factories import a_user
from guangyue.files.tests.factories import a_kept_photo
from guangyue.inspections.kinds import Result, Source
from guangyue.inspections.liability import Conduct
from guangyue.inspections.models import (
    Batch,
    Clue,
    Evidence,
    FollowUp,
    Inspector,
    Item,
    JointOffer,
    Plan,
    Recusal,
    Subject,
    Visit,
)
from guangyue.inspections.services.clues import ClueSaid, check_clue, take_clue
from guangyue.inspections.services.duties import note_duty
from guangyue.inspections.services.plans import add_line
from guangyue.inspections.services.pools import SubjectSaid, enter_subjects, recuse
from guangyue.inspections.tests.factories import (
    AT,
    a_batch,
    a_finding,
    a_line_said,
    a_plan,
    a_planned_line,
    account_of,
    an_inspector,
    an_item,
    committed,
)
from guangyue.organisations.models import Organisation, Region


def an_item_of(organisation: Organisation) -> Item:
    return Item.objects.filter(organisation=organisation).first() or an_item(organisation)


def a_subject(region: Region, organisation: Organisation) -> Subject:
    number = f"S{organisation.pk:06d}"
    said = SubjectSaid(number, "商行", region, [an_item_of(organisation)])
    enter_subjects(rows=[said], at=AT)
    return Subject.objects.get(number=number)


def a_team(region: Region, organisation: Organisation) -> list[Inspector]:
    kept = list(Inspector.objects.filter(organisation=organisation))
    return kept or [an_inspector(organisation, region) for _ in range(2)]


def item(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": an_item_of(organisation).pk}


def subject(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"number": a_subject(region, organisation).number}


def recusal(*, region: Region, organisation: Organisation) -> dict[str, object]:
    about = a_subject(region, organisation)
    kept = Recusal.objects.standing().filter(subject=about).first()
    inspector = a_team(region, organisation)[0]
    kept = kept or recuse(inspector=inspector, subject=about, reason="亲属", by=a_user(), at=AT)
    return {"pk": kept.pk}


def inspector(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"number": a_team(region, organisation)[0].number}


def a_plan_of(organisation: Organisation) -> Plan:
    return Plan.objects.filter(organisation=organisation).first() or a_plan(organisation)


def plan(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": a_plan_of(organisation).pk}


def line(*, region: Region, organisation: Organisation) -> dict[str, object]:
    kept = a_plan_of(organisation)
    said = a_line_said([an_item_of(organisation)])
    return {"pk": (kept.lines.first() or add_line(plan=kept, said=said, by=a_user())).pk}


def a_batch_of(region: Region, organisation: Organisation) -> Batch:
    if kept := Batch.objects.filter(organisation=organisation).first():
        return kept
    a_team(region, organisation)
    a_subject(region, organisation)
    return committed(a_batch(a_planned_line([an_item_of(organisation)])))


def batch(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"number": a_batch_of(region, organisation).number}


def a_clue(region: Region, organisation: Organisation) -> Clue:
    said = ClueSaid(Source.COMPLAINT, "过期食品")
    return take_clue(said=said, organisation=organisation, by=a_user(), at=AT)


def clue(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"number": a_clue(region, organisation).number}


def a_visit(region: Region, organisation: Organisation) -> Visit:
    """For a clue: what is drawn is not there for whoever is not of its team."""
    team = a_team(region, organisation)
    return check_clue(
        clue=a_clue(region, organisation),
        subject=a_subject(region, organisation),
        items=[an_item_of(organisation)],
        team=team[:2],
        by=account_of(team[0]),
        at=AT,
    )


def visit(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"number": a_visit(region, organisation).number}


def joint_offer(*, region: Region, organisation: Organisation) -> dict[str, object]:
    first, second = a_visit(region, organisation), a_visit(region, organisation)
    return {"pk": JointOffer.objects.create(first=first, second=second, offered_at=AT).pk}


def a_found(region: Region, organisation: Organisation, result: Result) -> tuple[Visit, int]:
    made = a_visit(region, organisation)
    officer = account_of(made.members.order_by("pk")[0].inspector)
    found = a_finding(made, an_item_of(organisation), by=officer, result=result, at=AT)
    return made, found.pk


def finding_to_enter(*, region: Region, organisation: Organisation) -> dict[str, object]:
    made = a_visit(region, organisation)
    return {"number": made.number, "pk": an_item_of(organisation).pk}


def finding(*, region: Region, organisation: Organisation) -> dict[str, object]:
    made, pk = a_found(region, organisation, Result.CRIME)
    return {"number": made.number, "pk": pk}


def evidence(*, region: Region, organisation: Organisation) -> dict[str, object]:
    made = a_visit(region, organisation)
    kept = Evidence.objects.create(visit=made, kind="photo", file=a_kept_photo(at=AT), by=a_user(), at=AT)
    return {"number": made.number, "key": kept.file.key}


def follow_up(*, region: Region, organisation: Organisation) -> dict[str, object]:
    _, pk = a_found(region, organisation, Result.FOUND)
    return {"pk": FollowUp.objects.get(finding=pk).pk}


def duty(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": note_duty(organisation=organisation, facts="情况", conduct=Conduct(), at=AT).pk}


SAMPLES = {
    **dict.fromkeys(
        (
            "inspections:item",
            "inspections:item_editing",
            "inspections:procedure",
            "inspections:item_approval",
            "inspections:item_publication",
        ),
        item,
    ),
    **dict.fromkeys(("inspections:subject", "inspections:classes", "inspections:recusal"), subject),
    "inspections:recusal_end": recusal,
    "inspections:inspector": inspector,
    **dict.fromkeys(
        (
            "inspections:plan",
            "inspections:line_draft",
            "inspections:filing",
            "inspections:plan_publication",
            "inspections:revision",
            "inspections:ending",
        ),
        plan,
    ),
    "inspections:line_dropping": line,
    "inspections:batch_draft": line,
    **dict.fromkeys(
        (
            "inspections:batch",
            "inspections:names",
            "inspections:commitment",
            "inspections:drawing",
            "inspections:dropping",
            "inspections:widening",
            "inspections:assignment",
            "inspections:publication",
            "inspections:reveal",
        ),
        batch,
    ),
    **dict.fromkeys(
        (
            "inspections:visit",
            "inspections:start",
            "inspections:finish",
            "inspections:evidence",
            "inspections:report",
            "inspections:visit_publication",
        ),
        visit,
    ),
    **dict.fromkeys(("inspections:joint_offer", "inspections:joint_answer"), joint_offer),
    "inspections:finding": finding_to_enter,
    "inspections:correction": finding,
    "inspections:transfer": finding,
    "inspections:evidence_file": evidence,
    **dict.fromkeys(("inspections:clue", "inspections:clue_check", "inspections:clue_closing"), clue),
    "inspections:follow_up": follow_up,
    "inspections:duty": duty,
}
PLACELESS = {"inspections:visiting": "只有检查组的人打得开，按人不按地区"}
LISTS = {
    "inspections:items": "inspections:item",
    "inspections:subjects": "inspections:subject",
    "inspections:inspectors": "inspections:inspector",
    "inspections:plans": "inspections:plan",
    "inspections:batches": "inspections:batch",
    "inspections:visits": "inspections:visit",
    "inspections:joint_offers": "inspections:joint_offer",
    "inspections:clues": "inspections:clue",
    "inspections:duties": "inspections:duty",
}
