"""监管行为: stored once, sent back with a reason, entered by whoever was trained, exported and counted."""

import json
import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal
from http import HTTPStatus
from io import BytesIO
from threading import Thread
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from guangyue.accounts.tests.factories import a_user
from guangyue.kit.access import EVERYWHERE
from guangyue.kit.identities import make_id_number
from guangyue.kit.refusals import Refused
from guangyue.kit.sheets import read_rows
from guangyue.notifications.gateway import sign
from guangyue.organisations.models import Organisation, Region
from guangyue.supervision.covering import Coverage
from guangyue.supervision.declaration import ItemKind, SubjectKind
from guangyue.supervision.models import (
    ActRevision,
    RejectedAct,
    SourceSystem,
    SupervisionAct,
    SupervisionItem,
)
from guangyue.supervision.offices import office_lines, sleeping_items
from guangyue.supervision.refusals import NothingToExport, NotTrained
from guangyue.supervision.sending import Arrival, Fault
from guangyue.supervision.services.entering import enter_act
from guangyue.supervision.services.exporting import NO_CODE, export_acts, rows_of
from guangyue.supervision.services.keeping import connect_system
from guangyue.supervision.services.receiving import Received
from guangyue.supervision.sheets import ACTS, problems_of, take_acts
from guangyue.supervision.tests.factories import AT, CODE, DAY, FIRM, an_act, an_item, an_officer, send, sent

PERSON = make_id_number(region="990101", born=date(1980, 3, 1), sequence=8).text


def test_the_same_record_sent_twice_leaves_one_act(office: Organisation, item: SupervisionItem) -> None:
    first = send(office)
    again = send(office, at=AT + timedelta(hours=1))

    assert isinstance(first, Received)
    assert isinstance(again, Received)
    assert (first.arrival, again.arrival) == (Arrival.NEW, Arrival.SAME)
    assert SupervisionAct.objects.count() == ActRevision.objects.count() == 1


def test_a_second_form_of_an_act_updates_it_and_the_first_stays_readable(
    office: Organisation, item: SupervisionItem
) -> None:
    an_act(office)
    changed = an_act(office, result="责令改正")

    assert SupervisionAct.objects.get().result == "责令改正"
    assert [one.content["result"] for one in changed.revisions.all()] == ["未发现问题", "责令改正"]
    with pytest.raises(IntegrityError), transaction.atomic():
        ActRevision.objects.update(content={})


def test_a_record_with_an_unknown_item_code_is_rejected_with_its_reason(
    office: Organisation, item: SupervisionItem
) -> None:
    for _ in range(2):
        fault = send(office, item_code="37-SC-999")

    assert isinstance(fault, Fault)
    rejected = RejectedAct.objects.get()
    assert (rejected.field, rejected.reason, rejected.times) == ("item_code", fault.sentence, 2)
    assert not SupervisionAct.objects.exists()


def test_what_was_rejected_is_settled_when_it_comes_as_it_should(
    office: Organisation, item: SupervisionItem
) -> None:
    send(office, result=" ")
    an_act(office)

    assert RejectedAct.objects.get().settled_at == AT


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"day": AT.date() + timedelta(days=1)}, "day"),
        ({"subject": ""}, "subject"),
        ({"subject": FIRM[:-1] + "?"}, "subject"),
        ({"subject_kind": SubjectKind.PLACE, "subject": "NOWHERE"}, "subject"),
        ({"batch": ""}, "ground"),
        ({"source_id": " "}, "source_id"),
    ],
)
def test_what_is_wrong_with_a_record_is_said_of_its_field(
    office: Organisation, item: SupervisionItem, said: dict[str, Any], field: str
) -> None:
    fault = send(office, said.pop("source_id", "1"), **said)

    assert isinstance(fault, Fault)
    assert fault.field == field


def test_an_office_cannot_change_the_act_of_another(
    offices: list[Organisation], item: SupervisionItem
) -> None:
    an_act(offices[0])
    an_item(offices[1])

    assert isinstance(send(offices[1], result="改掉"), Fault)
    assert SupervisionAct.objects.get().result == "未发现问题"


def test_a_rejected_person_is_not_named_and_a_stored_one_is_masked(
    office: Organisation, item: SupervisionItem
) -> None:
    person: dict[str, Any] = {"subject_kind": SubjectKind.PERSON, "subject": PERSON, "subject_name": "李秘密"}
    send(office, "1", item_code="37-SC-999", **person)
    act = an_act(office, "2", **person)

    kept = json.dumps(RejectedAct.objects.get().content, ensure_ascii=False)
    assert PERSON not in kept
    assert "李秘密" not in kept
    assert PERSON not in str(act)
    assert act.shown_name == "李**"


def test_acts_are_late_after_five_working_days(office: Organisation, item: SupervisionItem) -> None:
    in_time = an_act(office, "1", at=AT + timedelta(days=4))  # Friday, the fifth working day
    late = an_act(office, "2", at=AT + timedelta(days=7))

    assert (in_time.due, in_time.is_late, late.is_late) == (date(2020, 6, 5), False, True)
    assert list(SupervisionAct.objects.late()) == [late]
    assert not an_act(office, "1", at=AT + timedelta(days=30), result="更正").is_late


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_is_stored() -> None:
    city = Region.objects.create(code="990100", name="东湖市", kind=Region.Kind.CITY, standard="测试")
    office = Organisation.objects.create(
        key="one", name="机构一", kind=Organisation.Kind.GOVERNMENT, region=city
    )
    an_item(office)
    came: list[object] = []

    def one() -> None:
        received = send(office)
        came.append(received.arrival if isinstance(received, Received) else received)
        connection.close()

    _together(one, one)

    assert sorted(map(str, came)) == sorted(map(str, (Arrival.NEW, Arrival.SAME)))
    assert SupervisionAct.objects.count() == 1


def test_the_coverage_table_counts_an_item_with_one_act_as_covered(
    offices: list[Organisation], item: SupervisionItem
) -> None:
    an_item(offices[0], code="37-SC-002")
    an_item(offices[1], provincial_code="")
    an_act(offices[0])
    send(offices[0], "9", item_code="37-SC-999")

    first, second = sorted(office_lines(AT.date(), EVERYWHERE), key=lambda line: line.office.pk)
    assert first.coverage == Coverage(items=2, active=1)
    assert (first.acts, first.late, first.rejected, first.uncoded) == (1, 0, 1, 0)
    assert (second.coverage.rate, second.uncoded, second.connected) == (Decimal(0), 1, False)
    assert [one.code for one in sleeping_items(AT.date(), EVERYWHERE)] == ["37-SC-002", CODE]


def test_an_act_of_more_than_a_year_ago_wakes_nothing(office: Organisation, item: SupervisionItem) -> None:
    an_act(office)

    until = DAY.replace(year=2021)
    assert sleeping_items(until - timedelta(days=1), EVERYWHERE) == []
    assert sleeping_items(until, EVERYWHERE) == [item]


def test_without_a_training_nobody_enters_an_act(office: Organisation, item: SupervisionItem) -> None:
    untrained, trained = an_officer(office, trained=False), an_officer(office)
    with pytest.raises(NotTrained):
        enter_act(sent=sent(), office=office, by=untrained, at=AT)

    assert enter_act(sent=sent(), office=office, by=trained, at=AT).revisions.get().by == trained


def test_what_is_entered_wrongly_is_refused_at_the_field_and_kept_nowhere(
    office: Organisation, item: SupervisionItem
) -> None:
    with pytest.raises(Refused) as refusal:
        enter_act(sent=sent(subject="1"), office=office, by=an_officer(office), at=AT)

    assert refusal.value.field == "subject"
    assert not RejectedAct.objects.exists()


def test_a_table_names_its_bad_rows_and_is_then_taken_whole(
    office: Organisation, item: SupervisionItem
) -> None:
    connect_system(key="market", title="市场监管", office=office, by=a_user(), at=AT)
    good = [
        "market",
        "1",
        CODE,
        "经营主体",
        FIRM,
        "小吃店",
        "2020-05-29",
        "检查",
        "正常",
        "",
        "",
        "05",
        "",
        "",
    ]
    bad = ["market", "2", "37-SC-999", *good[3:]]
    strange = ["other", "3", *good[2:]]

    reading = _table([good, bad, strange])
    found = [str(problem) for problem in problems_of(reading, scope=EVERYWHERE, on=AT.date())]
    assert [one.partition("”")[0] for one in found] == ["第 3 行“监管事项编码", "第 4 行“来源系统"]

    came = take_acts(_table([good]).taken(), scope=EVERYWHERE, by=an_officer(office), at=AT)
    assert came[Arrival.NEW] == 1


def test_the_counts_of_an_export_and_of_the_city_agree(office: Organisation, item: SupervisionItem) -> None:
    an_item(office, code="37-SC-002", provincial_code="")
    for number in ("1", "2"):
        an_act(office, number)
    an_act(office, "3", item_code="37-SC-002")

    batch = export_acts(by=None, at=AT)

    assert (batch.taken, batch.left_out) == (2, 1)
    assert batch.taken + batch.left_out == SupervisionAct.objects.count()
    assert len(list(rows_of(batch))) == batch.taken
    assert [line.reason for line in batch.lines.exclude(reason="")] == [NO_CODE]


def test_the_next_export_takes_what_changed_and_what_was_left(
    office: Organisation, item: SupervisionItem
) -> None:
    an_item(office, code="37-SC-002", provincial_code="")
    an_act(office, "1")
    an_act(office, "2")
    an_act(office, "3", item_code="37-SC-002")
    first = export_acts(by=None, at=AT)
    before = list(rows_of(first))

    an_act(office, "1", result="责令改正")
    SupervisionItem.objects.filter(code="37-SC-002").update(provincial_code="370022000002")
    second = export_acts(by=None, at=AT)

    assert (second.batch, second.taken, second.left_out) == (2, 2, 0)
    assert list(rows_of(first)) == before
    with pytest.raises(NothingToExport):
        export_acts(by=None, at=AT)


@pytest.fixture
def system(office: Organisation, item: SupervisionItem) -> SourceSystem:
    return connect_system(key="market", title="市场监管", office=office, by=a_user(), at=AT)


def _post(system: SourceSystem, acts: list[dict[str, object]], **headers: str) -> Any:
    body = json.dumps({"acts": acts}).encode()
    moment = headers.pop("moment", str(int(time.time())))
    signed = {
        "X-Guangyue-System": system.key,
        "X-Guangyue-Time": moment,
        "X-Guangyue-Signature": sign(headers.pop("secret", system.secret), moment, body),
    }
    return Client().post(
        "/api/v1/supervision/acts", body, content_type="application/json", headers={**signed, **headers}
    )


def _row(source_id: str, **said: object) -> dict[str, object]:
    return {
        "source_id": source_id,
        "item_code": CODE,
        "subject_kind": SubjectKind.FIRM.name,
        "subject": FIRM,
        "day": str(DAY),
        "kind": ItemKind.INSPECTION.name,
        "result": "正常",
        "batch": "05",
        **said,
    }


def test_a_system_sends_signed_acts_and_hears_of_each(system: SourceSystem) -> None:
    answer = _post(system, [_row("1"), _row("2", item_code="37-SC-999"), _row("1")])

    assert answer.status_code == HTTPStatus.OK, answer.content
    assert [one["arrival"] for one in answer.json()] == ["NEW", "REJECTED", "SAME"]
    assert answer.json()[1]["field"] == "item_code"
    system.refresh_from_db()
    assert system.heard_at is not None


@pytest.mark.parametrize(
    "wrong",
    [
        {"secret": "guessed"},
        {"moment": "1000000000"},
        {"moment": "yesterday"},
        {"X-Guangyue-System": "nobody"},
        {"X-Guangyue-Signature": "签名"},
    ],
)
def test_whoever_cannot_sign_stores_nothing(system: SourceSystem, wrong: dict[str, str]) -> None:
    headers = {name: value.encode().decode("latin-1") for name, value in wrong.items()}

    answer = _post(system, [_row("1")], **headers)

    assert answer.status_code == HTTPStatus.UNAUTHORIZED
    assert not SupervisionAct.objects.exists()


def test_a_system_that_was_ended_is_heard_no_more(system: SourceSystem) -> None:
    SourceSystem.objects.update(ended_at=timezone.now())

    assert _post(system, [_row("1")]).status_code == HTTPStatus.UNAUTHORIZED


def _table(rows: Iterable[list[str]]) -> Any:
    lines = [[column.header for column in ACTS.columns], *rows]
    text = "\n".join(",".join(line) for line in lines)
    return read_rows(BytesIO(text.encode()), ACTS)


def _together(*doing: Callable[[], None]) -> None:
    threads = [Thread(target=one) for one in doing]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
