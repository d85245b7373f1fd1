"""密码规则: what a password must be, beside uncommon."""

from django.core.exceptions import ValidationError

from guangyue.accounts.models import User
from guangyue.accounts.names import fold

SHORTEST = 10
KINDS_NEEDED = 3
SHORTEST_PART = 4


class LongEnough:
    def validate(self, password: str, user: User | None = None) -> None:
        if len(password) < SHORTEST:
            raise ValidationError(self.get_help_text())

    def get_help_text(self) -> str:
        return f"密码至少要有 {SHORTEST} 个字符。"


class KindsOfCharacters:
    def validate(self, password: str, user: User | None = None) -> None:
        kinds = {_kind(character) for character in password}
        if len(kinds) < KINDS_NEEDED:
            raise ValidationError(self.get_help_text())

    def get_help_text(self) -> str:
        return "密码要有大写字母、小写字母、数字、其他符号中的至少三种。"


class NothingPersonal:
    """What is written beside the person's name is guessed first."""

    def validate(self, password: str, user: User | None = None) -> None:
        written = fold(password)
        mailbox = (user.email or "").partition("@")[0] if user else ""
        parts = (user.username, user.name, user.phone or "", mailbox) if user else ()
        if any(len(part) >= SHORTEST_PART and fold(part) in written for part in parts):
            raise ValidationError(self.get_help_text())

    def get_help_text(self) -> str:
        return "密码里不能有用户名、姓名、手机号或者邮箱名。"


def _kind(character: str) -> str:
    if character.isdigit():
        return "digit"
    if character.isupper():
        return "upper"
    return "lower" if character.islower() else "other"
