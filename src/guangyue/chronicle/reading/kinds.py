"""种类 of an event: by what its first sentence says is done first."""

import re
from enum import Enum


class Kind(Enum):
    """种类: our own overlay; an editor may say otherwise."""

    MEETING = "会议"
    INSPECTION = "调研督导"
    RECEPTION = "会见"
    ACTIVITY = "活动"
    OPENING = "签约开工"
    CHECK = "考核检查"
    STUDY = "学习"
    FOREIGN = "外事"
    OTHER = "其他"


QUOTED = re.compile(r"《[^》]*》|“[^”]*”")

# These decide wherever they stand.
DECISIVE = (
    (
        Kind.FOREIGN,
        re.compile(
            r"大使|总?领事|友好城市|友城|外宾|驻华|使馆|(?<!人民)(?<!台)共和国|王国|联邦|[长使官]\w{1,8}·\w"
        ),
    ),
    (Kind.STUDY, re.compile(r"会前学法|集中学法")),
    (Kind.OPENING, re.compile(r"签约|(?<!复)(?<!停)开工(?!复产)|奠基|竣工|揭牌|通车|投产仪式|启用仪式")),
)

# Of these the first to be named decides.
CUES = (
    (Kind.RECEPTION, re.compile(r"会见|会谈|会晤|拜访|拜会|洽谈(?!会)|座谈(?!会)|接待了")),
    (
        Kind.CHECK,
        re.compile(r"考核|稽查|(?<!督导)检查(?!组|室)|督查(?!组)|巡查|验收|评估|审计(?!局)|复核|踏勘"),
    ),
    (Kind.INSPECTION, re.compile(r"调研(?!组)|督导(?!组)|考察(?!组|团)|视察|指导(?!组)|走访|看望|慰问|暗访")),
    (Kind.STUDY, re.compile(r"集体学习|学习研讨|(?:专题|理论)学习|培训班|党课|辅导报告")),
    (
        Kind.MEETING,
        re.compile(
            r"召开|主持.{0,12}会|大会|动员会|会议(?!接待|中心|室)|[\u4e00-\u9fff]{2}会(?=[，,。召举在])"
        ),
    ),
    (Kind.ACTIVITY, re.compile(r"活动|仪式|典礼|晚会|作品展|博览会|开幕|招商|观看|论坛|峰会|捐款|祭扫|赛")),
)

# Where none of these is named.
DOING = re.compile(r"举行|举办|开展|组织|赴|对接|谈话")


def kind_of(text: str) -> Kind:
    quiet = QUOTED.sub(lambda quoted: "□" * len(quoted[0]), text)
    first = quiet.split("。", 1)[0]
    for kind, cue in DECISIVE:
        if cue.search(first):
            return kind
    named = [
        (found.start(), order, kind) for order, (kind, cue) in enumerate(CUES) if (found := cue.search(first))
    ]
    if named:
        return min(named)[2]
    return Kind.ACTIVITY if DOING.search(first) else Kind.OTHER
