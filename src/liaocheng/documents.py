"""公文 of the city: a system names those it rests on by number, title and days are those of the index."""

from datetime import date
from pathlib import Path

from guangyue.gazette.document import Document
from guangyue.gazette.index import read_index

CLAUSES = Path(__file__).with_name("clauses.toml")  # made by `guangyue clauses --index`
INDEX = read_index(CLAUSES)

SKILLS_PLAN_ENDS = date(2021, 12, 31)  # the years of the title of 聊政办发〔2019〕10号; no clause says so


def document(number: str) -> Document:
    return INDEX.by_number[number].document()
