"""What a page says, to whoever reads it and not its markup."""

import re
from typing import Protocol


class Page(Protocol):
    """What a client gets."""

    @property
    def content(self) -> bytes: ...


def text_of(page: Page) -> str:
    """Its words, with one space where there was any, or a tag."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


def run_on(page: Page) -> str:
    """Its words without any space: Chinese has none, wherever a tag ends."""
    return text_of(page).replace(" ", "")
