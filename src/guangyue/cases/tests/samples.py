"""Rows of cases for the table of who may open what (tests/test_access_table.py)."""

from itertools import count

from guangyue.cases.flow import Actor, Letter, Part
from guangyue.cases.models import Case, Charge, Duty, Opinion, PaperFile, Veto
from guangyue.cases.services.letters import issue_letter
from guangyue.cases.services.restricting import restrict
from guangyue.cases.tests.factories import AT, LONG_AGO, a_case, a_matter, go
from guangyue.files.models import File
from guangyue.kit.limits import Unit
from guangyue.kit.money import Money
from guangyue.organisations.models import Organisation, Region
from guangyue.registries.tests.factories import a_user

_codes = count(700_001)


def case(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"number": _case(region, organisation).number}


def point(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {**case(region=region, organisation=organisation), "point": 1}


def letter(*, region: Region, organisation: Organisation) -> dict[str, object]:
    issued = issue_letter(case=_case(region, organisation), kind=Letter.ACCEPTANCE, by=None, at=AT)
    return {"number": issued.number}


def decided(*, region: Region, organisation: Organisation) -> dict[str, object]:
    made = _case(region, organisation)
    go(made, "accept", actor=Actor.CLERK, by=a_user())
    go(made, "propose", actor=Actor.REVIEWER, by=a_user(), said="符合条件")
    go(made, "grant", actor=Actor.DECIDER, by=a_user())
    return {"number": made.number}


def closed(*, region: Region, organisation: Organisation) -> dict[str, object]:
    made = _case(region, organisation)
    go(made, "withdraw", actor=Actor.APPLICANT)
    return {"number": made.number}


def paper(*, region: Region, organisation: Organisation) -> dict[str, object]:
    made = _case(region, organisation)
    return {"number": made.number, "pk": made.papers.earliest("pk").pk}


def paper_file(*, region: Region, organisation: Organisation) -> dict[str, object]:
    file = File.objects.create(name="材料.pdf", media_type="application/pdf", size=1, sha256="0", kept_at=AT)
    first = _case(region, organisation).papers.earliest("pk")
    PaperFile.objects.create(paper=first, file=file, added_at=AT)
    return {"key": file.key}


def charge(*, region: Region, organisation: Organisation) -> dict[str, object]:
    made = _case(region, organisation)
    asked = Charge.objects.create(case=made, item="工本费", amount=Money.yuan(10), noticed_at=AT)
    return {"number": made.number, "pk": asked.pk}


def duty(*, region: Region, organisation: Organisation) -> dict[str, object]:
    made = _case(region, organisation)
    laid = Duty.objects.create(
        case=made,
        key="file",
        title="归档",
        organisation=organisation,
        limit_amount=1,
        limit_unit=Unit.WORKING_DAY.name,
        started_at=AT,
        due=AT,
    )
    return {"number": made.number, "pk": laid.pk}


def opinion(*, region: Region, organisation: Organisation) -> dict[str, object]:
    asked = Opinion.objects.create(
        case=_case(region, organisation),
        key="fire",
        title="消防安全",
        organisation=organisation,
        part=Part.SUPPORT.name,
        limit_amount=3,
        limit_unit=Unit.WORKING_DAY.name,
        asked_at=AT,
        due=AT,
    )
    return {"pk": asked.pk}


def veto(*, region: Region, organisation: Organisation) -> dict[str, object]:
    made = _case(region, organisation)
    asked = Veto.objects.create(case=made, reason="不办", asked_by=a_user(), asked_at=AT, due=AT)
    return {"number": made.number, "pk": asked.pk}


def restriction(*, region: Region, organisation: Organisation) -> dict[str, object]:
    stopped = restrict(
        matter=a_matter(organisation, code=str(next(_codes))),
        region=region,
        since=LONG_AGO,
        ground="测试",
        document="测试",
        by=a_user(),
        at=AT,
    )
    return {"pk": stopped.pk}


def matter(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"code": a_matter(organisation, code=str(next(_codes))).code}


def _case(region: Region, organisation: Organisation) -> Case:
    return a_case(a_matter(organisation, code=str(next(_codes))), region=region)


SAMPLES = {
    "cases:case": case,
    "cases:look": case,
    "cases:window_receipt": case,
    "cases:charges": case,
    "cases:payment": charge,
    "cases:point": point,
    "cases:return_paper": paper,
    "cases:paper_file": paper_file,
    "cases:duty": duty,
    "cases:opinion": opinion,
    "cases:veto": case,
    "cases:ruling": veto,
    "cases:transfer": case,
    "cases:lateness": case,
    "cases:letter": letter,
    "cases:letter_paper": letter,
    "cases:correction": letter,
    "cases:delivery": decided,
    "cases:delivery_slip": decided,
    "cases:archive": closed,
    "cases:restriction": restriction,
    "cases:lifting": restriction,
    "cases:restricting": matter,
}
PLACELESS = {
    "cases:waiting": "待办分类，各看各的",
    "cases:take_in": "任何窗口收任何事项",
    "cases:paper_mandate": "任何窗口登记任何事项的委托",
    "cases:counter": "只有开始收件的人能接着收",
    "cases:counter_discard": "只有开始收件的人能不收",
}
LISTS = {"cases:cases": "cases:case", "cases:restrictions": "cases:restriction"}
