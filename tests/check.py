"""`gy check`: what must hold before a test is run."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = ROOT / ".venv" / "bin"

CHECKS = {
    "format": ("ruff", "format", "--check", "--quiet", ".", "gy"),
    "lint": ("ruff", "check", "--quiet", ".", "gy"),
    "types": ("mypy", "--no-error-summary"),
    "layers": ("lint-imports", "--no-cache"),
    "migrations": ("django-admin", "makemigrations", "--check", "--dry-run", "--verbosity=1"),
}


def main() -> int:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings", "PYTHONWARNINGS": "ignore"}
    failed = []
    for name, (program, *arguments) in CHECKS.items():
        begun = time.monotonic()
        done = subprocess.run(
            [str(BIN / program), *arguments], cwd=ROOT, env=environment, text=True, capture_output=True
        )
        print(f"{'✗' if done.returncode else '✓'} {name}  {time.monotonic() - begun:.1f} s", flush=True)
        if done.returncode:
            failed.append(name)
            print(done.stdout + done.stderr)
    if repeated := repeated_words():
        failed.append("glossary")
        print(f"✗ glossary: {'、'.join(repeated)}")
    return 1 if failed else 0


def repeated_words() -> list[str]:
    """Words or identifiers that the glossary gives twice: one word for one idea."""
    cells: list[str] = []
    for line in (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines():
        columns = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("| ") and columns[0] != "词":
            cells += columns[:2]
    return sorted({cell for cell in cells if cells.count(cell) > 1})


if __name__ == "__main__":
    sys.exit(main())
