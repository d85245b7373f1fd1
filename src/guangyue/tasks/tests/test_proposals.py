"""抽取、确认、下达: proposals decided once, whatever becomes of the text they were read from."""

from datetime import date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Name, Organisation
from guangyue.tasks.models import AssignmentUnit, Reading, TaskProposal
from guangyue.tasks.printed_words import printed_words
from guangyue.tasks.services.confirming import (
    IssuedAlready,
    NotReadyToConfirm,
    confirm_proposal,
    issue_confirmed,
    refuse_proposal,
)
from guangyue.tasks.services.extracting import NothingToDo, Source, extract_tasks
from guangyue.tasks.tests.sample_documents import lines_of

AT = datetime(2021, 4, 12, 10, tzinfo=SHANGHAI)
DAY = date(2021, 4, 8)
PARKS, WATER = "市园林局", "市水务局"
PLAN = """
灯市人民政府关于印发2021年重点工作分工方案的通知
一、修建公园。新建公园12处。（市园林局牵头，市水务局负责）
二、整修道路。6月底前完成。（市园林局负责）
三、治理河道。整治河道。（市园林局牵头，市未名局负责）
"""


@pytest.fixture
def named(offices: list[Organisation]) -> list[Organisation]:
    """Two offices under the names that the plan prints."""
    for office, name in zip(offices, (PARKS, WATER), strict=False):
        Name.objects.create(organisation=office, text=name, kind=Name.Kind.FULL)
    return offices


def extracted(text: str, by: User | None = None) -> Reading:
    source = Source("灯政发〔2021〕1号", "2021年重点工作分工方案", DAY, None, lines_of(text), "方案.txt")
    return extract_tasks(source=source, by=by, at=AT)


def test_what_was_decided_survives_another_reading(named: object, supervisor: User) -> None:
    reading = extracted(PLAN)
    first, second, third = reading.proposals.all()
    confirm_proposal(proposal=first, by=supervisor, at=AT)
    with pytest.raises(NotReadyToConfirm, match="市未名局"):
        confirm_proposal(proposal=third, by=supervisor, at=AT)

    again = extracted("前面新增的一行。\n" + PLAN.strip().replace("6月底前", "9月底前"))

    kept, new, _ = again.proposals.all()
    assert again.pk == reading.pk
    assert (kept.pk, kept.state, kept.first_line) == (first.pk, "confirmed", first.first_line + 1)
    assert (new.state, new.says.due_on) == ("proposed", date(2021, 9, 30))
    assert not TaskProposal.objects.filter(pk=second.pk).exists()

    extracted(PLAN.replace("新建公园12处", "新建公园15处"))
    first.refresh_from_db()
    assert (first.state, first.lost) == ("confirmed", True)


def test_what_is_confirmed_is_issued_and_then_stands(named: object, supervisor: User) -> None:
    reading = extracted(PLAN)
    first, second, _ = reading.proposals.all()
    confirm_proposal(proposal=first, by=supervisor, at=AT)
    refuse_proposal(proposal=second, by=supervisor, at=AT)

    (issued,) = issue_confirmed(reading=reading, by=supervisor, at=AT)

    assert (issued.label, issued.clause) == ("一", "灯政发〔2021〕1号 一")
    assert [unit.role for unit in issued.units.all()] == ["LEAD", "RESPONSIBLE"]
    first.refresh_from_db()
    with pytest.raises(IssuedAlready):
        refuse_proposal(proposal=first, by=supervisor, at=AT)
    with pytest.raises(Refused, match="没有已经确认"):
        issue_confirmed(reading=reading, by=supervisor, at=AT)
    with pytest.raises(NothingToDo):
        extracted("没有标注的一段话。")


def test_an_official_goes_from_a_file_to_issued_tasks(
    client: Client, named: list[Organisation], supervisor: User
) -> None:
    client.force_login(supervisor)
    file = SimpleUploadedFile("方案.txt", PLAN.encode())
    form = {"number": "灯政发〔2021〕2号", "file": file, "day": "2021-04-08"}

    answer = client.post(reverse("tasks:extraction"), form)

    reading = Reading.objects.get()
    assert answer["Location"] == reading.get_absolute_url()
    shown = client.get(reading.get_absolute_url()).content.decode()
    assert f"<mark>{PARKS}牵头，{WATER}负责</mark>" in shown
    assert "机构名录里没有“市未名局”" in shown
    third = reading.proposals.last()
    assert third
    rows = {"units-TOTAL_FORMS": "2", "units-INITIAL_FORMS": "2", "text": "整治河道", "due_on": "2021-11-30"}
    units = (("LEAD", PARKS, ""), ("RESPONSIBLE", "市未名局", WATER))
    for at, (role, name, meant) in enumerate(units):
        rows |= {f"units-{at}-role": role, f"units-{at}-name": name, f"units-{at}-organisation": meant}
    client.post(reverse("tasks:correction", args=[third.pk]), rows)
    third.refresh_from_db()
    assert (third.state, third.says.due_kind.name) == ("confirmed", "PRINTED")
    asked = client.post(reverse("tasks:issuing", args=[reading.pk]))
    assert "下达 1 项任务" in asked.content.decode()
    client.post(reverse("tasks:issuing", args=[reading.pk]), {"confirmed": "yes"})
    issued = AssignmentUnit.objects.filter(assignment__proposal=third)
    assert "市未名局" in issued.values_list("name", flat=True)
    assert client.get(reverse("tasks:readings")).status_code == 200


def test_the_note_is_marked_in_the_printed_words_however_wide_its_marks(named: object) -> None:
    reading = extracted(PLAN.replace("（", "(").replace("）", " )").replace("，", ","))

    pieces = printed_words(reading.proposals.all()[0], reading.lines)

    assert [piece.is_note for piece in pieces] == [False, True, False]
