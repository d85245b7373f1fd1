"""Accounts: the way in under `account/`, the desk pages of those who manage the others under `desk/`."""

from django.urls import path

from guangyue.accounts.views import accounts, entrance, grants, oversight, own

app_name = "accounts"
urlpatterns = [
    path("account/entrance/", entrance.entrance, name="entrance"),
    path("account/step-in/", entrance.step_in, name="step_in"),
    path("account/", own.own_account, name="own_account"),
    path("account/password/", own.password, name="password"),
    path("account/sessions/others/end/", own.end_other_sessions, name="end_other_sessions"),
    path("account/sessions/<slug:mark>/end/", own.end_session, name="end_session"),
    path("desk/accounts/", accounts.accounts, name="accounts"),
    path("desk/accounts/opening/", accounts.opening, name="opening"),
    path("desk/roles/", grants.role_matrix, name="roles"),
    path("desk/sessions/", oversight.sessions, name="sessions"),
    path("desk/locks/", oversight.locks, name="locks"),
    path("desk/locks/<int:pk>/lifting/", oversight.lock_lifting, name="lock_lifting"),
    path("desk/grants/<int:pk>/end/", grants.grant_end, name="grant_end"),
    path("desk/accounts/of/<str:username>/", accounts.account, name="account"),
    path("desk/accounts/of/<str:username>/disabling/", accounts.disabling, name="disabling"),
    path("desk/accounts/of/<str:username>/enabling/", accounts.enabling, name="enabling"),
    path("desk/accounts/of/<str:username>/password-reset/", accounts.password_reset, name="password_reset"),
    path("desk/accounts/of/<str:username>/sessions-end/", accounts.sessions_end, name="sessions_end"),
    path(
        "desk/accounts/of/<str:username>/second-factor-removal/",
        accounts.second_factor_removal,
        name="second_factor_removal",
    ),
    path("desk/accounts/of/<str:username>/granting/", grants.granting, name="granting"),
    path("desk/accounts/of/<str:username>/granting/preview/", grants.preview, name="preview"),
]
