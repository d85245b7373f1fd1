"""How S01 answers the catalogue's worked examples: by what the reading of the issues gives."""

from collections.abc import Callable, Collection, Mapping

from guangyue.systems.examples import Given
from liaocheng.gazette_library import citations, documents, lines

Answer = Callable[[Given], Mapping[str, object]]


def answer(given: Given, asked: Collection[str]) -> Mapping[str, object]:
    """The form of an example shows in what it gives."""
    form = _form(given, asked)
    if form is None:
        raise ValueError("no form of example that S01 knows")
    return form(given)


def _form(given: Given, asked: Collection[str]) -> Answer | None:
    if "citation" in given:
        return citations.follow_citation
    if "citations" in given:
        return citations.compare_citations
    if "search" in given or "query" in given:
        return documents.search
    if "file" in given:
        return _of_file(given, asked)
    if "wenhao" in given or "document" in given:
        return _of_document(given)
    if "text" in given:
        return lines.read_marker if "marker" in asked else lines.read_entry
    if "years" in given or "period" in given:
        return documents.last_day_of_a_term
    return lines.count_issues if "issue" in given or "year" in given else None


def _of_file(given: Given, asked: Collection[str]) -> Answer:
    if "marker_line" in given and "marker" not in asked:
        return lines.follow_jump
    if "marker" in asked:
        return lines.read_marker
    return lines.look_at_lines if "lines" in given or "line" in given else lines.describe_issue


def _of_document(given: Given) -> Answer:
    if "attachment" in given:
        return documents.open_attachment
    return documents.judge_on_a_day if "on" in given or "date" in given else documents.describe_document
