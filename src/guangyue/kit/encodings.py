"""Text of unknown encoding: as Chinese offices save it, by whatever program and from whatever year."""

from collections.abc import Iterator
from dataclasses import dataclass

UTF_16 = ("UTF-16 LE", "UTF-16 BE")
MARKS = {b"\xff\xfe": UTF_16[:1], b"\xfe\xff": UTF_16[1:]}
COMMON = "，。的一\n\t ,"


@dataclass(frozen=True)
class Decoded:
    """A text, and how it was encoded."""

    text: str
    encoding: str


def decode(content: bytes) -> Decoded | None:
    """UTF-8, UTF-16, GBK or GB18030, with a byte order mark or without; None when it is none of them."""
    if mark := MARKS.get(content[:2]):
        return next(_decoded(content, mark), None)
    if b"\0" in content:
        likely = max(_decoded(content, UTF_16), key=_likelihood, default=None)
        return likely if likely and _likelihood(likely) else None
    return next(_decoded(content, ("UTF-8", "GBK", "GB18030")), None)


def _decoded(content: bytes, encodings: tuple[str, ...]) -> Iterator[Decoded]:
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            yield Decoded(text.removeprefix("\ufeff"), encoding)


def _likelihood(decoded: Decoded) -> int:
    """Almost any bytes are some text in UTF-16, but none that anybody writes."""
    return sum(map(decoded.text.count, COMMON))
