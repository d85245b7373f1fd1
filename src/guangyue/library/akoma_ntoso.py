"""Akoma Ntoso 3.0 (OASIS LegalDocML): a document as XML that other libraries of law can read."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from urllib.parse import quote
from xml.etree import ElementTree as Tree

from guangyue.gazette.models import PrintedClause, PrintedDocument
from guangyue.gazette.reading.shapes import Level, Relation
from guangyue.library.reading import Cited, cites

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
US = "guangyue"  # who made the file: the id of an organisation that its head names
UNDATED = date(1, 1, 1)  # a date is asked for also where none is printed

# The element of a level, and what its id begins with.
ELEMENTS = {
    Level.CHAPTER: ("chapter", "chp"),
    Level.ARTICLE: ("article", "art"),
    Level.PARAGRAPH: ("paragraph", "para"),
    Level.SECTION: ("section", "sec"),
    Level.SUBSECTION: ("subsection", "subsec"),
    Level.NUMBER: ("clause", "cl"),
    Level.BRACKETED: ("subclause", "subcl"),
    Level.CIRCLED: ("point", "point"),
    Level.DECIMAL: ("section", "sec"),
    Level.POINT: ("point", "point"),
    Level.DASH: ("indent", "indent"),
}
ORGANISATION = "/ontology/organization/{}"


def akoma_ntoso(document: PrintedDocument) -> bytes:
    """A whole file; texts that the gazette did not print are named in it, and are empty."""
    root = Tree.Element("akomaNtoso", xmlns=NAMESPACE)
    text = _add(root, "act" if document.number else "doc", name=document.series or "document")
    _meta(text, document)
    _preface(text, document)
    body = _add(text, "body" if document.number else "mainBody")
    _parts(body, document)
    if document.signatory or document.day:
        _conclusions(text, document)
    return bytes(Tree.tostring(root, encoding="utf-8", xml_declaration=True))


def _meta(text: Tree.Element, document: PrintedDocument) -> None:
    meta = _add(text, "meta")
    work = f"/akn/cn/{'act' if document.number else 'doc'}/{_iso(document.day)}/{quote(document.key)}"
    identification = _add(meta, "identification", source=f"#{US}")
    issuer = "#issuer-1" if document.issuers else f"#{US}"
    for name, address, made in (
        ("FRBRWork", work, "generation"),
        ("FRBRExpression", f"{work}/zho@", "publication"),
        ("FRBRManifestation", f"{work}/zho@.xml", "transformation"),
    ):
        level = _add(identification, name)
        _add(level, "FRBRthis", value=f"{address}/!main" if name != "FRBRManifestation" else address)
        _add(level, "FRBRuri", value=address)
        _add(level, "FRBRdate", date=_iso(document.day), name=made)
        _add(level, "FRBRauthor", href=issuer if name == "FRBRWork" else f"#{US}")
        if name == "FRBRWork":
            _add(level, "FRBRcountry", value="cn")
            if document.number:
                _add(level, "FRBRnumber", value=document.number)
                _add(level, "FRBRname", value=document.title)
        elif name == "FRBRExpression":
            _add(level, "FRBRlanguage", language="zho")
        else:
            _add(level, "FRBRformat", value="application/xml")
    edition = document.edition
    _add(
        meta,
        "publication",
        date=_iso(document.day),
        name=edition.title or "公报",
        showAs=f"{edition.title}{edition.issue}",
    )
    _lifecycle(meta, document)
    _references(meta, document)


def _lifecycle(meta: Tree.Element, document: PrintedDocument) -> None:
    lifecycle = _add(meta, "lifecycle", source=f"#{US}")
    events = [(document.day, "generation")]
    term = getattr(document, "term", None)
    if term and term.repealed_on:
        events.append((term.repealed_on, "repeal"))
    for place, (day, kind) in enumerate(events, start=1):
        _add(lifecycle, "eventRef", eId=f"event_{place}", date=_iso(day), source=f"#{US}", type=kind)


def _references(meta: Tree.Element, document: PrintedDocument) -> None:
    references = _add(meta, "references", source=f"#{US}")
    for place, cited in enumerate(_each_once(cites(document)), start=1):
        address = f"/akn/cn/act/{quote(cited.number)}"
        _add(references, "activeRef", eId=f"ref_{place}", href=address, showAs=cited.number)
    for place, issuer in enumerate(document.issuers, start=1):
        address = ORGANISATION.format(quote(issuer))
        _add(references, "TLCOrganization", eId=f"issuer-{place}", href=address, showAs=issuer)
    _add(references, "TLCOrganization", eId=US, href=ORGANISATION.format(US), showAs="光岳政策库")


def _each_once(several: Iterable[Cited]) -> list[Cited]:
    return list(
        {cited.number: cited for cited in several if cited.relation != Relation.PRINTS.value}.values()
    )


def _preface(text: Tree.Element, document: PrintedDocument) -> None:
    preface = _add(text, "preface")
    if document.number:
        _add(_add(preface, "p"), "docNumber").text = document.number
    _add(_add(preface, "p"), "docTitle").text = document.title
    if document.addressees:
        _add(preface, "p").text = f"{'，'.join(document.addressees)}："


def _parts(body: Tree.Element, document: PrintedDocument) -> None:
    clauses = list(document.clauses.all())
    several = len(document.parts) > 1
    for place, part in enumerate(document.parts):
        own = [clause for clause in clauses if clause.part == place]
        around, prefix = body, ""
        if several:
            prefix = f"part_{place + 1}"
            around = _add(body, "part", eId=prefix)
            if part["title"]:
                _add(around, "heading").text = part["title"]
        _clauses(around, own, None, prefix)
        if several and not own:
            _add(_add(around, "content", eId=f"{prefix}__content"), "p")
    for number, annex in enumerate(document.annexes, start=1):
        if annex["omitted"]:
            name = f"annex_{number}"
            container = _add(body, "hcontainer", eId=name, name="omitted-annex")
            _add(container, "heading").text = annex["title"]
            _add(_add(container, "content", eId=f"{name}__content"), "p").text = "（略）"
    if not len(body):
        _add(_add(_add(body, "hcontainer", eId="empty", name="text"), "content", eId="empty__content"), "p")


def _clauses(around: Tree.Element, rows: Sequence[PrintedClause], parent: int | None, prefix: str) -> None:
    """The clauses within one, in order; each id counts those of its own kind beside it."""
    within = {row.parent_id for row in rows}
    counted: Counter[str] = Counter()
    for row in rows:
        if row.parent_id != parent:
            continue
        name, short = ELEMENTS.get(Level[row.level], ("hcontainer", "hcontainer"))
        counted[short] += 1
        identity = "__".join(filter(None, (prefix, f"{short}_{counted[short]}")))
        element = _add(around, name, eId=identity)
        if name == "hcontainer":
            element.set("name", row.level.lower())
        if row.label:
            _add(element, "num").text = row.label
        if row.heading:
            _add(element, "heading").text = row.heading
        if row.pk in within:
            if row.text or row.note:
                _add(_add(element, "intro", eId=f"{identity}__intro"), "p").text = f"{row.text}{row.note}"
            _clauses(element, rows, row.pk, identity)
        else:
            _content(element, row, identity)


def _content(element: Tree.Element, row: PrintedClause, identity: str) -> None:
    content = _add(element, "content", eId=f"{identity}__content")
    if row.text or row.note or not row.rows:
        _add(content, "p").text = f"{row.text}{row.note}"
    if row.rows:
        table = _add(content, "table", eId=f"{identity}__table_1")
        for cells in row.rows:
            line = _add(table, "tr")
            for cell in cells:
                _add(_add(line, "td"), "p").text = cell


def _conclusions(text: Tree.Element, document: PrintedDocument) -> None:
    conclusions = _add(text, "conclusions")
    for issuer in document.issuers:
        _add(conclusions, "p").text = issuer
    if document.signatory:
        _add(conclusions, "p").text = document.signatory
    if document.day:
        paragraph = _add(conclusions, "p")
        _add(paragraph, "docDate", date=_iso(document.day)).text = _iso(document.day)


def _add(parent: Tree.Element, tag: str, /, **attributes: str) -> Tree.Element:
    return Tree.SubElement(parent, tag, attributes)


def _iso(day: date | None) -> str:
    return (day or UNDATED).isoformat()
