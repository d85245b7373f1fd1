"""名册核定: every row judged; a bad one says why and holds up no other; what is confirmed is kept."""

from contextlib import closing
from datetime import date
from io import BytesIO

import pytest
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.grants.models import Decision, Roster, RosterLine
from guangyue.grants.refusals import MovedOn, NotInForce, ReasonMissing
from guangyue.grants.services import rosters
from guangyue.grants.services.replay import replay_decision
from guangyue.grants.services.rosters import bring_in_roster, confirm_roster
from guangyue.grants.sheets import sheet_of
from guangyue.grants.tests.factories import AT, ON, offer
from guangyue.grants.tests.small_city import training
from guangyue.jobs.works import take_step
from guangyue.kit.access import EVERYWHERE, Scope
from guangyue.kit.identities import make_id_number
from guangyue.kit.sheets import UnreadableFile, template_of
from guangyue.organisations.models import Region
from guangyue.registries.models import Person
from guangyue.registries.tests.factories import IN_THE_EAST, WEST, a_person
from guangyue.rules.symbols import yuan

pytestmark = pytest.mark.django_db

TRAINING = "姓名,公民身份号码,事由,就业状态,人员类别,出生日期,培训合格,以前领取的补贴,培训费"
POST = "姓名,公民身份号码,月份,合同签订日期,工作天数,月工资,出生日期"
GOOD = "登记失业,登记失业人员,1990-01-01,是,没有,500"


def number_of(sequence: int, born: date = date(1990, 1, 1)) -> str:
    return make_id_number(region="371502", born=born, sequence=sequence).text


def bring_in(
    by: User, *rows: str, header: str = TRAINING, key: str = "training", scope: Scope = EVERYWHERE
) -> Roster:
    content = "\n".join([header, *rows]).encode()
    return bring_in_roster(
        file=BytesIO(content),
        name="四月名册.csv",
        offered=offer(key),
        region=Region.objects.get(code="990100"),
        on=ON,
        by=by,
        scope=scope,
        at=AT,
    )


def lines(roster: Roster) -> list[RosterLine]:
    return list(roster.lines.all())


def test_every_row_is_judged_and_says_why_it_came_out_so(reviewer: User) -> None:
    roster = bring_in(
        reviewer,
        f"王一,{number_of(1)},,{GOOD}",
        f"王二,{number_of(2)},,登记失业,登记失业人员,1990-01-01,否,没有,500",
        f"王三,{number_of(3)},,登记失业,登记失业人员,1990-01-01,,没有,500",
        f"王四,{number_of(4)},,登记失业,登记失业人员,1990-01-01,是,没有,1000",
        f"王五,{number_of(5)},,登记失业,登记失业人员,1990-01-01,是,2019-06-20 | 800,500",
    )

    found = lines(roster)
    assert [line.status for line in found] == [
        "ELIGIBLE",
        "INELIGIBLE",
        "NEEDS_INFO",
        "FOR_A_PERSON",
        "INELIGIBLE",
    ]
    assert [line.amount for line in found] == [yuan(500), None, None, yuan(800), None]
    assert found[1].why == "不满足“培训合格”（东财社〔2019〕1号 第五条）"
    assert "培训合格" in found[2].why
    assert "没有领取过" in found[4].why
    assert roster.state == Roster.State.JUDGED


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("王二,371502199001010013,,{good}", "公民身份号码：身份证号码的校验码"),
        ("王二,{other},,登记失业,登记失业人员,1990-01-01,是,没有,-500", "培训费：金额不能是负数"),
        ("王二,{other},,登记失业,登记失业人员,1890-01-01,是,没有,500", "出生日期：日期不能早于1900年"),
        ("王二,{other},,登记失业,登记失业人员,2030-01-01,是,没有,500", "出生日期：晚于"),
        ("王二,{other},,赋闲,登记失业人员,1990-01-01,是,没有,500", "就业状态：应当是下列之一"),
        ("王二,{other},,登记失业,神仙,1990-01-01,是,没有,500", "人员类别：没有“神仙”这一类"),
        ("王二,{other},,登记失业,登记失业人员,1990-01-01,也许,没有,500", "培训合格：应当是下列之一"),
        ("王二,{other},,登记失业,登记失业人员,1990-01-01,是,2019-06-20,500", "应当有 2 项，现有 1 项"),
        ("王二,{other},,登记失业,登记失业人员,1990-13-01,是,没有,500", "出生日期：没有这一天"),
        (",{other},,{good}", "姓名：必须填写"),
        ("王一,{one},,{good}", "公民身份号码：与第 2 行是同一人、同一期"),
    ],
)
def test_a_bad_row_is_named_with_field_and_reason_and_the_others_are_computed(
    reviewer: User, row: str, problem: str
) -> None:
    written = row.format(one=number_of(1), other=number_of(2), good=GOOD)

    roster = bring_in(reviewer, f"王一,{number_of(1)},,{GOOD}", written, f"王三,{number_of(3)},,{GOOD}")

    first, bad, last = lines(roster)
    assert problem in bad.said
    assert bad.status == ""
    assert (first.status, last.status) == ("ELIGIBLE", "ELIGIBLE")


def test_a_contract_before_the_birth_is_a_contradiction(reviewer: User) -> None:
    row = f"王一,{number_of(1)},2021-03,1985-01-01,20,3000,1990-01-01"

    (line,) = lines(bring_in(reviewer, row, header=POST, key="post"))

    assert "合同签订日期：早于身份证号码中的出生日期" in line.said
    assert "合同签订日期：不能早于出生日期" in line.said


@pytest.mark.parametrize(
    ("months", "problem"),
    [
        (("2021-02", "2021-02"), "与第 2 行是同一人、同一期"),
        (("2021-03", "2021-02"), "月份：同一人的月份要按先后顺序"),
        (("2021-02", "2021-13"), "月份：应当是月份"),
        (("2021-02", "2021-05"), "月份：这个月还没有过完"),
        (("2021-02", "2018-05"), "适用的是另一版规定"),
    ],
)
def test_months_out_of_order_doubled_or_to_come_are_named(
    reviewer: User, months: tuple[str, str], problem: str
) -> None:
    rows = [f"王一,{number_of(1)},{month},2018-01-01,20,300,1990-01-01" for month in months]

    roster = bring_in(reviewer, *rows, header=POST, key="post")

    first, second = lines(roster)
    assert first.status == "ELIGIBLE"
    assert first.on == date(2021, int(months[0][-2:]), {"2": 28, "3": 31}[months[0][-1]])
    assert problem in second.said


def test_the_same_person_for_two_occasions_is_no_repetition(reviewer: User) -> None:
    roster = bring_in(reviewer, f"王一,{number_of(1)},焊工,{GOOD}", f"王一,{number_of(1)},电工,{GOOD}")

    assert [line.problems for line in lines(roster)] == [[], []]


def test_people_of_other_districts_are_out_of_reach(reviewer: User) -> None:
    here, elsewhere = a_person(), a_person(WEST)

    roster = bring_in(
        reviewer,
        f"李一,{here.id_number},,{GOOD.replace('1990', '1980')}",
        f"李二,{elsewhere.id_number},,{GOOD.replace('1990', '1980')}",
        scope=IN_THE_EAST,
    )

    first, second = lines(roster)
    assert first.person == here
    assert not first.problems
    assert second.problems == ["公民身份号码：不在您的管辖范围内"]


def test_an_official_brings_in_nobody_who_is_the_official(reviewer: User) -> None:
    own = a_person(account=reviewer, birth_date=date(1990, 1, 1))

    (line,) = lines(bring_in(reviewer, f"李一,{own.id_number},,{GOOD}"))

    assert "与您本人有关" in line.said


def test_what_is_confirmed_is_kept_as_decisions_that_can_be_replayed(reviewer: User) -> None:
    roster = bring_in(
        reviewer,
        f"王一,{number_of(1)},,{GOOD}",
        f"王二,{number_of(2)},,登记失业,登记失业人员,1990-01-01,否,没有,500",
        f"王三,{number_of(3)},,登记失业,登记失业人员,1990-01-01,,没有,500",
        "王四,123,,",
    )

    roster = confirm_roster(roster=roster, granted=None, reason="", by=reviewer, at=AT)

    granted, refused = Decision.objects.order_by("pk")
    assert roster.state == Roster.State.KEPT
    assert (granted.payee_name, granted.amount, granted.outcome) == ("王一", yuan(500), "granted")
    assert (refused.payee_name, refused.outcome) == ("王二", "refused")
    assert all(replay_decision(one).same for one in Decision.objects.all())
    with pytest.raises(MovedOn):
        confirm_roster(roster=roster, granted=None, reason="", by=reviewer, at=AT)


def test_rows_left_to_a_person_are_confirmed_with_a_reason_only(reviewer: User) -> None:
    roster = bring_in(reviewer, f"王一,{number_of(1)},,登记失业,登记失业人员,1990-01-01,是,没有,1000")

    with pytest.raises(ReasonMissing):
        confirm_roster(roster=roster, granted=None, reason="", by=reviewer, at=AT)
    confirm_roster(roster=roster, granted=True, reason="发票逐张核验", by=reviewer, at=AT)

    assert Decision.objects.get().reason == "发票逐张核验"


def test_what_was_granted_before_for_the_same_period_is_named(reviewer: User) -> None:
    row = f"王一,{number_of(1)},,{GOOD}"
    confirm_roster(roster=bring_in(reviewer, row), granted=None, reason="", by=reviewer, at=AT)

    (line,) = lines(bring_in(reviewer, row))

    assert "同一期已经核定过" in line.said


def test_another_month_of_the_same_person_is_another_period(reviewer: User) -> None:
    def row(month: str) -> str:
        return f"王一,{number_of(1)},{month},2018-01-01,20,300,1990-01-01"

    first = bring_in(reviewer, row("2021-02"), header=POST, key="post")
    confirm_roster(roster=first, granted=None, reason="", by=reviewer, at=AT)

    second, third = lines(bring_in(reviewer, row("2021-02"), row("2021-03"), header=POST, key="post"))

    assert "同一期已经核定过" in second.said
    assert third.status == "ELIGIBLE"


def test_a_long_roster_is_long_work_and_comes_to_the_same(
    reviewer: User, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(rosters, "AT_ONCE", 2)
    rows = [f"王{number},{number_of(number)},,{GOOD}" for number in range(1, 6)]

    roster = bring_in(reviewer, *rows)
    assert roster.state == Roster.State.JUDGING
    assert roster.work
    finish(roster.work.pk)
    roster.refresh_from_db()
    roster = confirm_roster(roster=roster, granted=None, reason="", by=reviewer, at=AT)
    assert roster.state == Roster.State.KEEPING
    assert roster.work
    finish(roster.work.pk)

    roster.refresh_from_db()
    assert roster.state == Roster.State.KEPT
    assert Decision.objects.filter(roster=roster, amount=yuan(500)).count() == 5


def finish(work: int) -> None:
    while take_step(pk=work, at=AT):
        pass


def test_a_table_that_is_none_and_a_day_without_a_text_are_refused(reviewer: User) -> None:
    with pytest.raises(UnreadableFile):
        bring_in(reviewer, "王一,1", header="甲,乙")
    with pytest.raises(NotInForce):
        bring_in_roster(
            file=BytesIO(TRAINING.encode()),
            name="名册.csv",
            offered=offer("training"),
            region=Region.objects.get(code="990100"),
            on=date(2018, 12, 31),
            by=reviewer,
            scope=EVERYWHERE,
            at=AT,
        )
    assert not Roster.objects.exists()


def test_the_template_has_a_column_for_each_fact_with_its_words(country: object) -> None:
    sheet = sheet_of(offer("training"), training)

    assert ",".join(column.header for column in sheet.columns) == TRAINING
    words = {column.header: column.choices for column in sheet.columns}
    assert "登记失业" in words["就业状态"]
    assert words["培训合格"] == ("是", "否")
    with closing(template_of(sheet)) as template:
        assert b"".join(template).startswith(b"PK")


def test_nothing_but_the_person_register_says_who_somebody_is(trainee: Person, reviewer: User) -> None:
    (line,) = lines(bring_in(reviewer, f"王小明,{trainee.id_number},,{GOOD}"))

    assert line.person == trainee
