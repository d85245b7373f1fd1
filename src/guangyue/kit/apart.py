"""Files of strangers are read in a process of its own, which a crafted one may bring down."""

import subprocess
import sys
from types import ModuleType

MOST_SECONDS = 60


class BroughtDown(Exception):
    """The process ended without an answer, or took too long over it."""


def ask_apart(program: ModuleType, *arguments: str, content: bytes) -> bytes:
    """What the module, run by itself, answers on stdout to the content on its stdin."""
    command = [sys.executable, "-I", str(program.__file__), *arguments]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=MOST_SECONDS, check=True)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as failure:
        raise BroughtDown from failure
    return done.stdout
