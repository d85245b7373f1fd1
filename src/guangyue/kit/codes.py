"""二维码: a picture that a telephone reads as text, most often an address."""

import qrcode
from qrcode.image.svg import SvgPathImage


def qr_picture(text: str) -> str:
    """As SVG, without a margin of its own."""
    code = qrcode.QRCode(border=0, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(text)
    picture: str = code.make_image(image_factory=SvgPathImage).to_string(encoding="unicode")
    return picture
