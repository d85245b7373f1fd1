"""CAP 1.2: held against the protocol's own order, words and forms, read apart from what writes it."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guangyue.alerts.cap.message import Area, Message, Named, Polygon
from guangyue.alerts.cap.warnings import Envelope, Warned, alert, cancel, update
from guangyue.alerts.cap.words import MessageType
from guangyue.alerts.cap.xml import as_xml
from guangyue.alerts.tests.small_plan import BLUE, RED
from guangyue.kit.clocks import SHANGHAI

SPACE = "{urn:oasis:names:tc:emergency:cap:1.2}"
# Element by element in the order of the schema: how often it must and may stand there.
ONCE, PERHAPS, ANY, SOME = (1, 1), (0, 1), (0, 99), (1, 99)
ORDER = {
    "alert": {
        "identifier": ONCE,
        "sender": ONCE,
        "sent": ONCE,
        "status": ONCE,
        "msgType": ONCE,
        "source": PERHAPS,
        "scope": ONCE,
        "restriction": PERHAPS,
        "addresses": PERHAPS,
        "code": ANY,
        "note": PERHAPS,
        "references": PERHAPS,
        "incidents": PERHAPS,
        "info": ANY,
    },
    "info": {
        "language": PERHAPS,
        "category": SOME,
        "event": ONCE,
        "responseType": ANY,
        "urgency": ONCE,
        "severity": ONCE,
        "certainty": ONCE,
        "audience": PERHAPS,
        "eventCode": ANY,
        "effective": PERHAPS,
        "onset": PERHAPS,
        "expires": PERHAPS,
        "senderName": PERHAPS,
        "headline": PERHAPS,
        "description": PERHAPS,
        "instruction": PERHAPS,
        "web": PERHAPS,
        "contact": PERHAPS,
        "parameter": ANY,
        "resource": ANY,
        "area": ANY,
    },
    "area": {
        "areaDesc": ONCE,
        "polygon": ANY,
        "circle": ANY,
        "geocode": ANY,
        "altitude": PERHAPS,
        "ceiling": PERHAPS,
    },
    **{name: {"valueName": ONCE, "value": ONCE} for name in ("parameter", "geocode", "eventCode")},
}
WORDS = {
    "status": "Actual Exercise System Test Draft",
    "msgType": "Alert Update Cancel Ack Error",
    "scope": "Public Restricted Private",
    "category": "Geo Met Safety Security Rescue Fire Health Env Transport Infra CBRNE Other",
    "responseType": "Shelter Evacuate Prepare Execute Avoid Monitor Assess AllClear None",
    "urgency": "Immediate Expected Future Past Unknown",
    "severity": "Extreme Severe Moderate Minor Unknown",
    "certainty": "Observed Likely Possible Unlikely Unknown",
}
MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d"
FORMS = {
    **dict.fromkeys(("sent", "effective", "onset", "expires"), MOMENT),
    **dict.fromkeys(("identifier", "sender"), r"[^\s,<&]+"),
    "references": rf"[^\s,]+,[^\s,]+,{MOMENT}( [^\s,]+,[^\s,]+,{MOMENT})*",
    "language": r"[a-z]{2}(-[A-Z]{2})?",
    "polygon": r"-?\d+(\.\d+)?,-?\d+(\.\d+)?( -?\d+(\.\d+)?,-?\d+(\.\d+)?){3,}",
}

NOON = datetime(2020, 12, 7, 12, tzinfo=SHANGHAI)
TRIANGLE = ((36.0, 115.0), (36.0, 116.5), (37.0, 116.0), (36.0, 115.0))
SENDER = "sthj.liaocheng.example"
WARNED = Warned(
    level=BLUE,
    event="重污染天气",
    text="预计 8 日至 10 日出现重污染天气",
    advice="减少户外活动 <少开窗>",
    onset=NOON + timedelta(days=1),
    expires=NOON + timedelta(days=3),
    areas=(Area("某市", geocodes=(Named("GB/T 2260", "371500"),), polygons=(TRIANGLE,)),),
    sender_name="某市指挥部办公室",
    web="https://example.org/alerts/1",
)


def envelope(number: int, *, exercise: bool = False) -> Envelope:
    return Envelope(f"2020-{number}", SENDER, NOON + timedelta(hours=number), exercise=exercise)


FIRST = alert(envelope(1), WARNED)
SECOND = update(envelope(2), replace(WARNED, level=RED, observed=True), FIRST)
LAST = cancel(envelope(3), replace(WARNED, level=RED), FIRST, SECOND)


def faults(element: ElementTree.Element) -> list[str]:
    """Against the order, the words and the forms of the protocol."""
    name = element.tag.removeprefix(SPACE)
    order, children = ORDER.get(name), [child.tag.removeprefix(SPACE) for child in element]
    if order is None:
        text = element.text or ""
        wrong_word = name in WORDS and text not in WORDS[name].split()
        wrong_form = name in FORMS and not re.fullmatch(FORMS[name], text)
        return [f"{name}: {text!r}"] if not text or wrong_word or wrong_form else []
    found = [f"{name}: {child} has no place" for child in children if child not in order]
    places = [list(order).index(child) for child in children if child in order]
    if places != sorted(places):
        found.append(f"{name}: out of order")
    found += [
        f"{name}: {child}"
        for child, (least, most) in order.items()
        if not least <= children.count(child) <= most
    ]
    return found + [fault for child in element for fault in faults(child)]


def read(message: Message) -> ElementTree.Element:
    root = ElementTree.fromstring(as_xml(message))  # noqa: S314  our own
    assert root.tag == f"{SPACE}alert"
    return root


def said(message: Message, *path: str) -> str | None:
    return read(message).findtext("/".join(f"{SPACE}{name}" for name in path))


@pytest.mark.parametrize("message", [FIRST, SECOND, LAST], ids=lambda one: one.type.value)
def test_alerts_updates_and_cancels_are_as_the_protocol_wants_them(message: Message) -> None:
    assert faults(read(message)) == []
    assert as_xml(message).startswith(b"<?xml")


def test_the_judge_of_this_test_finds_what_is_wrong() -> None:
    broken = read(FIRST)
    broken.remove(broken[0])
    info = broken[-1]
    info.insert(0, info[-1])

    assert faults(broken) == ["alert: identifier", "info: out of order"]


def test_a_level_is_told_by_its_severity_and_in_its_own_words() -> None:
    assert (said(FIRST, "info", "severity"), said(SECOND, "info", "severity")) == ("Moderate", "Extreme")
    assert said(FIRST, "info", "headline") == "重污染天气蓝色预警"
    assert (said(FIRST, "info", "certainty"), said(SECOND, "info", "certainty")) == ("Likely", "Observed")


def test_who_replaces_a_message_names_it_by_sender_identifier_and_moment() -> None:
    assert said(FIRST, "references") is None
    assert said(LAST, "references") == (
        f"{SENDER},2020-1,2020-12-07T13:00:00+08:00 {SENDER},2020-2,2020-12-07T14:00:00+08:00"
    )


def test_an_exercise_is_told_as_one() -> None:
    drill = alert(envelope(9, exercise=True), WARNED)

    assert (said(drill, "status"), said(drill, "note")) == ("Exercise", "应急演练")


def test_a_moment_of_another_zone_is_written_with_its_offset_in_figures() -> None:
    message = replace(FIRST, sent=datetime(2020, 12, 7, 4, 0, 0, 999, tzinfo=UTC))

    assert said(message, "sent") == "2020-12-07T12:00:00+08:00"


@pytest.mark.parametrize(
    "change",
    [
        {"identifier": "2020 1"},
        {"sender": "a,b"},
        {"sender": ""},
        {"infos": ()},
        {"type": MessageType.UPDATE},
        {"type": MessageType.CANCEL},
        {"sent": datetime(2020, 12, 7)},  # noqa: DTZ001  on purpose
    ],
)
def test_what_the_protocol_forbids_cannot_be_made(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="CAP"):
        replace(FIRST, **change)  # type: ignore[arg-type]


@pytest.mark.parametrize("polygon", [TRIANGLE[:3], TRIANGLE[1:], (*TRIANGLE[:3], TRIANGLE[1])])
def test_an_outline_ends_where_it_begins(polygon: Polygon) -> None:
    with pytest.raises(ValueError, match="首尾相接"):
        Area("某市", polygons=(polygon,))


@pytest.mark.parametrize("name", ["", " "])
def test_what_must_be_said_is_not_empty(name: str) -> None:
    for made in (partial(Area, name), partial(Named, name, "1"), partial(Named, "1", name)):
        with pytest.raises(ValueError, match="不能为空"):
            made()


def test_an_outline_is_written_corner_by_corner() -> None:
    assert said(FIRST, "info", "area", "polygon") == "36.0,115.0 36.0,116.5 37.0,116.0 36.0,115.0"


@given(st.text(min_size=1))
def test_whatever_officials_write_stays_readable(text: str) -> None:
    message = alert(envelope(1), replace(WARNED, text=text, advice=text))

    assert faults(read(message)) == []
