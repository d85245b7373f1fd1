"""Search over the whole city. Each mechanism searches its own things; the frames show what was found."""

from collections.abc import Mapping
from dataclasses import dataclass

from guangyue.kit.access import SignedInRequest
from guangyue.kit.marked import declared, open_to

LONGEST = 50
MOST_OF_A_KIND = 8


@dataclass(frozen=True)
class Found:
    """检索结果: `kind` is what sort of thing it is, `detail` what tells it from others of the same name.

    A mechanism's functions that find are named in settings.GUANGYUE_SEARCH, marked `@open_to_all` or
    `@needs(PERMISSION)` as a view is, and called `(words=…, scope=…, most=…)`.
    """

    kind: str
    title: str
    link: str
    detail: str = ""


def find(request: SignedInRequest, functions: str) -> tuple[str, Mapping[str, list[Found]]]:
    """What the address asks for, and what is found of each kind by the functions open to this person."""
    asked = request.GET.get("q", "")[:LONGEST]
    words = " ".join("".join(letter if letter.isprintable() else " " for letter in asked).split())
    found: dict[str, list[Found]] = {}
    if words:
        for function, scope in open_to(request, declared(functions)):
            for one in function(words=words, scope=scope, most=MOST_OF_A_KIND):
                found.setdefault(one.kind, []).append(one)
    return words, found
