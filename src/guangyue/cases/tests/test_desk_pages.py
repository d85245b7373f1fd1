"""The officials' pages: who sees which case, who may move it, and what each reads there."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from guangyue.cases.flow import Actor, OpinionAsked
from guangyue.cases.models import Case, Paper
from guangyue.cases.tests.browsing import a_case_now, move, signed_in
from guangyue.cases.tests.factories import CLAUSE, ORDINARY, a_case, a_matter, go
from guangyue.cases.usual import Beside, usual_flow
from guangyue.kit.limits import Limit, Unit
from guangyue.kit.tests.reading import text_of
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation, Region
from guangyue.registries.models import Lookup
from guangyue.registries.tests.factories import EAST, WEST, a_person, an_official

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_second_factor")]
Departments = dict[str, Organisation]


def test_a_case_is_received_reviewed_decided_and_handed_out_from_its_page(
    matter: Matter, window: Client, review: Client, decision: Client
) -> None:
    case = a_case_now(matter)
    page = case.get_absolute_url()

    assert "受理" in text_of(window.get(page))
    assert move(window, case, "accept", since="received").status_code == 303
    assert "提出拟办意见" in text_of(review.get(page))
    move(review, case, "propose", since="review", said="符合条件")
    assert "准予" in text_of(decision.get(page))
    move(decision, case, "grant", since="decision")
    signed = {"how": "pick_up", "to": "王小明", "proof": "own", "since": "delivery"}
    window.post(reverse("cases:delivery", args=[case.number]), signed)

    case.refresh_from_db()
    assert case.step == "finished"
    assert "准予决定书" in text_of(window.get(page))


def test_a_move_is_only_for_whoever_has_the_case(matter: Matter, window: Client, review: Client) -> None:
    case = a_case_now(matter)

    assert move(review, case, "accept", since="received").status_code == 403
    assert (
        "受理" not in text_of(review.get(case.get_absolute_url())).split("现在可以")[1].split("走过的路")[0]
    )
    case.refresh_from_db()
    assert case.step == "received"


def test_whoever_comes_second_is_told_and_sees_where_the_case_is_now(matter: Matter, window: Client) -> None:
    case = a_case_now(matter)
    other = signed_in(an_official("clerk"))
    move(window, case, "accept", since="received")

    late = move(other, case, "accept", since="received")

    assert late.status_code == 409
    assert "刚刚被别人办理过" in text_of(late)
    assert "审查" in text_of(other.get(case.get_absolute_url()))


def test_a_move_that_cannot_be_undone_is_asked_about_first(
    matter: Matter, owner: Organisation, window: Client, review: Client
) -> None:
    case = a_case_now(matter)
    move(window, case, "accept", since="received")

    asked = move(review, case, "return_to_front", since="review", said="材料不符")

    assert asked.status_code == 200
    case.refresh_from_db()
    assert case.step == "review"


def test_what_is_missing_stands_beside_the_move_that_needs_it(matter: Matter, window: Client) -> None:
    case = a_case_now(matter, papers=False)

    assert "申请材料还不齐全。申请表、场所平面图" in text_of(window.get(case.get_absolute_url()))


def test_a_reviewer_sees_the_next_step_and_behind_the_kinds_all_the_others(
    matter: Matter, window: Client, review: Client
) -> None:
    case = a_case_now(matter)
    move(window, case, "accept", since="received")

    page = review.get(case.get_absolute_url()).content.decode()

    acts = page.split('id="acts"')[1].split("走过的路")[0]
    assert (
        acts.index("提出拟办意见") < acts.index("要求补正") < acts.index("转入公示") < acts.index("退回窗口")
    )
    assert acts.count('class="other-moves"') == 4
    assert " open>" not in acts
    for arrow in ORDINARY.arrows_from("review"):
        if arrow.by is Actor.REVIEWER:
            assert reverse("cases:move", args=[case.number, arrow.key]) in acts


def test_another_region_and_another_department_see_nothing_of_a_case(
    matter: Matter, departments: Departments
) -> None:
    case = a_case_now(matter, region=Region.objects.get(code=EAST[:6]))
    stranger = next(one for one in departments.values() if one != matter.owner)

    for official in (
        an_official("clerk", region=WEST[:6]),
        an_official("reviewer", organisation=stranger),
        an_official("decider", organisation=stranger),
    ):
        client = signed_in(official)
        assert client.get(case.get_absolute_url()).status_code == 404
        assert case.number not in text_of(client.get(reverse("cases:cases")))
        assert move(client, case, "accept").status_code == 403


def test_a_person_is_masked_until_somebody_says_what_for_and_the_look_is_noted(
    matter: Matter, window: Client
) -> None:
    person = a_person(name="王小明")
    case = a_case_now(matter, applicant=person)
    page = case.get_absolute_url()

    before = text_of(window.get(page))
    window.post(reverse("cases:look", args=[case.number]))
    after = text_of(window.get(page))

    assert not any(told in before for told in ("王小明", person.id_number))
    assert all(told in after for told in ("王小明", person.id_number))
    assert Lookup.objects.get(person=person).case_number == case.number


def test_each_pile_holds_what_waits_for_that_desk(
    matter: Matter, window: Client, review: Client, decision: Client
) -> None:
    received, under_review = a_case_now(matter), a_case_now(matter)
    move(window, under_review, "accept", since="received")

    def pile(client: Client, key: str) -> str:
        return text_of(client.get(reverse("cases:waiting", args=[key])))

    assert received.number in pile(window, "receive")
    assert under_review.number not in pile(window, "receive")
    assert under_review.number in pile(review, "review")
    assert "没有等着决定的办件" in pile(decision, "decide")
    assert window.get(reverse("cases:waiting", args=["decide"])).status_code == 404


def test_a_paper_goes_back_with_its_reason_and_the_case_waits_for_it(matter: Matter, window: Client) -> None:
    case = a_case_now(matter)
    paper = case.papers.get(code="form")

    window.post(reverse("cases:return_paper", args=[case.number, paper.pk]), {"said": "没有签名"})

    paper.refresh_from_db()
    assert paper.state == "sent_back"
    assert "退回理由：没有签名" in text_of(window.get(case.get_absolute_url()))
    assert move(window, case, "accept", since="received").status_code == 409


def test_a_charge_must_be_paid_before_the_case_is_granted(
    matter: Matter, owner: Organisation, window: Client, review: Client, decision: Client
) -> None:
    case = a_case_now(matter)
    move(window, case, "accept", since="received")
    review.post(reverse("cases:charges", args=[case.number]), {"item": "证照工本费", "amount": "10"})
    charge = case.charges.get()
    paid = {"paid_on": timezone.localdate().isoformat(), "receipt": "P-1"}
    review.post(reverse("cases:payment", args=[case.number, charge.pk]), paid)
    move(review, case, "propose", since="review", said="符合条件")

    assert move(decision, case, "grant", since="decision").status_code == 303
    assert case.letters.filter(kind="CHARGE").exists()


def test_the_list_is_found_by_number_name_and_filters(matter: Matter, window: Client) -> None:
    case = a_case_now(matter)
    listed = reverse("cases:cases")

    assert case.number in text_of(window.get(listed, {"q": case.number}))
    assert case.number in text_of(window.get(listed, {"q": "东湖小吃", "phase": "RECEIVED"}))
    assert case.number not in text_of(window.get(listed, {"light": "RED"}))
    for filter_ in (
        {"late": "yes"},
        {"handler": "没有这人"},
        {"matter": matter.code, "due_from": "2030-01-01"},
    ):
        assert case.number not in text_of(window.get(listed, filter_))
    assert window.get(listed, {"export": "csv"}).status_code == 200


def test_a_window_that_would_refuse_asks_and_another_person_answers(
    matter: Matter, window: Client, decision: Client
) -> None:
    case = a_case_now(matter)
    window.post(reverse("cases:veto", args=[case.number]), {"said": "不在经营范围内"})
    veto = case.vetoes.get()

    assert case.number in text_of(decision.get(reverse("cases:waiting", args=["vetoes"])))
    assert window.post(reverse("cases:ruling", args=[case.number, veto.pk])).status_code == 403
    answered = {"ruling": "refuse", "said": "确实不在范围内"}
    decision.post(reverse("cases:ruling", args=[case.number, veto.pk]), answered)

    case.refresh_from_db()
    assert case.step == "not_accepted"
    assert "同意不予受理" in text_of(window.get(case.get_absolute_url()))


def test_a_late_case_names_who_had_it_and_a_supervisor_confirms(
    matter: Matter, window: Client, chief: Client
) -> None:
    long_ago = timezone.now() - timedelta(days=60)
    case = a_case(matter, at=long_ago)
    go(case, "accept", actor=Actor.CLERK, at=long_ago)

    assert "责任环节" in text_of(chief.get(case.get_absolute_url()))
    chief.post(reverse("cases:lateness", args=[case.number]), {"said": "审查拖延"})

    assert "审查拖延" in text_of(window.get(case.get_absolute_url()))
    assert window.post(reverse("cases:lateness", args=[case.number])).status_code == 403


def test_an_opinion_is_given_only_by_the_department_that_was_asked(
    matter: Matter, departments: Departments, window: Client, review: Client
) -> None:
    asked = next(one for one in departments.values() if one != matter.owner)
    opinion = OpinionAsked("fire", "消防安全", asked.key, Limit(3, Unit.WORKING_DAY))
    flow = usual_flow("with-opinion", "并联办理", cites=CLAUSE, beside=Beside(opinions=(opinion,)))
    case = a_case_now(a_matter(matter.owner, flow=flow, code="000202"))
    move(window, case, "accept", since="received")
    department = signed_in(an_official("reviewer", organisation=asked))
    address = reverse("cases:opinion", args=[case.opinions.get().pk])

    assert case.number in text_of(department.get(reverse("cases:waiting", args=["opinions"])))
    assert review.post(address, {"outcome": "agrees"}).status_code == 404
    assert department.post(address, {"outcome": "objects"}).status_code == 422
    assert department.post(address, {"outcome": "agrees"}).status_code == 303
    assert "同意" in text_of(review.get(case.get_absolute_url()))


def test_lists_and_a_case_ask_the_database_as_often_however_much_there_is(
    matter: Matter, window: Client
) -> None:
    case = a_case_now(matter)
    pages = [reverse("cases:cases"), reverse("cases:waiting", args=["receive"]), reverse("desk:home")]

    def asked() -> list[int]:
        counts = []
        for page in (*pages, case.get_absolute_url()):
            with CaptureQueriesContext(connection) as captured:
                assert window.get(page).status_code == 200
            counts.append(len(captured))
        return counts

    asked()
    few = asked()
    for _ in range(8):
        a_case_now(matter)
    Paper.objects.bulk_create(Paper(case=case, code=f"more{nth}", title=f"材料{nth}") for nth in range(60))

    assert [many - before for many, before in zip(asked(), few, strict=True)] == [0, 0, 0, 0]


@pytest.mark.parametrize("said", ["很长的理由" * 300, "有一个\x00字符"])
def test_what_the_database_cannot_keep_is_refused_in_words(
    matter: Matter, window: Client, review: Client, decision: Client, chief: Client, said: str
) -> None:
    case = a_case_now(matter)
    paper = case.papers.get(code="form")
    window.post(reverse("cases:veto", args=[case.number]), {"said": "不在经营范围内"})
    posts = [
        (window, reverse("cases:veto", args=[case.number])),
        (decision, reverse("cases:ruling", args=[case.number, case.vetoes.get().pk])),
        (window, reverse("cases:return_paper", args=[case.number, paper.pk])),
        (window, reverse("cases:move", args=[case.number, "tell_missing"])),
        (chief, reverse("cases:lateness", args=[case.number])),
    ]

    assert {client.post(address, {"said": said}).status_code for client, address in posts} == {422}


def test_a_person_is_named_in_part_and_an_office_that_hands_a_case_up_in_full() -> None:
    assert Case(applicant_name="王小明", applicant_number="390000199001010017").masked_name == "王**"
    assert Case(applicant_name="东阿县人民政府").masked_name == "东阿县人民政府"
