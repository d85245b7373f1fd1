"""拼音首字母: the first letters by which a window types a matter's name.

The common characters stand in GB/T 2312 in the order of their pinyin, so that the place of one tells its
letter; the rarer ones, ordered by radical, and all that is no character are left out.
"""

from bisect import bisect_right
from functools import lru_cache

BOUNDARIES = (
    (0xB0A1, "a"), (0xB0C5, "b"), (0xB2C1, "c"), (0xB4EE, "d"), (0xB6EA, "e"), (0xB7A2, "f"),
    (0xB8C1, "g"), (0xB9FE, "h"), (0xBBF7, "j"), (0xBFA6, "k"), (0xC0AC, "l"), (0xC2E8, "m"),
    (0xC4C3, "n"), (0xC5B6, "o"), (0xC5BE, "p"), (0xC6DA, "q"), (0xC8BB, "r"), (0xC8F6, "s"),
    (0xCBFA, "t"), (0xCDDA, "w"), (0xCEF4, "x"), (0xD1B9, "y"), (0xD4D1, "z"),
)  # fmt: skip
STARTS = tuple(start for start, _ in BOUNDARIES)
AFTER_THE_LAST = 0xD7FA


@lru_cache(maxsize=4096)
def initials_of(text: str) -> str:
    """食品经营许可 → spjyxk."""
    return "".join(_initial(character) for character in text)


def _initial(character: str) -> str:
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    try:
        place = int.from_bytes(character.encode("gb2312"), "big")
    except UnicodeEncodeError:
        return ""
    within = STARTS[0] <= place < AFTER_THE_LAST
    return BOUNDARIES[bisect_right(STARTS, place) - 1][1] if within else ""
