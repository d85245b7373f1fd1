"""措辞: what stands on a locked screen says nothing about whoever is meant."""

from guangyue.systems.offered import Offered

# What nobody beside the person should read: hardship, relief, illness, prison.
DELICATE = (
    *("难", "低保", "残疾", "失业", "刑释", "刑满", "释放", "戒毒", "贫困", "救助", "特困", "困境"),
    *("病", "低收入", "零就业", "下岗", "建档立卡", "欠薪", "孤儿", "保障金"),
)
NEUTRAL = "惠民政策"
NO_DECISION = "这是根据登记信息作出的提示，不是审批决定。"


def is_delicate(words: str) -> bool:
    return any(word in words for word in DELICATE)


def named_plainly(offered: Offered) -> str:
    """Its title, or what says nothing."""
    return NEUTRAL if offered.offer.sensitive or is_delicate(offered.title) else offered.title


def title_new(offered: Offered) -> str:
    name = named_plainly(offered)
    return f"您有一项{name}可以申请" if name == NEUTRAL else f"可以申请：{name}"


def title_closing(offered: Offered, *, days: int) -> str:
    name = named_plainly(offered)
    return f"还有 {days} 天截止：{f'您有一项{name}可以申请' if name == NEUTRAL else name}"


def body() -> str:
    """The same for all: what it is about, and how much, is read after signing in."""
    return f"登录后可以查看依据、金额和已经填好的申请。{NO_DECISION}"
