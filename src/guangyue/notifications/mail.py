"""Mail by SMTP, command by command: at each it is known whether the message can have gone out."""

import smtplib
import ssl
from email.message import EmailMessage
from email.policy import SMTP

from django.conf import settings

from guangyue.notifications.outcomes import Message, Outcome, Result

LATER = range(400, 500)


def send_mail(message: Message) -> Outcome:
    """Hand it over. Once the text is on its way, only the server's answer tells what became of it."""
    try:
        server = _connect()
    except (OSError, smtplib.SMTPException) as failure:
        return Outcome(Result.POSTPONED, _said(failure))
    try:
        return _hand_over(server, message)
    finally:
        server.close()


def _connect() -> smtplib.SMTP:
    kind = smtplib.SMTP_SSL if settings.EMAIL_USE_SSL else smtplib.SMTP
    server = kind(settings.EMAIL_HOST, settings.EMAIL_PORT, timeout=settings.EMAIL_TIMEOUT)
    try:
        if settings.EMAIL_USE_TLS:
            server.starttls(context=ssl.create_default_context())
        if settings.EMAIL_HOST_USER:
            server.login(settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD)
        server.ehlo_or_helo_if_needed()
    except (OSError, smtplib.SMTPException):
        server.close()
        raise
    return server


def _hand_over(server: smtplib.SMTP, message: Message) -> Outcome:
    try:
        for code, said in (server.mail(settings.DEFAULT_FROM_EMAIL), server.rcpt(message.address)):
            if not 200 <= code < 300:
                return _declined(code, said)
    except UnicodeEncodeError:
        return Outcome(Result.REFUSED, f"邮箱地址 {message.address} 有邮件服务器不认的字")
    except (OSError, smtplib.SMTPException) as failure:
        return Outcome(Result.POSTPONED, _said(failure))
    try:
        code, said = server.data(_letter(message).as_bytes(policy=SMTP))
    except smtplib.SMTPDataError as failure:  # it would not hear the text at all
        return _declined(failure.smtp_code, failure.smtp_error)
    except (OSError, smtplib.SMTPException) as failure:
        return Outcome(Result.UNKNOWN, _said(failure))
    return Outcome(Result.SENT, _text(code, said)) if code == 250 else _declined(code, said)


def _letter(message: Message) -> EmailMessage:
    letter = EmailMessage(policy=SMTP)
    letter["From"] = settings.DEFAULT_FROM_EMAIL
    letter["To"] = message.address
    letter["Subject"] = " ".join(message.title.split())
    letter["Message-ID"] = f"<{message.key}@{settings.DEFAULT_FROM_EMAIL.rpartition('@')[2]}>"
    letter.set_content(message.text)
    return letter


def _declined(code: int, said: bytes | str) -> Outcome:
    return Outcome(Result.POSTPONED if code in LATER else Result.REFUSED, _text(code, said))


def _text(code: int, said: bytes | str) -> str:
    return f"{code} {said.decode(errors='replace') if isinstance(said, bytes) else said}"


def _said(failure: Exception) -> str:
    return f"{type(failure).__name__}: {failure}"
