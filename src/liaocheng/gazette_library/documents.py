"""Examples about one document: what its head says, its parts and annexes, its validity on a day, what it
refers to. R5–R12, R20–R27."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from guangyue.gazette.document import Clause
from guangyue.gazette.reading.dates import after_years
from guangyue.gazette.reading.noise import folded, squeezed
from guangyue.gazette.reading.shapes import Annex, Part, PartKind, ReadDocument, Reference, Relation, Window
from guangyue.gazette.reading.validity import Standing, status_on
from guangyue.systems.examples import Given, Meaning
from liaocheng.gazette_library.at_hand import Found, documents, find_document
from liaocheng.gazette_library.lines import addressed, category_of_number, describe_number
from liaocheng.gazette_library.meanings import among, holding, one_of, plain, several, spans, words


def describe_document(given: Given) -> Mapping[str, object]:
    """{wenhao, ask}: everything its head says and what it is made of."""
    number = number_of(given)
    given.take("ask")
    found = find_document(number)
    if found is None:
        return {"in_library": False, "stub": True, "found": False}
    document = found.document
    pieces = [piece.span for piece in document.pieces]
    return {
        **describe_number(document.number),
        **addressed(document),
        **_references(document),
        "in_library": True,
        "found": True,
        "title": one_of(document.title, [document.printed_title]),
        "issuer": several(document.issuers),
        "issuers": several(document.issuers),
        "author": document.author or None,
        "original_author": document.author or None,
        "date": document.day,
        "signatory": document.signatory or None,
        "adopted": holding(document.adopted) if document.adopted else None,
        "adopted_on": document.adopted_on,
        "category": one_of(
            document.category.value, [category_of_number(document.number, document.title).value]
        ),
        "page": document.page_from,
        "pages": [document.page_from, document.page_to],
        "page_to": document.page_to,
        "pieces": spans(pieces),
        "lines": spans(pieces),
        "main_lines": spans(pieces[:1]),
        "continuation": spans(pieces[1:]),
        "continuation_lines": spans(pieces[1:]),
        "parts": [_told(part) for part in _texts(document)],
        "part_names": [part.name for part in _texts(document)],
        "attachments": [_attachment(document, annex) for annex in document.annexes],
        "interpreters": several(document.interpreters),
        "interpreted_by": several(document.interpreters),
        "interpreting_bodies": several(document.interpreters or document.issuers),
        **describe_validity(found, document.day or date.max, ""),
    }


def open_attachment(given: Given) -> Mapping[str, object]:
    """{wenhao, attachment}: its text, or that the gazette leaves it out and nobody may invent it."""
    found, title = find_document(number_of(given)), given.text("attachment")
    annexes = found.document.annexes if found else ()
    by_number = [annex for annex in annexes if annex.number == title.removeprefix("附件")]
    by_title = [annex for annex in annexes if plain(title) in plain(annex.title)]
    if found and (named := by_number or by_title):
        return {**_attachment(found.document, named[0]), "found": True, "in_library": True}
    return {"found": False, "in_library": found is not None, "omitted": None, "text": None}


def judge_on_a_day(given: Given) -> Mapping[str, object]:
    """{wenhao, on}: whether it is in force, and the clause that answer rests on."""
    number, on = number_of(given), day_of(given)
    given.take("ask")
    found = find_document(number)
    if found is None:
        return _outside(number, on)
    return {**describe_validity(found, on, ""), "in_library": True, "date": found.document.day}


def describe_validity(found: Found, on: date, path: str) -> dict[str, object]:
    document = found.document
    repealed_on, repealed_by = _repeal(document.number)
    standing = status_on(
        document.windows,
        on=on,
        path=path,
        repealed_on=repealed_on,
        repealed_by=str(repealed_by) if repealed_by else "",
    )
    window = standing.window
    since, until = (window.since, window.until) if window else (None, None)
    whole = next((one for one in document.windows if not one.of), None)
    begins = whole.since if whole else document.day
    repeals = [
        reference.target for reference in document.references if reference.relation is Relation.REPEALS
    ]
    return {
        "status": _status(standing),
        **dict.fromkeys(("from", "since", "first_day", "effective_from", "in_force_from"), since),
        **dict.fromkeys(("to", "until", "last_day", "effective_to"), until),
        **dict.fromkeys(
            ("clause", "said_by", "quotes", "rests_on"), _cited(document.number, standing.said_by)
        ),
        "event": holding(window.event) if window and window.event else None,
        "provisional": bool(window and "暂定" in window.remark),
        "windows": [_window(one) for one in standing.within],
        "repeals": several(repeals) if repeals else None,
        "repeal_in_effect": bool(repeals and begins and on >= begins),
        "repeal_from": begins if repeals else None,
        "repealed_by": repealed_by.number if repealed_by else None,
        "no_stacking": bool(document.no_stacking),
        "prevails_over": Meaning(
            "earlier inconsistent" if document.prevails else None,
            lambda expected: bool(expected) == bool(document.prevails),
        ),
    }


def last_day_of_a_term(given: Given) -> Mapping[str, object]:
    """{from, years}: 有效期N年 ends on the day before the N-th anniversary."""
    since = given.day("from") or given.day("since") or date.max
    figure = str(given.take("years") or given.take("period") or "")
    years = int(figure) if figure.isdecimal() else "〇一二三四五六七八九十".find(figure.strip("有效期年")[:1])
    until = after_years(since, years) - timedelta(days=1)
    return dict.fromkeys(("to", "until", "last_day"), until)


def search(given: Given) -> Mapping[str, object]:
    """{search}: in which documents the words stand, however they were printed, and the printed form."""
    said = given.text("search") or given.text("query")
    given.take("ask")
    hits = {
        found.document.number or found.document.title: quoted
        for found in documents()
        if (quoted := _quotation(found, folded(said)))
    }
    quotations = "\n".join(hits.values())
    return {
        **dict.fromkeys(("finds", "found", "documents"), among(hits)),
        "quotation": holding(quotations),
        "printed": holding(quotations),
        "hits": len(hits),
    }


def number_of(given: Given) -> str:
    return plain(given.text("wenhao") or given.text("document") or given.text("number"))


def day_of(given: Given) -> date:
    day = given.day("on") or given.day("date")
    if day is None:
        raise ValueError("on: a day is needed")
    return day


def _repeal(number: str) -> tuple[date | None, Clause | None]:
    """When a later document's repeal takes effect: with the text that says so, not when it was signed."""
    for found in documents():
        for reference in found.document.references:
            if reference.relation is Relation.REPEALS and reference.target == number and number:
                whole = next((one for one in found.document.windows if not one.of), None)
                begins = (whole and whole.since) or found.document.day
                return begins, Clause(found.document.number, reference.path)
    return None, None


def _outside(number: str, on: date) -> Mapping[str, object]:
    """What only other documents speak of is kept as a stub: its text is not known, but who repeals it is."""
    repealed_on, by = _repeal(number)
    is_repealed = repealed_on is not None and repealed_on <= on
    return {
        "status": "repealed" if is_repealed else "unknown",
        "in_library": False,
        "stub": True,
        "repealed_by": by.number if by else None,
        "repealed_from": repealed_on,
        **dict.fromkeys(("clause", "said_by", "quotes", "rests_on"), _cited("", str(by)) if by else None),
    }


def _status(standing: Standing) -> Meaning:
    """By its slug, or as a page says it."""
    return one_of(standing.status.name.lower(), [standing.status.value, standing.status.name])


def _cited(number: str, said_by: str) -> Meaning | None:
    """The clause with its document or without."""
    return one_of(said_by, [f"{number} {said_by}", f"{number}{said_by}"]) if said_by else None


def _window(window: Window) -> dict[str, object]:
    return {"from": window.since, "to": window.until, "remark": window.remark or None}


def _texts(document: ReadDocument) -> list[Part]:
    """What the document says itself, or the texts it carries; the notice and the annexes stand apart."""
    attached = [part for part in document.parts if part.kind is PartKind.ATTACHED]
    return attached or [part for part in document.parts if part.kind is PartKind.MAIN]


def _told(part: Part) -> dict[str, object]:
    lines = [part.spans[0].first, part.spans[-1].last] if part.spans else []
    return {"lines": lines, "name": part.name, "title": words(part.title), "spans": spans(part.spans)}


def _attachment(document: ReadDocument, annex: Annex) -> dict[str, object]:
    printed = next(
        (part for part in document.parts if part.kind is PartKind.ANNEX and _is(part, annex)), None
    )
    text = None
    if printed and not annex.omitted:
        text = holding(" ".join(_clause_text(clause) for clause in printed.walk()))
    return {
        "title": words(annex.title),
        "number": one_of(annex.number or None, [int(annex.number)] if annex.number.isdecimal() else []),
        "omitted": annex.omitted,
        "text": text,
        "lines": spans(printed.spans if printed else annex.spans),
    }


def _is(part: Part, annex: Annex) -> bool:
    return part.name == f"附件{annex.number}" or squeezed(part.title) == squeezed(annex.title)


def _clause_text(clause: object) -> str:
    rows = getattr(clause, "rows", ())
    words_of = [getattr(clause, "heading", ""), getattr(clause, "text", "")]
    return " ".join([*words_of, *(" ".join(row) for row in rows)])


def _references(document: ReadDocument) -> dict[str, object]:
    inside = {reference.target for reference in document.references if find_document(reference.target)}
    targets = list(dict.fromkeys(reference.target for reference in document.references))
    return {
        "refs": among(targets),
        "references": among(targets),
        "refs_in_library": among(inside),
        "resolved": among(inside),
        "outside": among(set(targets) - inside),
        "not_in_library": among(set(targets) - inside),
        "rests_on_documents": among(_of(document.references, Relation.RESTS_ON)),
    }


def _of(references: Sequence[Reference], relation: Relation) -> set[str]:
    return {reference.target for reference in references if reference.relation is relation}


def _quotation(found: Found, wanted: str) -> str:
    """The printed lines in which the words stand; "" when they stand nowhere."""
    lines = (
        found.file.lines[number - 1]
        for piece in found.document.pieces
        for number in range(piece.span.first, piece.span.last + 1)
    )
    return "\n".join(line for line in lines if wanted in folded(line))
