"""What cannot be done with a matter, and why."""

from guangyue.kit.refusals import Refused


class UnderWayAlready(Refused):
    sentence = "这个事项已经有一项变更正在办理，办完以后再提。"


class NotEditable(Refused):
    sentence = "这个版本已经送核对或者已经发布，不能再改。"


class NotWaiting(Refused):
    sentence = "这个版本不在核对中，可能已经有人办过了。"


class AnotherPersonChecks(Refused):
    sentence = "提出的人不能核对、发布自己提出的版本，合法性和统一要素由两个人分别核对。"


class BasisNotChecked(Refused):
    sentence = "设定依据还没有经市司法局核对，不能发布。"


class NothingChanged(Refused):
    sentence = "和现行版本相同，没有改动。"


class NotReleased(Refused):
    sentence = "这个事项没有在办理，不能暂停或者取消。"


class NotSuspended(Refused):
    sentence = "这个事项没有暂停，不能恢复。"
