"""A matter, its flow and cases on it, for tests."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from guangyue.accounts.models import User
from guangyue.cases.flow import Actor, Flow
from guangyue.cases.models import Case, Delivered, Move
from guangyue.cases.services.delivery import Slip, deliver_case
from guangyue.cases.services.flows import enact_flow
from guangyue.cases.services.moving import move_case
from guangyue.cases.services.opening import hand_in, open_case
from guangyue.cases.services.papers import hand_in_paper
from guangyue.cases.usual import usual_flow
from guangyue.gazette.document import Clause
from guangyue.kit.clocks import SHANGHAI
from guangyue.matters.declaration import (
    Answer,
    Audience,
    Basis,
    Declaration,
    Flag,
    Level,
    Material,
    PowerKind,
    Question,
    Source,
    Variant,
)
from guangyue.matters.models import Exercise, Matter
from guangyue.matters.services.releasing import propose_version, release_version
from guangyue.organisations.models import Organisation, Region
from guangyue.registries.models import Firm, Person

CLAUSE = Clause("东政办〔2019〕9号", "三（一）")
ORDINARY = usual_flow("ordinary", "通用办理流程", cites=CLAUSE)
LONG_AGO = date(2019, 1, 1)
AT = datetime(2020, 6, 1, 10, tzinfo=SHANGHAI)  # a Monday

SHOP = Declaration(
    code="000101",
    name="食品经营许可",
    kind=PowerKind.PERMIT,
    bases=(Basis("测试条例", "第三条", "行政法规"),),
    levels=(Level.CITY,),
    conditions="有固定的经营场所",
    audience=Audience.BOTH,
    materials=(
        Material("licence", "营业执照", source=Source.LICENCE, fetched_from="市场监管局"),
        Material("form", "申请表"),
        Material("plan", "场所平面图", deferrable=True, supply_days=10),
    ),
    promised_days=5,
    statutory_days=20,
    flags=(Flag.ENTERPRISE, Flag.ONLINE),
    variants=(
        Variant("new", "新办", materials=("licence", "form", "plan"), promised_days=5),
        Variant("renewal", "延续", materials=("licence", "form"), promised_days=3),
    ),
    questions=(
        Question(
            "have_one",
            "有没有食品经营许可证？",
            (Answer("没有", variant="new"), Answer("有，快到期了", variant="renewal")),
        ),
    ),
)


def a_matter(
    owner: Organisation,
    *,
    declaration: Declaration = SHOP,
    flow: Flow = ORDINARY,
    since: date = LONG_AGO,
    **changes: Any,
) -> Matter:
    """Released, exercised by its owner where that is."""
    enact_flow(flow=flow, at=AT)
    version = propose_version(
        declaration=replace(declaration, flow=flow.key, **changes), owner=owner, reason="测试", by=None, at=AT
    )
    version = release_version(version=version, since=since, by=None, at=AT)
    Exercise.objects.get_or_create(
        matter=version.matter, unit=owner, region=owner.region, defaults={"level": Level.CITY.name}
    )
    return version.matter


def a_draft(matter: Matter, *, applicant: Person | Firm | None = None, **fields: Any) -> Case:
    region: Region = fields.pop("region", matter.owner.region)
    return open_case(
        matter=matter,
        applicant=applicant,
        region=region,
        **{
            "variant": "new",
            "name": "东湖小吃店",
            "number": "91371500MA3CTEST01",
            "channel": Case.Channel.WINDOW,
            "at": AT,
            **fields,
        },
    )


def a_case(matter: Matter, *, papers: bool = True, by: User | None = None, **fields: Any) -> Case:
    """Taken in at the window, with all its papers unless told otherwise."""
    case = a_draft(matter, **fields)
    if papers:
        for paper in case.papers.missing():
            hand_in_paper(paper=paper, files=(), at=case.opened_at, on_paper=True)
    hand_in(case=case, consent=True, by=by, actor=Actor.CLERK, at=case.opened_at)
    case.refresh_from_db()
    return case


def hand_over(case: Case, *, by: User, at: datetime = AT) -> Delivered:
    """出件 at the window."""
    slip = Slip(to=case.applicant_name, proof=Delivered.Proof.OWN)
    delivered = deliver_case(case=case, how=Case.Delivery.PICK_UP, slip=slip, by=by, at=at)
    case.refresh_from_db()
    return delivered


def go(
    case: Case, arrow: str, *, actor: Actor, by: User | None = None, at: datetime = AT, said: str = ""
) -> Move:
    move = move_case(case=case, arrow=arrow, by=by, actor=actor, at=at, said=said)
    case.refresh_from_db()
    return move
