"""S31: every worked example, of the catalogue and our own; institutions and complaints as they run."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant, a_user
from guangyue.cases.flow import Actor
from guangyue.cases.models import Case
from guangyue.cases.refusals import MovedOnAlready
from guangyue.cases.services.lapsing import let_notices_stand
from guangyue.cases.services.opening import hand_in, open_case
from guangyue.cases.tests.factories import go
from guangyue.credit import standing
from guangyue.credit.declaration import CreditClass, Found, Kind
from guangyue.credit.models import Category, CreditQuery, CreditRecord, ListingProposal
from guangyue.credit.services.appeals import revoke_record
from guangyue.credit.services.filing import Filed, file_record, verify_record
from guangyue.kit.access import EVERYWHERE, Reach, Scope
from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.identities import make_credit_code, make_id_number
from guangyue.kit.tests.reading import text_of
from guangyue.kit.typesetting import Table
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation, Region
from guangyue.registries.tests.factories import a_country
from guangyue.supervision.duties import held_duties
from guangyue.supervision.glances import duties_at_rest
from guangyue.supervision.tests.factories import an_act, an_item
from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.medical_supervision import recorded
from liaocheng.medical_supervision.checklists import CORE_SYSTEMS, ITEMS, KEY_GROUPS, PROHIBITIONS
from liaocheng.medical_supervision.complaints import FLOW, MATTER
from liaocheng.medical_supervision.duties import DUTIES
from liaocheng.medical_supervision.examples import answer
from liaocheng.medical_supervision.figures import ELSEWHERE, Figures, figures_of
from liaocheng.medical_supervision.report_paper import paper_of
from liaocheng.medical_supervision.scale import BORROWING, DISTRIBUTION, SCALE
from liaocheng.medical_supervision.system import SYSTEM
from liaocheng.medical_supervision.work import work_for_duties

EXAMPLES = examples_beside(__file__, number="S31")
AT = datetime(2021, 3, 1, 9, tzinfo=SHANGHAI)  # a Monday
TODAY = date(2021, 4, 30)
CLINIC, CODE = "湖畔综合门诊部", make_credit_code(region="371502", serial=7001).text
COMPLAINANT = "王反映"
NUMBER = make_id_number(region="371502", born=date(1980, 1, 1), sequence=77).text


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_the_sector_is_judged_as_the_clause_asks(example: Example) -> None:
    assert disagreement(answer, example) == ""


def test_the_road_of_a_complaint_is_a_flow() -> None:
    assert list(FLOW.faults()) == []


def test_no_conduct_costs_more_than_the_limit_and_each_names_its_clause() -> None:
    assert all(0 < one.points <= SCALE.limit and one.cites for one in SCALE.conducts)


def test_the_document_has_thirty_one_duties_each_led_by_somebody() -> None:
    assert [duty.number for duty in DUTIES] == list(range(1, 32))
    assert all(duty.led_by and not set(duty.led_by) & set(duty.supported_by) for duty in DUTIES)
    assert [DUTIES[nth].cites.path for nth in (6, 17, 26, 30)] == [
        "三（七）",
        "四（十八）",
        "五（二十七）",
        "六（三十一）",
    ]


@pytest.mark.django_db
def test_every_duty_runs_somewhere_or_says_why_it_need_not() -> None:
    shared = next(demand for demand in SYSTEM.demands if getattr(demand, "key", "") == "medical")

    held = list(held_duties(shared))  # type: ignore[arg-type]

    assert [one.duty.number for one in held if not one.runs and not one.otherwise] == []


def test_checklists_have_eighteen_systems_nine_prohibitions_and_four_groups() -> None:
    assert (len(set(CORE_SYSTEMS)), len(set(PROHIBITIONS)), len(KEY_GROUPS)) == (18, 9, 4)


@pytest.fixture
def health(db: None, settings: Settings) -> Organisation:
    """The commission, with all that the system declares."""
    settings.GUANGYUE_DAY, settings.DEMO = TODAY, True
    a_country()
    city = Region.objects.get(kind=Region.Kind.CITY)
    health, _ = Organisation.objects.get_or_create(
        key="health",
        defaults={"name": "市卫生健康委", "kind": Organisation.Kind.GOVERNMENT, "region": city},
    )
    for demand in SYSTEM.demands:
        demand.enact(AT)
    return health


def a_record(health: Organisation, kind: Kind, *, at: datetime = AT, **said: object) -> CreditRecord:
    """Of the clinic, filed by one and verified by another."""
    usual = {
        "category": Category.objects.get(key=kind.key),
        "name": CLINIC,
        "fact": f"{kind.title}的事实",
        "document": f"卫〔2021〕{CreditRecord.objects.count() + 1}号",
        "document_on": at.date(),
        "fact_on": at.date(),
        "credit_code": CODE,
    }
    filed = Filed(**{**usual, **said})  # type: ignore[arg-type]
    return verify_record(record=file_record(filed=filed, unit=health, by=a_user(), at=at), by=a_user(), at=at)


def a_complaint(health: Organisation, *, at: datetime = AT) -> Case:
    """Taken in by telephone."""
    case = open_case(
        matter=Matter.objects.get(code=MATTER.code),
        variant="complaint",
        region=health.region,
        applicant=None,
        name=COMPLAINANT,
        number=NUMBER,
        channel=Case.Channel.WINDOW,
        at=at,
        answers={"institution": CLINIC, "conduct": "开单提成"},
    )
    hand_in(case=case, consent=True, by=a_user(), actor=Actor.CLERK, at=at)
    case.refresh_from_db()
    return case


def answered(health: Organisation, *, at: datetime = AT) -> Case:
    """As far as what its complainant is told."""
    case = a_complaint(health, at=at)
    official = a_user()
    go(case, "accept", actor=Actor.REVIEWER, by=official, at=at)
    go(case, "propose", actor=Actor.REVIEWER, by=official, at=at, said="已经现场调查取证")
    go(case, "refuse", actor=Actor.DECIDER, by=a_user(), at=at, said="没有发现所反映的行为")
    go(case, "feed_back", actor=Actor.REVIEWER, by=official, at=at, said="已经电话告知反映人")
    return case


def browser(user: User | None = None) -> Client:
    client = Client(headers={"Accept": "text/html"})
    if user:
        client.force_login(user)
    return client


def an_officer(health: Organisation, *roles: str) -> User:
    officer = a_user(organisation=health)
    for role in roles:
        a_grant(officer, role, organisation=health)
    return officer


def look_up(officer: User) -> str:
    """What a request for 校验 is answered with."""
    asked = {"credit_code": CODE, "purpose": CreditQuery.Purpose.APPRAISAL.value, "reason": "医疗机构校验"}
    return text_of(browser(officer).post(reverse("credit:asking"), asked, follow=True))


def test_an_institution_is_seen_whole_by_whoever_may_and_in_part_by_everybody(health: Organisation) -> None:
    permit = a_record(health, recorded.PERMIT, fact="医疗机构执业许可：内科、口腔科")
    penalty = a_record(health, recorded.MAJOR_DECISION, found=Found.REVIEWED)
    points = a_record(health, recorded.MISCONDUCT, conduct="core-systems")
    warning = a_record(health, recorded.WARNING)
    listed = a_record(health, recorded.KEY_LIST)
    complaint = a_complaint(health)

    public = text_of(browser().get(permit.subject.get_absolute_url()))
    whole = look_up(an_officer(health, "inspector", "reviewer"))
    without_cases = look_up(an_officer(health, "inspector"))

    for record in (permit, penalty, listed):
        assert record.fact in public
        assert record.fact in whole
    assert "检查结果" in public
    assert points.fact not in public  # only what must be public
    assert warning.fact not in public
    assert {points.fact in whole, warning.fact in whole, "周期内 2 分" in whole} == {True}
    assert complaint.number not in public + without_cases
    assert complaint.number in whole
    assert COMPLAINANT not in public + whole
    assert NUMBER not in public + whole


def test_a_blacklisted_institution_is_watched_and_never_returned_as_without_a_record(
    health: Organisation,
) -> None:
    listed = a_record(health, recorded.BLACK_LIST)

    told = look_up(an_officer(health, "inspector"))

    found = standing.listed_on(CODE, TODAY)
    assert (found.key_supervision, found.frequency) == (True, recorded.OFTEN)
    assert standing.worst_classes_on(TODAY) == {CODE: CreditClass.D}
    assert "重点监管" in told
    assert listed.number in told
    assert "没有有效的信用记录" not in told


def test_points_of_a_cancelled_decision_are_gone_at_once_and_the_proposal_with_them(
    health: Organisation,
) -> None:
    officer = an_officer(health, "inspector")
    first, second = (a_record(health, recorded.MISCONDUCT, conduct="illegal-practice") for _ in range(2))
    assert ListingProposal.objects.get().state == ListingProposal.State.PROPOSED
    assert f"周期内 {first.points + second.points} 分" in look_up(officer)  # type: ignore[operator]

    revoke_record(record=first, said="复议撤销", by=a_user(), at=AT)

    assert ListingProposal.objects.get().state == ListingProposal.State.WITHDRAWN
    assert f"周期内 {second.points} 分" in look_up(officer)


@pytest.mark.parametrize(("conduct", "path"), [(DISTRIBUTION, "四（十三）"), (BORROWING, "四（十二）")])
def test_a_dividend_and_a_construction_loan_are_told_with_their_clause(
    health: Organisation, conduct: object, path: str
) -> None:
    code = conduct.code  # type: ignore[attr-defined]
    record = a_record(health, recorded.MISCONDUCT, conduct=code)

    page = text_of(browser(an_officer(health, "inspector")).get(record.get_absolute_url()))

    assert path in page
    assert record.points == SCALE.limit
    assert ListingProposal.objects.exists()


def test_a_complaint_that_nobody_assigns_is_overdue_after_its_limit(health: Organisation) -> None:
    case = a_complaint(health)

    on_the_last_day = datetime(2021, 3, 8, 17, tzinfo=SHANGHAI)
    assert case not in Case.objects.step_overdue(on_the_last_day)
    assert case in Case.objects.step_overdue(on_the_last_day + timedelta(days=1))


def test_whoever_objects_has_the_complaint_looked_into_again_once(health: Organisation) -> None:
    case = answered(health)

    go(case, "object", actor=Actor.APPLICANT, said="没有询问当天的值班医生")
    go(case, "propose", actor=Actor.REVIEWER, by=a_user(), said="补充询问值班医生，属实")
    go(case, "grant", actor=Actor.DECIDER, by=a_user(), said="查实，责令改正并记分")
    go(case, "feed_back", actor=Actor.REVIEWER, by=a_user(), said="已经书面告知反映人")

    assert (case.step, case.outcome) == ("finished", "GRANTED")
    with pytest.raises(MovedOnAlready):
        go(case, "object", actor=Actor.APPLICANT, said="还是不服")


def test_whoever_says_nothing_to_the_answer_is_content_after_ten_working_days(health: Organisation) -> None:
    case = answered(health)

    let_notices_stand(at=AT + timedelta(days=14))
    case.refresh_from_db()
    assert case.step == "told"
    let_notices_stand(at=AT + timedelta(days=15))

    case.refresh_from_db()
    assert case.step == "finished"


def test_whoever_may_not_ask_sees_nothing_and_who_asks_without_a_purpose_is_written_down(
    health: Organisation,
) -> None:
    a_record(health, recorded.WARNING)
    officer, stranger = an_officer(health, "inspector"), an_officer(health, "clerk")

    refused = browser(stranger).get(reverse("credit:asking"))
    vain = browser(officer).post(reverse("credit:asking"), {"credit_code": CODE, "purpose": "", "reason": ""})

    assert refused.status_code == 403
    assert vain.status_code == 422
    assert CreditQuery.objects.filter(by=officer, answered=False).exists()


def test_everybody_reads_who_leads_what(health: Organisation) -> None:
    page = text_of(browser().get(reverse("supervision:duties", args=["medical"])))

    assert "医疗保险对医疗服务的监督" in page
    assert "市医保局" in page
    assert browser().get(reverse("supervision:duties", args=["nothing"])).status_code == 404


def rest_of(officer: User) -> list[str]:
    return [todo.title for todo in duties_at_rest(user=officer, scope=EVERYWHERE, at=AT)]


def test_a_duty_waits_for_whoever_leads_it_when_half_a_year_has_passed_without_work(
    health: Organisation, settings: Settings
) -> None:
    a_record(health, recorded.WARNING)
    insurance = Organisation.objects.create(
        key="insurance", name="市医保局", kind=Organisation.Kind.GOVERNMENT, region=health.region
    )
    officer, insurer = an_officer(health, "inspector"), an_officer(insurance, "inspector")
    warning, fund = "23. 风险预警和应急管理", "14. 医疗保险对医疗服务的监督"

    settings.GUANGYUE_DAY = date(2021, 8, 31)
    in_time = rest_of(officer)
    settings.GUANGYUE_DAY = date(2021, 9, 1)
    too_late = rest_of(officer)

    assert warning not in in_time
    assert warning in too_late
    assert fund not in too_late
    assert fund in rest_of(insurer)
    assert not any(title.startswith("18. ") for title in too_late)  # no work of it is held here


def test_officials_see_what_was_last_done_for_a_duty_and_the_public_does_not(
    health: Organisation, settings: Settings
) -> None:
    a_record(health, recorded.WARNING)
    settings.GUANGYUE_DAY = date(2021, 9, 1)
    address = reverse("supervision:duties", args=["medical"])

    page = text_of(browser(an_officer(health, "inspector")).get(address))

    assert "半年没有办理" in page
    assert "最近：医疗卫生风险预警，2021年3月1日" in page.replace("2021-03-01", "2021年3月1日")
    assert "半年没有办理" not in text_of(browser().get(address))


def test_points_are_work_for_the_item_whose_clause_names_the_conduct(health: Organisation) -> None:
    a_record(health, recorded.MISCONDUCT, conduct="insurance-fraud")
    revoke_record(
        record=a_record(health, recorded.MISCONDUCT, conduct="ethics"), said="复议撤销", by=a_user(), at=AT
    )

    worked = work_for_duties(date(2021, 1, 1), TODAY)

    assert (worked[14].many, worked[14].last, worked[16].many) == (1, AT.date(), 0)
    assert work_for_duties(date(2021, 3, 2), TODAY)[14].many == 0
    assert 1 not in worked


DONGCHANGFU, YANGGU, DONGE = "东昌府区", "阳谷县", "东阿县"


def an_institution(health: Organisation, *, region: str, serial: int) -> str:
    """With a permit; its code."""
    code = make_credit_code(region=region, serial=serial).text
    a_record(health, recorded.PERMIT, name=f"机构{serial}", credit_code=code)
    return code


@pytest.fixture
def counties(health: Organisation) -> Organisation:
    """Two institutions in one county, one in another, none in the third, one that the city registered."""
    for code, name in (("371502", DONGCHANGFU), ("371521", YANGGU), ("371524", DONGE)):
        Region.objects.create(
            code=code, name=name, kind=Region.Kind.COUNTY, parent=health.region, standard="测试"
        )
    a_record(health, recorded.PERMIT)
    other = an_institution(health, region="371502", serial=7002)
    far = an_institution(health, region="371521", serial=7003)
    an_institution(health, region="371500", serial=7004)
    an_item(health, code=ITEMS[0].code)
    checked = ((CODE, date(2021, 1, 4)), (CODE, date(2021, 2, 26)), (far, date(2021, 2, 26)))
    for nth, (subject, day) in enumerate((*checked, (other, date(2020, 12, 31)))):
        an_act(health, str(nth), at=AT, item_code=ITEMS[0].code, subject=subject, day=day)
    a_record(health, recorded.MISCONDUCT, conduct="core-systems")
    a_record(
        health, recorded.MISCONDUCT, conduct="ethics", name=COMPLAINANT, credit_code="", id_number=NUMBER
    )
    a_record(health, recorded.MAJOR_DECISION, found=Found.REVIEWED)
    a_record(health, recorded.BLACK_LIST)
    a_record(health, recorded.KEY_LIST, name="机构7002", credit_code=other)
    answered(health)
    go(a_complaint(health), "accept", actor=Actor.REVIEWER, by=a_user(), at=AT)  # and nothing more
    return health


def test_counties_are_ranked_by_coverage_and_who_has_no_institution_has_no_rank(
    counties: Organisation,
) -> None:
    told = figures_of(EVERYWHERE, 2021, on=TODAY)

    ranked = [(line.rank, line.place) for line in told.counties if line.rank]
    by_place = {line.place: line for line in told.counties}
    assert ranked == [(1, YANGGU), (2, DONGCHANGFU)]
    assert by_place[DONGCHANGFU].figures == Figures(
        institutions=2,
        acts=2,
        checked=1,
        findings=1,
        points=2,
        penalties=1,
        complaints=2,
        due=2,
        in_time=1,
        black=1,
        key=2,
    )
    assert by_place[YANGGU].figures == Figures(institutions=1, acts=1, checked=1)
    assert (by_place[DONGE].rank, by_place[DONGE].figures) == (None, Figures())
    assert (by_place[ELSEWHERE].rank, by_place[ELSEWHERE].figures) == (None, Figures(institutions=1))
    assert (told.whole.institutions, told.whole.checked) == (4, 2)


def test_a_county_sees_its_own_line_only(counties: Organisation) -> None:
    scope = Scope((Reach(regions=frozenset({"371521"})),))

    assert [line.place for line in figures_of(scope, 2021, on=TODAY).counties] == [YANGGU]


def test_the_year_is_a_page_two_files_and_a_paper_that_name_nobody(counties: Organisation) -> None:
    officer = browser(an_officer(counties, "inspector"))
    address = reverse("medical_supervision:report")
    told = figures_of(EVERYWHERE, 2021, on=TODAY)
    paper = paper_of(told, issuer="市卫生健康委", on=TODAY)
    tables = [str(part.rows) for part in paper.body if isinstance(part, Table)]
    said = "".join(part for part in paper.body if isinstance(part, str)) + "".join(tables)

    page = text_of(officer.get(address))
    files = [officer.get(address, {"export": one}) for one in ("counties", "duties")]
    answered_with = officer.get(reverse("medical_supervision:paper"), {"year": 2021})

    assert DONGE in page
    assert "持证医疗卫生机构 4 家" in said
    assert "按期办结 1 件" in said
    assert all("spreadsheetml" in file["Content-Type"] for file in files)
    assert answered_with["Content-Type"] == "application/pdf"
    assert not any(word in page + said for word in (COMPLAINANT, NUMBER, CLINIC))
    assert browser(an_officer(counties, "clerk")).get(address).status_code == 403
