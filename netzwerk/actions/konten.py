"""Accounts: invited, given roles, closed and opened again; each act tells the log by its receivers."""

import logging
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localtime

from netzwerk import uebergabe
from netzwerk.actions.post import nachricht_senden
from netzwerk.anmeldungen import anmeldungen_beenden
from netzwerk.enums import Rolle
from netzwerk.lib.adresse import absolut
from netzwerk.lib.dates import jetzt
from netzwerk.lib.geheimlink import fingerabdruck, neue_marke
from netzwerk.models import Einladung, Kalenderzugang, Konto, Portal, Schliessung

logger = logging.getLogger("netzwerk.konten")

EINLADUNG_TAGE = 7
LETZTES = (
    "Das ist das letzte Konto, das die Verwaltung führt. Bitte zuerst einem anderen die Rolle Admin geben."
)


class UngueltigeEinladung(Exception):
    """The link of an invitation does not work (any more)."""


def _sperren() -> None:
    """Let changes of rights wait for each other, so that the last administrator stays."""
    list(Portal.objects.select_for_update().order_by("pk")[:1])


# --- Invitations -----------------------------------------------------------------------------------


@transaction.atomic
def einladen(konto: Konto, *, acting_user: Any) -> Einladung:
    """Send somebody the link that opens their account; a link sent before stops working."""
    marke = neue_marke()
    einladung, _ = Einladung.objects.update_or_create(
        konto=konto,
        defaults={
            "kennung": fingerabdruck(marke),
            "gueltig_bis": jetzt() + timedelta(days=EINLADUNG_TAGE),
            "verschickt_am": jetzt(),
            "eingeladen_von": acting_user,
            "zurueckgezogen_am": None,
        },
    )
    portal = Portal.objects.aktuelles()
    nachricht_senden(
        an=konto.email,
        betreff=f"Ihr Zugang zu „{portal.name}“"[:200],
        text=(
            f"Guten Tag{f' {konto.name}' if konto.name else ''},\n\n"
            f"für Sie ist ein Konto in „{portal.name}“ vorbereitet. Öffnen Sie diesen Link, um ein Passwort "
            f"oder einen Passkey festzulegen:\n\n{absolut(reverse('einladung', args=[marke]))}\n\n"
            f"Der Link gilt bis zum {localtime(einladung.gueltig_bis):%d.%m.%Y} und nur einmal. Haben Sie "
            "nicht damit gerechnet? Dann tun Sie bitte nichts; ohne den Link bleibt das Konto zu."
        ),
        vertraulich=True,
        acting_user=acting_user,
    )
    logger.info("Konto %s eingeladen durch Konto %s", konto.pk, acting_user.pk)
    return einladung


@transaction.atomic
def einladung_zurueckziehen(konto: Konto, *, acting_user: Any) -> bool:
    """Let the link stop working; say whether there was one to stop."""
    einladung = Einladung.objects.select_for_update().filter(konto=konto, angenommen_am=None).first()
    if einladung is None or einladung.zurueckgezogen_am:
        return False
    einladung.zurueckgezogen_am = jetzt()
    einladung.save()
    logger.info("Einladung von Konto %s zurückgezogen durch Konto %s", konto.pk, acting_user.pk)
    return True


def einladung_zu(marke: str) -> Einladung | None:
    """Return the invitation whose link works, None for all others alike."""
    gueltige = Einladung.objects.gueltig(jetzt()).filter(konto__is_active=False)
    return gueltige.select_related("konto").filter(kennung=fingerabdruck(marke)).first()


@transaction.atomic
def einladung_annehmen(marke: str, *, name: str, passwort: str | None) -> Konto:
    """Open the account; without a password its owner goes on with a key. Raises UngueltigeEinladung.

    Two at the same moment: the second waits and finds the link used.
    """
    einladung = einladung_zu(marke)
    if einladung is not None:
        einladung = Einladung.objects.select_for_update().gueltig(jetzt()).filter(pk=einladung.pk).first()
    if einladung is None:
        raise UngueltigeEinladung
    konto = Konto.objects.select_for_update().get(pk=einladung.konto_id)
    konto.name, konto.is_active = name, True
    konto.set_password(passwort)
    vars(konto).update({"_history_user": konto, "_change_reason": "Einladung angenommen"})
    konto.save()
    einladung.angenommen_am = jetzt()
    einladung.save()
    logger.info("Konto %s hat seine Einladung angenommen", konto.pk)
    return konto


# --- Roles -----------------------------------------------------------------------------------------


@transaction.atomic
def rollen_setzen(konto: Konto, rollen: Iterable[str], *, acting_user: Any) -> None:
    """Give an account exactly these roles; Admin opens the administration, too. Raises ValidationError."""
    _sperren()
    neu, war = set(rollen), set(konto.groups.values_list("name", flat=True))
    if Rolle.ADMIN in war - neu and not konto.is_superuser:
        _andere_verwalten(konto)
    vars(konto)["_history_user"] = acting_user
    darf_verwalten = konto.is_superuser or Rolle.ADMIN in neu
    if darf_verwalten != konto.is_staff and (Rolle.ADMIN in war ^ neu):
        konto.is_staff = darf_verwalten
        konto.save()
    if neu != war:
        konto.groups.set(Group.objects.filter(name__in=neu))
        vars(konto).pop("_rollen", None)


def _andere_verwalten(konto: Konto) -> None:
    """Raise ValidationError if nobody else could give roles."""
    verwaltende = Konto.objects.verwaltende()
    if verwaltende.filter(pk=konto.pk).exists() and not verwaltende.exclude(pk=konto.pk).exists():
        raise ValidationError(LETZTES)


# --- Leavers ---------------------------------------------------------------------------------------


@transaction.atomic
def konto_schliessen(konto: Konto, *, nachfolge: Konto | None, acting_user: Any) -> Schliessung:
    """Close an account at once and hand over what it was responsible for. Raises ValidationError.

    Its roles stay written down, so that opening it again is one step; closed, they are worth nothing.
    """
    _sperren()
    konto = Konto.objects.select_for_update().get(pk=konto.pk)
    if not konto.is_active:
        raise ValidationError("Dieses Konto ist schon geschlossen.")
    if acting_user.pk == konto.pk:
        raise ValidationError("Ihr eigenes Konto schließt jemand anderes mit der Rolle Admin.")
    if nachfolge is not None and (nachfolge.pk == konto.pk or not nachfolge.is_active):
        raise ValidationError("Übergeben lässt sich nur an ein anderes Konto, das aktiv ist.")
    _andere_verwalten(konto)
    zeilen = uebergabe.uebergeben(konto, nachfolge, acting_user=acting_user) if nachfolge else []
    konto.is_active = False
    vars(konto).update({"_history_user": acting_user, "_change_reason": "Konto geschlossen"})
    konto.save()
    anmeldungen_beenden(konto)
    Kalenderzugang.objects.filter(konto=konto).delete()
    return Schliessung.objects.create(
        konto=konto, nachfolge=nachfolge, zeilen=zeilen, geschlossen_von=acting_user
    )


@transaction.atomic
def konto_oeffnen(konto: Konto, *, acting_user: Any) -> tuple[int, list[str]]:
    """Open a closed account and give back what is still where it was handed to.

    Return how many rows came back, and the names of those that meanwhile went elsewhere.
    """
    konto = Konto.objects.select_for_update().get(pk=konto.pk)
    if konto.is_active:
        return 0, []
    konto.is_active = True
    vars(konto).update({"_history_user": acting_user, "_change_reason": "Konto wieder geöffnet"})
    konto.save()
    offene = Schliessung.objects.select_for_update().filter(konto=konto, zurueckgenommen_am=None).first()
    if offene is None:
        return 0, []
    offene.zurueckgenommen_am = jetzt()
    offene.save()
    return uebergabe.zurueckgeben(offene.zeilen, von=offene.nachfolge, an=konto, acting_user=acting_user)


@transaction.atomic
def faktoren_entfernen(konto: Konto, *, acting_user: Any) -> bool:
    """Take away an account's second factor, tell its owner, and say whether there was one."""
    anzahl, _ = Authenticator.objects.filter(user=konto).delete()
    if not anzahl:
        return False
    nachricht_senden(
        an=konto.email,
        betreff="Zweiter Faktor: entfernt",
        text=(
            "Guten Tag,\n\ndie Verwaltung des Portals hat den zweiten Faktor Ihres Kontos entfernt. "
            "Bei der Anmeldung genügt jetzt das Passwort. Haben Sie nicht darum gebeten? "
            "Dann wenden Sie sich bitte sofort an die Verwaltung."
        ),
        acting_user=acting_user,
    )
    logger.warning("Konto %s: zweiter Faktor entfernt durch Konto %s", konto.pk, acting_user.pk)
    return True
