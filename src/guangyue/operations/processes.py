"""Child processes that end with us, however we end."""

import ctypes
import signal

PR_SET_PDEATHSIG = 1


def end_with_parent(how: signal.Signals = signal.SIGTERM) -> None:
    """Called in a new child: asks Linux to send it a signal when its parent is gone, killed or not."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, how)
