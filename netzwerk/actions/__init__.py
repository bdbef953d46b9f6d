"""Writes of several steps on the ground floor; each is atomic and knows who did it."""

from contextlib import suppress
from datetime import timedelta
from typing import Any

from allauth.account.models import EmailAddress
from django.db import IntegrityError, models, transaction

from netzwerk.enums import Hinweisstand
from netzwerk.lib.dates import jetzt
from netzwerk.lib.text import adressteil
from netzwerk.models import Hinweis, Konto, Portal
from netzwerk.models.adresse import fruehere
from netzwerk.validators import kein_kreis

ADRESSE_LAENGE = 100
# Time enough for questions; after that nobody needs to know who wrote (DSGVO, Art. 5 (1) e).
HINWEISE_TAGE = 180


def adresse_mit_ort(modell: type[models.Model], name: str, ort: str = "") -> str:
    """Return a free address for a name; a taken one takes the place: jugendhilfeausschuss-marburg.

    A number helps where the place is not known or taken, too. What is in the bin keeps its
    address. "" for a name without letters: the field makes one up.
    """
    stamm = adressteil(name)
    if not stamm:
        return ""
    mit_ort = "-".join(teil for teil in (stamm, adressteil(ort)) if teil)[: ADRESSE_LAENGE - 6].strip("-")
    vergeben = set(modell._base_manager.filter(slug__startswith=stamm).values_list("slug", flat=True))
    vergeben |= fruehere(modell, stamm).keys()
    kandidaten = [stamm, mit_ort, *(f"{mit_ort}-{nummer}" for nummer in range(2, len(vergeben) + 3))]
    return next(adresse for adresse in kandidaten if adresse not in vergeben)


@transaction.atomic
def _aendern(objekt: Any, *, acting_user: Any, grund: str, pruefen: bool = False, **felder: Any) -> None:
    """Change fields of the row as it stands now, so that nobody else's edit is lost."""
    zeile = type(objekt)._base_manager.select_for_update().get(pk=objekt.pk)
    for name, wert in felder.items():
        setattr(zeile, name, wert)
        setattr(objekt, name, wert)
    if pruefen:
        zeile.clean()
        zeile.validate_constraints()
    vars(zeile).update({"_history_user": acting_user, "_change_reason": grund})
    zeile.save()


@transaction.atomic
def einordnen(knoten: Any, *, acting_user: Any = None) -> None:
    """Save an area or unit with its place in the tree; raises ValidationError if that closes a circle.

    Two people could each add half of a circle at the same time, so they wait for each other:
    PostgreSQL at the portal's row, SQLite by its one writer.
    """
    list(Portal.objects.select_for_update().order_by("pk")[:1])
    kein_kreis(knoten)
    vars(knoten)["_history_user"] = acting_user
    knoten.save()


def in_den_papierkorb(objekt: Any, *, acting_user: Any) -> None:
    """Put an entry into the bin; it stays there as long as nobody erases it."""
    if objekt.geloescht_am is None:
        _aendern(objekt, acting_user=acting_user, grund="In den Papierkorb gelegt", geloescht_am=jetzt())


def wiederherstellen(objekt: Any, *, acting_user: Any) -> None:
    """Take an entry out of the bin; raises ValidationError if something has taken its place."""
    grund = "Aus dem Papierkorb geholt"
    if objekt.geloescht_am is not None:
        _aendern(objekt, acting_user=acting_user, grund=grund, pruefen=True, geloescht_am=None)


def veroeffentlichung_setzen(objekt: Any, stand: str, *, acting_user: Any) -> None:
    """Publish, withdraw or archive an entry (``enums.Veroeffentlichung``)."""
    if objekt.veroeffentlichung != stand:
        name = dict(objekt._meta.get_field("veroeffentlichung").flatchoices)[stand]
        _aendern(objekt, acting_user=acting_user, grund=f"Jetzt {name}", veroeffentlichung=stand)


def hinweis_annehmen(hinweis: Hinweis) -> None:
    """Keep a visitor's hint; the same form sent twice is one hint."""
    if Hinweis.objects.filter(kennung=hinweis.kennung).exists():
        return
    # Two at the same moment: the second meets the unique mark.
    with suppress(IntegrityError), transaction.atomic():
        hinweis.save()


def hinweis_stand_setzen(hinweis: Hinweis, stand: str, *, acting_user: Any, notiz: str | None = None) -> None:
    """Say how far a hint is, who said so, and what was done."""
    erledigt_am = jetzt() if stand == Hinweisstand.ERLEDIGT else None
    _aendern(
        hinweis,
        acting_user=acting_user,
        grund=f"Jetzt {Hinweisstand(stand).label}",
        stand=stand,
        erledigt_am=erledigt_am,
        bearbeitet_von=acting_user,
        notiz=hinweis.notiz if notiz is None else notiz,
    )


@transaction.atomic
def erledigte_hinweise_loeschen() -> int:
    """Erase hints that were finished long ago, with their history; return how many. Safe to repeat."""
    grenze = jetzt() - timedelta(days=HINWEISE_TAGE)
    nummern = list(Hinweis.objects.erledigt_vor(grenze).values_list("pk", flat=True))
    Hinweis.objects.filter(pk__in=nummern).delete()
    # Also of those that the staff deleted by hand.
    Hinweis.history.exclude(id__in=Hinweis.objects.values("pk")).delete()
    return len(nummern)


def alte_anmeldungen_vergessen(konto: Konto) -> None:
    """Forget addresses that an account had before, so that they open no door any more."""
    EmailAddress.objects.filter(user=konto).exclude(email__iexact=konto.email).delete()
