"""二维码 for posters, cards and receipts, drawn as SVG in the page itself."""

import io

import qrcode
from django.conf import settings
from markupsafe import Markup
from qrcode.image.svg import SvgPathImage


def drawn_code(path: str) -> Markup:
    """The address under which the city is known, and the path."""
    code = qrcode.QRCode(box_size=10, border=2, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(f"{settings.GUANGYUE_ADDRESS}{path}")
    out = io.BytesIO()
    code.make_image(image_factory=SvgPathImage).save(out)
    drawing = out.getvalue().decode()
    drawing = drawing[drawing.index("<svg") :]
    return Markup(drawing.replace("<svg", '<svg role="img" aria-label="二维码"', 1))  # noqa: S704  (our own drawing)
