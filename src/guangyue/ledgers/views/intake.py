"""台账导入: a table of Excel, with every bad row named before anything is taken."""

from collections.abc import Iterable, Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.sheets import Problem as BadRow
from guangyue.kit.sheets import Reading, Row, bring_in
from guangyue.ledgers.permissions import REGISTER_PROBLEMS
from guangyue.ledgers.sheets import problems_of, sheet_of, take_rows
from guangyue.ledgers.views.asked import plan_asked
from guangyue.systems.today import moment_of_the_city


@needs(REGISTER_PROBLEMS)
def problem_intake(request: SignedInRequest, key: str) -> HttpResponseBase:
    campaign, plan = plan_asked(key)

    def check(reading: Reading) -> Iterable[BadRow]:
        return problems_of(reading, campaign, plan, scope=request.scope, at=moment_of_the_city())

    def take(rows: Sequence[Row]) -> HttpResponse:
        many = take_rows(rows, campaign, plan, scope=request.scope, by=request.user, at=moment_of_the_city())
        messages.success(request, f"已经导入 {many} 个问题。")
        return redirect(campaign)

    return bring_in(request, sheet_of(campaign, plan), take=take, check=check)
