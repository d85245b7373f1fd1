"""The first administrator of a city: the account that opens all the others."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone
from django.utils.timezone import localdate

from guangyue.accounts.granting import give_grant
from guangyue.accounts.models import Kind, User
from guangyue.accounts.permissions import MANAGE_ACCOUNTS
from guangyue.accounts.roles import roles, roles_allowing
from guangyue.accounts.services import open_account, restore_account
from guangyue.kit.access import EVERYWHERE

USERNAME = "admin"
GROUND = "由服务器命令行设立"


class Command(BaseCommand):
    help = "设立系统管理员账户 admin，密码只显示一次；已经有了就什么也不做。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--reset", action="store_true", help="忘了密码或者丢了手机：重设密码，解除两步验证"
        )

    def handle(self, *, reset: bool, **options: Any) -> None:
        user = User.objects.filter(username=USERNAME).first()
        if user is None:
            self._show(_open())
        elif reset:
            self._show(restore_account(user=user, at=timezone.now(), ground=GROUND))

    def _show(self, password: str) -> None:
        self.stdout.write(f"系统管理员：用户名 {USERNAME}，密码 {password}（只显示这一次，首次登录须修改）")


@transaction.atomic
def _open() -> str:
    at = timezone.now()
    user = User(username=USERNAME, name="系统管理员", kind=Kind.STAFF)
    password = open_account(user=user, by=None, at=at, ground=GROUND, scope=EVERYWHERE)
    give_grant(
        user=user,
        role=roles()[roles_allowing(MANAGE_ACCOUNTS)[0]],
        organisation=None,
        region=None,
        since=localdate(at),
        until=None,
        by=None,
        at=at,
        ground=GROUND,
        scope=EVERYWHERE,
    )
    return password
