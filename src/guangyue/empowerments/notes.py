"""备注: which part of a power is granted, and which is not. Knows no database."""

import re
from dataclasses import dataclass

EXCEPT = re.compile(r"^(?:不含|不包括|除)?(?P<parts>.+?)(?:除外|以外|外)$|^(?:不含|不包括)(?P<rest>.+)$")
ONLY = re.compile(r"^(?:仅限|仅|只含|只限|限)(?:于)?")
SENTENCES = re.compile(r"[；;。\n，,]+")
PARTS = re.compile(r"[、和及]|以及")


@dataclass(frozen=True)
class Note:
    """What is granted, if only parts are, and what is not."""

    granted: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()

    def covers(self, part: str) -> bool:
        """Whether the part asked about is granted: what is named there may be narrower than the note."""
        if not part:
            return True
        if any(one in part for one in self.excluded):
            return False
        return not self.granted or any(one in part for one in self.granted)


def read_note(text: str) -> Note:
    """总平面图审查除外 · 仅限变更、延续 · 变更: the part it names is granted and nothing else."""
    granted: list[str] = []
    excluded: list[str] = []
    for sentence in filter(None, (one.strip() for one in SENTENCES.split(text))):
        if found := EXCEPT.match(sentence):
            excluded += _parts(found["parts"] or found["rest"])
        else:
            granted += _parts(ONLY.sub("", sentence))
    return Note(tuple(granted), tuple(excluded))


def _parts(words: str) -> list[str]:
    return [part for one in PARTS.split(words) if (part := one.strip())]
