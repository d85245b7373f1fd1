"""The addresses that allauth looks up by names of its own: without a namespace, and only those in use."""

from allauth.account.views import reauthenticate
from allauth.mfa.base.views import authenticate
from allauth.mfa.base.views import reauthenticate as reauthenticate_by_code
from allauth.mfa.recovery_codes.views import (
    download_recovery_codes,
    generate_recovery_codes,
    view_recovery_codes,
)
from allauth.mfa.totp.views import activate_totp, deactivate_totp
from allauth.socialaccount.views import login_cancelled
from django.urls import path

from guangyue.accounts.views.entrance import come_back, sign_in, sign_in_outside, sign_out
from guangyue.accounts.views.own import own_account
from guangyue.kit.access import for_signed_in, open_to_all

urlpatterns = [
    path("account/sign-in/", sign_in, name="account_login"),
    path("account/sign-out/", sign_out, name="account_logout"),
    path("account/code/", open_to_all(authenticate), name="mfa_authenticate"),
    path("account/password-again/", for_signed_in(reauthenticate), name="account_reauthenticate"),
    path("account/code-again/", for_signed_in(reauthenticate_by_code), name="mfa_reauthenticate"),
    path("account/second-factor/", own_account, name="mfa_index"),
    path("account/second-factor/activation/", for_signed_in(activate_totp), name="mfa_activate_totp"),
    path("account/second-factor/deactivation/", for_signed_in(deactivate_totp), name="mfa_deactivate_totp"),
    path("account/recovery-codes/", for_signed_in(view_recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "account/recovery-codes/generation/",
        for_signed_in(generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "account/recovery-codes/download/",
        for_signed_in(download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    path("account/outside/cancelled/", open_to_all(login_cancelled), name="socialaccount_login_cancelled"),
    path("account/outside/<str:provider_id>/", sign_in_outside, name="openid_connect_login"),
    path("account/outside/<str:provider_id>/callback/", come_back, name="openid_connect_callback"),
]
