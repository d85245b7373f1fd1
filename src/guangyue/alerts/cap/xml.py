"""A CAP message as XML: the elements in the order that the protocol gives them, and none that is empty."""

import re
from datetime import datetime
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from guangyue.alerts.cap.message import Area, Info, Message, Named, Reference
from guangyue.kit.clocks import SHANGHAI

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"
MEDIA_TYPE = "application/cap+xml"
# What XML 1.0 has no place for: with it nobody could read the rest.
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_xml(message: Message) -> bytes:
    """The whole document, in UTF-8."""
    alert = Element("alert", xmlns=NAMESPACE)
    _write(alert, "identifier", message.identifier)
    _write(alert, "sender", message.sender)
    _write(alert, "sent", said_moment(message.sent))
    _write(alert, "status", message.status.value)
    _write(alert, "msgType", message.type.value)
    _write(alert, "scope", "Public")
    _write(alert, "note", message.note)
    _write(alert, "references", " ".join(map(_reference, message.references)))
    for info in message.infos:
        _write_info(alert, info)
    return bytes(ElementTree.tostring(alert, encoding="utf-8", xml_declaration=True))


def said_moment(moment: datetime) -> str:
    """To the second and with the offset in figures: the protocol refuses Z."""
    return moment.astimezone(SHANGHAI).isoformat(timespec="seconds")


def _reference(earlier: Reference) -> str:
    return f"{earlier.sender},{earlier.identifier},{said_moment(earlier.sent)}"


def _write_info(alert: Element, said: Info) -> None:
    info = SubElement(alert, "info")
    _write(info, "language", said.language)
    for category in said.categories:
        _write(info, "category", category.value)
    _write(info, "event", said.event)
    for response in said.responses:
        _write(info, "responseType", response.value)
    _write(info, "urgency", said.urgency.value)
    _write(info, "severity", said.severity.value)
    _write(info, "certainty", said.certainty.value)
    for code in said.codes:
        _write_named(info, "eventCode", code)
    _write(info, "onset", said_moment(said.onset) if said.onset else "")
    _write(info, "expires", said_moment(said.expires) if said.expires else "")
    _write(info, "senderName", said.sender_name)
    _write(info, "headline", said.headline)
    _write(info, "description", said.description)
    _write(info, "instruction", said.instruction)
    _write(info, "web", said.web)
    for parameter in said.parameters:
        _write_named(info, "parameter", parameter)
    for area in said.areas:
        _write_area(info, area)


def _write_area(info: Element, said: Area) -> None:
    area = SubElement(info, "area")
    _write(area, "areaDesc", said.description)
    for polygon in said.polygons:
        _write(area, "polygon", " ".join(f"{latitude},{longitude}" for latitude, longitude in polygon))
    for code in said.geocodes:
        _write_named(area, "geocode", code)


def _write_named(parent: Element, tag: str, said: Named) -> None:
    element = SubElement(parent, tag)
    _write(element, "valueName", said.name)
    _write(element, "value", said.value)


def _write(parent: Element, tag: str, text: str) -> None:
    if written := UNWRITABLE.sub("", text):
        SubElement(parent, tag).text = written
