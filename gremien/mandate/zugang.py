"""Which mandates and bodies an account may look at from inside, and act on."""

from typing import Any

from gremien.models import Gremium, Handlung, Mandatsvorschlag, Mitgliedschaft

GRENZE = 2**63


def gremium_fuer(konto: Any, pk: int) -> Gremium | None:
    """Return the body if the account may read it from inside, else None."""
    menge = Gremium.objects.vorhanden().lesbar_fuer(konto).filter(pk=min(pk, GRENZE - 1))
    gremium: Gremium | None = menge.select_related("art").first()
    return gremium


def mandat_fuer(konto: Any, pk: int) -> Mitgliedschaft | None:
    """Return the membership if the account may read its body from inside, else None."""
    menge = Mitgliedschaft.objects.vorhanden().filter(pk=min(pk, GRENZE - 1))
    mandat: Mitgliedschaft | None = menge.mit_namen().select_related("gremium", "wahlperiode").first()
    if mandat is None or gremium_fuer(konto, mandat.gremium_id) is None:
        return None
    return mandat


def vorschlag_fuer(konto: Any, pk: int) -> Mandatsvorschlag | None:
    """Return the proposal if the account may write the body, else None."""
    menge = Mandatsvorschlag.objects.filter(pk=min(pk, GRENZE - 1))
    vorschlag = menge.select_related("person", "stelle", "organisation", "sitz__kategorie__gremium").first()
    if vorschlag is None or not darf_handeln(konto, vorschlag.sitz.kategorie.gremium):
        return None
    return vorschlag


def darf_handeln(konto: Any, gremium: Gremium) -> bool:
    """Say whether the account may act on mandates of the body: whoever may write it."""
    return bool(Gremium.objects.vorhanden().bearbeitbar_fuer(konto).filter(pk=gremium.pk).exists())


def ist_eigenes(konto: Any, mandat: Mitgliedschaft) -> bool:
    """Say whether the mandate is the account's own."""
    return konto.person_id is not None and mandat.person_id == konto.person_id


def handlung_fuer(konto: Any, pk: int) -> Handlung | None:
    """Return the act if the account may undo it, else None; of several bodies, whoever may write all."""
    menge = Handlung.objects.bearbeitbar_fuer(konto).filter(pk=min(pk, GRENZE - 1))
    handlung: Handlung | None = menge.select_related("gremium", "konto").first()
    return handlung


def letzte_handlungen(gremium: Gremium, anzahl: int) -> list[Handlung]:
    """Return what was done lately on the mandates of a body."""
    return list(Handlung.objects.filter(gremium=gremium).select_related("konto", "gremium")[:anzahl])
