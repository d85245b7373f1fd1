"""综合窗口: any matter, any applicant, taken in on the spot."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from guangyue.cases.counter import find_matters
from guangyue.cases.initials import initials_of
from guangyue.cases.models import Case
from guangyue.cases.tests.browsing import signed_in
from guangyue.kit.identities import make_credit_code
from guangyue.kit.tests.reading import text_of
from guangyue.matters.models import Matter
from guangyue.registries.models import Lookup
from guangyue.registries.tests.factories import a_firm, a_person, an_official

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_second_factor")]
STRANGER = {"number": make_credit_code(region="371500", serial=7).text, "name": "东湖小吃店"}


def begin(window: Client, matter: Matter, **said: str) -> Case:
    address = reverse("cases:take_in", args=[matter.code])
    answer = window.post(address, {"variant": "new", "region": "990100", **said})
    assert answer.status_code == 302, text_of(answer)
    return Case.objects.latest("pk")


def take_in(window: Client, case: Case, **marks: str) -> Any:
    papers = {f"paper-{paper.pk}": marks.pop(paper.code, "original") for paper in case.papers.all()}
    said = {"phone": "13800001234", "delivery": "pick_up", "consent": "on", **papers, **marks}
    return window.post(reverse("cases:counter", args=[case.key]), said, follow=True)


def test_a_matter_is_found_by_its_name_the_letters_of_its_pinyin_and_its_code(matter: Matter) -> None:
    assert initials_of("食品经营许可") == "spjyxk"
    for words in ("食品", "经营许可", "spjy", "jyxk", "000101"):
        assert [one.code for one in find_matters(words)] == [matter.code]
    assert find_matters("结婚登记") == []


def test_one_match_is_opened_at_once(window: Client, matter: Matter) -> None:
    answer = window.get(reverse("cases:window"), {"q": "spjyxk"})

    assert answer["Location"] == reverse("cases:take_in", args=[matter.code])


def test_with_all_papers_a_firm_is_accepted_on_the_spot_and_gets_its_receipt(
    window: Client, matter: Matter
) -> None:
    firm = a_firm()
    case = begin(window, matter, number=firm.credit_code)

    receipt = text_of(take_in(window, case, plan="copy"))

    case.refresh_from_db()
    assert case.firm == firm
    assert case.step == "review"
    assert case.number in receipt
    assert case.check_code in receipt
    assert "场所平面图（复印件）" in receipt
    assert case.papers.get(code="form").on_paper


def test_a_person_is_looked_up_and_can_see_who_looked(window: Client, matter: Matter) -> None:
    person = a_person()

    case = begin(window, matter, number=person.id_number)

    assert case.person == person
    assert "窗口收件" in Lookup.objects.get(person=person).explanation


def test_somebody_whom_no_register_knows_says_how_he_is_called(window: Client, matter: Matter) -> None:
    address = reverse("cases:take_in", args=[matter.code])
    said = {"variant": "new", "region": "990100", "number": STRANGER["number"]}

    nameless = window.post(address, said)
    assert nameless.status_code == 422
    assert "请填写姓名或者名称" in text_of(nameless)

    case = begin(window, matter, **STRANGER)
    assert case.applicant_name == STRANGER["name"]


def test_a_deferrable_paper_is_owed_only_with_a_signed_promise(window: Client, matter: Matter) -> None:
    case = begin(window, matter, **STRANGER)

    unsigned = take_in(window, case, plan="owed")
    assert unsigned.status_code == 422
    assert "承诺书" in text_of(unsigned)

    receipt = text_of(take_in(window, case, plan="owed", promised="on"))
    case.refresh_from_db()
    assert case.manner == Case.Manner.DEFERRED
    assert "容缺受理凭证" in receipt
    assert case.papers.owed().get().title in receipt


def test_what_is_missing_is_told_at_once_and_whole(window: Client, matter: Matter) -> None:
    case = begin(window, matter, **STRANGER)

    notice = text_of(take_in(window, case, form="missing", plan="missing"))

    case.refresh_from_db()
    assert case.step == "to_complete"
    assert "一次性告知书" in notice
    assert case.letters.get().content["said"] == "请一次补齐：申请表、场所平面图。"


def test_of_what_is_missing_only_what_may_not_be_owed_is_asked_for(window: Client, matter: Matter) -> None:
    case = begin(window, matter, **STRANGER)

    take_in(window, case, form="missing", plan="owed", promised="on")

    assert case.letters.get().content["said"] == "请一次补齐：申请表。"


def test_without_a_yes_nothing_is_taken_in(window: Client, matter: Matter) -> None:
    case = begin(window, matter, **STRANGER)

    assert take_in(window, case, consent="").status_code == 422
    case.refresh_from_db()
    assert case.number == ""


def test_a_window_of_a_county_takes_in_for_the_city_and_goes_on_seeing_what_it_took(
    matter: Matter, no_second_factor: None
) -> None:
    county = signed_in(an_official("clerk", region="990101"))

    case = begin(county, matter, region="990100", **STRANGER)
    receipt = text_of(take_in(county, case))

    case.refresh_from_db()
    assert (case.channel, case.region_id, case.step) == (Case.Channel.TAKEN_IN, "990100", "review")
    assert case.number in receipt
    assert county.get(case.get_absolute_url()).status_code == 200
    other = signed_in(an_official("clerk", region="990101"))
    assert other.get(case.get_absolute_url()).status_code == 404


def test_the_window_of_the_city_takes_in_for_a_county(window: Client, matter: Matter) -> None:
    case = begin(window, matter, region="990101", **STRANGER)

    assert (case.channel, case.region_id) == (Case.Channel.TAKEN_IN, "990101")


def test_what_a_window_takes_in_for_its_own_place_came_to_the_window(window: Client, matter: Matter) -> None:
    assert begin(window, matter, **STRANGER).channel == Case.Channel.WINDOW


def test_what_was_begun_is_kept_for_whoever_began_it_and_for_nobody_else(
    window: Client, matter: Matter
) -> None:
    case = begin(window, matter, **STRANGER)
    address = reverse("cases:counter", args=[case.key])

    window.post(address, {"do": "keep", "phone": "0635-1234567"})

    assert "东湖小吃店" not in text_of(window.get(reverse("cases:cases")))
    assert address in window.get(reverse("cases:window")).content.decode()
    other = Client(headers={"accept": "text/html"})
    other.force_login(an_official("clerk"))
    assert other.get(address).status_code == 404


def test_what_was_begun_can_be_given_up_after_a_question(window: Client, matter: Matter) -> None:
    case = begin(window, matter, **STRANGER)
    address = reverse("cases:counter_discard", args=[case.key])

    assert window.post(address).status_code == 200
    window.post(address, {"confirmed": "yes"})

    assert not Case.objects.filter(pk=case.pk).exists()


def test_questions_lead_to_the_situation(window: Client, matter: Matter) -> None:
    address = reverse("cases:take_in", args=[matter.code])

    assert "有没有食品经营许可证？" in text_of(window.get(address))
    led = window.get(address, {"have_one": "有，快到期了"}).content.decode()
    assert "是“延续”" in led


def test_the_whole_takes_three_posts_and_no_mouse(window: Client, matter: Matter) -> None:
    begun = timezone.now()

    take_in(window, begin(window, matter, **STRANGER))

    assert timezone.now() - begun < timedelta(seconds=10)
