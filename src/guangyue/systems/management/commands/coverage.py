"""`guangyue coverage [文号]`: how the city's clauses are accounted for, or those of one document."""

import json
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from guangyue.gazette.document import Clause
from guangyue.gazette.index import IndexedDocument
from guangyue.systems.coverage import CoveredClause, Figures, State, count, cover_city, cover_document

MARKS = {State.RUNNING: "✓", State.LEFT_OUT: "－", State.OPEN: "○"}
BAR = 20


class Command(BaseCommand):
    help = "条款覆盖：哪些条款已经运行，哪些不需系统（附理由），哪些尚未研究"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("number", nargs="?", metavar="文号", help="只看一件公文，逐条列出")
        parser.add_argument("--json", action="store_true", dest="as_json", help="以 JSON 输出")

    def handle(self, *args: Any, number: str | None, as_json: bool, **options: Any) -> None:
        told, lines = _of_document(number) if number else _of_city()
        for line in [json.dumps(told, ensure_ascii=False, indent=2)] if as_json else lines:
            self.stdout.write(line)


def _of_city() -> tuple[dict[str, Any], list[str]]:
    coverage = cover_city()
    rows = [(one.document, one.figures) for one in coverage.documents]
    told = {
        "documents": [_named(document) | _counted(figures) for document, figures in rows],
        "total": _counted(coverage.figures),
    }
    lines = [
        f"{_bar(figures)} {_said(figures)}  {document.number} {document.title}" for document, figures in rows
    ]
    return told, [*lines, f"{_bar(coverage.figures)} {_said(coverage.figures)}  共 {len(rows)} 件"]


def _of_document(number: str) -> tuple[dict[str, Any], list[str]]:
    found = cover_document(_cited(number).number)
    if found is None:
        raise CommandError(f"条款索引和已发布的公报里都没有“{number}”")
    document, clauses = found
    figures = count(clauses)
    told = {**_named(document), **_counted(figures), "clauses": [_told(clause) for clause in clauses]}
    lines = [line for clause in clauses for line in _lines(clause)]
    return told, [f"{document.number} {document.title}", *lines, f"{_bar(figures)} {_said(figures)}"]


def _cited(number: str) -> Clause:
    try:
        return Clause(number)
    except ValueError as error:
        raise CommandError(str(error)) from error


def _named(document: IndexedDocument) -> dict[str, Any]:
    return {"number": document.number, "title": document.title, "issue": document.issue}


def _counted(figures: Figures) -> dict[str, int]:
    return {
        "clauses": figures.total,
        "running": figures.running,
        "inherited": figures.inherited,
        "left_out": figures.left_out,
        "open": figures.open,
    }


def _told(clause: CoveredClause) -> dict[str, Any]:
    left = clause.left_out
    return {
        "path": clause.cites.path,
        "counted": clause.counts,
        "state": clause.state.name.lower(),
        "inherited": clause.inherited,
        "reason": left.reason if left else "",
        "left_out_by": left.system if left else "",
        "runs": [
            {
                "kind": runs.kind,
                "title": runs.title,
                "url": runs.url,
                "system": runs.system,
                "cites": str(runs.cites),
            }
            for runs in clause.runs
        ],
    }


def _lines(clause: CoveredClause) -> Iterator[str]:
    indent = "  " * clause.place.depth
    reason = f"  {clause.left_out.reason}（{clause.left_out.system}）" if clause.left_out else ""
    mark = MARKS[clause.state] if clause.counts or clause.state is not State.OPEN else " "
    yield f"{mark} {indent}{clause.cites.path or '全文'}{reason}"
    yield from (f"    {indent}{runs.kind}：{runs.title}" for runs in clause.own)


def _bar(figures: Figures) -> str:
    running, looked_at = (
        round(BAR * many / (figures.total or 1)) for many in (figures.running, figures.looked_at)
    )
    return "█" * running + "▒" * (looked_at - running) + "·" * (BAR - looked_at)


def _said(figures: Figures) -> str:
    return (
        f"运行 {figures.running:4}  不需系统 {figures.left_out:4}  尚未研究 {figures.open:4}  "
        f"共 {figures.total:4} 条"
    )
