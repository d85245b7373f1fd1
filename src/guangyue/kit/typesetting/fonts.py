"""Which fonts set an official paper: the city's own where they are installed, free ones where not."""

import importlib.util
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import typst
from django.conf import settings

from guangyue.kit.refusals import Refused

# What GB/T 9704 asks for, by the names offices have it under; then what may stand in for it.
SONG = ("SimSun", "STSong")
FANGSONG = ("FangSong_GB2312", "FangSong", "STFangsong", "FandolFang R")
TITLE = ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "STZhongsong")
HEI = ("SimHei", "STHeiti")
KAI = ("KaiTi_GB2312", "KaiTi", "STKaiti", "LXGW WenKai", "AR PL UKai CN")
STAND_IN = ("Noto Serif SC", "Noto Serif CJK SC")
HEI_STAND_IN = ("Noto Sans SC", "Noto Sans CJK SC")

SUPPLIER = "pylopdf_fonts_zh_cn"  # a package of nothing but Noto Serif SC and Noto Sans SC (SIL OFL 1.1)


class NoChineseFont(Refused):
    """There is no font to set Chinese in."""

    sentence = "没有可用的中文字体，无法生成公文。"
    advice = "请管理员重新运行 python3 gy up，或把宋体、仿宋字体文件放进状态文件夹的 fonts 中。"


@dataclass(frozen=True)
class Faces:
    """字体: for each face of an official paper the families at hand, the best first."""

    song: tuple[str, ...]
    fangsong: tuple[str, ...]
    title: tuple[str, ...]
    hei: tuple[str, ...]
    kai: tuple[str, ...]
    title_is_stand_in: bool

    @property
    def missing(self) -> tuple[str, ...]:
        """What the standard asks for and this machine lacks: something stands in for it."""
        asked = {"仿宋": (self.fangsong, FANGSONG), "小标宋": (self.title, TITLE), "楷体": (self.kai, KAI)}
        return tuple(name for name, (here, wanted) in asked.items() if not set(here) & set(wanted))


@cache
def collection() -> typst.Fonts:
    """All fonts at hand, looked for once a process: the city's folder, the supplier's, the machine's."""
    folders = [Path(settings.HOME) / "fonts", *_supplied()]
    return typst.Fonts(
        include_system_fonts=True,
        include_embedded_fonts=False,
        font_paths=[folder for folder in folders if folder.is_dir()],
    )


def faces() -> Faces:
    """The faces to set a paper in, or a refusal where not even a stand-in is installed."""
    return choose_faces(frozenset(collection().families()))


def choose_faces(families: frozenset[str]) -> Faces:
    """Of the families at hand, those that serve for each face."""
    if not families & {*SONG, *FANGSONG, *STAND_IN}:
        raise NoChineseFont

    def here(*names: str) -> tuple[str, ...]:
        return tuple(name for name in names if name in families)

    text = (*STAND_IN, *SONG)
    return Faces(
        song=here(*SONG, *STAND_IN, *FANGSONG),
        fangsong=here(*FANGSONG, *text),
        title=here(*TITLE, *text, *FANGSONG),
        hei=here(*HEI, *HEI_STAND_IN, *text, *FANGSONG),
        kai=here(*KAI, *FANGSONG, *text),
        title_is_stand_in=not here(*TITLE),
    )


def _supplied() -> list[Path]:
    package = importlib.util.find_spec(SUPPLIER)
    return [Path(folder) for folder in (package.submodule_search_locations or [])] if package else []
