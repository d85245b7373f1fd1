"""School and schooling: who is still learning, and what the others have learnt."""

from dataclasses import dataclass

import numpy as np

from guangyue.registries.synthetic.chance import Real, Truth, Whole, between, happens, pick_by

PRIMARY, MIDDLE, HIGH, COLLEGE, BACHELOR, MASTER = range(6)
EDUCATION = ("小学及以下", "初中", "高中或中专", "大学专科", "大学本科", "研究生")

NOT_ENROLLED, KINDERGARTEN, AT_PRIMARY, AT_MIDDLE, AT_HIGH, AT_VOCATIONAL, AT_COLLEGE = range(7)
ENROLLED = ("不在校", "幼儿园", "小学", "初中", "普通高中", "中等职业学校", "普通高校")

# By year of birth: to 1944, 1959, 1974, 1989, later; first for the countryside, then for the towns.
COHORTS = (1945, 1960, 1975, 1990)
SCHOOLING = (
    (0.84, 0.12, 0.03, 0.01, 0.0, 0.0),
    (0.56, 0.35, 0.07, 0.015, 0.005, 0.0),
    (0.22, 0.61, 0.13, 0.03, 0.01, 0.0),
    (0.06, 0.56, 0.21, 0.11, 0.06, 0.0),
    (0.02, 0.36, 0.29, 0.2, 0.125, 0.005),
    (0.62, 0.22, 0.1, 0.04, 0.02, 0.0),
    (0.28, 0.4, 0.2, 0.08, 0.04, 0.0),
    (0.08, 0.4, 0.26, 0.15, 0.1, 0.01),
    (0.02, 0.26, 0.24, 0.25, 0.205, 0.025),
    (0.01, 0.14, 0.22, 0.3, 0.29, 0.04),
)
AGE_AT_GRADUATION = {COLLEGE: 21, BACHELOR: 22, MASTER: 25}


@dataclass(frozen=True)
class Learning:
    """教育: schooling reached, the stage still attended, and the day college was left (0: never)."""

    education: Whole
    enrolled: Whole
    graduated: Whole


def school(rng: np.random.Generator, *, age: Real, born: Whole, urban: Truth, on: int) -> Learning:
    size = len(age)
    enrolled = _enrolled(rng, age, urban)
    line = np.searchsorted(COHORTS, born, side="right") + len(COHORTS) * urban + urban
    education = pick_by(rng, SCHOOLING, line.astype(np.int64))
    education = np.where((education >= COLLEGE) & (age < 23 + 3.5 * (education == MASTER)), HIGH, education)
    education = np.where((enrolled == AT_COLLEGE) | (age < 18), np.minimum(education, HIGH), education)
    years = np.select(
        [education == grade for grade in AGE_AT_GRADUATION], list(AGE_AT_GRADUATION.values()), 0
    )
    june = ((born + years - 1970) * 365.2425 + 165).astype(np.int64) + between(rng, 0, 25, size).astype(
        np.int64
    )
    graduated = np.where((years > 0) & (june < on), june, 0)
    return Learning(education=education, enrolled=enrolled, graduated=graduated)


def _enrolled(rng: np.random.Generator, age: Real, urban: Truth) -> Whole:
    size = len(age)
    vocational = happens(rng, 0.38, size)
    return np.select(
        [
            (age >= 3) & (age < 6) & happens(rng, 0.88, size),
            (age >= 6) & (age < 12),
            (age >= 12) & (age < 15),
            (age >= 15) & (age < 18) & happens(rng, 0.93, size),
            (age >= 18) & (age < 22) & happens(rng, np.where(urban, 0.62, 0.46), size),
            (age >= 22) & (age < 25) & happens(rng, 0.08, size),
        ],
        [
            KINDERGARTEN,
            AT_PRIMARY,
            AT_MIDDLE,
            np.where(vocational, AT_VOCATIONAL, AT_HIGH),
            AT_COLLEGE,
            AT_COLLEGE,
        ],
        NOT_ENROLLED,
    )
