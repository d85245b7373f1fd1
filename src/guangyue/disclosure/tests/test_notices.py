"""From draft to archive: two pairs of hands, nothing early, nothing half, and no whole ID number ever."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant, a_region, a_user, an_organisation
from guangyue.audit.models import Record
from guangyue.disclosure.glances import notices_to_publish, notices_to_review
from guangyue.disclosure.models import Line, Notice
from guangyue.disclosure.refusals import ChangedSinceReview, ExposesSomebody, SameHand, WrongStep
from guangyue.disclosure.services import (
    archive_notices,
    due_after,
    publish_notice,
    redraft_notice,
    return_notice,
    review_notice,
    withdraw_notice,
)
from guangyue.disclosure.tests.samples import ROWS, a_content, a_draft, a_published_notice, gone_by
from guangyue.kit.access import EVERYWHERE
from guangyue.organisations.models import Organisation

WHOLE = "11010519491231002X"


def page(notice: Notice, client: Client | None = None) -> Any:
    return (client or Client()).get(reverse("disclosure:notice", args=[notice.pk]))


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_a_notice_is_public_once_a_second_person_has_reviewed_it(
    bureau: Organisation, drafter: User, reviewer: User
) -> None:
    at = timezone.now()
    notice = a_draft(bureau, by=drafter)
    assert page(notice).status_code == 404

    reviewed = review_notice(notice=notice, by=reviewer, at=at)
    assert page(notice).status_code == 404
    publish_notice(notice=reviewed, by=drafter, at=at)

    shown = page(notice).content.decode()
    assert "张春生" in shown
    assert "371502********1234" in shown


def test_who_drafted_a_notice_does_not_review_it(bureau: Organisation, drafter: User) -> None:
    a_grant(drafter, "disclosure-reviewer")
    notice = a_draft(bureau, by=drafter)

    with pytest.raises(SameHand):
        review_notice(notice=notice, by=drafter, at=timezone.now())

    answer = signed_in(drafter).post(reverse("disclosure:review", args=[notice.pk]))
    assert answer.status_code == 409


def test_what_nobody_reviewed_is_not_published(bureau: Organisation, drafter: User) -> None:
    notice = a_draft(bureau, by=drafter)

    with pytest.raises(WrongStep):
        publish_notice(notice=notice, by=drafter, at=timezone.now())


def test_what_is_changed_after_the_review_is_reviewed_again(
    bureau: Organisation, drafter: User, reviewer: User
) -> None:
    at = timezone.now()
    notice = review_notice(notice=a_draft(bureau, by=drafter), by=reviewer, at=at)

    changed = redraft_notice(
        notice=notice, content=a_content(), since=notice.since, until=notice.until, by=drafter, at=at
    )

    assert changed.state == Notice.State.DRAFT


def test_lines_changed_behind_our_back_are_not_published(
    bureau: Organisation, drafter: User, reviewer: User
) -> None:
    notice = review_notice(notice=a_draft(bureau, by=drafter), by=reviewer, at=timezone.now())
    Line.objects.filter(notice=notice, number=1).update(cells=["王五", "371502********1234", "9000.00"])

    with pytest.raises(ChangedSinceReview):
        publish_notice(notice=notice, by=drafter, at=timezone.now())


def test_one_sent_back_waits_for_its_drafter(bureau: Organisation, drafter: User, reviewer: User) -> None:
    at = timezone.now()
    notice = a_draft(bureau, by=drafter)
    (waiting,) = notices_to_review(user=reviewer, scope=EVERYWHERE, at=at)
    assert waiting.link == notice.get_absolute_url()

    return_notice(notice=notice, reason="金额不对", by=reviewer, at=at)

    (sent_back,) = notices_to_publish(user=drafter, scope=EVERYWHERE, at=at)
    assert sent_back.detail == "退回：金额不对"


def test_a_whole_number_blocks_the_notice_names_its_place_and_is_on_record(
    bureau: Organisation, drafter: User
) -> None:
    with pytest.raises(ExposesSomebody) as refused:
        a_draft(bureau, by=drafter, content=a_content(ROWS[0], ("李秋月", WHOLE, "1550.00")))

    assert refused.value.sentence.startswith("第 2 行“身份证号”有完整的公民身份号码（110105********002X）")
    assert not Notice.objects.exists()
    record = Record.objects.get(action="公示拦截")
    assert record.by_id == drafter.pk
    assert WHOLE not in json.dumps(record.detail)


def test_the_form_says_at_the_table_which_cell_is_wrong(bureau: Organisation, drafter: User) -> None:
    today = timezone.localdate()
    answer = signed_in(drafter).post(
        reverse("disclosure:drafting"),
        {
            "kind": "payment",
            "title": "创业补贴名单",
            "cites": "东财社〔2019〕7号 第四十七条",
            "organisation": bureau.pk,
            "due_on": today,
            "since": today,
            "until": today + timedelta(days=7),
            "rows": f"姓名\t证号\n张三\t{WHOLE}",
        },
    )

    assert answer.status_code == 422
    assert "第 1 行“证号”有完整的公民身份号码" in answer.content.decode()
    assert not Notice.objects.exists()


def test_a_number_that_got_in_by_another_way_is_stopped_at_publishing(
    bureau: Organisation, drafter: User, reviewer: User
) -> None:
    notice = review_notice(notice=a_draft(bureau, by=drafter), by=reviewer, at=timezone.now())
    Line.objects.filter(notice=notice, number=1).update(cells=["张春生", "110105 1949年12月31日 002X", "1"])

    with pytest.raises(ExposesSomebody):
        publish_notice(notice=notice, by=drafter, at=timezone.now())

    notice.refresh_from_db()
    assert notice.state == Notice.State.REVIEWED


@pytest.mark.parametrize(
    "written",
    [
        WHOLE,
        WHOLE.lower(),
        "110105 19491231 002X",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105-1949-1231-002X",
    ],
)
@pytest.mark.parametrize(
    "statement",
    [
        "update disclosure_line set cells = jsonb_build_array('张三', %s::text)",
        "update disclosure_line set name = %s",
        "update disclosure_notice set title = %s",
        "update disclosure_notice set text = '其中' || %s || '等'",
        "update disclosure_notice set columns = jsonb_build_array('姓名', %s::text)",
    ],
)
def test_the_database_itself_refuses_a_whole_number(
    bureau: Organisation, statement: str, written: str
) -> None:
    a_draft(bureau)

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, [written])


def test_the_database_lets_masked_numbers_and_other_numbers_be(bureau: Organisation) -> None:
    a_draft(bureau)

    with connection.cursor() as cursor:
        for harmless in (
            "110105********002X",
            "110105194912310021",
            "91371502MA3C000000",
            "2019-06-20 2020-06-19",
        ):
            cursor.execute("update disclosure_line set cells = jsonb_build_array(%s::text)", [harmless])


def test_nothing_is_public_before_its_first_day(bureau: Organisation, drafter: User, reviewer: User) -> None:
    notice = a_published_notice(bureau)
    tomorrow = timezone.localdate() + timedelta(days=1)
    Notice.objects.filter(pk=notice.pk).update(since=tomorrow, until=tomorrow)

    assert page(notice).status_code == 404
    assert "一次性创业补贴" not in Client().get(reverse("disclosure:notices")).content.decode()
    assert Client().get(reverse("disclosure:paper", args=[notice.pk])).status_code == 404


def test_when_the_period_is_over_the_names_are_gone_and_the_totals_stay(bureau: Organisation) -> None:
    notice = a_published_notice(bureau)
    gone_by(notice, last=timezone.localdate() - timedelta(days=1))

    before_the_job = page(notice).content.decode()
    archive_notices.run(at=timezone.now())
    after = page(notice).content.decode()

    for shown in (before_the_job, after):
        assert "张春生" not in shown
        assert "2 行" in shown
        assert notice.contents in shown
    assert not Line.objects.exists()
    assert "张春生" not in Client().get(page_export(notice)).getvalue().decode()


def page_export(notice: Notice) -> str:
    return reverse("disclosure:notice", args=[notice.pk]) + "?export=csv"


def test_the_table_can_be_taken_along_with_its_count_and_hash(bureau: Organisation) -> None:
    answer = Client().get(page_export(a_published_notice(bureau)))

    assert answer["X-Row-Count"] == "2"
    assert "371502********002X" in b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]


def test_what_is_withdrawn_keeps_its_title_and_the_reason(bureau: Organisation, drafter: User) -> None:
    notice = a_published_notice(bureau)

    withdraw_notice(notice=notice, reason="名单有误", by=drafter, at=timezone.now())

    shown = page(notice).content.decode()
    assert "名单有误" in shown
    assert "张春生" not in shown


def test_a_correction_replaces_what_was_published(
    bureau: Organisation, drafter: User, reviewer: User
) -> None:
    notice = a_published_notice(bureau)
    client = signed_in(drafter)
    today = timezone.localdate()
    client.post(
        reverse("disclosure:correction", args=[notice.pk]),
        {
            "kind": "payment",
            "title": "更正后的名单",
            "cites": "东财社〔2019〕7号 第四十七条",
            "organisation": bureau.pk,
            "due_on": today,
            "since": today,
            "until": today + timedelta(days=7),
            "rows": "姓名\t金额\n张春生\t1800.00",
        },
    )
    corrected = Notice.objects.get(replaces=notice)
    assert "张春生" in page(notice).content.decode()  # until the correction is published

    review_notice(notice=corrected, by=reviewer, at=timezone.now())
    client.post(reverse("disclosure:publication", args=[corrected.pk]), {"confirmed": "yes"})

    assert "1800.00" in page(corrected).content.decode()
    replaced = page(notice).content.decode()
    assert reverse("disclosure:notice", args=[corrected.pk]) in replaced
    assert "张春生" not in replaced


def test_notices_are_found_by_office_kind_and_by_a_name_on_them(bureau: Organisation) -> None:
    a_published_notice(bureau)
    found = Client().get(reverse("disclosure:notices"), {"named": "张春", "organisation": str(bureau.pk)})
    not_found = Client().get(reverse("disclosure:notices"), {"named": "赵"})

    assert "一次性创业补贴发放名单" in found.content.decode()
    assert "一次性创业补贴发放名单" not in not_found.content.decode()


def test_of_one_matter_there_is_one_notice(bureau: Organisation) -> None:
    a_draft(bureau, source="batch-1")

    with pytest.raises(WrongStep):
        a_draft(bureau, source="batch-1")


@pytest.mark.django_db
def test_the_last_day_counts_twenty_working_days() -> None:
    at = datetime(2021, 4, 30, 4, tzinfo=UTC)

    assert due_after(at, at=at) == date(2021, 6, 1)


def test_a_late_notice_is_a_red_to_do(bureau: Organisation, drafter: User) -> None:
    notice = a_draft(bureau)
    Notice.objects.filter(pk=notice.pk).update(due_on=timezone.localdate() - timedelta(days=3))

    (todo,) = notices_to_publish(user=drafter, scope=EVERYWHERE, at=timezone.now())

    assert todo.kind == "公示逾期"
    assert todo.clock
    assert todo.clock.words == "超期 3 天"


def test_an_official_of_another_district_sees_nothing_of_it(bureau: Organisation) -> None:
    district = a_region("990301", parent=a_region("990300"))
    other = a_user()
    a_grant(other, "reviewer", region=district)
    notice = a_draft(bureau)
    assert an_organisation("other", region=district)

    client = signed_in(other)
    assert client.get(notice.get_absolute_url()).status_code == 404
    assert str(notice) not in client.get(reverse("disclosure:desk_notices")).content.decode()
