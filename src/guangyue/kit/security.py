"""What a browser may load and run on our pages: our own files, and nothing that stands in the page itself."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

# Styles may stand in a page: the libraries for charts and maps place what they draw by them. Scripts may not.
POLICY = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}


class ContentSecurityPolicyMiddleware:
    """Sends the policy with every answer; a map's tiles come from the one host that settings name."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        images = f"{POLICY['img-src']} {tile_host(settings.TILES)}".rstrip()
        self.policy = "; ".join(f"{what} {where}" for what, where in {**POLICY, "img-src": images}.items())

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", self.policy)
        return response


def tile_host(address: str) -> str:
    """The host of a tile address such as https://t{s}.tianditu.gov.cn/…, with a star for what varies."""
    scheme, separator, rest = address.partition("://")
    host = rest.split("/")[0]
    if "{" in host:
        host = "*." + host.split(".", 1)[1]
    return f"{scheme}{separator}{host}" if separator else ""
