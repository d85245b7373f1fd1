"""What stops a command at the terminal, said in one line."""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager


class Trouble(Exception):
    """One sentence for the person at the terminal: what is wrong, and what to do."""


def say(sentence: object) -> str:
    return f"guangyue：{sentence}"


@contextmanager
def said_in_one_line() -> Iterator[None]:
    """End with a sentence, not a stack trace, where the person at the terminal can do something about it."""
    try:
        yield
    except Trouble as trouble:
        sys.exit(say(trouble))
    except PermissionError as error:
        sys.exit(say(f"没有权限使用 {error.filename}：请用当初启动它的用户运行"))
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        sys.exit(say("磁盘已满：请清理磁盘，或换一个有空间的目录"))
