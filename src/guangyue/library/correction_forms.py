"""What a librarian can say of a line: its words, its level, whose it is, and what the head in it says."""

import re
from typing import Any

from django import forms

from guangyue.gazette.models import Edition, PrintedDocument
from guangyue.gazette.reading.corrections import (
    Anchor,
    AssignLines,
    CorrectHead,
    Correction,
    CorrectLevel,
    EditLine,
)
from guangyue.gazette.reading.shapes import Level
from guangyue.library.services.correcting import anchor_at

GOES_ON = "on"
NOBODY = "0"
SEPARATORS = re.compile(r"[、，,;；\s]+")
LEVELS = (
    (GOES_ON, "不另起一条，接着上一行"),
    *(
        (level.name, {Level.TEXT: "正文，不成条款", Level.TABLE: "表格"}.get(level, level.value))
        for level in Level
        if level not in (Level.PREAMBLE, Level.CLOSING)
    ),
)


class TextForm(forms.Form):
    """改字."""

    after = forms.CharField(
        label="这一行应当是",
        max_length=20_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="文件原文不变，更正另外记下",
    )

    def correction(self, edition: Edition, line: int) -> Correction:
        return EditLine(anchor_at(edition, line), " ".join(self.cleaned_data["after"].splitlines()))


class LevelForm(forms.Form):
    """改层次."""

    level = forms.ChoiceField(label="这一行是哪一层", choices=LEVELS)

    def correction(self, edition: Edition, line: int) -> Correction:
        level = self.cleaned_data["level"]
        return CorrectLevel(anchor_at(edition, line), "" if level == GOES_ON else level)


class BelongingForm(forms.Form):
    """改归属 of this line, or of the lines from here to another."""

    last = forms.IntegerField(label="到第几行为止", min_value=1)
    to = forms.TypedChoiceField(label="属于", coerce=int)

    def __init__(self, *arguments: Any, documents: list[PrintedDocument], **options: Any) -> None:
        super().__init__(*arguments, **options)
        choices = [
            (str(document.pieces[0]["first"]), f"{document.number} {document.title}".strip())
            for document in documents
            if document.pieces
        ]
        self.fields["to"].choices = [*choices, (NOBODY, "哪一份都不是，弃去")]  # type: ignore[attr-defined]

    def correction(self, edition: Edition, line: int) -> Correction:
        first, last = anchor_at(edition, line), anchor_at(edition, self.cleaned_data["last"], field="last")
        return AssignLines(first, last, self._head(edition))

    def _head(self, edition: Edition) -> Anchor | None:
        head: int = self.cleaned_data["to"]
        return anchor_at(edition, head) if head else None


class HeadForm(forms.Form):
    """更正题录; on a line that is no head yet, a document begins there."""

    number = forms.CharField(label="文号", max_length=60, required=False)
    title = forms.CharField(label="标题", max_length=300, required=False)
    issuers = forms.CharField(
        label="发文机关", max_length=300, required=False, help_text="几个机关用顿号分开"
    )
    day = forms.DateField(
        label="成文日期",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def correction(self, edition: Edition, line: int) -> Correction:
        said = self.cleaned_data
        issuers = tuple(name for name in SEPARATORS.split(said["issuers"]) if name)
        return CorrectHead(
            anchor_at(edition, line),
            number=said["number"].strip() or None,
            title=said["title"].strip() or None,
            issuers=issuers or None,
            day=said["day"],
        )


LineForm = TextForm | LevelForm | BelongingForm | HeadForm


def forms_for(
    text: str, line: int, documents: list[PrintedDocument], posted: Any = None, kind: str = ""
) -> dict[str, LineForm]:
    """All that can be said of a line; of these, the one of that kind is filled in with what was posted."""
    begun = next((one for one in documents if one.pieces and one.pieces[0]["first"] == line), None)
    owner = next((one for one in documents if _has(one, line)), None)

    def data(name: str) -> Any:
        return posted if name == kind else None

    return {
        "text": TextForm(data("text"), initial={"after": text}, prefix="text"),
        "level": LevelForm(data("level"), prefix="level"),
        "belonging": BelongingForm(
            data("belonging"),
            documents=documents,
            prefix="belonging",
            initial={"last": line, "to": owner.pieces[0]["first"] if owner else NOBODY},
        ),
        "head": HeadForm(data("head"), initial=_head_of(begun) if begun else {}, prefix="head"),
    }


def _has(document: PrintedDocument, line: int) -> bool:
    return any(piece["first"] <= line <= piece["last"] for piece in document.pieces)


def _head_of(document: PrintedDocument) -> dict[str, Any]:
    return {
        "number": document.number,
        "title": document.title,
        "issuers": "、".join(document.issuers),
        "day": document.day,
    }
