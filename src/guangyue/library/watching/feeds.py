"""订阅源: RSS and Atom, read to entries with the files they lead to.

A document type is refused: no feed needs one, and it can only do harm.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree
from xml.parsers import expat

from guangyue.gazette.reading.files import TYPES
from guangyue.library.watching.found import CannotLook

DECLARED = re.compile(rb"""^\s*(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["'][^>]*\?>""")
CHINESE = ("gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk")
ENTRIES = ("item", "entry")
MOST = 500


class NotAFeed(CannotLook):
    sentence = "这个地址给出的不是 RSS 或者 Atom。"


@dataclass(frozen=True)
class Entry:
    """条目: one file that a feed leads to; a newer `version` of it is another file."""

    name: str
    address: str
    version: str


def read_feed(content: bytes, *, base: str) -> list[Entry]:
    """What the feed leads to, in its order, each address once."""
    root = _parse(_as_utf8(content))
    if _local(root.tag) not in ("rss", "feed", "RDF"):
        raise NotAFeed
    entries = (node for node in root.iter() if _local(node.tag) in ENTRIES)
    found = {entry.address: entry for node in entries for entry in _files(node, base)}
    return list(found.values())[:MOST]


def _files(node: ElementTree.Element, base: str) -> Iterator[Entry]:
    """Enclosures and links that end as a file of ours does."""
    said = {_local(child.tag): (child.text or "").strip() for child in node}
    moment = said.get("updated") or said.get("pubDate") or said.get("published") or said.get("date") or ""
    for written in _links(node):
        address = urljoin(base, written)
        name = unquote(PurePosixPath(urlsplit(address).path).name)
        if name.lower().endswith(TYPES) and urlsplit(address).scheme in ("http", "https"):
            yield Entry(name[-255:], address[:1000], moment[:120])


def _links(node: ElementTree.Element) -> Iterator[str]:
    for child in node:
        if _local(child.tag) == "enclosure":
            yield child.get("url", "").strip()
        elif _local(child.tag) == "link":
            yield (child.get("href") or child.text or "").strip()


def _as_utf8(content: bytes) -> bytes:
    """The parser knows no Chinese encoding: what is declared as one is written anew."""
    declared = DECLARED.match(content)
    if declared is None or declared[1].decode("ascii").lower() not in CHINESE:
        return content
    return content[declared.end() :].decode("gb18030", errors="replace").encode()


def _parse(content: bytes) -> ElementTree.Element:
    """A tree, of a text that declares no document type and so no entities."""
    gate = expat.ParserCreate()
    gate.StartDoctypeDeclHandler = _refuse
    try:
        gate.Parse(content, True)
        return ElementTree.fromstring(content)  # noqa: S314 - entities were refused above
    except (expat.ExpatError, ElementTree.ParseError, ValueError, LookupError) as error:
        raise NotAFeed from error


def _refuse(*declaration: object) -> None:
    raise NotAFeed("这个地址给出的内容带有文档类型声明，不予读取。")


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]
