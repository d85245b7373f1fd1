"""How much memory a city takes: all processes that work for one state folder."""

import os
from collections.abc import Iterator
from pathlib import Path

KILOBYTE = 1 << 10


def memory_of(home: Path) -> int:
    """Bytes, of which those that several processes share count once."""
    return sum(_share(process) for process in processes_of(home))


def available_memory() -> int:
    return _kilobytes(Path("/proc/meminfo"), "MemAvailable:")


def processes_of(home: Path) -> Iterator[Path]:
    """Those that were given this state folder, and the database server that works in it."""
    given = f"GY_HOME={home}".encode()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            environment = (process / "environ").read_bytes().split(b"\0")
            if given in environment or home in Path(os.readlink(process / "cwd")).parents:
                yield process
        except OSError:  # it has ended, or is somebody else's
            continue


def _share(process: Path) -> int:
    try:
        return _kilobytes(process / "smaps_rollup", "Pss:")
    except OSError:
        return 0


def _kilobytes(table: Path, name: str) -> int:
    lines = (line.split() for line in table.read_text().splitlines())
    return next(int(number) * KILOBYTE for first, number, *_ in lines if first == name)
