"""Names nobody was given: surnames by how common they are, given names put together by generation."""

import numpy as np
import numpy.typing as npt
import polars as pl

from guangyue.registries.synthetic.chance import Truth, Whole, pick

Letters = npt.NDArray[np.str_]

# Commonest first; the weights fall as a harmonic row, which is close to how surnames of the north are spread.
SURNAMES = tuple(
    "王李张刘陈杨赵孙于马徐朱郭高宋周吴许郑林冯谢田崔姜任石邢范孟路秦丁苗乔贾卢白曹康尹侯董郝岳申耿霍邵窦亓"
)
SURNAME_WEIGHTS = 1 / (np.arange(len(SURNAMES)) + 4.0)

FIRST_GENERATION_YEAR = 1920
YEARS_A_GENERATION = 25

# For each generation (born to 1944, 1969, 1994, later) the letters a given name is made of.
MEN = (
    ("传广兆绍振延继守", "文林山田禄俭诚岱"),
    ("建志树庆保春立新", "民岭河强堂生岩军"),
    ("晓振海鹏宏立少云", "光岳峰涛波磊东凯"),
    ("泽景弈嘉沐书承屿", "湖川舟辰岳远溪尧"),
)
WOMEN = (
    ("桂秀玉凤月兰素淑", "莲英梅荣芝贞娥萍"),
    ("爱春秀丽玉翠凤红", "荷霞兰英琴萍云芹"),
    ("晓海丽文雪静艳燕", "荷莉婷娜敏洁倩梅"),
    ("芷沐语若景书一锦", "荷汐宁溪彤苒禾妍"),
)
SINGLE_LETTER = 0.12


def surnames(rng: np.random.Generator, size: int) -> Whole:
    """A surname for each row, as its place in `SURNAMES`."""
    return pick(rng, SURNAME_WEIGHTS, size)


def full_names(rng: np.random.Generator, *, family: Whole, male: Truth, born: Whole) -> pl.Series:
    """Surname and given name for each row, by sex and year of birth."""
    size = len(family)
    generation = np.clip((born - FIRST_GENERATION_YEAR) // YEARS_A_GENERATION, 0, len(MEN) - 1)
    line = np.where(male, generation, generation + len(MEN))
    tables = [np.array([list(pair[at]) for pair in (*MEN, *WOMEN)]) for at in (0, 1)]
    letters = [_letters(rng, table, line) for table in tables]
    single = rng.random(size) < SINGLE_LETTER
    names = pl.DataFrame(
        {
            "family": pl.Series(SURNAMES).gather(family),
            "first": pl.Series(np.where(single, "", letters[0]).tolist()),
            "second": pl.Series(letters[1].tolist()),
        }
    )
    return names.select(pl.concat_str("family", "first", "second")).to_series()


def _letters(rng: np.random.Generator, table: Letters, line: Whole) -> Letters:
    chosen: Letters = table[line, (rng.random(len(line)) * table.shape[1]).astype(np.int64)]
    return chosen
