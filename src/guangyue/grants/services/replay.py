"""重演: judging a decision again from what it keeps, which gives the same bytes, or says what is another."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from guangyue.grants.cases import KnownCase
from guangyue.grants.models import Decision
from guangyue.grants.services.decisions import Judged, judge_case
from guangyue.policies.figures import standing_table
from guangyue.rules.authoring import Rule
from guangyue.rules.facts import FactRefused
from guangyue.rules.frozen import Frozen, freeze, freeze_verdict, stable_bytes, thaw
from guangyue.rules.verdicts import Outcome, Status
from guangyue.systems.offered import offered_as


@dataclass(frozen=True)
class Replayed:
    """重演的结果: what is another now; nothing, if the decision stands to the byte."""

    decision: Decision
    differences: tuple[str, ...]

    @property
    def same(self) -> bool:
        return not self.differences


def replay_decision(decision: Decision) -> Replayed:
    """The facts as they were frozen, the rule by its fingerprint, the figures as they were known then."""
    return Replayed(decision, tuple(_differences(decision)))


def rule_of(decision: Decision) -> Rule | None:
    """The declared version that says what was judged by, or None when none does any more."""
    offered = offered_as(decision.code)
    versions = offered.versions if offered else ()
    return next((rule for rule in versions if fingerprint_of(rule) == decision.fingerprint), None)


@cache
def fingerprint_of(rule: Rule) -> str:
    return rule.fingerprint


def _differences(decision: Decision) -> Iterator[str]:
    if not decision.intact:
        yield "记录与校验值不符，内容被改动过"
    rule = rule_of(decision)
    if rule is None:
        yield f"规则版本 {decision.fingerprint[:12]} 已不在声明的版本之中，无法重演"
        return
    try:
        judged = _judged_again(decision, rule)
    except FactRefused as refusal:
        yield f"固化的事实读不回来：{refusal.sentence}"
        return
    facts = [freeze(subject) for subject in judged.case.subjects]
    if stable_bytes(facts) != stable_bytes(decision.facts):
        yield "事实读回以后与固化时不同"
    if stable_bytes(judged.figures) != stable_bytes(decision.figures):
        yield from _in_figures(decision.figures, judged.figures)
    verdict = freeze_verdict(judged.verdict)
    if stable_bytes(verdict) != stable_bytes(decision.verdict):
        yield from _in_verdict(decision.verdict, verdict)


def _judged_again(decision: Decision, rule: Rule) -> Judged:
    subjects = tuple(thaw(kind, kept) for kind, kept in zip(rule.subjects, decision.facts, strict=True))
    table = standing_table(known_at=decision.known_at)
    return judge_case(rule=rule, case=KnownCase(subjects, decision.sources), on=decision.on, table=table)


def _in_figures(kept: list[Frozen], found: list[Frozen]) -> Iterator[str]:
    by_place = {(one["key"], one["region"], one["day"]): one["entry"] for one in found}
    for one in kept:
        place = (one["key"], one["region"], one["day"])
        if stable_bytes(by_place.get(place)) != stable_bytes(one["entry"]):
            yield f"参数 {one['key']} {one['region'] or ''} {one['day']} 与核定时不同"
    if len(kept) != len(found):
        yield f"核定时用了 {len(kept)} 个参数，现在用 {len(found)} 个"


def _in_verdict(kept: Frozen, found: Frozen) -> Iterator[str]:
    if kept["status"] != found["status"]:
        yield f"判定结果由“{_status(kept)}”变为“{_status(found)}”"
    if kept["amount"] != found["amount"]:
        yield f"金额由 {kept['amount'] or '无'} 变为 {found['amount'] or '无'}"
    for before, now in zip(kept["conditions"], found["conditions"], strict=False):
        if before["outcome"] != now["outcome"]:
            yield f"条件“{before['label']}”由{_outcome(before)}变为{_outcome(now)}"
        elif stable_bytes(before) != stable_bytes(now):
            yield f"条件“{before['label']}”的内容不同"
    if [kept[name] for name in REST] != [found[name] for name in REST]:
        yield "判定的依据、提示或者待补事实不同"


REST = ("rule", "fingerprint", "on", "cites", "remarks", "asks")


def _status(frozen: Frozen) -> str:
    return Status[frozen["status"]].value


def _outcome(condition: Frozen) -> str:
    return Outcome[condition["outcome"]].value
