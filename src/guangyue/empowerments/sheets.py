"""清单导入: the lists that the gazette leaves out, as the city or the zone has them, and never made up."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from enum import Enum

from guangyue.accounts.models import User
from guangyue.empowerments.models import Empowerment, GrantingDocument, State, StoppedPower
from guangyue.empowerments.modes import NEW_GRANTS, Mode, by_agreement
from guangyue.empowerments.services.conferring import Granted, issue_powers, propose_powers
from guangyue.empowerments.services.stopping import Stopped, stop_powers
from guangyue.kit.sheets import Column, Problem, Reading, Row, Sheet, day, yes_no
from guangyue.matters.declaration import PowerKind
from guangyue.organisations.models import Organisation
from guangyue.organisations.resolution import NameIndex

KINDS = tuple(kind.value for kind in PowerKind)
BODY = Column("body", "承接主体", example="东湖高新技术产业开发区管理委员会", longest=80, width=34)
POWER = (
    Column("code", "事项编码", example="000131002000", longest=40),
    Column("name", "事项名称", example="测试事项", width=34),
    Column("kind", "权力类型", choices=KINDS, example="行政许可", note="十一类之一"),
)
GIVEN = (
    Column("department", "市级部门", example="东湖市住房和城乡建设局", longest=80, width=34),
    BODY,
    Column(
        "remark",
        "备注",
        required=False,
        longest=300,
        note="只赋一部分的，写明是哪一部分，如“总平面图审查除外”",
    ),
)


class PowerList(Enum):
    """清单: the three attachments."""

    NEW = "new"
    DIRECT = "direct"
    STOPPED = "stopped"

    @property
    def sheet(self) -> Sheet:
        return SHEETS[self]


SHEETS = {
    PowerList.NEW: Sheet(
        title="赋权事项清单",
        columns=(
            *POWER,
            Column(
                "mode",
                "赋权方式",
                choices=tuple(mode.value for mode in (*NEW_GRANTS, Mode.SAME_POWER)),
                example=Mode.DELEGATED.value,
            ),
            *GIVEN,
            Column("described", "其他方式的说明", required=False, note="赋权方式是“其他方式”的，必须写明"),
            Column(
                "reserved", "法定由市级以上实施", parse=yes_no, required=False, example="否", note="是或者否"
            ),
            Column("reserved_reason", "不以委托方式的理由", required=False),
        ),
        unique=(("code", "body"),),
    ),
    PowerList.DIRECT: Sheet(
        title="原直接实施的事项清单", columns=(*POWER, *GIVEN), unique=(("code", "body"),)
    ),
    PowerList.STOPPED: Sheet(
        title="不再实施的市县同权改革事项清单",
        columns=(
            *POWER[:2],
            Column("body", "不再实施的单位", example=BODY.example, longest=80, width=34),
            Column("goes_to", "改由谁办理", example="东湖区人民政府", longest=80, width=34),
            Column("since", "自何日起", parse=day, example="2021-04-15"),
        ),
        unique=(("code", "body"),),
    ),
}


class Intake:
    """One list on its way into a document: its rows looked through, then taken whole."""

    def __init__(
        self, which: PowerList, document: GrantingDocument, *, on: date, reached: Collection[int]
    ) -> None:
        self.which, self.document, self.on, self.reached = which, document, on, reached
        self._names = NameIndex.load()
        self._bodies = {body.pk for body in document.bodies.all()}

    def problems(self, reading: Reading) -> Iterator[Problem]:
        """What is wrong with rows that could be read."""
        standing = self._standing()
        other = "goes_to" if self.which is PowerList.STOPPED else "department"
        for row in reading.rows:
            unknown = [key for key in ("body", other) if self._organisation(row[key]) is None]
            yield from (reading.problem(row, "机构名录里没有这个机构", key=key) for key in unknown)
            body = self._organisation(row["body"])
            if body and body.pk not in self._bodies:
                yield reading.problem(row, f"不是{self.document}的承接主体，要另有赋权文件", key="body")
            if body and body.pk not in self.reached:
                yield reading.problem(row, "不在您的管辖范围里", key="body")
            if body and (body.pk, row["code"]) in standing:
                yield reading.problem(row, "这个单位的这一项已经在台账里", key="code")
            if self.which is PowerList.NEW:
                yield from self._about_the_way(reading, row)

    def take(self, rows: Sequence[Row], *, by: User, at: datetime) -> int:
        """All of them or none; what the document lists is issued with it."""
        if self.which is PowerList.STOPPED:
            return len(stop_powers(document=self.document, stopped=map(self._stopped, rows), by=by, at=at))
        lines = [self._granted(row) for row in rows]
        on = self.document.issued_on
        made = propose_powers(document=self.document, granted=lines, on=on, by=by, at=at)
        issue_powers(empowerments=made, by=by, at=at)
        return len(made)

    def _standing(self) -> set[tuple[int, str]]:
        if self.which is PowerList.STOPPED:
            return set(StoppedPower.objects.values_list("body", "code"))
        live = Empowerment.objects.exclude(state=State.WITHDRAWN)
        return set(live.values_list("body", "code"))

    def _about_the_way(self, reading: Reading, row: Row) -> Iterator[Problem]:
        mode = Mode(row["mode"])
        if mode is Mode.OTHER and not row["described"]:
            yield reading.problem(row, "“其他方式”要写明是什么方式", key="described")
        if not by_agreement(reserved=bool(row["reserved"]), mode=mode, reason=row["reserved_reason"] or ""):
            reason = "法定由市级以上实施的原则上委托，用别的方式要写明理由"
            yield reading.problem(row, reason, key="reserved_reason")

    def _organisation(self, name: str) -> Organisation | None:
        found = self._names.resolve(name, self.on)
        return found.organisation if found else None

    def _granted(self, row: Row) -> Granted:
        said = row.values
        return Granted(
            code=row["code"],
            name=row["name"],
            kind=PowerKind(row["kind"]),
            mode=Mode(said.get("mode") or Mode.DIRECT.value),
            department=self._known(row["department"]),
            body=self._known(row["body"]),
            remark=row["remark"] or "",
            described=said.get("described") or "",
            reserved=bool(said.get("reserved")),
            reserved_reason=said.get("reserved_reason") or "",
        )

    def _stopped(self, row: Row) -> Stopped:
        given, goes = self._known(row["body"]), self._known(row["goes_to"])
        return Stopped(row["code"], row["name"], given, goes, row["since"])

    def _known(self, name: str) -> Organisation:
        """One that was looked through before."""
        found = self._organisation(name)
        assert found
        return found
