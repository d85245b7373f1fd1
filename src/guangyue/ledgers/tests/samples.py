"""Rows of ledgers for the table of who may open what (tests/test_access_table.py)."""

from itertools import count

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.ledgers.declared import campaign_plans
from guangyue.ledgers.models import Campaign, Problem, Sampling, Tip
from guangyue.ledgers.tests.factories import AT, DUE, photograph
from guangyue.organisations.models import Organisation, Region

_numbers = count(1)


def _campaign() -> Campaign:
    """The first that the city declares."""
    plan = next(iter(campaign_plans().values()))
    said = {"title": plan.title, "cites": plan.cites, "since": plan.since, "until": plan.until}
    campaign, _ = Campaign.objects.get_or_create(key=plan.key, defaults=said)
    return campaign


def a_row(region: Region, organisation: Organisation) -> Problem:
    number = next(_numbers)
    return Problem.objects.create(
        campaign=_campaign(),
        number=f"WT{number:06d}",
        region=region,
        organisation=organisation,
        subject=f"问题{number}",
        place="某处",
        source="排查",
        found_on=AT.date(),
        registered_at=AT,
        begun_on=AT.date(),
    )


def problem(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"number": a_row(region, organisation).number}


def line(*, region: Region, organisation: Organisation) -> dict[str, object]:
    row = a_row(region, organisation)
    return {"number": row.number, "kind": "deadlines", "pk": _deadline(row)}


def deadline(*, region: Region, organisation: Organisation) -> dict[str, object]:
    row = a_row(region, organisation)
    return {"number": row.number, "pk": _deadline(row)}


def measure(*, region: Region, organisation: Organisation) -> dict[str, object]:
    row = a_row(region, organisation)
    made = row.measures.create(round=1, kind="拆除", text="拆除", standard="没有残留")
    return {"number": row.number, "pk": made.pk}


def photo(*, region: Region, organisation: Organisation) -> dict[str, object]:
    row = a_row(region, organisation)
    return {"number": row.number, "key": photograph(row, by=a_user()).file.key}


def sampling(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"number": _sampled(region, organisation, by=a_user())[0]}


def sampled(*, region: Region, organisation: Organisation) -> dict[str, object]:
    number, pk = _sampled(region, organisation, by=a_user())
    return {"number": number, "pk": pk}


def tip(*, region: Region, organisation: Organisation) -> dict[str, object]:
    number = f"JB{next(_numbers):06d}"
    said = {"region": region, "place": "某处", "text": "有问题", "received_at": AT}
    Tip.objects.create(number=number, code="ABCDEFGH", **said)
    return {"number": number}


def tip_file(*, region: Region, organisation: Organisation) -> dict[str, object]:
    row = tip(region=region, organisation=organisation)
    file = photograph(a_row(region, organisation), by=a_user()).file
    Tip.objects.get(**row).files.add(file)
    return {**row, "key": file.key}


def _deadline(problem: Problem) -> int:
    return problem.deadlines.create(round=1, milestone="到位", due=DUE).pk


def _sampled(region: Region, organisation: Organisation, *, by: User) -> tuple[str, int]:
    row = a_row(region, organisation)
    made = Sampling.objects.create(
        number=f"CC{next(_numbers):06d}", kind="sample", campaign=row.campaign, title="抽查", by=by, at=AT
    )
    return made.number, made.sampled.create(problem=row).pk


OF_A_PROBLEM = (
    "problem",
    "correction",
    "merging",
    "photos",
    "lists",
    "take_proposed",
    "measure",
    "responsibility",
    "deadline",
    "submission",
    "approval",
    "lists_return",
    "start",
    "progress",
    "application",
    "acceptance",
    "sign_off",
    "transfer",
    "reopening",
)
SAMPLES = {
    **dict.fromkeys((f"ledgers:{name}" for name in OF_A_PROBLEM), problem),
    "ledgers:photo": photo,
    "ledgers:line_dropping": line,
    "ledgers:deadline_moving": deadline,
    "ledgers:completion": measure,
    "ledgers:sampling": sampling,
    "ledgers:sample": sampled,
    **dict.fromkeys(("ledgers:tip", "ledgers:tip_problem", "ledgers:answer"), tip),
    "ledgers:tip_file": tip_file,
}
CAMPAIGNS = "一项整治全市只有一份，页面上的数字限于管辖范围"
PLACELESS = {
    "ledgers:campaign": CAMPAIGNS,
    "ledgers:campaign_map": CAMPAIGNS,
    "ledgers:registration": CAMPAIGNS,
    "ledgers:problem_intake": CAMPAIGNS,
}
LISTS = {
    "ledgers:problems": "ledgers:problem",
    "ledgers:tips": "ledgers:tip",
    "ledgers:samplings": "ledgers:sampling",
}
