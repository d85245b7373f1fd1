"""The shape a synthetic city is given: its districts, their townships, and how many people live in each."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Township:
    """镇街, as the generator needs it."""

    code: str
    title: str
    urban: bool


@dataclass(frozen=True)
class District:
    """县（市、区）或者开发区, its population, and where it lies: a middle and a reach, in degrees.

    `digits` are two that stand for it in numbers that belong to nobody.
    """

    code: str
    digits: str
    population: int
    longitude: float
    latitude: float
    reach: float
    townships: tuple[Township, ...]


@dataclass(frozen=True)
class Plan:
    """城市轮廓: what is true of the real city, on which the invented one is built."""

    title: str
    districts: tuple[District, ...]
