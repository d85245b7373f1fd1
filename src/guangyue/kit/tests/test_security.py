"""What a browser is told it may load and run."""

import pytest
from django.http import HttpRequest, HttpResponse

from guangyue.kit.security import ContentSecurityPolicyMiddleware, tile_host


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("", ""),
        ("https://tiles.example.gov.cn/{z}/{x}/{y}.png", "https://tiles.example.gov.cn"),
        ("https://t{s}.tianditu.gov.cn/vec_w/wmts?TILEMATRIX={z}", "https://*.tianditu.gov.cn"),
    ],
)
def test_the_tiles_of_a_map_come_from_one_host(address: str, host: str) -> None:
    assert tile_host(address) == host


def test_no_script_that_stands_in_a_page_is_run() -> None:
    answer = ContentSecurityPolicyMiddleware(lambda request: HttpResponse())(HttpRequest())

    policy = dict(part.split(" ", 1) for part in answer["Content-Security-Policy"].split("; "))
    assert policy["script-src"] == "'self'"
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
