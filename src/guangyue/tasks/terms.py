"""督查的期限: what no clause says and the city sets (补充规定); and what printed names stand for."""

from collections.abc import Iterator
from dataclasses import dataclass

from guangyue.kit.limits import Limit, Unit
from guangyue.organisations.models import Organisation


@dataclass(frozen=True)
class Collective:
    """统称: a printed name that stands for all organisations of some kinds, 各县（市、区）人民政府; without
    kinds it stays as it is printed."""

    names: tuple[str, ...]
    kinds: tuple[Organisation.Kind, ...]


FIVE_WORKING_DAYS = Limit(5, Unit.WORKING_DAY)


@dataclass(frozen=True)
class Terms:
    """期限: in natural days where nothing else is said."""

    answer: Limit = FIVE_WORKING_DAYS  # silence is acceptance
    plan_days: int = 30  # after the document, for 施工图 and 进度表
    report_days: int = 10  # after a quarter
    first_report_days: int = 30  # that must remain of the document's own quarter
    soon_days: int = 30  # before the due day the light turns yellow
    behind_points: int = 20  # per cent that progress may lie behind the days that have passed
    collectives: tuple[Collective, ...] = ()

    def kinds_of(self, printed: str) -> tuple[Organisation.Kind, ...]:
        return next((one.kinds for one in self.collectives if printed in one.names), ())

    def told(self) -> Iterator[tuple[str, str]]:
        """Each with what it is, for a page."""
        yield "认领或者提出异议", f"下达以后 {self.answer}，不答复的视为认领"
        yield "报送施工图、进度表", f"文件印发以后 {self.plan_days} 日"
        yield "报送季度进展", f"季度结束以后 {self.report_days} 日，逾期的下一个工作日催报"
        yield (
            "第一次报送",
            f"文件印发的当季还有 {self.first_report_days} 日以上的从当季起，否则从下一季度起",
        )
        yield "临期", f"到期以前 {self.soon_days} 日亮黄灯"
        yield "滞后", f"进度落后于时间 {self.behind_points} 个百分点以上亮黄灯"
