"""Letters: each says all that it has to, stays as it was issued, and is set in type from that."""

import re
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.cases.flow import Actor, Letter
from guangyue.cases.letter_numbers import as_printed
from guangyue.cases.letter_papers import pdf_of
from guangyue.cases.models import Case, IssuedLetter, Paper
from guangyue.cases.refusals import ReplacedAlready, SayWhy
from guangyue.cases.services.letters import issue_letter, replace_letter
from guangyue.cases.services.papers import hand_in_paper, promise_papers
from guangyue.cases.services.reviewing import ask_charge
from guangyue.cases.tests.factories import AT, a_case, go
from guangyue.kit.clocks import local_day
from guangyue.kit.money import Money
from guangyue.kit.plain import fingerprint
from guangyue.matters.models import Exercise, Matter
from guangyue.organisations.models import Name


def words(letter: IssuedLetter) -> str:
    """All that the letter says."""
    return str(letter.content["body"])


def printed(letter: IssuedLetter) -> str:
    document = pypdfium2.PdfDocument(pdf_of(letter))
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


@pytest.fixture
def case(matter: Matter, clerk: User) -> Case:
    return a_case(matter, by=clerk)


def test_an_acceptance_says_until_when_and_how_to_ask(case: Case, clerk: User, matter: Matter) -> None:
    Exercise.objects.filter(matter=matter).update(local={"phone": "0635-8230000"})

    go(case, "accept", actor=Actor.CLERK, by=clerk)

    letter = case.letters.get()
    said = words(letter)
    assert "5 个工作日以内办结，到2020年6月8日为止" in said
    assert "营业执照、申请表、场所平面图" in said
    assert case.number in said
    assert case.check_code in said
    assert "0635-8230000" in said
    assert letter.hash == fingerprint(letter.content)


def test_an_acceptance_with_papers_owed_says_which_until_when_and_what_then(
    matter: Matter, clerk: User
) -> None:
    case = a_case(matter, papers=False, by=clerk)
    for paper in case.papers.missing().filter(deferrable=False):
        hand_in_paper(paper=paper, files=(), at=AT)
    promise_papers(case=case, codes=["plan"], on=local_day(AT))

    go(case, "accept_deferred", actor=Actor.CLERK, by=clerk)

    said = words(case.letters.get())
    assert "场所平面图" in said
    assert "2020年6月11日" in said
    assert "退件" in said


def test_a_notice_of_what_is_missing_names_all_of_it(matter: Matter, clerk: User) -> None:
    case = a_case(matter, by=clerk)
    case.papers.filter(code="form").update(state=Paper.State.SENT_BACK, said="没有签名")

    go(case, "tell_missing", actor=Actor.CLERK, by=clerk, said="平面图缺比例尺")

    said = words(case.letters.get())
    assert "申请表" in said
    assert "没有签名" in said
    assert "平面图缺比例尺。" in said
    assert "不再要求补正其他材料" in said


def test_a_refusal_says_why_by_what_and_what_can_be_done_about_it(
    case: Case, clerk: User, reviewer: User, decider: User
) -> None:
    go(case, "accept", actor=Actor.CLERK, by=clerk)
    go(case, "propose", actor=Actor.REVIEWER, by=reviewer, said="不符合")

    go(case, "refuse", actor=Actor.DECIDER, by=decider, said="场所不符合卫生条件")

    said = words(case.letters.get(kind=Letter.REFUSED.name))
    assert "决定不予行政许可" in said
    assert "场所不符合卫生条件。" in said
    assert "《测试条例》第三条" in said
    assert "六十日内依法申请行政复议" in said
    assert "六个月内依法向人民法院提起行政诉讼" in said


def test_a_notice_of_charges_adds_them_up(case: Case, clerk: User, reviewer: User) -> None:
    go(case, "accept", actor=Actor.CLERK, by=clerk)
    ask_charge(case=case, item="检验费", amount=Money(12_050), basis="收费目录", by=reviewer, at=AT)

    said = words(case.letters.get(kind=Letter.CHARGE.name))

    assert "120.50" in said
    assert "壹佰贰拾元伍角" in said


@pytest.mark.parametrize("kind", list(Letter))
def test_every_letter_can_be_set_in_type_with_its_number_and_code(
    case: Case, clerk: User, kind: Letter
) -> None:
    letter = issue_letter(case=case, kind=kind, by=clerk, at=AT, said="测试的理由")

    text = printed(letter)

    assert kind.value in text
    assert letter.number in text
    assert letter.check_code in text
    assert pdf_of(letter) == pdf_of(letter)


def test_a_letter_stays_as_it_was_when_the_case_goes_on(case: Case, clerk: User) -> None:
    go(case, "accept", actor=Actor.CLERK, by=clerk)
    before = pdf_of(case.letters.get())

    Case.objects.filter(pk=case.pk).update(title="改了名字", applicant_name="另一个人")

    assert pdf_of(case.letters.get()) == before


def test_a_number_names_the_office_the_kind_and_the_year_and_is_given_once(case: Case, clerk: User) -> None:
    Name.objects.create(organisation=case.unit, text="市审批局", kind=Name.Kind.SHORT)

    letters = [issue_letter(case=case, kind=Letter.ACCEPTANCE, by=clerk, at=AT) for _ in range(3)]

    assert all(re.fullmatch(r"市审批受字〔2020〕第\d{6,}号", letter.number) for letter in letters)
    assert max(Counter(letter.number for letter in letters).values()) == 1


@pytest.mark.parametrize("written", ["市审批受字[2020]第000123号", " 市审批受字（２０２０）第 000123 号"])
def test_a_number_is_known_however_it_was_typed(written: str) -> None:
    assert as_printed(written) == "市审批受字〔2020〕第000123号"


def test_a_correction_takes_the_place_of_the_letter_and_says_so(
    case: Case, clerk: User, reviewer: User, decider: User
) -> None:
    go(case, "accept", actor=Actor.CLERK, by=clerk)
    wrong = case.letters.get()
    Case.objects.filter(pk=case.pk).update(applicant_name="东湖小吃有限公司")

    right = replace_letter(letter=wrong, why="申请人名称有误", said="", by=decider, at=AT + timedelta(days=1))

    wrong.refresh_from_db()
    assert wrong.replaced_by == right
    assert wrong.content["to"] == "东湖小吃店"
    assert right.content["to"] == "东湖小吃有限公司"
    assert f"更正并替代 {wrong.number}（更正原因：申请人名称有误）" in words(right)
    with pytest.raises(ReplacedAlready):
        replace_letter(letter=wrong, why="再改", said="", by=decider, at=AT)
    with pytest.raises(SayWhy):
        replace_letter(letter=right, why=" ", said="", by=decider, at=AT)


def test_a_seal_in_the_state_folder_stands_on_the_letters_of_its_office(
    case: Case, clerk: User, settings: Settings, tmp_path: Path
) -> None:
    settings.HOME = tmp_path
    (tmp_path / "seals").mkdir()
    Image.new("RGBA", (200, 200), (200, 0, 0, 90)).save(tmp_path / "seals" / f"{case.unit.key}.png")

    letter = issue_letter(case=case, kind=Letter.GRANTED, by=clerk, at=AT)

    page = pypdfium2.PdfDocument(pdf_of(letter))[0]
    assert any(one.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE for one in page.get_objects())
