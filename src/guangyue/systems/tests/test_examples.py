"""Worked examples: how they are read, and what makes one fail."""

from datetime import date
from pathlib import Path

import pytest

from guangyue.systems.examples import (
    Example,
    Given,
    Meaning,
    UnreadableExamples,
    difference,
    read_examples,
    system_number,
)

MARKDOWN = """# S05

```yaml
- given: {not: an example}
```

## Worked examples

Some words.

```yaml
- given: {ask: holder, on: [2020-03-23]}
  expect: {"2020-03-23": 孔祥之}
  because: "R8"
```

```yaml
- given: {county: 冠县, group: {改厕: yes, 社会救助: none}}
  expect: {missing: [社会救助]}
```

## Notes

```yaml
- given: {not: either}
  expect: {}
```
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def judged(given: dict[str, object], expect: dict[str, object], answer: dict[str, object], *read: str) -> str:
    reader = Given(given)
    for key in read:
        reader.take(key)
    return difference(Example(given, expect), reader, answer)


def test_only_fences_under_worked_examples_are_examples(tmp_path: Path) -> None:
    examples = read_examples(write(tmp_path, "S05-a.md", MARKDOWN))

    assert [sorted(example.given) for example in examples] == [["ask", "on"], ["county", "group"]]
    assert examples[0].because == "R8"


def test_on_and_yes_are_words_and_days_are_days(tmp_path: Path) -> None:
    first, second = read_examples(write(tmp_path, "S05-a.md", MARKDOWN))

    assert first.given["on"] == [date(2020, 3, 23)]
    assert second.given["group"]["改厕"] == "yes"


def test_a_bare_list_is_read_too(tmp_path: Path) -> None:
    (example,) = read_examples(write(tmp_path, "S48.yaml", "- given: {a: 1}\n  expect: {2020-03-23: 甲}\n"))

    assert example.expect == {"2020-03-23": "甲"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: 1",
        "- given: {a: 1}",
        "- given: 1\n  expect: {}",
        "- {given: {a: 1}, expect: {}, why: x}",
        "- [",
    ],
)
def test_a_file_in_another_form_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableExamples):
        read_examples(write(tmp_path, "S05.yaml", text))


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("S05-organisations.md", "S05"),
        ("S21A-monitoring.md", "S21A"),
        ("S48.yaml", "S48"),
        ("notes.md", ""),
        ("S051.md", ""),
    ],
)
def test_the_system_is_in_the_name_of_the_file(name: str, number: str) -> None:
    assert system_number(Path(name)) == number


def test_what_is_expected_and_answered_alike_passes() -> None:
    assert judged({"a": 1}, {"b": "2020-03-23"}, {"b": date(2020, 3, 23), "c": 1}, "a") == ""


def test_a_given_key_nobody_read_is_named() -> None:
    assert "colour" in judged({"a": 1, "colour": 2}, {"b": 1}, {"b": 1}, "a")


def test_a_given_key_inside_a_part_is_named_with_its_place() -> None:
    given = Given({"change": {"old": "P1", "colour": 2}})
    given.part("change").take("old")

    assert "change.colour" in difference(Example(given.values, {}), given, {})


def test_an_expected_key_nobody_answers_is_named() -> None:
    assert "colour" in judged({"a": 1}, {"colour": 1}, {"b": 1}, "a")


def test_an_expected_key_inside_a_mapping_is_named_with_its_place() -> None:
    said = judged({"a": 1}, {"steps": [{"colour": 1}]}, {"steps": [{"removed": "甲"}]}, "a")

    assert "steps[0].colour" in said


@pytest.mark.parametrize(
    ("expected", "answered"), [("甲", "乙"), (["甲"], ["甲", "乙"]), (None, "甲"), (1, "1"), ([], "甲")]
)
def test_another_answer_fails_and_says_both(expected: object, answered: object) -> None:
    said = judged({"a": 1}, {"b": expected}, {"b": answered}, "a")

    assert said.startswith("b: expected")


def test_an_answer_may_be_said_in_several_ways() -> None:
    vacant = Meaning("空缺", lambda expected: expected in ("空缺", None))

    assert judged({"a": 1}, {"b": None}, {"b": vacant}, "a") == ""
    assert judged({"a": 1}, {"b": "空缺"}, {"b": vacant}, "a") == ""
    assert judged({"a": 1}, {"b": "甲"}, {"b": vacant}, "a") != ""
