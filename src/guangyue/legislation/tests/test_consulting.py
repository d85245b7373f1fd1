"""Consultations: opened long enough, commented on by anybody, answered whole, and only then closed."""

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.gazette.document import Clause
from guangyue.jobs.works import take_step
from guangyue.kit.refusals import Refused
from guangyue.kit.sheets import read_rows
from guangyue.kit.typesetting import as_docx
from guangyue.legislation.counting import by_article, hints_of, voices_of
from guangyue.legislation.kinds import Audience, Secrecy, Speaker, Stance, Uptake
from guangyue.legislation.models import Comment, ConsultedMatter, PublicConsultation, Reply
from guangyue.legislation.obligations import Flag
from guangyue.legislation.papers import consultation_notice, reply_table, rows_of
from guangyue.legislation.refusals import (
    ClosedAlready,
    CommentsUnanswered,
    NoTermsYet,
    NotOpenNow,
    StillMissing,
)
from guangyue.legislation.roads import ProjectState
from guangyue.legislation.services.answering import Answer, Group, answer_comment, answer_group
from guangyue.legislation.services.commenting import Author, Said, comment
from guangyue.legislation.services.consulting import (
    Withholding,
    close_consultation,
    open_consultation,
    prepare_consultation,
    prepare_matter,
)
from guangyue.legislation.services.importing import begin_import
from guangyue.legislation.sheets import COMMENTS, problems_of
from guangyue.legislation.tests.factories import (
    AFTER,
    AT,
    CLOSES,
    OPENS,
    a_comment,
    a_drafted,
    an_open_consultation,
    some_terms,
)
from guangyue.organisations.models import Organisation

BOTH = [Audience.PUBLIC, Audience.EXPERTS]
NOT_TAKEN = Answer(Uptake.NOT_TAKEN, "上位法另有规定", "建议写明期限")
HEADER = "条文,态度,意见,身份,姓名或者单位,联系电话,同意公开姓名,收到日期\n"


def prepared(unit: Organisation, by: User, **given: object) -> PublicConsultation:
    project = a_drafted(unit, by)
    asked: dict[str, Any] = {"audiences": BOTH, "channels": "来信", "by": by, "at": AT, **given}
    return prepare_consultation(project=project, **asked)


def test_nothing_opens_without_explanation_shortest_length_and_enough_days(
    unit: Organisation, drafter: User
) -> None:
    silent = a_drafted(unit, drafter, explanation="")
    with pytest.raises(StillMissing) as missing:
        prepare_consultation(project=silent, audiences=BOTH, channels="来信", by=drafter, at=AT)
    assert missing.value.sentence == "还缺：起草说明。"

    consultation = prepared(unit, drafter)
    given: dict[str, Any] = {"consultation": consultation, "opens": OPENS, "by": drafter, "at": AT}
    some_terms(min_days=None)
    with pytest.raises(NoTermsYet):
        open_consultation(**given, closes=CLOSES)
    some_terms()
    with pytest.raises(Refused) as refused:
        open_consultation(**given, closes=CLOSES - timedelta(days=1))
    assert "2020年7月1日" in refused.value.sentence
    opened = open_consultation(**given, closes=CLOSES)
    assert (opened.min_days, opened.project.state) == (30, ProjectState.CONSULTING)  # type: ignore[union-attr]


def test_what_is_secret_says_why_and_is_not_listed(unit: Organisation, drafter: User) -> None:
    whole = Withholding(Secrecy.WHOLE, (), "涉及国家秘密", "市政府秘书长")
    wrong = (
        (BOTH, Withholding(Secrecy.WHOLE, (), "", "市政府秘书长"), "reason"),
        (BOTH, Withholding(Secrecy.WHOLE, (), "涉及国家秘密"), "decider"),
        (BOTH, whole, "audiences"),
        (BOTH, Withholding(Secrecy.PARTS, ("第九条",), "涉密", "秘书长"), "withheld"),
        ([Audience.EXPERTS], Withholding(), "audiences"),
    )
    for audiences, withholding, field in wrong:
        with pytest.raises(Refused) as refused:
            prepared(unit, drafter, audiences=audiences, withholding=withholding)
        assert refused.value.field == field

    some_terms()
    secret = prepared(unit, drafter, audiences=[Audience.EXPERTS], withholding=whole)
    open_consultation(consultation=secret, opens=OPENS, closes=CLOSES, by=drafter, at=AT)
    assert not PublicConsultation.objects.public().exists()


def test_a_matter_is_laid_before_all_that_its_document_names(unit: Organisation, drafter: User) -> None:
    matter = ConsultedMatter.objects.create(
        key="landscape",
        title="重大事项",
        audiences=["experts", "public"],
        cites=Clause("示例令第1号", "第六条"),
    )
    given: dict[str, Any] = {
        "matter": matter,
        "unit": unit,
        "title": "方案",
        "text": "内容",
        "explanation": "说明",
    }
    given |= {"channels": "来信", "by": drafter, "at": AT}

    with pytest.raises(Refused) as refused:
        prepare_matter(audiences=[Audience.PUBLIC], **given)

    assert "专家" in refused.value.sentence
    assert prepare_matter(audiences=BOTH, **given).number.startswith("YJ2020")


def test_every_comment_is_answered_before_it_closes(unit: Organisation, drafter: User) -> None:
    consultation = an_open_consultation(unit, drafter)
    mine = [a_comment(consultation, article="第二条", stance=Stance.AGAINST) for _ in range(3)]
    a_comment(consultation, article="第二条", text="罚款太轻")
    deputy = a_comment(consultation, article="第二条", speaker=Speaker.DEPUTY)
    closing: dict[str, Any] = {"consultation": consultation, "by": drafter}
    with pytest.raises(NotOpenNow):
        close_consultation(**closing, at=AT)
    with pytest.raises(CommentsUnanswered):
        close_consultation(**closing, at=AFTER)

    group = Group(mine[0].article, words="期限")
    answered: dict[str, Any] = {"consultation": consultation, "by": drafter, "at": AFTER}
    assert answer_group(group=group, answer=NOT_TAKEN, **answered) == 3
    with pytest.raises(Refused):
        answer_group(group=group, answer=NOT_TAKEN, **answered)
    taken = Answer(Uptake.TAKEN, "已提高到五百元", "罚款太轻")
    assert answer_group(group=Group(mine[0].article), answer=taken, **answered) == 1
    with pytest.raises(CommentsUnanswered):  # the deputy's waits for an answer of its own
        close_consultation(**closing, at=AFTER)
    answer_comment(comment=deputy, answer=NOT_TAKEN, by=drafter, at=AFTER)
    again = answer_comment(comment=deputy, answer=taken, by=drafter, at=AFTER)
    closed = close_consultation(**closing, at=AFTER)

    assert closed.closed_by == drafter
    assert [(row[0], row[3]) for row in rows_of(closed)] == [
        ("第二条", "3"),
        ("第二条", "1"),
        ("第二条", "1"),
    ]
    assert Reply.objects.standing().get(single=True) == again
    with pytest.raises(ClosedAlready):
        answer_comment(comment=deputy, answer=taken, by=drafter, at=AFTER)
    table = Document(BytesIO(as_docx(reply_table(closed)))).tables[0]
    assert len(table.rows) == 4
    assert "说明" in str(consultation_notice(closed).body)


def test_comments_are_taken_while_it_is_open_and_hint_at_a_hearing(unit: Organisation, drafter: User) -> None:
    consultation = an_open_consultation(unit, drafter)
    said = [Said(None, Stance.AGAINST, "反对"), Said(None, Stance.FOR, "赞成")]
    first = comment(consultation=consultation, said=said, author=Author(Speaker.PERSON), at=AT)
    a_comment(consultation, stance=Stance.FOR)

    assert Comment.objects.filter(receipt=first.receipt, code=first.code).count() == 2
    with pytest.raises(NotOpenNow):
        comment(consultation=consultation, said=said, author=Author(Speaker.PERSON), at=AFTER)
    with pytest.raises(Refused):
        comment(consultation=consultation, said=[], author=Author(Speaker.PERSON), at=AT)
    (whole,) = by_article(consultation, list(consultation.draft.articles.all()))  # type: ignore[union-attr]
    assert (whole.label, whole.all, whole.against, whole.waiting) == ("全文", 3, 1, 3)
    assert hints_of(voices_of([whole]), some_terms()) == {Flag.DISPUTE, Flag.ATTENTION}
    assert hints_of(voices_of([whole]), None) == set()


def test_a_table_of_comments_names_bad_rows_and_comes_in_as_long_work(
    unit: Organisation, drafter: User, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = settings.HOME = tmp_path
    consultation = an_open_consultation(unit, drafter)
    bad = HEADER + (
        "第九条,反对,太严,个人,,,,2020-06-02\n"
        "第一条,随便,太严,个人,,,,2020-06-02\n"
        ",反对,太严,个人,,,,2020-05-02\n"
    )
    reading = read_rows(SimpleUploadedFile("a.csv", bad.encode()), COMMENTS)
    problems = reading.with_problems(problems_of(reading, consultation)).problems
    assert [one.row for one in problems] == [2, 3, 4]

    rows = (
        HEADER + "第一条,反对,太严,人大代表,王代表,,是,2020-06-02\n" + ",赞成,很好,个人,,,,2020-06-03\n" * 9
    )
    taken = read_rows(SimpleUploadedFile("a.csv", rows.encode()), COMMENTS).taken()
    work = begin_import(consultation=consultation, rows=taken, by=drafter, at=AT)
    while take_step(pk=work.pk, at=AT):
        pass

    kept = Comment.objects.filter(consultation=consultation)
    assert (kept.count(), kept.filter(article__label="第一条", name="王代表").count()) == (10, 1)
    assert kept.values("receipt").distinct().count() == 10
    assert date(2020, 6, 2) in {one.received_at.date() for one in kept}
