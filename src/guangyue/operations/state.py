"""The state folder: everything a running city keeps on its machine, in one place that can be copied or deleted."""

import os
import secrets
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[3]


def home() -> Path:
    """`GY_HOME`, or `var` in the checkout."""
    return Path(os.environ.get("GY_HOME") or CHECKOUT / "var").resolve()


def secret(name: str) -> str:
    """A random secret of this city, made at first use and kept where only its owner reads."""
    file = home() / "secrets" / name
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as opened:
            opened.write(secrets.token_urlsafe(48))
    return file.read_text()
