"""Declarations as plain JSON and back, so that what a city declares can be kept as a row and pinned to.

A value is a frozen dataclass of texts, numbers, flags, days, enums, tuples and such dataclasses, or what is
written by `str` and read by a `parse` of its own, as a clause is. What equals its default is not written, so
a field that is added later leaves old rows as they are.
"""

import json
import typing
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from hashlib import sha256
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast

Value = TypeVar("Value")


def as_plain(value: Any) -> Any:
    """The value in nothing but JSON."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Enum():
            return value.name
        case date():
            return value.isoformat()
        case tuple() | list():
            return [as_plain(one) for one in value]
        case Mapping():
            return {key: as_plain(one) for key, one in value.items()}
    if hasattr(type(value), "parse"):
        return str(value)
    if is_dataclass(value):
        return {
            field.name: as_plain(said)
            for field in fields(value)
            if (said := getattr(value, field.name)) != _default(field)
        }
    raise TypeError(f"{type(value).__name__} has no plain form")


def from_plain(kind: type[Value], plain: Any) -> Value:
    """The value that was written as this."""
    return cast("Value", _read(kind, plain))


def fingerprint(value: Any) -> str:
    """What two declarations share when they say the same."""
    text = json.dumps(as_plain(value), ensure_ascii=False, sort_keys=True)
    return sha256(text.encode()).hexdigest()


def _read(kind: Any, plain: Any) -> Any:
    origin = typing.get_origin(kind)
    if origin in (Union, UnionType):
        if plain is None:
            return None
        (kind,) = (one for one in typing.get_args(kind) if one is not NoneType)
        return _read(kind, plain)
    if origin is tuple:
        of, *_ = typing.get_args(kind)
        return tuple(_read(of, one) for one in plain)
    if origin is not None and issubclass(origin, Mapping):
        _, of = typing.get_args(kind)
        return {key: _read(of, one) for key, one in plain.items()}
    if issubclass(kind, Enum):
        return kind[plain]
    if issubclass(kind, date):
        return date.fromisoformat(plain)
    if hasattr(kind, "parse"):
        return kind.parse(plain)
    if isinstance(kind, type) and is_dataclass(kind):
        kinds = typing.get_type_hints(kind)
        return kind(**{name: _read(kinds[name], said) for name, said in plain.items()})
    return plain


def _default(one: Any) -> Any:
    return one.default if one.default_factory is MISSING else one.default_factory()
