"""Text messages and outside platforms, by one HTTP request that is signed and carries its key.

The other side gets `Idempotency-Key`, the same at every attempt; `X-Guangyue-Time`, in seconds; and
`X-Guangyue-Signature`: `sha256=` and the HMAC, by the shared secret, of the time, a full stop and the body.
"""

import hashlib
import hmac
import json
import time
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest

from guangyue.kit.outside import Inside, NoSuchHost, Unreachable, connect
from guangyue.notifications.outcomes import Outcome, Result

TIMEOUT = 15.0
MOST_ANSWER = 500
FRESH_FOR = timedelta(minutes=5)
NOT_TAKEN = {408, 425, 429, 503}  # it says itself that it did nothing


def post(
    *,
    url: str,
    secret: str,
    key: str,
    content: Mapping[str, Any],
    inside: Collection[str] | None = None,
) -> Outcome:
    """Hand it to the gateway. Once the request is on its way, only an answer tells what became of it.

    An address that somebody entered on a page must be a public one, or of a host named `inside`; one that
    the settings name may lie anywhere.
    """
    place = urlsplit(url)
    kind = HTTPSConnection if place.scheme == "https" else HTTPConnection
    connection = kind(place.hostname or "", place.port, timeout=TIMEOUT)
    try:
        if inside is None:
            connection.connect()
        else:
            connection.sock = connect(place, allowed=inside, seconds=TIMEOUT)
    except (OSError, Inside, NoSuchHost, Unreachable) as failure:
        return Outcome(Result.POSTPONED, _said(failure))
    try:
        body = json.dumps(content, ensure_ascii=False).encode()
        path = f"{place.path or '/'}{'?' if place.query else ''}{place.query}"
        connection.request("POST", path, body, _headers(secret, key, body))
        response = connection.getresponse()
        answer = response.read(MOST_ANSWER).decode(errors="replace")
    except (OSError, HTTPException) as failure:
        return Outcome(Result.UNKNOWN, _said(failure))
    finally:
        connection.close()
    return Outcome(_result(response.status), f"{response.status} {answer}".strip())


def sign(secret: str, moment: str, body: bytes) -> str:
    return "sha256=" + hmac.new(secret.encode(), moment.encode() + b"." + body, hashlib.sha256).hexdigest()


def is_genuine(request: HttpRequest, secret: str, *, at: datetime) -> bool:
    """Whether what somebody sent us was signed with the secret, as it came and a moment ago."""
    moment = request.headers.get("X-Guangyue-Time", "")
    given = request.headers.get("X-Guangyue-Signature", "")
    signed = sign(secret, moment, request.body)
    return _is_fresh(moment, at=at) and hmac.compare_digest(signed.encode(), given.encode())


def _is_fresh(moment: str, *, at: datetime) -> bool:
    if not (moment.isascii() and moment.isdigit()):
        return False
    return abs(int(at.timestamp()) - int(moment)) < FRESH_FOR.total_seconds()


def _headers(secret: str, key: str, body: bytes) -> dict[str, str]:
    moment = str(int(time.time()))
    return {
        "Content-Type": "application/json; charset=utf-8",
        "Idempotency-Key": key,
        "X-Guangyue-Time": moment,
        "X-Guangyue-Signature": sign(secret, moment, body),
    }


def _result(status: int) -> Result:
    if 200 <= status < 300:
        return Result.SENT
    if status in NOT_TAKEN:
        return Result.POSTPONED
    return Result.UNKNOWN if status >= 500 else Result.REFUSED


def _said(failure: Exception) -> str:
    return f"{type(failure).__name__}: {failure}"
