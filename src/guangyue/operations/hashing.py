"""Hashing what is read while it is read."""

import hashlib
from typing import IO


class Hashed:
    """A file opened for reading, and the SHA-256 of what has been read of it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        read = self._file.read(size)
        self._digest.update(read)
        return read

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()
