"""What waits for a release, so that the desk shows it at once: a changed sentence of a public body."""

from django.contrib.contenttypes.models import ContentType

from gremien.nomen import GREMIUM
from netzwerk.demo.konten import ist_da
from netzwerk.demo.lader import Demolader
from netzwerk.intern.bearbeitung import Bearbeitung, nur_eingaben
from netzwerk.models import Arbeitsfassung

SCHLUESSEL = "arbeitsfassung/erfunden"
GREMIUM_SCHLUESSEL = "gremium/buendnis-kindgerechter-ganztag"


def laden(lader: Demolader) -> None:
    """Keep the form of a body, with one sentence changed, as pending changes."""
    if SCHLUESSEL in lader or not all(ist_da(lader, wer) for wer in (GREMIUM_SCHLUESSEL, "konto/redaktion")):
        return
    gremium, konto = lader[GREMIUM_SCHLUESSEL], lader["konto/redaktion"]
    daten = Bearbeitung(GREMIUM, konto, gremium).gezeigtes()
    daten["kurztext"] = f"{gremium.kurztext.rstrip('.')} (erfundene Änderung, die auf Freigabe wartet)."
    lader.anlegen(
        SCHLUESSEL,
        Arbeitsfassung,
        inhaltstyp=ContentType.objects.get_for_model(gremium),
        objekt_id=gremium.pk,
        basis_stand=type(gremium)._base_manager.values_list("geaendert_am", flat=True).get(pk=gremium.pk),
        daten=nur_eingaben(daten),
        bearbeitet_von=konto,
        zur_freigabe=True,
        anmerkung="Bitte prüfen: Der Satz ist genauer.",
    )
