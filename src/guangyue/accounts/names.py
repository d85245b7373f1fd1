"""用户名、手机号、电子邮箱: how the names a person signs in with are written."""

import re
import unicodedata

from django.core.exceptions import ValidationError

LOGIN_NAME = re.compile(r"[a-z][a-z0-9._-]{2,31}")
MOBILE = re.compile(r"1[3-9][0-9]{9}")


def fold(written: str) -> str:
    """One spelling for what looks alike at the keyboard: full-width letters, capitals, spaces around."""
    return unicodedata.normalize("NFKC", written).strip().casefold()


def check_login_name(name: str) -> None:
    """Latin letters only: a name cannot be copied with letters of another script that look the same."""
    if not LOGIN_NAME.fullmatch(name):
        raise ValidationError("用户名用小写英文字母开头，3 至 32 位，只用英文字母、数字、点、横线和下划线。")


def check_mobile(phone: str) -> None:
    if not MOBILE.fullmatch(phone):
        raise ValidationError("手机号是 11 位数字，以 1 开头。")
