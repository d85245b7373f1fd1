"""What a look at a source finds, before anybody reads it."""

from collections.abc import Callable
from dataclasses import dataclass

from guangyue.kit.refusals import Refused


class CannotLook(Refused):
    """The source as a whole is not to be read; the sentence says why."""


class CannotTake(Refused):
    """One file of it is not to be taken, now or ever."""


class NotYet(CannotTake):
    """It may be taken at the next look: it is still being written, or its server does not answer."""


@dataclass(frozen=True)
class FoundFile:
    """A file at a source: the same address in the same version is the same file."""

    name: str
    address: str
    version: str
    read: Callable[[], bytes]  # raises CannotTake
