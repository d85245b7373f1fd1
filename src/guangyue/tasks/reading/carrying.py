"""沿用条款: words by which a note speaks for others too.

以下任务均需…落实，不再列出; 排在首位的为牵头单位，下同.
"""

import re
from dataclasses import dataclass

from guangyue.tasks.reading.names import split_names

ALL_BELOW = re.compile(
    r"(?:以下|下列|后续|其后)(?:各?项?)?(?:任务|措施|工作|内容|事项|条款|各条)*(?:均|都|皆|全部)?(?:还|也)?(?:需|须|由|要|应由?|需由)(?:同时由)?"
    r"(?P<names>[^。；]+?)(?:共同|分别|具体)?(?:负责)?(?:抓好)?(?:落实|实施|负责|执行|承担)[，,、]?"
    r"(?:(?:故|均)?不再?(?:另行|一一|逐一|单独|重复)?(?:列出|列举|列明|注明|标注|载明)|下同)"
)
FIRST_LEADS = re.compile(
    r"(?:排|列)(?:名)?(?:在)?(?:首位|第一位?|最前(?:面)?)[^，。；]{0,12}为牵头|(?:首个|第一个|首位)[^，。；]{0,10}(?:为|是)牵头"
)
SAME_BELOW = re.compile(r"下同|以下(?:均)?同|其余同")


@dataclass(frozen=True)
class Carried:
    """What a note says of the others below it."""

    names: tuple[str, ...] = ()  # they carry out all that follows
    first_leads: bool = False
    same_below: bool = False


def carries(words: str) -> bool:
    return ALL_BELOW.search(words) is not None or FIRST_LEADS.search(words) is not None


def read_carried(words: str) -> tuple[Carried, str]:
    """What is carried on, and the words without it."""
    names: tuple[str, ...] = ()
    left = words
    if found := ALL_BELOW.search(words):
        names = tuple(split_names(found["names"]))
        left = left.replace(found[0], "")
    first = FIRST_LEADS.search(left)
    same = first is not None and SAME_BELOW.search(left) is not None
    if first:
        left = left[: first.start()]
    return Carried(names, first is not None, same), left.strip(" 。；，")
