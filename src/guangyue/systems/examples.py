"""示例: worked examples of the catalogue, read from a file, and judged against what a system answers. Knows
no database."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

SYSTEM_NUMBER = re.compile(r"S\d{2}[A-Z]?(?![0-9A-Za-z])")
SECTION = re.compile(r"^#+\s+Worked examples\s*$(?P<body>.*?)(?=^#+\s|\Z)", re.MULTILINE | re.DOTALL)
FENCE = re.compile(r"^```ya?ml[^\n]*\n(?P<body>.*?)^```", re.MULTILINE | re.DOTALL)
YES_AND_NO = "tag:yaml.org,2002:bool"


class UnreadableExamples(ValueError):
    """The file does not hold worked examples in the catalogue's form."""


@dataclass(frozen=True)
class Example:
    """One worked example: what is given, what is expected, and the clause that makes it so."""

    given: Mapping[str, Any]
    expect: Mapping[str, Any]
    because: str = ""


@dataclass(frozen=True)
class Meaning:
    """An answer that can be said in several ways: how we say it, and which others are as right."""

    shown: object
    accepts: Callable[[object], bool]


@dataclass
class Given:
    """What an example gives. A key that nobody reads was not understood, and says so afterwards."""

    values: Mapping[str, Any]
    read: set[str] = field(default_factory=set)
    parts: dict[str, "Given"] = field(default_factory=dict)

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def take(self, key: str, default: Any = None) -> Any:
        self.read.add(key)
        return self.values.get(key, default)

    def text(self, key: str) -> str:
        """Empty for what is not given, and for what is given as nothing: null, none, 无."""
        value = self.take(key)
        return "" if is_nothing(value) else str(value)

    def day(self, key: str) -> date | None:
        return as_day(self.take(key))

    def part(self, key: str) -> "Given":
        self.read.add(key)
        value = self.values.get(key)
        return self.parts.setdefault(key, Given(value if isinstance(value, Mapping) else {}))

    def stop(self) -> None:
        """What was refused needs no further reading."""
        self.read |= self.values.keys()
        self.parts.clear()

    def unread(self) -> Iterator[str]:
        """The keys that nobody asked for, those of parts with the part's name before them."""
        for key in self.values:
            if key not in self.read:
                yield str(key)
            elif key in self.parts:
                yield from (f"{key}.{inner}" for inner in self.parts[key].unread())


# Answers a worked example: what was given, and which keys are asked for.
Answering = Callable[[Given], Mapping[str, object]]
AnswersExamples = Callable[[Given, Collection[str]], Mapping[str, object]]


def read_examples(path: Path) -> list[Example]:
    """A YAML list; or, in a Markdown entry, every YAML fence under “Worked examples”."""
    text = path.read_text(encoding="utf-8")
    sources = [text]
    if path.suffix == ".md":
        sources = [
            fence["body"] for section in SECTION.finditer(text) for fence in FENCE.finditer(section["body"])
        ]
    examples = [example for source in sources for example in _examples(source)]
    if not examples:
        raise UnreadableExamples("no worked examples in it")
    return examples


def system_number(path: Path) -> str:
    """S05 for S05-organisations-appointments.md; empty when the name says none."""
    found = SYSTEM_NUMBER.match(path.name)
    return found[0] if found else ""


def difference(example: Example, given: Given, answer: Mapping[str, object]) -> str:
    """Empty when the answer is what was expected; otherwise the first thing that is not."""
    if unread := sorted(given.unread()):
        return f"given key not understood: {', '.join(unread)}"
    return _difference(example.expect, answer, "")


def is_nothing(value: object) -> bool:
    return (
        value is None
        or value is False
        or (isinstance(value, str) and value.strip().lower() in ("", "none", "no", "无"))
    )


def answering(answers: Mapping[str, Answering]) -> AnswersExamples:
    """By what an example speaks of: the first of these keys that it gives; of what nobody knows, nothing."""

    def answer(given: Given, asked: Collection[str]) -> Mapping[str, object]:
        known = next((answers[key] for key in answers if key in given), None)
        return known(given) if known else {}

    return answer


def the_day(said: object) -> date:
    """The day that an example must name."""
    day = as_day(said)
    if day is None:
        raise ValueError("the example names no day")
    return day


def as_day(value: object) -> date | None:
    if isinstance(value, date) or value is None:
        return value
    return date.fromisoformat(str(value))


def _difference(expected: Mapping[str, Any], answer: Mapping[str, object], path: str) -> str:
    for key, value in expected.items():
        if key not in answer:
            return f"expect key not understood: {path}{key}"
        if found := _unlike(value, answer[key], f"{path}{key}"):
            return found
    return ""


def _unlike(expected: object, actual: object, path: str) -> str:
    """Where the two part; a mapping in the answer may say more than was asked."""
    if isinstance(actual, Meaning):
        return "" if actual.accepts(expected) else _parted(expected, actual.shown, path)
    if isinstance(expected, Mapping) and isinstance(actual, Mapping):
        return _difference(expected, actual, f"{path}.")
    if isinstance(expected, list) and isinstance(actual, list | tuple):
        if len(expected) != len(actual):
            return _parted(expected, actual, path)
        pairs = enumerate(zip(expected, actual, strict=True))
        return next(
            (found for index, (one, other) in pairs if (found := _unlike(one, other, f"{path}[{index}]"))), ""
        )
    return "" if _plain(expected) == _plain(actual) else _parted(expected, actual, path)


def _parted(expected: object, actual: object, path: str) -> str:
    return f"{path}: expected {_plain(expected)!r}, got {_plain(actual)!r}"


def _plain(value: object) -> object:
    """A day is the same written as a date or as text; a list the same as a tuple."""
    if isinstance(value, Meaning):
        return _plain(value.shown)
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def _examples(source: str) -> Iterator[Example]:
    try:
        entries = yaml.load(source, Loader=_Loader)  # noqa: S506, a SafeLoader with fewer words for yes
    except yaml.YAMLError as error:
        raise UnreadableExamples(f"not YAML: {error}") from error
    if not isinstance(entries, list):
        raise UnreadableExamples("not a list of examples")
    for number, entry in enumerate(entries, start=1):
        if (
            not isinstance(entry, dict)
            or not isinstance(entry.get("given"), dict)
            or not isinstance(entry.get("expect"), dict)
        ):
            raise UnreadableExamples(f"example {number} has no given or no expect")
        if strange := sorted(map(str, entry.keys() - {"given", "expect", "because"})):
            raise UnreadableExamples(
                f"example {number} has a key beside given, expect and because: {', '.join(strange)}"
            )
        yield Example(_keyed(entry["given"]), _keyed(entry["expect"]), str(entry.get("because", "")))


def _keyed(value: Any) -> Any:
    """Keys as text: an unquoted day is read as a date."""
    if isinstance(value, dict):
        return {str(_plain(key)): _keyed(inner) for key, inner in value.items()}
    return [_keyed(inner) for inner in value] if isinstance(value, list) else value


class _Loader(yaml.SafeLoader):
    """YAML 1.2 here: `on` and `yes` are words, only true and false are truth values."""


_Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag != YES_AND_NO]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(YES_AND_NO, re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
