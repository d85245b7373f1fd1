"""草稿和预演: drafts changed at their fields, never live; whom a rehearsal finds, and how it is shown."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from fractions import Fraction
from http import HTTPStatus
from pathlib import Path

import polars as pl
import pytest
from django.conf import settings as configured
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant, a_user
from guangyue.jobs.models import State
from guangyue.jobs.works import cancel_work, resume_work, take_step
from guangyue.kit.money import Money
from guangyue.notifications.models import Notification
from guangyue.organisations.models import Region
from guangyue.policies.catalogue import names_said
from guangyue.policies.figures import standing_table
from guangyue.policies.models import Draft, Rehearsal
from guangyue.policies.rehearsing import runs
from guangyue.policies.rehearsing.changes import Changes, FigureChange, RuleChange, read, written
from guangyue.policies.rehearsing.forms import RuleForm
from guangyue.policies.rehearsing.runs import cases_of
from guangyue.policies.rehearsing.services import (
    NobodyTouched,
    NothingChanged,
    NotYourDraft,
    PutAway,
    RuleHasChanged,
    SameFigure,
    archive_draft,
    begin_draft,
    change_figure,
    change_rule,
    copy_draft,
    rehearse_draft,
    share_draft,
)
from guangyue.policies.rehearsing.summaries import Bar, Cell, Row, Summary, money_said
from guangyue.policies.rehearsing.touched import touched
from guangyue.policies.tests.factories import approve_entries
from guangyue.registries.loading import load_block
from guangyue.registries.models import Person
from guangyue.registries.synthetic.city import SyntheticCity
from guangyue.registries.tables import Bucket, buckets, tables_of
from guangyue.registries.tests.factories import PLAN, a_country
from guangyue.rules.authoring import Rule
from guangyue.rules.comparing import CHANGED, Compared, month_ends
from guangyue.rules.parameters import Entry, Table
from guangyue.rules.searching import find_cases, subjects_of
from guangyue.rules.symbols import yuan
from guangyue.rules.verdicts import Status, judge
from guangyue.systems.offered import Offered, offered, offered_as

pytestmark = pytest.mark.django_db

CITY = SyntheticCity(PLAN, persons=2_500, firms=400)
ON = CITY.on
AT = datetime(2021, 5, 5, tzinfo=UTC)
BROWSER = {"Accept": "text/html"}
STARTUP = "S20.startup_firm"
IN_BUSINESS = "conditions.3.node.left.months"  # 正常经营十二个月以上
BEGIN = date(2019, 1, 1)
FIGURES = (
    Entry("min_wage", BEGIN, yuan(1550), "演示"),
    Entry("min_wage_last_year", BEGIN, yuan(1550), "演示"),
    Entry("county_post_standard", BEGIN, yuan(1600), "演示"),
    Entry("county_flex_rate", BEGIN, Fraction(3, 5), "演示"),
)
READS_DRAFTS = re.compile(
    r"policies\.models import [^\n]*(Draft|Rehearsal)|policies\.rehearsing|rules\.redrafting import"
)
LOWER_WAGE = FigureChange("min_wage", None, date(2021, 1, 1), yuan(1200).fen)


@pytest.fixture
def city(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    a_country()
    load_block(CITY.block(0), on=ON)
    approve_entries(FIGURES, at=AT)


def somebody(*roles: str, region: Region | None = None) -> User:
    official = a_user()
    for role in roles or ("reviewer",):
        a_grant(official, role, region=region)
    return official


def as_(user: User) -> Client:
    client = Client(headers=BROWSER)
    client.force_login(user)
    return client


def a_draft(*changes: FigureChange, by: User | None = None) -> Draft:
    by = by or somebody()
    draft = begin_draft(title="最低工资", notes="", by=by, at=AT)
    for one in changes:
        change_figure(draft=draft, changed=one, by=by, at=AT)
    draft.refresh_from_db()
    return draft


def startup() -> tuple[Offered, Rule]:
    found = offered_as(STARTUP)
    assert found
    version = found.in_force(ON)
    assert version
    return found, version


def a_shorter_wait(months: int = 6, *, by: User | None = None) -> Draft:
    """一次性创业补贴 after six months in business and not twelve."""
    by = by or somebody()
    draft = begin_draft(title="创业补贴", notes="", by=by, at=AT)
    change_rule(draft=draft, code=STARTUP, version=startup()[1], said={IN_BUSINESS: months}, by=by, at=AT)
    draft.refresh_from_db()
    return draft


def rehearsed(draft: Draft, *, months: int = 1) -> Rehearsal:
    rehearsal = rehearse_draft(draft=draft, on=ON, months=months, by=draft.made_by, at=AT)
    return finished(rehearsal)


def finished(rehearsal: Rehearsal) -> Rehearsal:
    assert rehearsal.work
    while take_step(pk=rehearsal.work.pk, at=AT):
        pass
    rehearsal.refresh_from_db()
    return rehearsal


def summary_of(rehearsal: Rehearsal) -> Summary:
    assert rehearsal.summary
    return Summary.read(rehearsal.summary)


Told = tuple[Status, Money]


def by_hand(
    one: Compared, versions: tuple[Rule, ...], table: Table
) -> Iterator[tuple[tuple[int, str], Told]]:
    """Case by case, with the judgement that a window gives."""
    persons, firms = next((bucket.persons, bucket.firms) for bucket in buckets())
    tables = tables_of(persons=persons, firms=firms, on=ON, known_at=AT)
    version = next(version for version in versions if version.in_force(ON))
    found = find_cases(version, one.search, tables, ON)
    for row in found.rows.select("key", "payee", "item").collect().iter_rows(named=True):
        verdict = judge(version, *subjects_of(version, found, row["key"]), on=ON, lookup=table)
        yield (row["payee"], row["item"]), (verdict.status, verdict.amount or Money(0))


def test_a_lowered_minimum_wage_changes_exactly_those_whom_judging_by_hand_changes(city: None) -> None:
    rehearsal = rehearsed(a_draft(LOWER_WAGE))

    changes = read(rehearsal.changes)
    standing = standing_table(known_at=AT)
    changed = set()
    for one in touched(changes):
        if any(version.in_force(ON) for version in one.before):
            before = dict(by_hand(one, one.before, standing))
            after = dict(by_hand(one, one.after, changes.table(standing)))
            changed |= {(one.code, *case) for case, told in after.items() if told != before[case]}
    found = cases_of(rehearsal).filter(pl.col("change").is_in([one.name for one in CHANGED])).collect()
    assert len(changed) > 10
    assert {(row["code"], row["payee"], row["item"]) for row in found.iter_rows(named=True)} == changed


def test_a_shorter_wait_lets_in_those_whom_judging_by_hand_lets_in(city: None) -> None:
    rehearsal = rehearsed(a_shorter_wait())

    (one,) = touched(read(rehearsal.changes))
    before, after = (dict(by_hand(one, side, Table(()))) for side in (one.before, one.after))
    let_in = {
        case
        for case, (status, _) in after.items()
        if status is Status.ELIGIBLE and before[case][0] is Status.INELIGIBLE
    }
    found = cases_of(rehearsal).filter(pl.col("change") == "GAINED").collect()
    assert let_in
    assert {(row["payee"], row["item"]) for row in found.iter_rows(named=True)} == let_in
    (firms,) = [row for row in summary_of(rehearsal).kinds if row.key == "firm"]
    assert (firms.gained, firms.lost) == (len(let_in), 0)


def test_the_sums_of_the_districts_add_up_to_the_whole(city: None) -> None:
    summary = summary_of(rehearsed(a_draft(LOWER_WAGE), months=3))

    for name in ("gained", "lost", "more", "less", "undecided", "before", "after"):
        whole = sum(getattr(row, name) for row in summary.kinds)
        assert sum(getattr(row, name) for row in summary.districts) == whole, name
    for name in ("before", "after"):
        assert sum(getattr(cell, name) for cell in summary.cells) == sum(
            getattr(row, name) for row in summary.policies
        )
    assert {cell.month for cell in summary.cells} == {"2021-04", "2021-05", "2021-06"}
    assert summary.difference == Money(summary.monthly + summary.once)
    assert sum(bar.people for bar in summary.spread) > 0


def test_a_city_in_several_buckets_comes_out_as_in_one(city: None, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = a_draft(LOWER_WAGE)
    whole = summary_of(rehearsed(draft))
    last_person = Person.objects.order_by("-pk").values_list("pk", flat=True)[0]
    halves = (
        Bucket(range(last_person // 2), range(5_000)),
        Bucket(range(last_person // 2, last_person + 1), range(5_000, 5_001)),
    )
    monkeypatch.setattr(runs, "buckets", lambda: iter(halves))

    assert summary_of(rehearsed(draft)) == whole


def test_a_draft_is_never_live(city: None) -> None:
    table = standing_table(known_at=AT).entries
    rules = {(one.code, version.fingerprint) for one in offered() for version in one.versions}

    rehearsed(a_draft(LOWER_WAGE))
    rehearsed(a_shorter_wait())

    assert standing_table(known_at=AT).entries == table
    assert {(one.code, version.fingerprint) for one in offered() for version in one.versions} == rules


def test_nothing_but_the_rehearsals_reads_a_draft() -> None:
    """Judging, finding and deciding do not know that there are drafts."""
    source = Path(configured.ROOT) / "src"
    reading = [
        str(path.relative_to(source))
        for path in source.rglob("*.py")
        if "tests" not in path.parts and READS_DRAFTS.search(path.read_text(encoding="utf-8"))
    ]

    may_read = ("guangyue/policies/rehearsing/", "guangyue/policies/models/", "guangyue/policies/urls.py")
    assert [path for path in reading if not path.startswith(may_read)] == ["config/background.py"]


def test_a_rehearsal_that_was_cancelled_goes_on_where_it_stopped(
    city: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = a_draft(LOWER_WAGE)
    whole = summary_of(rehearsed(draft))
    (bucket,) = buckets()
    monkeypatch.setattr(
        runs, "buckets", lambda: iter((bucket, Bucket(range(10**7, 10**7 + 1), range(10**7, 10**7 + 1))))
    )
    rehearsal = rehearse_draft(draft=draft, on=ON, months=1, by=draft.made_by, at=AT)
    assert rehearsal.work

    take_step(pk=rehearsal.work.pk, at=AT)
    cancel_work(work=rehearsal.work, by=draft.made_by, at=AT)
    assert not take_step(pk=rehearsal.work.pk, at=AT)
    rehearsal.work.refresh_from_db()
    assert rehearsal.work.state == State.CANCELLED
    assert Rehearsal.objects.get(pk=rehearsal.pk).summary is None

    resume_work(work=rehearsal.work)
    assert summary_of(finished(rehearsal)) == whole


def test_the_same_draft_rehearsed_again_brings_the_same_bytes(city: None) -> None:
    draft = a_draft(LOWER_WAGE)

    first, second = rehearsed(draft), rehearsed(draft)

    assert (first.inputs, first.sha256) == (second.inputs, second.sha256)
    assert first.sha256


def test_months_run_over_the_end_of_the_year() -> None:
    assert month_ends(date(2021, 11, 3), 4) == [
        date(2021, 11, 30),
        date(2021, 12, 31),
        date(2022, 1, 31),
        date(2022, 2, 28),
    ]


def test_changes_are_read_as_they_were_written() -> None:
    _, version = startup()
    changes = Changes(
        (LOWER_WAGE, FigureChange("county_flex_rate", "东区", ON, None)),
        tuple(
            RuleChange(STARTUP, version.fingerprint, f"path{at}", value)
            for at, value in enumerate((yuan(1), 5, Fraction(2, 3), ON, frozenset({"小型"}), None))
        ),
    )

    assert read(written(changes)) == changes
    assert read({}) == Changes()


def test_the_headline_says_who_and_how_much() -> None:
    person = Row("person", 312, 5, 0, 0, 9, 0, 223_200_000)
    firm = Row("firm", 2, 0, 0, 0, 0, 0, 0)
    summary = Summary((person, firm), (), (), (), (), 223_200_000, -150_000)

    assert (
        summary.headline(12)
        == "新增 312 人、2 户，减少 5 人，平均每月多支出 18.6 万元，一次性少支出 1,500 元。"
    )
    assert Summary((), (), (), (), (), 0, 0).headline(1) == "没有人因此增加或者减少。"
    assert [money_said(fen) for fen in (100, 123_456, 100_000_000)] == ["1 元", "1,234.56 元", "100 万元"]


def test_a_summary_is_read_as_it_was_written() -> None:
    row = Row("person", 1, 2, 3, 4, 5, 6, 7)
    summary = Summary((row,), (row,), (), (Cell("1", "2021-04", True, 1, 2, 3, 4),), (Bar("多", 1),), 8, 9)

    assert Summary.read(summary.written()) == summary


def test_what_cannot_be_rehearsed_is_refused_with_a_sentence() -> None:
    by = somebody()
    draft = begin_draft(title="草稿", notes="", by=by, at=AT)
    with pytest.raises(NothingChanged):
        rehearse_draft(draft=draft, on=ON, months=1, by=by, at=AT)

    change_figure(
        draft=draft, changed=FigureChange("provincial_award", None, ON, 100), by=by, at=AT
    )  # of bodies, which no register holds
    with pytest.raises(NobodyTouched):
        rehearse_draft(draft=draft, on=ON, months=1, by=by, at=AT)

    gone = Changes(rules=(RuleChange(STARTUP, "0" * 64, IN_BUSINESS, 6),))
    Draft.objects.filter(pk=draft.pk).update(changes=written(gone))
    with pytest.raises(RuleHasChanged):
        rehearse_draft(draft=draft, on=ON, months=1, by=by, at=AT)

    archive_draft(draft=draft, archived=True, by=by, at=AT)
    with pytest.raises(PutAway):
        rehearse_draft(draft=draft, on=ON, months=1, by=by, at=AT)
    with pytest.raises(PutAway):
        change_figure(draft=draft, changed=LOWER_WAGE, by=by, at=AT)


def test_a_figure_that_stands_anyway_is_no_change() -> None:
    approve_entries(FIGURES[:1], at=AT)

    with pytest.raises(SameFigure):
        a_draft(FigureChange("min_wage", None, ON, yuan(1550).fen))


def test_a_colleague_sees_what_is_shared_and_changes_a_copy_of_it() -> None:
    draft, colleague = a_draft(LOWER_WAGE), somebody("policy-approver")
    assert list(Draft.objects.seen_by(colleague)) == []

    share_draft(draft=draft, shared=True, by=draft.made_by, at=AT)

    assert list(Draft.objects.seen_by(colleague)) == [draft]
    with pytest.raises(NotYourDraft):
        change_figure(draft=draft, changed=LOWER_WAGE, by=colleague, at=AT)
    copy = copy_draft(draft=draft, by=colleague, at=AT)
    assert (copy.title, copy.changes, copy.shared) == ("最低工资（副本）", draft.changes, False)


# Pages


def address(name: str, *arguments: object) -> str:
    return reverse(f"policies:{name}", args=arguments)


def test_a_draft_is_made_changed_and_rehearsed_on_the_pages(city: None) -> None:
    client = as_(somebody())

    made = client.post(address("drafting"), {"title": "最低工资调到 1,200 元", "notes": "征求意见稿"})
    draft = Draft.objects.get()
    assert made.headers["Location"] == draft.get_absolute_url()
    assert "最低工资调到 1,200 元" in client.get(address("drafts")).content.decode()
    assert "当地月最低工资标准" in client.get(address("draft_figures", draft.pk)).content.decode()

    client.post(
        address("draft_figure", draft.pk, "min_wage"), {"since": "2021-01-01", "value": "1200", "region": ""}
    )
    client.post(address("draft_rule", draft.pk, STARTUP), rule_form(**{IN_BUSINESS: "6"}))
    page = client.get(draft.get_absolute_url()).content.decode()
    assert "¥1,550" in page
    assert "¥1,200" in page
    assert "登记注册日期 + 1 年 ≤ 所问日期" in page
    assert "登记注册日期 + 6 个月 ≤ 所问日期" in page

    begun = client.post(address("draft_rehearsing", draft.pk), {"on": ON.isoformat(), "months": "2"})
    rehearsal = Rehearsal.objects.get()
    assert begun.headers["Location"] == rehearsal.get_absolute_url()
    assert "hx-trigger" in client.get(rehearsal.get_absolute_url()).content.decode()
    finished(rehearsal)

    result = client.get(rehearsal.get_absolute_url()).content.decode()
    summary = summary_of(rehearsal)
    assert summary.headline(2) in result
    assert "rehearsal-months" in result
    assert rehearsal.work
    assert rehearsal.get_absolute_url() in client.get(rehearsal.work.get_absolute_url()).content.decode()
    assert Notification.objects.get().link == rehearsal.get_absolute_url()
    asked = client.get(rehearsal.get_absolute_url(), headers={"HX-Request": "true"})
    assert asked.headers["HX-Refresh"] == "true"


def rule_form(**changed: object) -> dict[str, object]:
    """What a browser sends back of the form, but for what was changed."""
    form = RuleForm(startup()[1], {}, names_said(), data=None)
    sent = {one.path: form[one.path].value() for part in form.parts for one in part.figures if not one.silent}
    return {**sent, **changed}


def test_a_condition_left_out_is_said_so_and_can_be_asked_again() -> None:
    by = somebody()
    client, draft = as_(by), a_draft(by=by)

    client.post(address("draft_rule", draft.pk, STARTUP), rule_form(**{"left-out:conditions.0": "on"}))
    assert "不再要求" in client.get(draft.get_absolute_url()).content.decode()

    client.post(address("draft_rule", draft.pk, STARTUP), rule_form())
    draft.refresh_from_db()
    assert not read(draft.changes)


@pytest.mark.parametrize(
    ("path", "sent", "sentence"),
    [
        (IN_BUSINESS, "六个月", "请填整数。"),
        (IN_BUSINESS, "99999", "月数不能超过 1200。"),
        ("amount.otherwise.value", "-5", "金额"),
        ("conditions.2.node.left.value", "2021-02-30", "没有这一天"),
        ("conditions.0.node.words", "巨型", "没有“巨型”这一类。"),
        ("conditions.5.node.of.0.of.yes.left.value", "-1", "请填不小于零的整数。"),
    ],
)
def test_what_a_figure_of_a_rule_cannot_be_is_refused_at_its_field(
    path: str, sent: str, sentence: str
) -> None:
    by = somebody()
    client, draft = as_(by), a_draft(by=by)

    refused = client.post(address("draft_rule", draft.pk, STARTUP), rule_form(**{path: sent}))

    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert sentence in refused.content.decode()
    draft.refresh_from_db()
    assert not read(draft.changes)


@pytest.mark.parametrize(
    "sent",
    [
        {"since": "2021-01-01", "value": "很多"},
        {"since": "", "value": "1200"},
        {"since": "2021-01-01", "value": ""},
        {"since": "2021-01-01", "value": "1200", "region": "nowhere"},
        {"since": "2021-01-01", "value": "1550"},
    ],
)
def test_what_a_figure_cannot_be_is_refused_at_its_field(sent: dict[str, str]) -> None:
    approve_entries(FIGURES[:1], at=AT)
    by = somebody()
    draft = a_draft(by=by)

    refused = as_(by).post(address("draft_figure", draft.pk, "min_wage"), sent)

    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "field-error" in refused.content.decode()
    draft.refresh_from_db()
    assert not read(draft.changes)


@pytest.mark.parametrize("sent", [{"on": "昨天", "months": "12"}, {"on": "2021-04-30", "months": "99"}, {}])
def test_a_rehearsal_for_no_day_is_refused_at_its_field(sent: dict[str, str]) -> None:
    by = somebody()
    draft = a_draft(LOWER_WAGE, by=by)

    refused = as_(by).post(address("draft_rehearsing", draft.pk), sent)

    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "field-error" in refused.content.decode()
    assert not Rehearsal.objects.exists()


def test_changes_are_taken_out_again() -> None:
    by = somebody()
    client, draft = as_(by), a_shorter_wait(by=by)
    change_figure(draft=draft, changed=LOWER_WAGE, by=by, at=AT)

    client.post(address("draft_figure_dropping", draft.pk, 0))
    client.post(address("draft_rule_dropping", draft.pk, STARTUP), {"fingerprint": startup()[1].fingerprint})

    draft.refresh_from_db()
    assert not read(draft.changes)


def test_who_may_see_persons_sees_them_masked_and_within_reach(city: None) -> None:
    by = somebody()
    rehearsal = rehearsed(a_draft(LOWER_WAGE, by=by))
    share_draft(draft=rehearsal.draft, shared=True, by=by, at=AT)
    east = Region.objects.get(code="990101")
    people = address("rehearsal_people", rehearsal.pk, "person")

    everywhere = as_(by).get(people, {"change": "less"}).content.decode()
    in_the_east = as_(somebody("reviewer", region=east)).get(people, {"change": "less"}).content.decode()
    nowhere = as_(somebody("policy-approver")).get(people, {"change": "less"}).content.decode()

    found = cases_of(rehearsal).filter(pl.col("kind") == "person", pl.col("change") == "LESS").collect()
    persons = Person.objects.in_bulk(found["payee"].to_list())
    assert persons
    for person in persons.values():
        assert str(person) in everywhere
        assert person.name not in everywhere
        assert (str(person.key) in in_the_east) == person.region_id.startswith("990101")
        assert str(person.key) not in nowhere


def test_the_tables_are_taken_out_with_their_rows_counted_and_hashed(city: None) -> None:
    by = somebody()
    rehearsal = rehearsed(a_draft(LOWER_WAGE, by=by))

    for table in ("cells", "districts", "policies"):
        for form in ("csv", "xlsx"):
            taken = as_(by).get(rehearsal.get_absolute_url(), {"export": form, "table": table})
            assert int(taken.headers["X-Row-Count"]) == len(getattr(summary_of(rehearsal), table))
            assert len(taken.headers["X-SHA256"]) == 64
            assert taken.getvalue()


def test_two_rehearsals_stand_side_by_side(city: None) -> None:
    by = somebody()
    one, other = rehearsed(a_draft(LOWER_WAGE, by=by)), rehearsed(a_shorter_wait(by=by))

    page = as_(by).get(address("rehearsals_compared"), {"one": one.pk, "other": other.pk}).content.decode()

    for each in (one, other):
        assert summary_of(each).headline(1) in page
    same = as_(by).get(address("rehearsals_compared"), {"one": one.pk, "other": one.pk})
    assert same.status_code == HTTPStatus.FOUND
    assert as_(by).get(address("rehearsals_compared"), {"one": "x"}).status_code == HTTPStatus.NOT_FOUND


def test_without_the_permission_nothing_is_seen() -> None:
    draft = a_draft(LOWER_WAGE)
    rehearsal = rehearse_draft(draft=draft, on=ON, months=1, by=draft.made_by, at=AT)
    client = as_(somebody("clerk"))

    for page in (address("drafts"), draft.get_absolute_url(), rehearsal.get_absolute_url()):
        assert client.get(page).status_code == HTTPStatus.FORBIDDEN


def test_a_draft_that_is_not_shared_is_not_there_for_others() -> None:
    draft = a_draft(LOWER_WAGE)
    rehearsal = rehearse_draft(draft=draft, on=ON, months=1, by=draft.made_by, at=AT)
    client = as_(somebody())

    for page in (draft.get_absolute_url(), rehearsal.get_absolute_url()):
        assert client.get(page).status_code == HTTPStatus.NOT_FOUND
