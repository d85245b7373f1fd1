"""How far a long piece of work has come, and what it needs to go on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Progress:
    """进度: what one step of a long piece of work reports.

    The checkpoint is all that the next step is given: whoever takes it, and whenever, goes on from there.
    """

    done: int
    total: int
    checkpoint: Mapping[str, Any] = field(default_factory=dict)
    message: str = ""
    finished: bool = False
    result: str = ""  # the file it made, by its name in the folder it was given
