"""Rows of ratings for the table of who may open what (tests/test_access_table.py)."""

from guangyue.accounts.tests.factories import a_user
from guangyue.cases.models import Case
from guangyue.cases.tests.factories import AT, a_matter
from guangyue.files.tests.factories import a_kept_photo
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation, Region
from guangyue.ratings.models import Check, ComplaintFile
from guangyue.ratings.services.answering import ask_extension
from guangyue.ratings.tests.factories import a_complaint, a_finished_case, a_rating


def a_case_of(organisation: Organisation) -> Case:
    code = f"{organisation.pk:06d}"
    matter = Matter.objects.filter(code=code).first() or a_matter(organisation, code=code)
    return a_finished_case(matter, by=a_user())


def card(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"number": a_case_of(organisation).number}


def check(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": Check.objects.get(rating=a_rating(a_case_of(organisation), 1)).pk}


def complaint(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"number": a_complaint(organisation).number}


def extension(*, region: Region, organisation: Organisation) -> dict[str, object]:
    raised = a_complaint(organisation)
    ask_extension(complaint=raised, reason="情况复杂", by=a_user(), at=AT)
    return {"number": raised.number}


def complaint_file(*, region: Region, organisation: Organisation) -> dict[str, object]:
    raised = a_complaint(organisation)
    kept = ComplaintFile.objects.create(complaint=raised, file=a_kept_photo(at=AT))
    return {"number": raised.number, "key": kept.file.key}


SAMPLES = {
    "ratings:card": card,
    "ratings:check": check,
    "ratings:check_call": check,
    "ratings:check_result": check,
    "ratings:complaint": complaint,
    "ratings:assignment": complaint,
    "ratings:merging": complaint,
    "ratings:passing": complaint,
    "ratings:answer": complaint,
    "ratings:extension": complaint,
    "ratings:extension_decision": extension,
    "ratings:complaint_file": complaint_file,
}
PLACELESS = {
    "ratings:feed": "供数按全市合计，只给看得到全市的人",
}
LISTS = {
    "ratings:checks": "ratings:check",
    "ratings:complaints": "ratings:complaint",
}
