"""条文: a draft told apart into its articles; and what of a comment may be shown. Knows no database."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guangyue.kit.masks import find_unmasked, mask_id_number, mask_phone
from guangyue.kit.refusals import Refused

NUMBER = "[一二三四五六七八九十百零〇]+"
CHAPTER = re.compile(rf"^(第{NUMBER}[章节])[\s　]*(?P<title>.*)$")
ARTICLE = re.compile(rf"^(?P<label>第{NUMBER}条)[\s　]*(?P<text>.*)$")
PHONE = re.compile(r"(?<!\d)(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)")


class NoArticles(Refused):
    sentence = "草案里没有读到“第一条”这样的条文。"
    advice = "每条单独起行，以“第几条”开头。"


@dataclass(frozen=True)
class ReadArticle:
    """一条: its label, the chapter it stands in, and its paragraphs."""

    label: str
    chapter: str
    text: str


def read_articles(text: str) -> list[ReadArticle]:
    """Chapters and articles each begin a line; what follows belongs to the article before it."""
    found = list(_read(text))
    if not found:
        raise NoArticles(field="text")
    labels = [one.label for one in found]
    if twice := next((label for label in labels if labels.count(label) > 1), ""):
        raise NoArticles(f"{twice}出现了两次，请核对条文编号。", field="text")
    return found


def _read(text: str) -> Iterator[ReadArticle]:
    chapter, label, paragraphs = "", "", list[str]()
    for line in filter(None, (raw.strip() for raw in text.splitlines())):
        heading, article = CHAPTER.match(line), ARTICLE.match(line)
        if not (heading or article):
            paragraphs.append(line)
            continue
        if label:
            yield ReadArticle(label, chapter, "\n".join(paragraphs))
        paragraphs = []
        if heading:
            chapter, label = f"{heading[1]} {heading['title']}".strip(), ""
        elif article:
            label = article["label"]
            paragraphs = [article["text"]] if article["text"] else []
    if label:
        yield ReadArticle(label, chapter, "\n".join(paragraphs))


def fit_to_show(text: str, *, on: date) -> str:
    """What stands in a comment of numbers that belong to somebody, hidden in the middle."""
    for exposed in find_unmasked(text, on=on):
        text = text.replace(exposed.number.text, mask_id_number(exposed.number.text))
    return PHONE.sub(lambda found: mask_phone(found[0]), text)
