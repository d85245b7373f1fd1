"""核对: whoever has the published files can check a draw, and whatever was changed in them is named."""

import ast
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from guangyue.inspections.drawing.record import as_text
from guangyue.inspections.drawing.terms import Algorithm, Target, Terms
from guangyue.inspections.tests.drawn import PUBLIC_VALUE, WIDER, WORKED, published
from guangyue.inspections.tests.test_drawing import rosters
from guangyue.inspections.verifier import gydraw_verify
from guangyue.inspections.verifier.gydraw_verify import differences

VERIFIER = Path(gydraw_verify.__file__)
NOTICE, RECORD = published()

Change = Callable[[dict[str, Any]], object]

# What somebody does to a record, how the record alone gives it away, and how the copy that was kept does.
ATTACKS: dict[str, tuple[Change, str, str]] = {
    "a subject is swapped": (
        lambda record: record["targets"][4].__setitem__(0, "T0055"),
        "检查对象被调换、增加或者删去",
        'targets（应为 ["T005", 1]，记录的是 ["T0055", 1]）',
    ),
    "a subject is left out": (
        lambda record: record["targets"].pop(),
        "检查对象数与名单不符（应为 5，记录的是 6）",
        'targets（应为 ["T006", 2]，记录的是 null）',
    ),
    "the list is reordered": (
        lambda record: record["targets"].reverse(),
        '检查对象的次序被改动，或者编号重复（应为 ["T001", 1]，记录的是 ["T006", 2]）',
        'targets（应为 ["T001", 1]，记录的是 ["T006", 2]）',
    ),
    "a weight is edited": (
        lambda record: record["targets"][4].__setitem__(1, 2),
        "检查对象的权重被改动",
        'targets（应为 ["T005", 1]，记录的是 ["T005", 2]）',
    ),
    "somebody is made exempt": (
        lambda record: record["targets"][4].__setitem__(1, 0),
        "检查对象的权重被改动，或者有的不到 1",
        'targets（应为 ["T005", 1]，记录的是 ["T005", 0]）',
    ),
    "fewer are drawn": (
        lambda record: record.update(n=2),
        "抽取数量被改动（应为 3，记录的是 2）",
        "n（应为 3，记录的是 2）",
    ),
    "an inspector gets more room": (
        lambda record: record["inspectors"][2].__setitem__(3, 9),
        "执法人员名录被改动",
        'inspectors（应为 ["I03", "SC", ["通用", "食品"], 1]，记录的是 ["I03", "SC", ["通用", "食品"], 9]）',
    ),
    "a recusal is dropped": (
        lambda record: record["recusals"].clear(),
        "回避名单被改动",
        'recusals（应为 ["I01", "T004"]，记录的是 null）',
    ),
    "the batch is another": (
        lambda record: record.update(batch="2020-SC-002"),
        "批次、算法或者各名单的摘要被改动",
        'batch（应为 "2020-SC-001"，记录的是 "2020-SC-002"）',
    ),
    "the algorithm is chosen afterwards": (
        lambda record: record.update(algorithm="RFC-3797"),
        "批次、算法或者各名单的摘要被改动",
        'algorithm（应为 "GYDRAW-1"，记录的是 "RFC-3797"）',
    ),
    "the salt is another": (
        lambda record: record.update(salt="s5lt"),
        "承诺值对不上：盐值被改动",
        'salt（应为 "s4lt"，记录的是 "s5lt"）',
    ),
    "the public value is another": (
        lambda record: record.update(public_value="2020105:04,09,13,18,22,27,32"),
        "种子对不上：公开值被改动",
        f'public_value（应为 "{PUBLIC_VALUE}"，记录的是 "2020105:04,09,13,18,22,27,32"）',
    ),
    "somebody else is said to be drawn": (
        lambda record: record["drawn"][1].__setitem__(0, "T001"),
        '抽取结果被改动（应为 ["T003", 6, 10]，记录的是 ["T001", 6, 10]）',
        'drawn（应为 ["T003", 6, 10]，记录的是 ["T001", 6, 10]）',
    ),
    "an inspector is picked by hand": (
        lambda record: record["teams"][2][1].__setitem__(1, "I02"),
        '检查组被改动（应为 ["T006", ["I01", null, "I04"]]，记录的是 ["T006", ["I01", "I02", "I04"]]）',
        'teams（应为 ["T006", ["I01", null, "I04"]]，记录的是 ["T006", ["I01", "I02", "I04"]]）',
    ),
    "a shortage is filled by hand": (
        lambda record: record["filled_teams"][2][1].__setitem__(1, "W02"),
        '补抽的检查组被改动（应为 ["T006", ["I01", "W01", "I04"]]',
        'filled_teams（应为 ["T006", ["I01", "W01", "I04"]]，记录的是 ["T006", ["I01", "W02", "I04"]]）',
    ),
    "the wider roster is another": (
        lambda record: record["wider_inspectors"].pop(),
        "全市范围名录被改动",
        'wider_inspectors（应为 ["W02", "SC", ["通用"], 1]，记录的是 null）',
    ),
    "a place in the team is another": (
        lambda record: record["slots"][1].__setitem__(1, "食品"),
        "检查组被改动",
        'slots（应为 ["SC", "通用"]，记录的是 ["SC", "食品"]）',
    ),
}


def test_a_draw_agrees_with_its_notice() -> None:
    assert differences(_file(RECORD), _file(NOTICE)) == []


@pytest.mark.parametrize(("change", "alone", "beside_the_copy"), ATTACKS.values(), ids=ATTACKS)
def test_what_was_changed_is_named(change: Change, alone: str, beside_the_copy: str) -> None:
    changed = deepcopy(RECORD)
    change(changed)

    (said_alone,) = differences(_file(changed))
    (said_beside,) = differences(_file(changed), _file(RECORD))

    assert said_alone.startswith(alone)
    assert said_beside == f"与留存的不同：{beside_the_copy}"


@pytest.mark.parametrize(
    "terms",
    [
        replace(WORKED, targets=(*WORKED.targets[:4], Target("T005", 8), WORKED.targets[5])),
        replace(WORKED, n=2),
        replace(WORKED, recusals=frozenset()),
    ],
    ids=["another weight", "another n", "no recusal"],
)
def test_whoever_makes_all_of_it_anew_is_given_away_by_the_notice(terms: Terms) -> None:
    _, record = published(terms)

    assert differences(_file(record)) == []
    assert any("commitment" in sentence for sentence in differences(_file(record), _file(NOTICE)))


def test_nobody_draws_again_until_it_pleases() -> None:
    """Once the public value is known another salt would draw others, and the notice holds the first."""
    results = set()
    for number in range(20):
        _, record = published(salt=f"salt {number}")
        results.add(json.dumps(record["drawn"]))

        (said,) = differences(_file(record), _file(NOTICE))
        assert said.startswith("与留存的不同：commitment")

    assert len(results) > 10


def test_a_notice_tells_nobody_who_may_be_visited_or_who_may_come() -> None:
    known = [one.id for people in (WORKED.targets, WORKED.inspectors, WIDER) for one in people]
    text = as_text(NOTICE)

    assert not [code for code in known if code in text]
    assert not {"salt", "seed", "list_hash", "ids_hash", "weights_hash", "plan_hash", "roster_hash"} & set(
        NOTICE
    )


def test_the_same_draw_is_the_same_file_to_the_byte() -> None:
    assert as_text(published()[1]) == as_text(published()[1])
    assert json.loads(as_text(RECORD)) == RECORD


@pytest.mark.parametrize("algorithm", Algorithm)
@given(rosters(), st.text(max_size=9), st.text(max_size=9))
def test_the_verifier_works_out_what_we_work_out(
    algorithm: Algorithm, terms: Terms, salt: str, public_value: str
) -> None:
    notice, record = published(replace(terms, algorithm=algorithm), salt=salt, public_value=public_value)

    assert differences(_file(record), _file(notice)) == []


@given(st.lists(st.integers(1, 2**70), min_size=1, max_size=2500), st.data())
def test_the_verifier_passes_over_blocks_as_we_pass_over_halves(
    weights: list[int], data: st.DataObject
) -> None:
    targets = tuple(Target(f"{number:05}", weight) for number, weight in enumerate(weights))
    terms = Terms("B", data.draw(st.integers(1, min(len(weights), 50))), targets)

    assert differences(_file(published(terms)[1])) == []


@pytest.mark.parametrize(
    "file",
    [b"", b"[]", b"{}", b"null", b"\xff", b'{"format": "guangyue-draw-1"}', b'{"format": "guangyue-draw-2"}'],
)
def test_what_is_no_record_is_no_draw(file: bytes) -> None:
    assert differences(file)


@pytest.mark.parametrize("name", RECORD)
@pytest.mark.parametrize("value", [None, 7, "7", [], [7], [[7]], {}, -1, 10**6])
def test_a_record_with_nonsense_in_it_is_answered_with_a_sentence(name: str, value: object) -> None:
    if name not in ("public_value_source", "public_value_due"):  # said to people, and drawn from by nobody
        assert differences(_file({**RECORD, name: value}))
    assert differences(_file({**RECORD, name: value}), _file(RECORD))


def test_the_verifier_needs_python_alone_and_little_time_to_read(tmp_path: Path) -> None:
    source = VERIFIER.read_text(encoding="utf-8")
    imported = {name.split(".")[0] for node in ast.walk(ast.parse(source)) for name in _imported(node)}

    assert imported <= sys.stdlib_module_names
    assert len(source.splitlines()) < 150


def test_somebody_without_guangyue_verifies_a_draw(tmp_path: Path) -> None:
    program = shutil.copy(VERIFIER, tmp_path)
    (tmp_path / "record.json").write_bytes(_file(RECORD))
    (tmp_path / "changed.json").write_bytes(_file({**RECORD, "n": 2}))
    (tmp_path / "notice.json").write_bytes(_file(NOTICE))

    good, changed = (
        subprocess.run(
            [sys.executable, "-I", program, file, "notice.json"], cwd=tmp_path, capture_output=True, text=True
        )
        for file in ("record.json", "changed.json")
    )

    assert (good.returncode, good.stdout) == (0, "核对无误\n")
    assert (changed.returncode, changed.stdout) == (1, "与留存的不同：n（应为 3，记录的是 2）\n")


def test_the_command_names_the_difference(tmp_path: Path) -> None:
    record, notice = tmp_path / "record.json", tmp_path / "notice.json"
    record.write_bytes(_file(RECORD))
    notice.write_bytes(_file(NOTICE))

    assert _verify(record, notice) == "核对无误\n"
    assert _verify(record).startswith("记录自身一致；")

    record.write_bytes(_file({**RECORD, "salt": "s5lt"}))
    with pytest.raises(CommandError, match="不一致"):
        _verify(record)
    with pytest.raises(CommandError, match="读文件出错"):
        _verify(tmp_path / "nothing.json")


def _verify(*files: Path) -> str:
    said = StringIO()
    call_command("draw", "verify", *map(str, files), stdout=said)
    return said.getvalue()


def _file(published: dict[str, Any]) -> bytes:
    return as_text(published).encode()


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []
