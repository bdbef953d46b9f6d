"""What the role Admin may: everything, as long as the account has the role."""

from typing import Any

from django.contrib.auth.backends import BaseBackend

from netzwerk import rules


def verwaltet(konto: Any) -> bool:
    """Say whether an account may do everything in the administration.

    By its role, or as a full administrator. Asked once a request, so a right taken away ends at once.
    """
    return konto.is_staff and rules.ist_admin(konto)


class Rollenrechte(BaseBackend):
    """Grants the role's permissions, also of models that come later: no list to keep in step."""

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        """Say whether the account has the permission by its role."""
        return verwaltet(user_obj)

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        """Say whether the account may see an app by its role."""
        return verwaltet(user_obj)
