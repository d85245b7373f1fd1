"""二维码: a picture that a telephone reads as text, most often an address."""

import qrcode
from django.conf import settings
from markupsafe import Markup
from qrcode.image.svg import SvgPathImage


def qr_picture(text: str) -> str:
    """As SVG, without a margin of its own."""
    code = qrcode.QRCode(border=0, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(text)
    picture: str = code.make_image(image_factory=SvgPathImage).to_string(encoding="unicode")
    return picture


def page_picture(path: str) -> Markup:
    """A page of ours, under the address at which the city is known; for a page or a card of ours."""
    drawing = qr_picture(f"{settings.GUANGYUE_ADDRESS}{path}").replace(
        "<svg", '<svg role="img" aria-label="二维码"', 1
    )
    return Markup(drawing)  # noqa: S704  (drawn by us)
