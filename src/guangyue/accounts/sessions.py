"""Sessions that know whose they are, and how long each kind of account may stay signed in."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, cast

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db

from guangyue.accounts.models import Kind, Session, User

# What a session remembers of the sign-in it began with, and of its last use.
BEGUN = "begun"
SEEN = "seen"

SEEN_EVERY = timedelta(minutes=1)


@dataclass(frozen=True)
class Limits:
    """会话时限: after so long without use, and so long after the sign-in, a session is over."""

    idle: timedelta
    whole: timedelta


LIMITS = {
    Kind.STAFF: Limits(idle=timedelta(minutes=30), whole=timedelta(hours=12)),
    Kind.CITIZEN: Limits(idle=timedelta(minutes=30), whole=timedelta(hours=4)),
    Kind.ENTERPRISE: Limits(idle=timedelta(minutes=30), whole=timedelta(hours=4)),
}


class SessionStore(db.SessionStore):
    """Django's sessions in the database, with columns for what a list of sessions shows."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def begin(self, *, user: User, address: str, device: str, at: datetime) -> None:
        """Remember who has just signed in, and from where."""
        self[BEGUN] = {"kind": user.kind, "address": address, "device": device, "at": at.isoformat()}
        self[SEEN] = at.isoformat()

    def keep_alive(self, *, at: datetime) -> None:
        """Move the idle limit on; written once a minute at most."""
        if BEGUN in self and at - datetime.fromisoformat(self[SEEN]) >= SEEN_EVERY:
            self[SEEN] = at.isoformat()

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        row = cast(Session, super().create_model_instance(data))
        row.mark = sha256(row.session_key.encode()).hexdigest()[:32]
        row.user_id = data.get(SESSION_KEY)
        if begun := data.get(BEGUN):
            limits = LIMITS[Kind(begun["kind"])]
            row.address, row.device = begun["address"], begun["device"]
            row.begun_at = datetime.fromisoformat(begun["at"])
            row.seen_at = datetime.fromisoformat(data[SEEN])
            row.expire_date = min(row.seen_at + limits.idle, row.begun_at + limits.whole)
        return row

    def get_expire_at_browser_close(self) -> bool:
        return True
