"""任免通知: entered, read, checked, in effect."""

from datetime import date

import pytest

from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Notice, NoticeLine, Organisation, Person, Post, Succession, Tenure
from guangyue.organisations.refusals import ReasonMissing, WrongState
from guangyue.organisations.services.effect import put_into_effect
from guangyue.organisations.services.notices import (
    check_notice,
    correct_line,
    enter_notice,
    parse_notice,
    settle_line,
)
from guangyue.organisations.services.register import add_name, end_organisation, rename_organisation
from guangyue.organisations.tests.conftest import NOON, EnterNotice, MakeOrganisation, MakeTenure

DAY = date(2021, 4, 13)
Problem = NoticeLine.Problem


def problems(notice: Notice) -> list[str]:
    return [line.problem for line in notice.lines.all() if line.problem]


def test_an_appointment_begins_on_the_day_of_the_notice(notice: EnterNotice, chief: Post) -> None:
    checked = notice(1, DAY, "任命：张三为东湖市档案局局长。")

    put_into_effect(notice=checked, by=None, at=NOON)

    (held,) = chief.tenures.all()
    assert (held.person.name, held.since, held.until) == ("张三", DAY, None)
    assert str(held.ordered_by and held.ordered_by.cites) == "东政任〔2021〕1号 第1项"


def test_a_day_printed_in_the_clause_goes_before_that_of_the_notice(notice: EnterNotice, chief: Post) -> None:
    checked = notice(1, DAY, "任命：张三为东湖市档案局局长（自2021年3月1日起）。")

    put_into_effect(notice=checked, by=None, at=NOON)

    assert chief.tenures.get().since == date(2021, 3, 1)


def test_the_trial_is_counted_from_the_appointment(notice: EnterNotice, chief: Post) -> None:
    put_into_effect(notice=notice(1, DAY, "任命：张三为东湖市档案局局长（试用期一年）。"), by=None, at=NOON)

    assert chief.tenures.get().probation_until == date(2022, 4, 12)


def test_a_chief_is_replaced_in_one_notice(notice: EnterNotice, chief: Post, tenure: MakeTenure) -> None:
    tenure("孔一", chief, date(2020, 1, 1))
    checked = notice(1, DAY, "任命：常二为东湖市档案局局长。免去：孔一的东湖市档案局局长职务。")

    put_into_effect(notice=checked, by=None, at=NOON)

    assert [held.person.name for held in chief.tenures.on(date(2021, 4, 12))] == ["孔一"]
    assert [held.person.name for held in chief.tenures.on(DAY)] == ["常二"]


def test_a_chief_removed_by_an_earlier_notice_leaves_the_seat_free(
    notice: EnterNotice, chief: Post, tenure: MakeTenure
) -> None:
    tenure("孔一", chief, date(2020, 1, 1))
    put_into_effect(notice=notice(1, DAY, "免去：孔一的东湖市档案局局长职务。"), by=None, at=NOON)

    assert not problems(notice(2, DAY, "任命：常二为东湖市档案局局长。"))


def test_a_second_chief_stops_at_checking(notice: EnterNotice, chief: Post, tenure: MakeTenure) -> None:
    tenure("孔一", chief, date(2020, 1, 1))

    checked = notice(1, DAY, "任命：常二为东湖市档案局局长。")

    assert problems(checked) == [Problem.CHIEF_POST_OCCUPIED]
    assert checked.state == Notice.State.PARSED


def test_removing_another_than_the_holder_frees_nothing(
    notice: EnterNotice, chief: Post, tenure: MakeTenure
) -> None:
    tenure("孔一", chief, date(2020, 1, 1))

    checked = notice(1, DAY, "任命：常二为东湖市档案局局长。免去：孔二的东湖市档案局局长职务。")

    assert problems(checked) == [Problem.CHIEF_POST_OCCUPIED]


def test_one_notice_cannot_appoint_two_chiefs(notice: EnterNotice, chief: Post) -> None:
    checked = notice(1, DAY, "任命：常二为东湖市档案局局长；孔一为东湖市档案局局长。")

    assert problems(checked) == [Problem.CHIEF_POST_OCCUPIED] * 2


def test_a_second_deputy_is_accepted(notice: EnterNotice, deputy: Post, tenure: MakeTenure) -> None:
    tenure("孔一", deputy, date(2020, 1, 1))

    put_into_effect(notice=notice(1, DAY, "任命：常二、张三为东湖市档案局副局长。"), by=None, at=NOON)

    assert deputy.tenures.on(DAY).count() == 3


def test_an_unknown_organisation_stops_with_its_line_and_makes_nothing(
    notice: EnterNotice, bureau: Organisation
) -> None:
    checked = notice(1, DAY, "任命：\n张三为东湖市档案局局长；\n李四为东湖市气象站站长。")

    (line,) = checked.lines.exclude(problem="")
    assert line.problem == Problem.UNKNOWN_ORGANISATION
    assert "第3行" in line.problem_said
    assert "东湖市气象站" in line.problem_said
    assert not Organisation.objects.filter(name="东湖市气象站").exists()
    with pytest.raises(WrongState):
        put_into_effect(notice=checked, by=None, at=NOON)


def test_an_organisation_given_the_missing_name_passes_the_next_check(
    notice: EnterNotice, bureau: Organisation
) -> None:
    checked = notice(1, DAY, "任命：张三为东湖市档案馆局长。")
    add_name(organisation=bureau, text="东湖市档案馆", kind="printed")

    assert check_notice(notice=checked, by=None, at=NOON).state == Notice.State.CHECKED


def test_nobody_is_appointed_to_an_organisation_that_is_no_more(
    notice: EnterNotice, bureau: Organisation
) -> None:
    end_organisation(organisation=bureau, on=DAY)

    assert problems(notice(1, DAY, "任命：张三为东湖市档案局局长。")) == [Problem.ORGANISATION_ENDED]


def test_an_old_name_passes_with_a_word_about_it(notice: EnterNotice, bureau: Organisation) -> None:
    rename_organisation(organisation=bureau, name="东湖市档案馆", on=date(2021, 1, 1), cites=None)

    checked = notice(1, DAY, "任命：张三为东湖市档案局局长。")

    assert checked.state == Notice.State.CHECKED
    assert "旧称" in checked.lines.get().warning


def test_what_cannot_be_read_stops_too(notice: EnterNotice, bureau: Organisation) -> None:
    checked = notice(1, DAY, "任命：张三为东湖市档案局。")

    assert problems(checked) == [Problem.UNREADABLE]


def test_a_line_wrongly_read_is_corrected_and_checked_again(notice: EnterNotice, chief: Post) -> None:
    checked = notice(1, DAY, "任命：张三为东湖市档案局。")

    correct_line(line=checked.lines.get(), person="张三", organisation="东湖市档案局", title="局长")

    assert check_notice(notice=checked, by=None, at=NOON).state == Notice.State.CHECKED


def test_a_removal_nobody_recorded_leaves_a_tenure_of_unknown_start(notice: EnterNotice, chief: Post) -> None:
    put_into_effect(notice=notice(1, DAY, "免去：袁一的东湖市档案局局长职务。"), by=None, at=NOON)

    held = chief.tenures.get()
    assert (held.since, held.until, held.ending) == (None, DAY, Tenure.Ending.REMOVED)


def test_a_transfer_ends_before_it_begins_and_moves_one_person(
    notice: EnterNotice, chief: Post, organisation: MakeOrganisation
) -> None:
    organisation("东湖市考试院")
    checked = notice(1, DAY, "任命：张三为东湖市考试院院长。免去：张三的东湖市档案局局长职务。")

    put_into_effect(notice=checked, by=None, at=NOON)

    person = Person.objects.get(name="张三")
    assert [(held.post.title, held.until) for held in person.tenures.in_order()] == [
        ("局长", DAY),
        ("院长", None),
    ]


def test_a_post_that_lapses_ends_its_organisation_and_keeps_the_note(
    notice: EnterNotice, chief: Post, bureau: Organisation
) -> None:
    checked = notice(1, DAY, "免去：胥一的原东湖市档案局局长职务自然免除（保留原职级待遇）。")

    put_into_effect(notice=checked, by=None, at=NOON)

    bureau.refresh_from_db()
    held = chief.tenures.get()
    assert bureau.until == DAY
    assert (held.ending, held.note) == (Tenure.Ending.LAPSED, "保留原职级待遇")


def test_only_those_named_lapse(notice: EnterNotice, deputy: Post, tenure: MakeTenure) -> None:
    other = tenure("吴一", deputy, date(2020, 1, 1))

    put_into_effect(notice=notice(1, DAY, "免去：胥一的原东湖市档案局局长职务自然免除。"), by=None, at=NOON)

    other.refresh_from_db()
    assert other.until is None


def test_people_moving_together_are_taken_for_a_succession_and_marked_so(
    notice: EnterNotice, bureau: Organisation, organisation: MakeOrganisation
) -> None:
    centre = organisation("东湖市档案中心")
    text = "任命：曹一为东湖市档案中心主任。免去：曹一的原东湖市档案局局长职务自然免除。"

    put_into_effect(notice=notice(1, DAY, text), by=None, at=NOON)

    followed = Succession.objects.get(predecessor=bureau)
    assert (followed.successor, followed.inferred) == (centre, True)


def test_without_anybody_moving_nothing_is_taken_to_follow(notice: EnterNotice, bureau: Organisation) -> None:
    put_into_effect(notice=notice(1, DAY, "免去：胥一的原东湖市档案局局长职务自然免除。"), by=None, at=NOON)

    assert not Succession.objects.filter(predecessor=bureau).exists()


def test_a_name_met_before_is_somebody_else_until_a_person_says_otherwise(
    notice: EnterNotice, deputy: Post, chief: Post, tenure: MakeTenure
) -> None:
    known = tenure("马一", deputy, date(2020, 1, 1)).person
    checked = notice(1, DAY, "任命：马一为东湖市档案局局长。")
    assert "同名" in checked.lines.get().warning

    put_into_effect(notice=checked, by=None, at=NOON)

    assert chief.tenures.get().person != known


def test_a_person_says_who_it_is_with_a_reason(
    notice: EnterNotice, deputy: Post, chief: Post, tenure: MakeTenure
) -> None:
    known = tenure("马一", deputy, date(2020, 1, 1)).person
    checked = notice(1, DAY, "任命：马一为东湖市档案局局长。")
    with pytest.raises(ReasonMissing):
        settle_line(line=checked.lines.get(), person=known, reason=" ")

    settle_line(line=checked.lines.get(), person=known, reason="干部档案核实")
    put_into_effect(notice=checked, by=None, at=NOON)

    assert chief.tenures.get().person == known


def test_the_removed_is_whoever_of_that_name_holds_that_post(
    notice: EnterNotice, deputy: Post, tenure: MakeTenure
) -> None:
    Person.objects.create(name="马一")
    held = tenure("马一", deputy, date(2020, 1, 1))

    put_into_effect(notice=notice(1, DAY, "免去：马一的东湖市档案局副局长职务。"), by=None, at=NOON)

    held.refresh_from_db()
    assert held.until == DAY


def test_a_notice_is_entered_once(notice: EnterNotice, bureau: Organisation) -> None:
    notice(1, DAY, "任命：张三为东湖市档案局局长。")

    with pytest.raises(Refused, match="已经录入"):
        notice(1, DAY, "任命：张三为东湖市档案局局长。")


def test_a_text_without_clauses_is_refused_at_the_text(bureau: Organisation) -> None:
    entered = enter_notice(
        number="东政任〔2021〕9号", title="任免", issued_on=DAY, text="通知", by=None, at=NOON
    )

    with pytest.raises(Refused) as refusal:
        parse_notice(notice=entered, by=None, at=NOON)

    assert refusal.value.field == "text"


def test_nothing_takes_effect_twice(notice: EnterNotice, bureau: Organisation) -> None:
    effective = put_into_effect(notice=notice(1, DAY, "任命：张三为东湖市档案局副局长。"), by=None, at=NOON)

    with pytest.raises(WrongState):
        put_into_effect(notice=effective, by=None, at=NOON)

    assert Tenure.objects.count() == 1
    assert [move.state for move in effective.moves.all()] == ["entered", "parsed", "checked", "effective"]


def test_what_changed_since_the_check_is_found_before_it_takes_effect(
    notice: EnterNotice, chief: Post, tenure: MakeTenure
) -> None:
    checked = notice(1, DAY, "任命：常二为东湖市档案局局长。")
    tenure("孔一", chief, date(2020, 1, 1))

    with pytest.raises(Refused, match="重新核对"):
        put_into_effect(notice=checked, by=None, at=NOON)

    assert [held.person.name for held in chief.tenures.all()] == ["孔一"]
