"""Official papers set in type, in the form of GB/T 9704-2012."""

from guangyue.kit.typesetting.docx import as_docx
from guangyue.kit.typesetting.fonts import NoChineseFont
from guangyue.kit.typesetting.papers import (
    Attachment,
    Bars,
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
    "Bars",
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
    "as_docx",
    "in_words",
    "typeset",
]
