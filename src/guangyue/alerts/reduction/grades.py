"""绩效等级: how far an enterprise of a key industry chooses its own measures."""

from enum import Enum


class Grade(Enum):
    """绩效等级, of an industry with letters or of one with 引领性; unrated counts as the worst."""

    A = "A"
    B = "B"
    B_MINUS = "B-"
    C = "C"
    D = "D"
    LEADING = "引领性"
    NOT_LEADING = "非引领性"
    UNRATED = "未评级"


CHOOSING = frozenset({Grade.A, Grade.LEADING})
GOOD_ENOUGH_TO_GUARANTEE = frozenset({Grade.A, Grade.B, Grade.LEADING})


class Course(Enum):
    """怎样减排."""

    OWN = "自主采取减排措施"
    GUIDE = "减排力度不低于技术指南要求"
    TASK = "只从事保障任务，以热定产或者以量定产"
    ON_DEMAND = "难以满足减排要求时，只对涉气工序采取措施"
    ALIKE = "按统一的措施执行"

    @property
    def compulsory(self) -> bool:
        """Whether a share or a stop can be asked for."""
        return self in (Course.GUIDE, Course.ALIKE)


def course_of(grade: Grade) -> Course:
    return Course.OWN if grade in CHOOSING else Course.GUIDE
