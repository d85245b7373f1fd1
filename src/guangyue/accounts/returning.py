"""回到原来的页面: where somebody was on the way to before he had to sign in or to say who he is."""

from allauth.account.adapter import get_adapter
from django.http import HttpRequest


def next_page(request: HttpRequest) -> str:
    """The page of ours that `next` names, or nothing."""
    page = request.POST.get("next") or request.GET.get("next") or ""
    return page if get_adapter().is_safe_url(page) else ""
