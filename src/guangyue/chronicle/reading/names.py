"""人名和职务 in a sentence, as printed. Nobody is looked up here: a name is what stands behind a title, or
stands in a row of names before what they do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
    "酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄穆萧肖尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊"
    "纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪解应宗丁宣邓郁单杭洪包诸左"
    "石崔吉钮龚程邢裴陆荣翁荀羊甄曲封芮储靳邴松井段富巫乌焦巴弓牧隗谷车侯宓蓬郗班仰秋仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸司韶黎"
    "薄印白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰雍桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎闫充慕连"
    "茹习艾鱼容向古易慎戈廖庾居衡步都耿满弘匡文寇广禄阙东欧沃利蔚越隆师巩聂晁勾敖融冷訾辛阚那简饶曾毋沙养鞠须丰巢关查后荆红游竺权"
    "盖益桓公上官欧阳诸葛司马仝佟岳帅亓逯矫亢况郇苑展门闪解战生綦丛由修初隋矫曲单付"
)
DOUBLE = "欧阳|上官|诸葛|司马|司徒|尉迟|皇甫|令狐|东方|公孙|慕容|夏侯|长孙|宇文|轩辕|端木|呼延"
NEVER = {
    "安全生产",
    "平安",
    "高铁",
    "农业",
    "金融",
    "文化",
    "常委",
    "文明",
    "党组",
    "公安",
    "高新",
    "富强",
    "平稳",
}

HEADS = (
    "书记|市长|省长|县长|区长|州长|镇长|乡长|旗长|盟长|秘书长|主任|局长|厅长|司长|处长|科长|部长|院长|校长|园长|所长|站长|馆长|台长|社长|"
    "行长|关长|署长|会长|理事长|董事长|监事长|总经理|经理|总裁|总监|董事|主席|委员长|委员|常委|成员|司令员|司令|政委|政治委员|参谋长|"
    "总队长|支队长|大队长|中队长|队长|组长|团长|检察长|首席代表|代表|专员|特派员|巡视员|调研员|督学|总工程师|总经济师|总会计师|总农艺师|"
    "总规划师|总工|副总工|工程师|总编辑|主编|研究员|教授|院士|博士|大使|公使|参赞|总领事|领事|总理|总统|议长|大臣|合伙人|创始人|负责人|"
    "负责同志|领导同志|领导|主管|督察长|公署专员|警长|法官|烈士|先生|女士|同志|主持人|发言人|秘书|首席执行官|教练|主帅|"
    "主要领导|分管领导|学员|嘉宾|企业家|专家|会员|党员|记者|站长|协理|干事|总干事|督导员"
)
TITLE_END = re.compile(
    rf"(?:{'|'.join(sorted(HEADS.split('|'), key=len, reverse=True))})(?!小组)(?:（[^（）]{{1,20}}）)?"
)
BEHIND = (  # what a name is followed by
    "率|带领|带队|带头|一行|等|出席|参加|参会|主持|讲话|致辞|致词|致欢迎|列席|主讲|陪同|介绍|通报|宣布|宣读|分别|作|做|就|以|为|"
    "会见|会晤|会谈|督导|督查|督察|调研|检查|考察|视察|巡查|指导|走访|看望|慰问|实地|现场|深入|前往|专程|一同|共同|先后|亲切|集体|"
    "来|到|赴|抵|莅|在|与|同|和|及|对|从|向|围绕|代表|传达|组织|召开|进行|通过|参观|接受|接见|接待|发表|点评|授课|领学|领誓|"
    "揭牌|揭幕|启动|强调|指出|要求|表示|巡展|巡视|收听|收看|观看|专题|听取|开展|担任|见证|签署|签约|拜访|拜会|洽谈|座谈|随|"
    "逐一|详细|认真|出任|应邀|受邀|当选|被|汇报|述职|发言|交流|部署|安排|总结|奠基|共商|商谈|研究|学习|审定|颁奖"
)
MARK = r"[，,。；;、：:）)（(！\s]|$"
VERBS = sorted(set(BEHIND.split("|")), key=len, reverse=True)
STOP = re.compile(rf"{MARK}|(?:{'|'.join(VERBS)})")
CLEAR_STOP = re.compile(rf"{MARK}|(?:{'|'.join(verb for verb in VERBS if len(verb) > 1)})")
IN_NAMES = "为同和向以从与"  # verbs of one letter that names end with as well
ACTS = re.compile(
    r"等?(?:同志|领导)*(?:分别|共同|一同|也|均)?(?:出席|参加|参会|主持|列席|陪同|讲话|致辞|致词|主讲|作|在|到|赴|率|会见|收听|收看|观看|等|与|同|发言|宣布|通报|督导|调研|检查)"
)
HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
ABROAD = (  # what foreign names are written with
    "阿埃艾安奥巴贝比彼波博布卜查茨达大德得迪蒂丁杜多尔耳法费菲夫弗福盖戈格古哈海赫胡基吉加贾杰捷卡凯科克肯库拉莱兰劳勒雷里利丽莉林卢鲁"
    "罗洛马玛麦曼梅米莫姆穆纳娜内尼诺努帕佩彭皮普奇契乔切热瑞萨塞桑森沙舍什史斯丝苏索塔泰坦汤特提铁廷图托瓦娃万威维韦文沃乌希西夏谢辛"
    "雅亚扬耶叶伊因尤约泽扎朱兹佐陶"
)
FOREIGN = re.compile(
    rf"{HAN}{{1,8}}(?:·{HAN}{{1,8}}?){{1,3}}(?={STOP.pattern})|[{ABROAD}]{{3,8}}(?={STOP.pattern})"
)
LEADS_IN = re.compile(r".*(?:会见了?|会晤了?|接见了?|拜会了?|拜访了?|看望了?|邀请|欢迎|聘任|陪同|由|率领?)")
TOGETHER = re.compile(r"^(?:一行\d*人?|等)?(?:与|同|和|及|以及|会同|陪同|、)")
QUOTED = re.compile(r"《[^》]*》|“[^”]*”")


@dataclass(frozen=True)
class Named:
    """A name in a sentence: where, and the title printed with it."""

    name: str
    title: str
    start: int
    end: int


def names_in(sentence: str) -> list[Named]:
    """In their order. A title before a name holds for those joined to it by 、, up to the next title."""
    quiet = QUOTED.sub(lambda quoted: "□" * len(quoted[0]), sentence)
    found: list[Named] = []
    pending = -1  # where titles without a name yet begin
    previous: Named | None = None
    for start, end in _items(quiet):
        joined = start > 0 and quiet[start - 1] == "、"
        if not joined:
            previous = None
        item = _read_item(quiet, sentence, start, end, pending, previous)
        if item:
            found += item
            behind = quiet[item[-1].end : end]
            previous = None if behind else item[-1]
            pending = _title_start(quiet, item[-1].end, end) if _is_title(behind) else -1
        elif _is_title(quiet[start:end]):
            pending = start if pending < 0 else pending
        else:
            pending, previous = -1, None
    return found


def _items(quiet: str) -> Iterator[tuple[int, int]]:
    for found in re.finditer(r"[^，,、；;。]+", quiet):
        yield found.start(), found.end()


def _read_item(
    quiet: str, sentence: str, start: int, end: int, pending: int, previous: Named | None
) -> list[Named]:
    """Every name of the text between two marks."""
    found: list[Named] = []
    if bare := _bare(quiet, start, previous):
        title = previous.title if previous else ""
        behind = TITLE_END.match(quiet, bare[1])
        title = sentence[behind.start() : behind.end()] if behind and not title else title
        found.append(Named(sentence[bare[0] : bare[1]], title, *bare))
    elif (by := quiet.find("由", start, end)) >= 0 and (led := _name_at(quiet, by + 1)):
        found.append(Named(sentence[led[0] : led[1]], "", *led))
    begin = found[-1].end if found else start
    while titled := _titled(quiet, begin, end):
        title_start = _title_start(quiet, pending if pending >= 0 and not found else begin, titled[0])
        found.append(Named(sentence[titled[0] : titled[1]], sentence[title_start : titled[0]], *titled))
        begin = titled[1]
    return found


def _titled(quiet: str, begin: int, end: int) -> tuple[int, int] | None:
    """The first name right behind a title."""
    for title in _title_ends(quiet, begin, end):
        if span := _name_at(quiet, title):
            return span
    return None


def _title_ends(quiet: str, begin: int, end: int) -> Iterator[int]:
    at = begin
    while at < end:
        found = TITLE_END.search(quiet, at, end)
        if not found:
            return
        yield found.end()
        at = found.start() + 1


def _title_start(quiet: str, begin: int, name: int) -> int:
    """Behind what leads in the title: 会见了, 由, 与."""
    before = quiet[begin:name]
    found = LEADS_IN.match(before) or TOGETHER.match(before)
    return begin + found.end() if found else begin


def _name_at(quiet: str, at: int) -> tuple[int, int] | None:
    """Two letters or three, rarely four, with a known surname and an end that can be seen; or a name from
    abroad."""
    surname = 2 if re.match(DOUBLE, quiet[at:]) else 1
    if surname == 1 and quiet[at : at + 1] not in SURNAMES:
        return _foreign(quiet, at)
    short, long = at + surname + 1, at + surname + 2
    if _is_name(quiet[at:long]) and quiet[short : short + 1] in IN_NAMES and CLEAR_STOP.match(quiet, long):
        return at, long
    for end in (short, long):
        if _is_name(quiet[at:end]) and (
            STOP.match(quiet, end) or (end == long and TITLE_END.match(quiet, end))
        ):
            return at, end
    return _foreign(quiet, at)


def _is_name(word: str) -> bool:
    return bool(re.fullmatch(f"{HAN}+", word)) and word not in NEVER


def _foreign(quiet: str, at: int) -> tuple[int, int] | None:
    found = FOREIGN.match(quiet, at)
    return found.span() if found else None


def _bare(quiet: str, start: int, previous: Named | None) -> tuple[int, int] | None:
    """A name without a title: joined to one before it, or in a row of names that ends in what they do."""
    span = _name_at(quiet, start)
    if span is None or (span[1] - start > 4 and "·" not in quiet[start : span[1]]):
        return None
    return span if previous or _in_a_row(quiet, span[1]) else None


def _in_a_row(quiet: str, at: int) -> bool:
    while quiet[at : at + 1] == "、":
        following = _name_at(quiet, at + 1)
        if following is None:
            return False
        at = following[1]
    title = TITLE_END.match(quiet, at)
    return bool(ACTS.match(quiet, title.end() if title else at))


def _is_title(words: str) -> bool:
    found = list(TITLE_END.finditer(words))
    return bool(found) and found[-1].end() == len(words)
