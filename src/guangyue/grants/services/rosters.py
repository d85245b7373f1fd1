"""名册核定: a table is read, every row judged, and what is confirmed is kept as decisions."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.grants.cases import AUDIENCES, KnownCase
from guangyue.grants.models import Decision, Roster, RosterLine
from guangyue.grants.periods import same_period
from guangyue.grants.permissions import CALCULATE_ROSTERS
from guangyue.grants.refusals import MovedOn, NotInForce, ReasonMissing
from guangyue.grants.restricting import restrictions_by_number
from guangyue.grants.services.decisions import decision_of, judge_case, outcome_of
from guangyue.grants.sheets import FOR_MONTH, NUMBER, OCCASION, sheet_of, subjects_of_row
from guangyue.jobs.declarations import WorkKind
from guangyue.jobs.works import begin_work
from guangyue.kit.access import Scope
from guangyue.kit.identities import IdNumber
from guangyue.kit.limits import month_end
from guangyue.kit.numbers import next_number
from guangyue.kit.progress import Progress
from guangyue.kit.refusals import Refused
from guangyue.kit.sheets import Problem, Reading, Row, read_rows
from guangyue.kit.sheets.files import Readable
from guangyue.kit.wording import day
from guangyue.organisations.models import Region
from guangyue.policies.figures import standing_table
from guangyue.policies.telling import asks_told
from guangyue.registries.models import Firm, Person
from guangyue.rules.authoring import MONTH, Rule
from guangyue.rules.frozen import freeze, thaw
from guangyue.rules.offers import Audience
from guangyue.rules.parameters import Table
from guangyue.rules.sanity import contradictions
from guangyue.rules.tree import Kind
from guangyue.rules.verdicts import Outcome, Status, Verdict
from guangyue.systems.offered import Offered
from guangyue.systems.today import day_of_the_city

State = Roster.State
AT_ONCE = 500  # rows; a longer roster is long work
LONGEST_WHY = 500
FROM_ROSTER = {"who": "roster", "said": "名册填写", "kinds": []}


def rule_for_roster(*, offered: Offered, on: date) -> Rule:
    rule = offered.in_force(on)
    if rule is None:
        raise NotInForce(offered.title, on)
    return rule


@transaction.atomic
def bring_in_roster(
    *,
    file: Readable,
    name: str,
    offered: Offered,
    region: Region,
    on: date,
    by: User,
    scope: Scope,
    at: datetime,
) -> Roster:
    """上传名册: every row is read; a bad one says why, and holds up no other."""
    rule = rule_for_roster(offered=offered, on=on)
    reading = read_rows(file, sheet_of(offered, rule))
    roster = Roster.objects.create(
        code=offered.code, name=name[:200], region=region, on=on, by=by, at=at, known_at=at
    )
    RosterLine.objects.bulk_create(
        _lines(roster, offered, rule, reading, by=by, scope=scope), batch_size=1000
    )
    if reading.total <= AT_ONCE:
        _judge_lines(roster, RosterLine.objects.filter(roster=roster).to_judge())
        _finish_judging(roster)
    else:
        roster.work = _begin(roster, f"核算{name}", by=by, at=at)
    roster.save()
    return roster


@transaction.atomic
def confirm_roster(*, roster: Roster, granted: bool | None, reason: str, by: User, at: datetime) -> Roster:
    """确认: the rows that could be judged become decisions; those left to a person with one reason."""
    roster = Roster.objects.select_for_update().get(pk=roster.pk)
    if roster.state != State.JUDGED:
        raise MovedOn
    left = roster.lines.filter(status=Status.FOR_A_PERSON.name).exists()
    if left and (granted is None or not reason.strip()):
        raise ReasonMissing("名册里有需人工核定的，请选择结论并写明理由。")
    if not roster.lines.settled().exists():
        raise Refused("名册里没有可以核定的行。")
    roster.confirmed_by, roster.confirmed_at, roster.state = by, at, State.KEEPING
    roster.granted, roster.reason = granted, reason.strip()
    if roster.lines.settled().count() <= AT_ONCE:
        _keep_lines(roster, roster.lines.settled(), at=at)
        roster.state = State.KEPT
    else:
        roster.work = _begin(roster, f"保存{roster.name}", by=by, at=at)
    roster.save()
    return roster


def roster_step(
    *, options: Mapping[str, Any], checkpoint: Mapping[str, Any], folder: Path, by: User | None, at: datetime
) -> Progress:
    """The next rows: judged, or kept as decisions."""
    roster = Roster.objects.select_for_update().get(pk=options["roster"])
    lines = roster.lines.all()
    after, done = checkpoint.get("after", 0), checkpoint.get("done", 0)
    judging = roster.state == State.JUDGING
    wanted = lines.filter(problems=[]) if judging else lines.settled()
    total = wanted.count()
    next_lines = list(wanted.filter(number__gt=after)[:AT_ONCE])
    if judging:
        _judge_lines(roster, next_lines)
    else:
        _keep_lines(roster, next_lines, at=at)
    done += len(next_lines)
    finished = len(next_lines) < AT_ONCE
    if finished:
        _finish_judging(roster) if judging else _finish_keeping(roster)
        roster.save()
    return Progress(
        done=done,
        total=total,
        checkpoint={"after": next_lines[-1].number if next_lines else after, "done": done},
        message=f"已{'核算' if judging else '保存'} {done} 行",
        finished=finished,
    )


JUDGING = WorkKind("grants.roster", "名册核定", roster_step, needs=CALCULATE_ROSTERS)


def _begin(roster: Roster, title: str, *, by: User, at: datetime) -> Any:
    return begin_work(kind=JUDGING, by=by, at=at, title=title[:200], options={"roster": roster.pk})


def _finish_judging(roster: Roster) -> None:
    roster.state = State.JUDGED


def _finish_keeping(roster: Roster) -> None:
    roster.state = State.KEPT


def _lines(
    roster: Roster, offered: Offered, rule: Rule, reading: Reading, *, by: User, scope: Scope
) -> Iterator[RosterLine]:
    """A line for each row, good or bad, in the order of the file."""
    payees = _payees(offered, reading)
    reading = reading.with_problems(
        _against(offered, rule, roster.on, reading, payees=payees, by=by, scope=scope)
    )
    problems: dict[int, list[Problem]] = {}
    for problem in reading.problems:
        problems.setdefault(problem.row, []).append(problem)
    read = {row.number: row for row in reading.rows}
    for number, words in reading.originals.items():
        row = read.get(number)
        payee = payees.get(row[NUMBER]) if row else None
        yield RosterLine(
            roster=roster,
            number=number,
            payee_name=words[0],
            payee_number=row[NUMBER] if row else words[1][:40],
            item=(row[OCCASION] or "") if row else "",
            on=_day_of(rule, row, roster.on) if row else None,
            person=payee if isinstance(payee, Person) else None,
            firm=payee if isinstance(payee, Firm) else None,
            facts=[freeze(subject) for subject in subjects_of_row(rule, row)] if row else [],
            problems=[_said(problem) for problem in problems.get(number, [])],
        )


def _said(problem: Problem) -> str:
    return f"{problem.header}：{problem.reason}" if problem.header else problem.reason


def _payees(offered: Offered, reading: Reading) -> dict[str, Person | Firm]:
    numbers = [row[NUMBER] for row in reading.rows]
    found: Iterable[Person | Firm]
    if offered.offer.audience is AUDIENCES[Person]:
        found = Person.objects.filter(id_number__in=numbers)
    else:
        found = Firm.objects.filter(credit_code__in=numbers).select_related("legal_representative")
    return {one.id_number if isinstance(one, Person) else one.credit_code: one for one in found}


def _against(
    offered: Offered,
    rule: Rule,
    on: date,
    reading: Reading,
    *,
    payees: Mapping[str, Person | Firm],
    by: User,
    scope: Scope,
) -> Iterator[Problem]:
    """What speaks against rows that can be read."""
    yield from _repeated(rule, reading)
    yield from _had_already(offered, rule, on, reading)
    yield from _restricted(offered, reading)
    for row in reading.rows:
        payee = payees.get(row[NUMBER])
        if payee is not None and not scope.covers(region=payee.region_id):
            yield reading.problem(row, "不在您的管辖范围内", key=NUMBER)
        if payee is not None and _concerns(payee, by):
            yield reading.problem(row, "与您本人有关，请由其他人员核定", key=NUMBER)
        if _day_of(rule, row, on) > on and rule.per is MONTH:
            yield reading.problem(row, "这个月还没有过完", key=FOR_MONTH)
        in_force = offered.in_force(_day_of(rule, row, on))
        if in_force is None or in_force.subjects != rule.subjects:
            yield reading.problem(row, "这个月适用的是另一版规定，请另做一份名册", key=FOR_MONTH)
        yield from _impossible(offered, rule, reading, row, _day_of(rule, row, on))


def _impossible(offered: Offered, rule: Rule, reading: Reading, row: Row, on: date) -> Iterator[Problem]:
    """Days that are still to come, or before the birth; facts that cannot be so together."""
    subjects = subjects_of_row(rule, row)
    born = IdNumber(row[NUMBER]).born if offered.offer.audience is Audience.PERSON else None
    for place, subject in enumerate(subjects):
        for name, value in subject.values.items():
            of = subject.fields[name]
            if of.kind is not Kind.DAY:
                continue
            if value > on and not of.may_lie_ahead:
                yield reading.problem(row, f"晚于{day(on)}，还没有到", key=f"{place}.{name}")
            if born and value < born:
                yield reading.problem(row, f"早于身份证号码中的出生日期 {day(born)}", key=f"{place}.{name}")
    for place, refusal in contradictions(*subjects):
        said = refusal.sentence.removesuffix("。").partition("：")[2] or refusal.sentence
        yield reading.problem(row, said, key=f"{place}.{refusal.field}")


def _repeated(rule: Rule, reading: Reading) -> Iterator[Problem]:
    """The same payee twice for one occasion, or with months that are not in their order."""
    first: dict[tuple[object, ...], int] = {}
    latest: dict[tuple[object, ...], date] = {}
    for row in reading.rows:
        whose = (row[NUMBER], row[OCCASION])
        month = row[FOR_MONTH] if rule.per is MONTH else None
        earlier = first.setdefault((*whose, month), row.number)
        if earlier != row.number:
            yield reading.problem(row, f"与第 {earlier} 行是同一人、同一期", key=NUMBER)
        elif month is not None:
            if whose in latest and month < latest[whose]:
                yield reading.problem(row, "同一人的月份要按先后顺序", key=FOR_MONTH)
            latest[whose] = max(month, latest.get(whose, month))


def _had_already(offered: Offered, rule: Rule, on: date, reading: Reading) -> Iterator[Problem]:
    """What was granted before for the same occasion and period."""
    numbers = [row[NUMBER] for row in reading.rows]
    granted: dict[tuple[str, str], list[tuple[date, str]]] = {}
    before = Decision.objects.granted().standing().filter(code=offered.code, payee_number__in=numbers)
    for number, item, day_of, said in before.values_list("payee_number", "item", "on", "number"):
        granted.setdefault((number, item), []).append((day_of, said))
    for row in reading.rows:
        for day_of, said in granted.get((row[NUMBER], row[OCCASION] or ""), ()):
            if same_period(offered.code, day_of, _day_of(rule, row, on)):
                yield reading.problem(row, f"同一期已经核定过（{said}）", key=NUMBER)
                break


def _restricted(offered: Offered, reading: Reading) -> Iterator[Problem]:
    """Credit refuses with a decision of its own, upon an application; in a roster it holds the row up."""
    numbers = [row[NUMBER] for row in reading.rows]
    held = restrictions_by_number(offered=offered, numbers=numbers, on=day_of_the_city())
    for row in reading.rows:
        for one in held.get(row[NUMBER], ()):
            yield reading.problem(row, str(one), key=NUMBER)


def _concerns(payee: Person | Firm, by: User) -> bool:
    leads = payee.legal_representative if isinstance(payee, Firm) else None
    return by.pk in (payee.account_id, leads.account_id if leads else None)


def _day_of(rule: Rule, row: Row, on: date) -> date:
    """A month goes by the text in force on its last day."""
    return month_end(row[FOR_MONTH]) if rule.per is MONTH else on


def _judge_lines(roster: Roster, lines: Iterable[RosterLine]) -> None:
    offered = roster.offered
    assert offered is not None
    table = standing_table(known_at=roster.known_at)
    judged = []
    for line in lines:
        verdict = _judged(offered, line, table).verdict
        line.status, line.amount = verdict.status.name, verdict.amount
        line.why = _why(verdict)[:LONGEST_WHY]
        judged.append(line)
    RosterLine.objects.bulk_update(judged, ["status", "amount", "why"], batch_size=500)


def _judged(offered: Offered, line: RosterLine, table: Table) -> Any:
    assert line.on is not None
    rule = rule_for_roster(offered=offered, on=line.on)
    subjects = tuple(thaw(kind, kept) for kind, kept in zip(rule.subjects, line.facts, strict=True))
    sources = [dict.fromkeys(kept, FROM_ROSTER) for kept in line.facts]
    return judge_case(rule=rule, case=KnownCase(subjects, sources), on=line.on, table=table)


def _keep_lines(roster: Roster, lines: Iterable[RosterLine], *, at: datetime) -> None:
    offered = roster.offered
    assert offered is not None
    assert roster.confirmed_at is not None
    assert roster.confirmed_by is not None
    table = standing_table(known_at=roster.known_at)
    decisions: list[Decision] = []
    for line in lines:
        judged = _judged(offered, line, table)
        decisions.append(
            decision_of(
                judged,
                number=next_number("HD", "grants_decision_number", at=roster.confirmed_at),
                outcome=outcome_of(judged.verdict, granted=roster.granted, reason=roster.reason),
                known_at=roster.known_at,
                roster=roster,
                code=roster.code,
                item=line.item,
                person=line.person,
                firm=line.firm,
                payee_name=line.payee_name,
                payee_number=line.payee_number,
                region=_region_of(roster, line),
                reason=roster.reason if judged.verdict.status is Status.FOR_A_PERSON else "",
                decided_by=roster.confirmed_by,
                decided_at=roster.confirmed_at,
            )
        )
    Decision.objects.bulk_create(decisions, batch_size=500)


def _region_of(roster: Roster, line: RosterLine) -> Region:
    payee = line.person or line.firm
    return payee.region if payee else roster.region


def _why(verdict: Verdict) -> str:
    """The condition that failed and its clause, what is missing, or what is to be known."""
    match verdict.status:
        case Status.INELIGIBLE:
            failed = [one for one in verdict.conditions if one.outcome is Outcome.FAILED]
            return "；".join(f"不满足“{one.condition.label}”（{one.condition.cites}）" for one in failed)
        case Status.NEEDS_INFO:
            return f"还要知道：{'、'.join(asks_told(verdict))}"
    return "；".join(one.label for one in verdict.remarks)
