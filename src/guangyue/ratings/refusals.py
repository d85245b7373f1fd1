"""What is not done with ratings and complaints, and what is said then."""

from http import HTTPStatus

from guangyue.kit.refusals import Refused


class NotFinishedYet(Refused):
    sentence = "这件事还没有办出结果，办结以后再评价。"


class RatedAlready(Refused):
    sentence = "这件事已经评价过了，每件只评一次。"
    advice = "十天以内想改的，请登录以后在办件页面上改评。"


class TooLateToChange(Refused):
    sentence = "首次评价已经超过十天，不能再改。"


class OwnWork(Refused):
    sentence = "不能评价自己经办的事。"


class WayClosed(Refused):
    sentence = "这个事项的这种评价方式暂时停用，请换一种方式。"


class LinkExpired(Refused):
    sentence = "这个评价链接已经用过，或者已经超过七天。"
    advice = "仍想评价的，请登录以后在“我的办件”里评价。"
    status = HTTPStatus.GONE


class NobodyToRate(Refused):
    sentence = "窗口刚才没有办结的事，或者已经评价过了。"


class AboutYourself(Refused):
    sentence = "这件评价或者吐槽涉及您本人，要由其他人办理。"


class DoneAlready(Refused):
    sentence = "这一件刚刚被别人办理过，请刷新以后再看。"


class NotYours(Refused):
    sentence = "上一次是您办的，这次要换一个人办理。"


class NotTheSameCause(Refused):
    sentence = "三十天以内、同一单位、同一类的吐槽才能合并。"


class ExtendedAlready(Refused):
    sentence = "只能延期一次，这件已经延过期了。"


class NotYourself(Refused):
    sentence = "延期要由提出的人以外的单位负责人批准。"
