"""What an account gets on this floor: entrusted bodies, beside its roles and whom it stands for."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Q

from gremien.enums import Uebernahmestand
from gremien.models import Betreuung, Uebernahme
from netzwerk.actions.konten import einladen, rollen_setzen
from netzwerk.models import Konto
from netzwerk.uebergabe import Zustaendigkeit

ANVERTRAUTES = Zustaendigkeit(
    "Anvertraute Gremien", Betreuung, einmalig=("gremium",), verbunden=("gremium", "konto")
)
UEBERNAHMEN = Zustaendigkeit("Begonnene Übernahmen", Uebernahme, nur=Q(stand=Uebernahmestand.OFFEN))


@transaction.atomic
def konto_ausstatten(
    konto: Konto,
    *,
    rollen: Iterable[str],
    gremien: Iterable[Any],
    acting_user: Any,
    **felder: Any,
) -> None:
    """Give an account name, roles, organisation, person and entrusted bodies. Raises ValidationError."""
    for name, wert in felder.items():
        setattr(konto, name, wert)
    vars(konto)["_history_user"] = acting_user
    konto.full_clean(exclude=["password"])
    konto.save()
    rollen_setzen(konto, rollen, acting_user=acting_user)
    betreuungen_setzen(konto, gremien, acting_user=acting_user)


@transaction.atomic
def betreuungen_setzen(konto: Konto, gremien: Iterable[Any], *, acting_user: Any) -> None:
    """Entrust an account with exactly these bodies."""
    gewollt = {gremium.pk: gremium for gremium in gremien}
    for betreuung in Betreuung.objects.filter(konto=konto):
        if gewollt.pop(betreuung.gremium_id, None) is None:
            vars(betreuung)["_history_user"] = acting_user
            betreuung.delete()
    for gremium in gewollt.values():
        neue = Betreuung(konto=konto, gremium=gremium)
        vars(neue)["_history_user"] = acting_user
        neue.save()


@transaction.atomic
def konto_einladen(*, email: str, acting_user: Any, **angaben: Any) -> Konto:
    """Make an account that stays closed until its owner opens it by the link sent now."""
    konto = Konto(email=Konto.objects.normalize_email(email), is_active=False)
    konto.set_unusable_password()
    konto_ausstatten(konto, acting_user=acting_user, **angaben)
    einladen(konto, acting_user=acting_user)
    return konto
