"""Who may what, by role (DESIGN 9): small predicates (account) -> bool, combined with | and &.

A leaf: it knows no model. Which rows an account may read or write stands once, as the methods
``lesbar_fuer`` and ``bearbeitbar_fuer`` of the querysets, which ask here.
"""

from typing import Any

import rules

from netzwerk.enums import Rolle


def rollen(konto: Any) -> frozenset[str]:
    """Return the names of the account's roles; asked once for each request, so a removed one ends at once."""
    if not getattr(konto, "is_authenticated", False) or not konto.is_active:
        return frozenset()
    if "_rollen" not in vars(konto):
        namen = set(konto.groups.values_list("name", flat=True))
        vars(konto)["_rollen"] = frozenset(namen | ({Rolle.ADMIN} if konto.is_superuser else set()))
    return vars(konto)["_rollen"]


def hat_rolle(*gesucht: Rolle) -> Any:
    """Return the predicate that an account has one of the roles."""
    namen = frozenset(rolle.value for rolle in gesucht)

    @rules.predicate(f"hat_rolle:{','.join(sorted(namen))}")
    def hat(konto: Any) -> bool:
        return bool(rollen(konto) & namen)

    return hat


@rules.predicate
def ist_vollverwaltung(konto: Any) -> bool:
    """Say whether the account may do everything whatever its roles; asks no table."""
    return bool(konto.is_active and konto.is_superuser)


ist_admin = ist_vollverwaltung | hat_rolle(Rolle.ADMIN)
gibt_immer_frei = hat_rolle(Rolle.FREIGABE) | ist_admin
schreibt_alles = hat_rolle(Rolle.REDAKTION) | gibt_immer_frei
liest_alles = schreibt_alles
betreut_gremien = hat_rolle(Rolle.GREMIENBETREUUNG)
schreibt_berichte = hat_rolle(Rolle.BERICHTERSTATTUNG)
ist_mitglied = hat_rolle(Rolle.MITGLIED)
darf_herein = schreibt_alles | betreut_gremien | schreibt_berichte | ist_mitglied
# Who fills in forms; whoever reports for another organisation chooses among what is public.
darf_waehlen = schreibt_alles | betreut_gremien | schreibt_berichte
waehlt_alles = schreibt_alles | betreut_gremien
