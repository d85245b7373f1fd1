"""查询码: short enough to be written down, of letters that nobody mistakes for each other."""

import secrets

from guangyue.kit.refusals import REFERENCE_LETTERS

USUAL = 8


def new_check_code(length: int = USUAL) -> str:
    return "".join(secrets.choice(REFERENCE_LETTERS) for _ in range(length))
