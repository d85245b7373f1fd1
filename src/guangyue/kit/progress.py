"""How far a long piece of work has come, and what it needs to go on."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO


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


@contextmanager
def continued(path: Path, *, size: int) -> Iterator[BinaryIO]:
    """A file as it was at the checkpoint, open for more: what a step that was killed had added is cut off."""
    path.touch()
    with path.open("r+b") as file:
        file.truncate(size)
        file.seek(size)
        yield file
        file.flush()
        os.fsync(file.fileno())
