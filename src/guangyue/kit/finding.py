"""What a search over the whole city finds. Each mechanism searches its own things; the frames show them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """检索结果: `kind` is what sort of thing it is, `detail` what tells it from others of the same name.

    A mechanism's functions that find are named in settings.GUANGYUE_SEARCH, marked `@open_to_all` or
    `@needs(PERMISSION)` as a view is, and called `(words=…, scope=…, most=…)`.
    """

    kind: str
    title: str
    link: str
    detail: str = ""
