"""Examples about a citation: which clause it means, what it says, whether that is in force. R19–R26."""

import re
from collections.abc import Mapping
from datetime import date

from guangyue.gazette.document import Clause
from guangyue.gazette.reading.citations import AmbiguousClause, NoSuchClause, resolve
from guangyue.gazette.reading.references import find_number
from guangyue.gazette.reading.shapes import ReadClause, ReadDocument
from guangyue.systems.examples import Given, Meaning
from liaocheng.gazette_library.at_hand import find_document
from liaocheng.gazette_library.documents import describe_validity
from liaocheng.gazette_library.lines import describe_number
from liaocheng.gazette_library.meanings import among, holding, one_of, plain, spans, words

CITATION = re.compile(r"(?P<number>.*?号)[\s/]*(?P<path>.*)")
BEFORE_PUBLICATION = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日至发布之日参照(.+)")


def follow_citation(given: Given) -> Mapping[str, object]:
    """{citation, on}: the clause, or why there is not one."""
    said, on = given.text("citation"), given.day("on")
    given.take("ask")
    found = CITATION.fullmatch(said.strip())
    printed = find_document(plain(found["number"])) if found else None
    if found is None or printed is None:
        return _refused("not_in_library")
    document = printed.document
    try:
        path = resolve((clause.path for clause in document.walk() if clause.path), found["path"])
    except AmbiguousClause as ambiguous:
        return {**_refused("ambiguous"), "ambiguous": True, "candidates": among(ambiguous.candidates)}
    except NoSuchClause as unknown:
        return {**_refused("no_such_clause"), "near": among(unknown.near)}
    clause = next(clause for clause in document.walk() if clause.path == path)
    return {
        **_accepted(document, clause),
        **describe_validity(printed, on or document.day or date.max, path),
        "clause": _path(document.number, path),
        "pointer": _pointer(document, path, on),
    }


def compare_citations(given: Given) -> Mapping[str, object]:
    """{citations: […]}: whether all of them mean the same clause."""
    said = given.take("citations")
    paths = [follow_citation(Given({"citation": one})) for one in said]
    shown = {str(one["path"].shown) if isinstance(one["path"], Meaning) else None for one in paths}
    return {"same": len(shown) == 1 and None not in shown, "accepted": None not in shown}


def _accepted(document: ReadDocument, clause: ReadClause) -> dict[str, object]:
    targets = [reference.target for reference in document.references if reference.path == clause.path]
    inner = " ".join(one.heading + one.text for one in clause.walk())
    return {
        **describe_number(document.number),
        "accepted": True,
        "ambiguous": False,
        "refused": False,
        "reason": None,
        "path": _path(document.number, clause.path),
        "resolved": _path(document.number, clause.path),
        "document": document.number,
        "title": words(document.title),
        "heading": words(clause.heading),
        "label": words(clause.label),
        "level": one_of(clause.level.value, [clause.level.name, clause.level.name.lower()]),
        "text": holding(inner),
        "ends_with": Meaning(
            (clause.text + clause.note)[-20:],
            lambda expected: bool(expected) and plain(clause.text + clause.note).endswith(plain(expected)),
        ),
        "note": Meaning(clause.note, lambda expected: plain(expected or "") in plain(clause.note)),
        "lines": spans(clause.spans),
        "refs": among(targets),
        "references": among(targets),
    }


def _refused(reason: str) -> dict[str, object]:
    return {
        "accepted": False,
        "ambiguous": False,
        "refused": True,
        "reason": one_of(reason, [reason.replace("_", " ")]),
        "path": None,
        "resolved": None,
        "text": None,
        "candidates": [],
        "status": "unknown",
        "pointer": None,
    }


def _path(number: str, path: str) -> Meaning:
    """As we write it, or with strokes between the steps, with or without the number."""

    def is_same(expected: object) -> bool:
        said = plain(expected).replace("/", "").removeprefix(number)
        return said == path

    return Meaning(str(Clause(number, path)), is_same)


def _pointer(document: ReadDocument, path: str, on: date | None) -> Meaning | None:
    """What was followed before the clause came into force, where it says so."""
    for window in document.windows:
        found = BEFORE_PUBLICATION.search(window.remark)
        begins = date(int(found[1]), int(found[2]), int(found[3])) if found else None
        if found is None or begins is None or window.said_by != path or on is None or window.since is None:
            continue
        if not begins <= on < window.since:
            continue
        return _followed(begins, find_number(found[4]) or found[4])
    return None


def _followed(begins: date, target: str) -> Meaning:
    outside = find_document(target) is None

    def is_same(expected: object) -> bool:
        said = str(expected)
        return plain(target) in plain(said) and ("not in library" in said) == outside

    place = "not in library" if outside else "in library"
    return Meaning(f"{begins} to publication follows {target} ({place})", is_same)
