"""编索引: from issues as they were read to the file of the clause index."""

from collections.abc import Iterable, Iterator
from datetime import date

from guangyue.gazette.index import INDENT
from guangyue.gazette.reading.shapes import Part, ReadClause, ReadDocument, ReadIssue, Window

HEAD = "# 条款索引，由 guangyue clauses --index 编成：文号、标题、日期和条款号，不含公文的文字。\n"


def index_of(issues: Iterable[ReadIssue]) -> str:
    """TOML: each document that has a number, with the tree of its clauses."""
    entries = ["\n".join(_entry(issue, document)) for issue in issues for document in _numbered(issue)]
    return "\n\n".join([HEAD.strip(), *entries]) + "\n"


def _numbered(issue: ReadIssue) -> Iterator[ReadDocument]:
    """A chronicle has no number, and nothing is demanded by it."""
    return (document for document in issue.documents if document.number)


def _entry(issue: ReadIssue, document: ReadDocument) -> Iterator[str]:
    yield "[[document]]"
    yield f"number = {_text(document.number)}"
    yield f"title = {_text(document.title)}"
    yield f"issuers = [{', '.join(map(_text, document.issuers))}]"
    if document.day:
        yield f"day = {document.day}"
    if issue.front.year and issue.front.number:
        yield f'issue = "{issue.front.year}-{issue.front.number:02d}"'
    if named := [part for part in document.parts if part.name and part.title]:
        yield from _list("parts", (_part(part) for part in named))
    if dated := [window for window in document.windows if window.said_by and not window.event]:
        yield from _list("windows", (_window(window) for window in dated))
    yield 'clauses = """'
    for part in document.parts:
        for clause in part.clauses:
            yield from _tree(clause, 0)
    yield '"""'


def _tree(clause: ReadClause, depth: int) -> Iterator[str]:
    """One line for each clause that can be cited."""
    if clause.path:
        yield INDENT * depth + clause.path
        depth += 1
    for inner in clause.clauses:
        yield from _tree(inner, depth)


def _list(name: str, entries: Iterable[str]) -> Iterator[str]:
    yield f"{name} = ["
    yield from (f"  {{ {entry} }}," for entry in entries)
    yield "]"


def _part(part: Part) -> str:
    return f"name = {_text(part.name)}, title = {_text(part.title)}"


def _window(window: Window) -> str:
    said: list[tuple[str, str | date | None]] = [
        ("of", window.of),
        ("since", window.since),
        ("until", window.until),
        ("said_by", window.said_by),
    ]
    return ", ".join(
        f"{name} = {value if isinstance(value, date) else _text(value)}" for name, value in said if value
    )


def _text(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
