"""节流: what can be done without an account is counted by where it comes from."""

import hashlib
import hmac
from datetime import datetime, timedelta
from http import HTTPStatus

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest

from guangyue.accounts.models import Knock
from guangyue.jobs.declarations import job
from guangyue.kit.refusals import Refused

WINDOW = timedelta(hours=1)
MOST_KNOCKS = 20  # in an hour, from one network, at one door


class TooMany(Refused):
    sentence = "同一网络的请求过于频繁，请过一会儿再试。"
    advice = "有要紧的问题，请到政务服务大厅的窗口反映。"
    status = HTTPStatus.TOO_MANY_REQUESTS


def knock(request: HttpRequest, *, door: str, at: datetime) -> None:
    """Counted before anything is looked at, so that many at once cannot slip through."""
    source = source_of(request, door=door)
    Knock.objects.create(source=source, at=at)
    if Knock.objects.filter(source=source, at__gt=at - WINDOW).count() > MOST_KNOCKS:
        raise TooMany


def refuse_knocker(request: HttpRequest, *, door: str, at: datetime) -> None:
    """For those who may look as often as they like, as long as they do not guess."""
    source = source_of(request, door=door)
    if Knock.objects.filter(source=source, at__gt=at - WINDOW).count() >= MOST_KNOCKS:
        raise TooMany


def source_of(request: HttpRequest, *, door: str) -> str:
    address = get_adapter().get_client_ip(request)
    return hmac.new(settings.SECRET_KEY.encode(), f"{door} {address}".encode(), hashlib.sha256).hexdigest()


@job("accounts.forget_knocks", title="清除匿名请求计数")
def forget_knocks(*, at: datetime) -> None:
    Knock.objects.filter(at__lt=at - WINDOW).delete()
