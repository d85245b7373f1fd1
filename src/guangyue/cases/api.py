"""Cases for programs: one's own, from draft to end; progress by number and code; the moves of officials."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Query, Router, Schema, Status
from pydantic import Field

from guangyue.cases.acting import arrow_for
from guangyue.cases.filling import Filling, filling_of
from guangyue.cases.intake import is_online
from guangyue.cases.models import Case
from guangyue.cases.owning import held, own_cases
from guangyue.cases.refusals import ConsentMissing, MovedOnAlready, NotOpen
from guangyue.cases.services.drafting import begin_draft, hand_in_draft
from guangyue.cases.services.looking import find_case
from guangyue.cases.services.moving import move_case
from guangyue.kit.access import SignedInRequest, for_signed_in, for_staff, open_to_all
from guangyue.kit.refusals import Refused
from guangyue.matters.models import Matter
from guangyue.organisations.models import Region
from guangyue.registries.identity import identity_of

router = Router(tags=["办件"])

MOST = 100
LONGEST_SAID = 1_000
MOST_ANSWERS = 200
KEY = r"^[A-Za-z0-9_.-]*$"
TEXT = r"^[^\x00]*$"  # what a database cannot keep


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


class WantedPaper(Schema):
    code: str
    title: str
    state: str
    deferrable: bool


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


@router.get("/cases", response=list[ListedCase], summary="本人的办件，最新在前")
@for_signed_in
def cases(
    request: SignedInRequest,
    before: Annotated[datetime | None, Query(description="在此之前开始填写的")] = None,
) -> list[ListedCase]:
    rows = own_cases(request.user).select_related("version__matter", "flow").order_by("-opened_at", "-pk")
    if before is not None:
        rows = rows.filter(opened_at__lt=before)
    return [ListedCase(**_listed(case)) for case in rows[:MOST]]


@router.post("/cases", response={201: WholeCase}, summary="开始填写：已有这个情形的草稿就是那一份")
@for_signed_in
def draft(request: SignedInRequest, asked: Drafted) -> Status[WholeCase]:
    applicant = identity_of(request.user)
    if applicant is None:
        raise Refused("账户还没有通过身份核验，不能申请。")
    matter = get_object_or_404(Matter.objects.open().select_related("current"), code=asked.matter)
    declared = matter.current.declared if matter.current else None
    if declared is None or not is_online(declared):
        raise NotOpen
    if asked.variant not in {one.key for one in declared.variants}:
        raise Refused("没有这个办理情形。", field="variant")
    region = Region.objects.filter(code=asked.region).first()
    if region is None:
        raise Refused("没有这个地区。", field="region")
    case = begin_draft(
        matter=matter,
        variant=asked.variant,
        region=region,
        applicant=applicant,
        channel=Case.Channel.ONLINE,
        at=timezone.now(),
    )
    return Status(201, _whole(held(request.user, case.key, at=timezone.now()).case))


@router.get("/cases/progress", auth=None, response=Progress, summary="凭编号和查询码查进度")
@open_to_all
def progress(request: HttpRequest, asked: Query[WhichCase]) -> Progress:
    address = get_adapter().get_client_ip(request)
    case = find_case(number=asked.number, code=asked.code, address=address, at=timezone.now())
    if case is None:
        raise Http404
    return Progress(
        number=case.number,
        title=case.title,
        step=case.at_step.title,
        phase=case.phase,
        outcome=case.outcome,
        unit=str(case.unit),
        due=case.due,
        moves=_road(case),
    )


@router.get("/cases/{uuid:key}", response=WholeCase, summary="本人的一件办件")
@for_signed_in
def case(request: SignedInRequest, key: UUID) -> WholeCase:
    return _whole(held(request.user, key, at=timezone.now()).case)


@router.post("/cases/{uuid:key}/submission", response=WholeCase, summary="提交草稿；材料先在网页上传或者承诺")
@for_signed_in
def submission(request: SignedInRequest, key: UUID, said: HandedIn) -> WholeCase:
    at = timezone.now()
    one = held(request.user, key, at=at)
    if one.case.number:
        raise MovedOnAlready
    if not said.consent:
        raise ConsentMissing
    if said.delivery == Case.Delivery.POST and not said.post_to.strip():
        raise Refused("邮寄的，请写明邮寄地址。", field="post_to")
    filling = filling_of(one.case, data={**said.answers, "phone": said.phone}, whole=True, at=at)
    refuse_unfilled(filling)
    hand_in_draft(
        case=one.case,
        filled=filling.filled(),
        delivery=said.delivery,
        post_to=said.post_to.strip(),
        by=request.user,
        at=at,
    )
    return _whole(held(request.user, key, at=at).case)


@router.post(
    "/cases/{slug:number}/moves/{slug:arrow}", response=Stands, summary="办理一步：只能是流程声明的流转"
)
@for_staff
def move(request: SignedInRequest, number: str, arrow: str, made: Made) -> Stands:
    moved = get_object_or_404(Case.objects.handed_in().select_related("flow"), number=number)
    declared = arrow_for(request, moved, arrow)
    move_case(
        case=moved,
        arrow=arrow,
        by=request.user,
        actor=declared.by,
        at=timezone.now(),
        said=made.said,
        since=made.since,
    )
    moved.refresh_from_db()
    return Stands(number=moved.number, step=moved.step, phase=moved.phase, due=moved.due)


def refuse_unfilled(filling: Filling) -> None:
    """The first thing that is wrong with the form, at its field."""
    if filling.is_valid():
        return
    for form in (filling.form, filling.contact):
        for field, errors in form.errors.items():
            raise Refused(str(errors[0]), field=f"answers.{field}")


def _listed(case: Case) -> dict[str, Any]:
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


def _whole(case: Case) -> WholeCase:
    return WholeCase(
        **_listed(case),
        check_code=case.check_code,
        answers=case.answers,
        papers=[
            WantedPaper(
                code=one.code, title=one.title, state=one.get_state_display(), deferrable=one.deferrable
            )
            for one in case.papers.all()
        ],
        moves=_road(case),
        letters=[letter.number for letter in case.letters.all()],
    )


def _road(case: Case) -> list[Stop]:
    flow = case.flow.declared
    titles = {step.key: step.title for step in flow.steps}
    return [
        Stop(title=one.title, to=titles.get(one.to, one.to), at=one.at) for one in case.moves.order_by("pk")
    ]
