"""职责: which role a label, 牵头单位：, or a verb, …负责落实, gives to the units beside it."""

import re

from guangyue.tasks.states import Role

LEADERS, DUE = "leaders", "due"
Meaning = Role | str

LABEL = re.compile(
    r"(?:^|(?<=[；;，,。、\s）)]))(?P<label>[一-鿿]{0,4}(?:单位|部门|领导|机构|处室|主体|责任人)|[一-鿿]{0,4}(?:时限|时间|节点|期限))"
    r"\s*[：:]\s*"
)
ROLES: tuple[tuple[re.Pattern[str], Meaning], ...] = (
    (re.compile(r"领导$|责任人$"), LEADERS),
    (re.compile(r"时限$|时间$|节点$|期限$"), DUE),
    (re.compile(r"牵头|主办|总责"), Role.LEAD),
    (re.compile(r"配合|参与|参加|协办|协助|协同"), Role.COOPERATE),
    (re.compile(r"实施|落实|执行"), Role.EXECUTE),
    (re.compile(r"责任|负责|承办|主管"), Role.RESPONSIBLE),
)
SHARED = r"(?:按照?|根据|依据?)(?:各自)?(?:职责|职能)?(?:分工)?|分工|分别|共同|各自"
VERB = re.compile(
    rf"(?P<qualifier>(?:{SHARED})*)(?P<verb>(?:具体|组织|抓好|直接)*(?:"
    r"牵头(?:负责|落实|抓总|组织实施|实施)?|负责(?:具体)?(?:落实|实施|执行)|负责"
    r"|配合(?:落实|实施)?|参与|参加|协助|协同|落实|实施|执行))"
    r"(?=$|[，,；;。）)\s])"
)
VERBS: tuple[tuple[re.Pattern[str], Role], ...] = (
    (re.compile(r"牵头"), Role.LEAD),
    (re.compile(r"配合|参与|参加|协助|协同"), Role.COOPERATE),
    (re.compile(r"落实|实施|执行"), Role.EXECUTE),
    (re.compile(r"负责"), Role.RESPONSIBLE),
)
# What may stand behind the names that a label gives: 市甲局、市乙局分别负责.
TAIL = re.compile(rf"(?P<qualifier>(?:{SHARED})(?:负责|牵头|落实|实施|配合)*|负责)$")


def meaning_of_label(label: str) -> Meaning | None:
    return next((meaning for pattern, meaning in ROLES if pattern.search(label)), None)


def role_of_verb(verb: str, qualifier: str) -> Role:
    """分工负责落实 shares the duty itself; 负责落实 alone carries out what another answers for."""
    if qualifier and "负责" in verb and "牵头" not in verb:
        return Role.RESPONSIBLE
    return next(role for pattern, role in VERBS if pattern.search(verb))
