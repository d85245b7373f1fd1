"""Official papers set in type, in the form of GB/T 9704-2012."""

from guangyue.kit.typesetting.fonts import NoChineseFont
from guangyue.kit.typesetting.papers import (
    Attachment,
    Check,
    Minutes,
    OfficialPaper,
    Part,
    PlainPaper,
    Seal,
    Table,
    in_words,
)
from guangyue.kit.typesetting.press import CharactersMissing, UnreadableSeal, answer_with, typeset

__all__ = [
    "Attachment",
    "CharactersMissing",
    "Check",
    "Minutes",
    "NoChineseFont",
    "OfficialPaper",
    "Part",
    "PlainPaper",
    "Seal",
    "Table",
    "UnreadableSeal",
    "answer_with",
    "in_words",
    "typeset",
]
