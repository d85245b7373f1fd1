"""The chain: every record sealed, in strict order, and each one that was touched is named."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from guangyue.audit import chain
from guangyue.audit.chain import BEGINNING, Fault, Head, Link, check_trail, read_trail, seal
from guangyue.audit.linking import count_waiting, current_head, link_records, set_anchor
from guangyue.audit.models import Link as KeptLink
from guangyue.audit.models import Record, Verification
from guangyue.audit.recording import record
from guangyue.audit.tests.conftest import NOON
from guangyue.audit.verification import heads_as_text, links_after

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def everything_before_is_linked(db: None) -> None:
    link_records()


@contextmanager
def tampering() -> Iterator[Any]:
    """What whoever owns the server can do: switch all triggers and foreign keys off."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set local session_replication_role = replica")
        yield cursor
        cursor.execute("set local session_replication_role = origin")


def record_looks(count: int) -> list[int]:
    """So many records, sealed; the numbers of their links."""
    before = current_head().number
    for number in range(count):
        record(action="查看", detail={"件": number}, by=None, at=NOON)
    link_records()
    return list(range(before + 1, before + 1 + count))


def record_of(link: int) -> int:
    return KeptLink.objects.get(pk=link).record_id


def verify(*arguments: str) -> str:
    said = StringIO()
    call_command("audit", "verify", *arguments, stdout=said)
    return said.getvalue()


def faults(*arguments: str) -> list[str]:
    """What `audit verify` says is wrong; it must end with 1."""
    said = StringIO()
    with pytest.raises(CommandError) as ended:
        call_command("audit", "verify", *arguments, stdout=said)
    assert ended.value.returncode == 1
    return [line for line in said.getvalue().splitlines() if not line.startswith("链头")]


def test_records_wait_until_they_are_linked() -> None:
    before = current_head().number
    record(action="查看", by=None, at=NOON)
    assert count_waiting() == 1

    assert link_records() == 1

    assert count_waiting() == 0
    assert current_head().number == before + 1


@pytest.mark.django_db(transaction=True)
def test_a_record_whose_transaction_ends_late_is_linked_after_the_others_and_not_left_out() -> None:
    link_records()
    slow = connection.copy()
    try:
        with slow.cursor() as cursor:
            cursor.execute("begin")
            cursor.execute("insert into audit_record (at, action) values (now(), '慢') returning id")
            (late,) = cursor.fetchone()
            early = record(action="快", by=None, at=NOON)
            assert late < early.pk
            assert link_records() == 1
            cursor.execute("commit")
    finally:
        slow.close()

    assert link_records() == 1
    assert KeptLink.objects.get(record_id=late).number == KeptLink.objects.get(record_id=early.pk).number + 1
    assert "核验无误" in verify()


def test_a_chain_in_order_is_verified() -> None:
    record_looks(3)

    assert "核验无误" in verify()
    assert Verification.objects.latest().passed


@pytest.mark.parametrize(
    "column", ["by_name = '别人'", "at = at + interval '1 second'", "detail = '{}'", "action = '导出'"]
)
def test_a_record_that_was_changed_is_named(column: str) -> None:
    _, touched, _ = record_looks(3)
    with tampering() as cursor:
        cursor.execute(f"update audit_record set {column} where id = %s", [record_of(touched)])  # noqa: S608

    assert faults() == [f"链上第 {touched} 号：记录 {record_of(touched)} 与入链时不符"]
    assert not Verification.objects.latest().passed


def test_each_of_several_changed_records_is_named() -> None:
    numbers = record_looks(5)
    with tampering() as cursor:
        for touched in (numbers[1], numbers[2], numbers[4]):
            cursor.execute("update audit_record set by_name = '别人' where id = %s", [record_of(touched)])

    assert [fault.split("：")[0] for fault in faults()] == [
        f"链上第 {numbers[index]} 号" for index in (1, 2, 4)
    ]


def test_a_record_that_was_deleted_is_named() -> None:
    _, touched, _ = record_looks(3)
    gone = record_of(touched)
    with tampering() as cursor:
        cursor.execute("delete from audit_record where id = %s", [gone])

    assert faults() == [f"链上第 {touched} 号：记录 {gone} 不见了"]


def test_a_record_deleted_with_its_link_leaves_a_gap() -> None:
    _, touched, _ = record_looks(3)
    with tampering() as cursor:
        cursor.execute("delete from audit_record where id = %s", [record_of(touched)])
        cursor.execute("delete from audit_link where number = %s", [touched])

    assert faults() == [f"链上第 {touched} 号不见了"]


def test_a_link_that_was_changed_is_named_and_its_neighbour_is_not() -> None:
    _, touched, _ = record_looks(3)
    with tampering() as cursor:
        cursor.execute("update audit_link set digest = %s where number = %s", ["f" * 64, touched])

    assert [fault.split("：")[0] for fault in faults()] == [f"链上第 {touched} 号"]


def test_a_record_taken_off_the_waiting_list_is_named() -> None:
    record_looks(1)
    hidden = record(action="导出", by=None, at=NOON)
    with tampering() as cursor:
        cursor.execute("delete from audit_unlinked where record_id = %s", [hidden.pk])

    assert faults() == [f"记录 {hidden.pk} 没有入链，也不在等候入链的名单上"]


def test_the_waiting_list_lets_no_record_go_before_it_is_linked() -> None:
    record(action="查看", by=None, at=NOON)

    with (
        pytest.raises(DatabaseError, match="还没有入链"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("delete from audit_unlinked")


def test_a_chain_made_anew_from_a_changed_record_does_not_match_a_head_noted_before() -> None:
    numbers = record_looks(3)
    set_anchor(at=NOON)
    with tampering() as cursor:
        cursor.execute("update audit_record set by_name = '别人' where id = %s", [record_of(numbers[0])])
        cursor.execute("select record_id from audit_link where number >= %s order by number", [numbers[0]])
        records = [row[0] for row in cursor.fetchall()]
        cursor.execute("delete from audit_link where number >= %s", [numbers[0]])
        for one in records:
            cursor.execute("insert into audit_unlinked values (%s)", [one])
    link_records()

    assert faults() == [f"链上第 {numbers[-1]} 号：与当时留存的链头不符，此前的链重做过"]


def test_a_chain_that_was_cut_short_does_not_reach_a_head_noted_before(tmp_path: Path) -> None:
    numbers = record_looks(3)
    anchor = set_anchor(at=NOON)
    assert anchor
    (tmp_path / "heads.txt").write_text("".join(heads_as_text([anchor])))
    with tampering() as cursor:
        cursor.execute("delete from audit_anchor")
        cursor.execute("delete from audit_record where id = %s", [record_of(numbers[-1])])
        cursor.execute("delete from audit_link where number = %s", [numbers[-1]])

    (found,) = faults("--heads", str(tmp_path / "heads.txt"))
    assert found.endswith("末尾被截去")


def test_a_head_is_noted_down_once() -> None:
    record_looks(1)

    assert set_anchor(at=NOON)
    assert set_anchor(at=NOON) is None


def test_links_have_no_gap_even_for_whoever_writes_them_by_hand() -> None:
    (last,) = record_looks(1)
    one = record(action="查看", by=None, at=NOON)

    with pytest.raises(DatabaseError, match="previous"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "insert into audit_link (number, record_id, algorithm, digest) values (%s, %s, 'sm3', 'x')",
            [last + 2, one.pk],
        )


def test_an_exported_chain_is_verified_by_a_file_that_needs_python_alone(tmp_path: Path) -> None:
    record_looks(3)
    trail = tmp_path / "trail.jsonl"
    call_command("audit", "export", str(trail), stdout=StringIO())

    alone = subprocess.run(
        [sys.executable, "-I", chain.__file__, str(trail)], capture_output=True, text=True, check=False
    )

    assert (alone.returncode, alone.stdout.splitlines()[-1]) == (0, "核验无误")
    assert "核验无误" in verify(str(trail))


def test_an_exported_chain_that_was_changed_names_the_record(tmp_path: Path) -> None:
    numbers = record_looks(3)
    trail = tmp_path / "trail.jsonl"
    call_command("audit", "export", str(trail), stdout=StringIO())
    lines = trail.read_text(encoding="utf-8").splitlines()
    lines[numbers[1] - 1] = lines[numbers[1] - 1].replace("查看", "导出")
    trail.write_text("\n".join(lines), encoding="utf-8")

    alone = subprocess.run(
        [sys.executable, "-I", chain.__file__, str(trail)], capture_output=True, text=True, check=False
    )

    assert alone.returncode == 1
    assert f"链上第 {numbers[1]} 号：记录 {record_of(numbers[1])} 与入链时不符" in alone.stdout
    assert len(faults(str(trail))) == 1


def test_an_export_is_itself_recorded_with_its_rows_and_hash(tmp_path: Path) -> None:
    record_looks(1)

    call_command("audit", "export", str(tmp_path / "trail.jsonl"), stdout=StringIO())

    exported = Record.objects.filter(action="导出审计链").latest("pk")
    assert exported.detail
    assert exported.detail["行数"] == current_head().number
    assert len(exported.detail["SHA-256"]) == 64


@pytest.mark.parametrize("line", ["", "{}", '{"number": 1}', "[]", "什么"])
def test_a_file_that_is_no_trail_is_refused_in_one_line(tmp_path: Path, line: str) -> None:
    (tmp_path / "trail.jsonl").write_text(line + "\n", encoding="utf-8")

    with pytest.raises(CommandError, match="读写文件出错"):
        verify(str(tmp_path / "trail.jsonl"))


def test_a_step_goes_on_from_its_checkpoint(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("guangyue.audit.verification.BATCH", 2)
    numbers = record_looks(5)
    with tampering() as cursor:
        cursor.execute("update audit_record set by_name = '别人' where id = %s", [record_of(numbers[1])])

    assert len(faults()) == 1
    call_command("audit", "export", str(tmp_path / "trail.jsonl"), stdout=StringIO())
    with (tmp_path / "trail.jsonl").open(encoding="utf-8") as lines:
        assert len(list(read_trail(lines))) == current_head().number


def chain_of(texts: list[str]) -> list[Link]:
    links, digest = [], BEGINNING
    for number, text in enumerate(texts, start=1):
        digest = seal(digest, number, "sha256", text)
        links.append(Link(number, "sha256", digest, text, number))
    return links


@given(st.lists(st.text(), min_size=1, max_size=12), st.data())
def test_whichever_record_is_changed_it_alone_is_named(texts: list[str], data: st.DataObject) -> None:
    links = chain_of(texts)
    touched = data.draw(st.integers(0, len(links) - 1))
    links[touched] = Link(touched + 1, "sha256", links[touched].digest, texts[touched] + "。", touched + 1)

    *found, head = check_trail(links, noted={})

    assert [fault.number for fault in found if isinstance(fault, Fault)] == [touched + 1]
    assert head == Head(len(links), links[-1].digest)


@given(st.lists(st.text(), min_size=2, max_size=12), st.data())
def test_links_in_another_order_or_missing_are_found(texts: list[str], data: st.DataObject) -> None:
    links = chain_of(texts)
    one = data.draw(st.integers(0, len(links) - 2))
    swapped = [*links[:one], links[one + 1], links[one], *links[one + 2 :]]

    assert len(list(check_trail(swapped, noted={}))) > 1
    assert len(list(check_trail([*links[:one], *links[one + 1 :]], noted={}))) > 1


def test_the_text_that_is_sealed_is_json_of_the_whole_record() -> None:
    (number,) = record_looks(1)
    (link,) = links_after(number - 1)

    kept = json.loads(link.text or "")
    assert (kept["action"], kept["at"], kept["detail"]) == ("查看", "2026-03-02T04:00:00.000000Z", {"件": 0})
    assert set(kept) == {
        "id",
        "at",
        "by",
        "name",
        "reference",
        "action",
        "table",
        "row",
        "before",
        "after",
        "detail",
    }
