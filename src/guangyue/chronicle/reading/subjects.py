"""题目相近: whether a topic of a meeting and the title of a document speak of the same thing."""

import re
from collections.abc import Sequence

# Words that stand in any topic and any title, and say nothing of the subject.
EMPTY = re.compile(
    r"人民政府|办公厅|办公室|关于|印发|转发|进一步|加快|推进|促进|推动|全面|深入|切实|贯彻|落实|实施|开展|加强|做好|建立|完善|健全|"
    r"若干|政策|措施|意见|方案|办法|细则|规定|规划|计划|通知|通告|公告|决定|情况|工作|起草|汇报|说明|事宜|事项|有关|相关|重点|"
    r"全市|我市|本市|市级|高质量|发展|建设|提升|改造|行动|管理|服务|项目|问题|年度|年|的|和|及|与|《|》|“|”|〔|〕|（|）|等|进展"
)
ENOUGH = 0.5


def likeness(topic: str, title: str) -> float:
    """How much of the topic's own words stand in the title: nothing 0, all of it 1."""
    ours, theirs = _pairs(topic), _pairs(title)
    return len(ours & theirs) / len(ours) if ours else 0.0


def shared_words(topics: Sequence[str], title: str) -> str:
    """The topic that a title takes up, or nothing."""
    best = max(topics, key=lambda topic: likeness(topic, title), default="")
    return best if best and likeness(best, title) >= ENOUGH else ""


def _pairs(words: str) -> set[str]:
    """Letters two by two, within what the empty words leave."""
    pieces = re.findall(r"[\u3400-\u9fffA-Za-z]+", EMPTY.sub(" ", words))
    return {piece[at : at + 2] for piece in pieces for at in range(max(1, len(piece) - 1))}
