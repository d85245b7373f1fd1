"""Disability, grave illness and death: rare, and likelier with age."""

from dataclasses import dataclass

import numpy as np

from guangyue.registries.synthetic.chance import Real, Truth, Whole, between, happens, pick

DISABILITY = ("无", "一级", "二级", "三级", "四级")
DISABILITY_KINDS = ("肢体", "视力", "听力", "言语", "智力", "精神", "多重")
ILLNESS = ("无", "恶性肿瘤", "终末期肾病", "重性精神疾病", "再生障碍性贫血", "器官移植术后")
SEVERE = 2  # grades one and two


@dataclass(frozen=True)
class Health:
    """健康: disability (0: none), its kind, since when; illness (0: none); day of death (0: alive)."""

    disability: Whole
    disability_kind: Whole
    disabled: Whole
    illness: Whole
    ill: Whole
    died: Whole

    @property
    def severe(self) -> Truth:
        return (self.disability > 0) & (self.disability <= SEVERE)


def ail(rng: np.random.Generator, *, age: Real, on: int) -> Health:
    size = len(age)
    old = np.clip((age - 15) / 60, 0, 1)
    disabled = happens(rng, 0.008 + 0.07 * old**2, size)
    ill = happens(rng, 0.001 + 0.02 * old**2, size)
    dead = happens(rng, 0.0002 + 0.05 * np.clip((age - 55) / 40, 0, 1) ** 2, size)
    since_birth = (age * 365).astype(np.int64)
    return Health(
        disability=np.where(disabled, 1 + pick(rng, (0.14, 0.22, 0.3, 0.34), size), 0),
        disability_kind=pick(rng, (0.5, 0.14, 0.12, 0.03, 0.08, 0.09, 0.04), size),
        disabled=on - np.minimum(between(rng, 60, 4500, size).astype(np.int64), since_birth),
        illness=np.where(ill, 1 + pick(rng, (0.55, 0.17, 0.16, 0.05, 0.07), size), 0),
        ill=on - np.minimum(between(rng, 20, 2200, size).astype(np.int64), since_birth),
        died=np.where(dead, on - between(rng, 1, 365, size).astype(np.int64), 0),
    )
