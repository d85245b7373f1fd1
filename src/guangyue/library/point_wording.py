"""How a point is said in a few words on a page: 最高 50万元 每户, 收到申请后 20个工作日."""

from datetime import date, timedelta
from fractions import Fraction

from guangyue.gazette.reading.digest.points import Amount, Beneficiary, Body, Deadline, Meaning, Repeal
from guangyue.kit.wording import day

FEN = 100
SCALES = ((10**8, "亿元"), (10**4, "万元"), (1, "元"))


def say(meaning: Meaning) -> str:
    match meaning:
        case Beneficiary(who=who):
            return who
        case Amount():
            return _say_amount(meaning)
        case Deadline():
            return _say_deadline(meaning)
        case Body(name=name, role=role):
            return f"{role.value}：{name}"
        case Repeal(number=number, title=title):
            return " ".join(part for part in (number, f"《{title}》" if title else "") if part)


def say_money(fen: int) -> str:
    """In the largest unit that leaves two decimals at the most."""
    for scale, unit in SCALES:
        amount = Fraction(fen, scale * FEN)
        if (fen >= scale * FEN or scale == 1) and (amount * 100).denominator == 1:
            return f"{float(amount):,.2f}".rstrip("0").rstrip(".") + unit
    return f"{Fraction(fen, FEN)}元"


def say_share(share: Fraction) -> str:
    """50%, and 2/3 where a percentage would not be exact."""
    percent = share * 100
    if (percent * 10_000).denominator == 1:
        return f"{float(percent):.4f}".rstrip("0").rstrip(".") + "%"
    return f"{share.numerator}/{share.denominator}"


def _say_amount(amount: Amount) -> str:
    if amount.share is not None:
        share = "—".join(say_share(end) for end in (amount.share_from, amount.share) if end is not None)
        said = f"{amount.of}的 {share}" if amount.of else share
    else:
        ends = dict.fromkeys(say_money(end) for end in (amount.low, amount.high) if end is not None)
        said = "—".join(ends)
    parts = (amount.bound.value, said, f"（每{amount.per}）" if amount.per else "")
    return f"{amount.purpose.value}：" + " ".join(part for part in parts if part)


def _say_deadline(deadline: Deadline) -> str:
    if deadline.due:
        due = _say_every_year(deadline.due) if deadline.yearly else day(deadline.due)
        return f"{day(deadline.since)} 至 {due}" if deadline.since else f"{due}前"
    unit = deadline.unit.value if deadline.unit else ""
    return " ".join(part for part in (deadline.after, f"{deadline.count}{unit}") if part)


def _say_every_year(due: date) -> str:
    """The end of February is not always the 29th."""
    ends_month = (due + timedelta(days=1)).month != due.month
    return f"每年{due.month}月{'底' if ends_month else f'{due.day}日'}"
