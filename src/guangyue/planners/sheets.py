"""责任规划师 by file: the list that an institution sends with its contract."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.kit.sheets import Column, Problem, Reading, Row, Sheet
from guangyue.planners.models import Contract, Planner
from guangyue.planners.pilot import Home, Qualification
from guangyue.planners.services.people import Described, enter_planner

HOMES = {one.value: one for one in Home}
HELD = {one.value: one for one in Qualification}

PLANNERS = Sheet(
    title="责任规划师",
    columns=(
        Column("name", "姓名", example="规划师甲", longest=30),
        Column("home", "来自", example=Home.LOCAL.value, choices=tuple(HOMES)),
        Column(
            "qualification", "任职条件", example=Qualification.REGISTERED_PLANNER.value, choices=tuple(HELD)
        ),
        Column("certificate", "证书编号", example="ZC-0001", longest=60),
        Column("specialties", "专业特长", required=False, example="城市更新", longest=120),
        Column("experience", "社区更新经验", required=False, example="有", choices=("有", "没有")),
    ),
    unique=(("certificate",),),
    most_rows=100,
)


def problems_of(reading: Reading, *, contract: Contract) -> Iterator[Problem]:
    """Certificates that are entered already."""
    known = set(Planner.objects.filter(contract=contract).values_list("certificate", flat=True))
    for row in reading.rows:
        if row["certificate"] in known:
            yield reading.problem(row, "这个证书编号已经登记", key="certificate")


@transaction.atomic
def take_planners(rows: Sequence[Row], *, contract: Contract, by: User, at: datetime) -> int:
    """All or none; how many."""
    for row in rows:
        described = Described(
            name=row["name"],
            home=HOMES[row["home"]],
            qualifications=[HELD[row["qualification"]]],
            certificate=row["certificate"],
            specialties=row["specialties"] or "",
            renewal_experience=row["experience"] == "有",
        )
        enter_planner(contract=contract, described=described, by=by, at=at)
    return len(rows)
