"""Our search and its peers: SQLite's FTS5 by trigrams, tantivy by pairs of characters and by words of jieba.

All have the same folded texts, fold a question as ours does, weigh the head of a document twice, and bring
forward as many passages as ours judges.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Protocol

import rjieba
import tantivy

from bench.passages import Passage, Place
from guangyue.library.searching.asking import read_question
from guangyue.library.searching.finding import rank_passages
from guangyue.library.searching.folding import fold
from guangyue.library.searching.sql import OF_ALL

RUN = re.compile(r"[^\W_]+")
TRIGRAM = 3
HEAD_WEIGHS = 2.0

Terms = Callable[[str], Iterable[str]]


class Engine(Protocol):
    """What answers a question with the places of passages, the best first."""

    def answer(self, words: str) -> Sequence[Place]: ...


class Ours:
    """As the pages ask it, up to the ranking: in PostgreSQL, behind a connection."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._places = {(passage.document, passage.clause): passage.place for passage in passages}

    def answer(self, words: str) -> Sequence[Place]:
        ranked = rank_passages(read_question(words))
        known = ((passage.document, passage.clause) for passage in ranked)
        return [self._places[place] for place in known if place in self._places]


class Trigrams:
    """FTS5. A question is its trigrams, any of them; one of shorter words only is looked for by LIKE."""

    def __init__(self, file: Path, passages: Sequence[Passage]) -> None:
        self._places = [passage.place for passage in passages]
        self._database = sqlite3.connect(file)
        self._database.execute("CREATE VIRTUAL TABLE passage USING fts5(head, body, tokenize = 'trigram')")
        with self._database:
            self._database.executemany(
                "INSERT INTO passage (rowid, head, body) VALUES (?, ?, ?)",
                (
                    (nth, "", passage.text) if passage.path else (nth, passage.text, "")
                    for nth, passage in enumerate(passages)
                ),
            )
            self._database.execute("INSERT INTO passage (passage) VALUES ('optimize')")

    def answer(self, words: str) -> Sequence[Place]:
        runs = RUN.findall(fold(words))
        trigrams = [run[at : at + TRIGRAM] for run in runs for at in range(len(run) - TRIGRAM + 1)]
        rows = self._ranked(trigrams) if trigrams else self._holding(runs)
        return [self._places[nth] for (nth,) in rows]

    def _ranked(self, trigrams: Iterable[str]) -> Iterable[tuple[int]]:
        query = " OR ".join(f'"{trigram}"' for trigram in trigrams)
        return self._database.execute(
            "SELECT rowid FROM passage WHERE passage MATCH ? ORDER BY bm25(passage, ?, 1) LIMIT ?",
            (query, HEAD_WEIGHS, OF_ALL),
        )

    def _holding(self, runs: Sequence[str]) -> Iterable[tuple[int]]:
        held = " AND ".join("(head LIKE ? OR body LIKE ?)" for _ in runs)
        words = [f"%{run}%" for run in runs for _ in ("head", "body")]
        return self._database.execute(
            f"SELECT rowid FROM passage WHERE {held} ORDER BY head = '' LIMIT ?", (*words, OF_ALL)
        )


class Tantivy:
    """tantivy, BM25 over any of the terms that a text is cut into beforehand."""

    def __init__(self, folder: Path, passages: Sequence[Passage], terms: Terms) -> None:
        folder.mkdir()
        self._terms = terms
        self._places = [passage.place for passage in passages]
        self._schema = (
            tantivy.SchemaBuilder()
            .add_integer_field("nth", fast=True)
            .add_integer_field("head", indexed=True)
            .add_text_field("text", tokenizer_name="whitespace", index_option="freq")
            .build()
        )
        index = tantivy.Index(self._schema, path=str(folder))
        index.register_tokenizer(
            "whitespace", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        )
        with index.writer(num_threads=1) as writer:
            for nth, passage in enumerate(passages):
                text = " ".join(terms(passage.text))
                writer.add_document(tantivy.Document(nth=nth, head=int(not passage.path), text=text))
        index.reload()
        self._searcher = index.searcher()

    def answer(self, words: str) -> Sequence[Place]:
        terms = [self._is("text", term) for term in dict.fromkeys(self._terms(fold(words)))]
        any_of_them = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        in_heads = any_of_them.and_must_match(tantivy.Query.const_score_query(self._is("head", 1), 0))
        query = any_of_them.or_should_match(tantivy.Query.boost_query(in_heads, HEAD_WEIGHS - 1))
        hits = self._searcher.search(query, limit=OF_ALL, count=False).hits
        found = self._searcher.fast_field_values("nth", [address for _, address in hits])
        return [self._places[int(nth)] for nth in found if nth is not None]

    def _is(self, field: str, value: str | int) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, value, "freq")


def pairs(text: str) -> Iterable[str]:
    """Each two characters that meet; one that stands alone is left alone."""
    for run in RUN.findall(text):
        yield from map("".join, pairwise(run)) if len(run) > 1 else (run,)


def words_of_jieba(text: str) -> Iterable[str]:
    return (word for word in rjieba.cut_for_search(text, False) if RUN.fullmatch(word))


PEERS: Mapping[str, Callable[[Path, Sequence[Passage]], Engine]] = {
    "FTS5 by trigrams": lambda folder, passages: Trigrams(folder / "trigrams.sqlite", passages),
    "tantivy by pairs": lambda folder, passages: Tantivy(folder / "pairs", passages, pairs),
    "tantivy by jieba": lambda folder, passages: Tantivy(folder / "jieba", passages, words_of_jieba),
}
