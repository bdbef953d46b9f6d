"""Asking web addresses whether they are still there: by the queue, never while somebody waits for a page."""

from datetime import timedelta

from django.db import transaction
from django.tasks import task

from netzwerk.enums import Linkstand
from netzwerk.lib.abruf import Antwort, abrufen
from netzwerk.lib.dates import jetzt
from netzwerk.linkquellen import fundstellen
from netzwerk.models import Linkbefund

# As many at once; the rest is rung for again, so that mail need not wait behind them.
AUF_EINMAL = 25
GIBT_ES_NICHT = frozenset({404, 410})
SERVERFEHLER = 500
# A server may be away for a night: only the third day says that it is gone.
VERSUCHE = 3
PAUSE = timedelta(seconds=2)


@transaction.atomic
def links_abgleichen() -> None:
    """Remember the addresses that entries name now, and forget those that none does."""
    genannt = set(fundstellen())
    bekannt = set(Linkbefund.objects.values_list("adresse", flat=True))
    for adresse in sorted(genannt - bekannt):
        Linkbefund.objects.get_or_create(adresse=adresse)
    for adresse in bekannt - genannt:
        Linkbefund.objects.filter(adresse=adresse).delete()


def beurteilen(befund: Linkbefund, antwort: Antwort) -> None:
    """Write down what an address answered; the caller saves it."""
    befund.status, befund.fehler, befund.ziel = antwort.status, antwort.fehler[:200], ""
    befund.geprueft_am = jetzt()
    if antwort.status is not None and antwort.status < SERVERFEHLER:
        befund.fehlversuche = 0
        if antwort.status in GIBT_ES_NICHT:
            befund.stand = Linkstand.TOT
        elif antwort.dauerhaft:
            befund.stand, befund.ziel = Linkstand.UMGEZOGEN, antwort.ziel[:500]
        else:
            # Whoever asks for a login or refuses machines is there.
            befund.stand = Linkstand.ERREICHBAR
        return
    befund.fehlversuche = min(befund.fehlversuche + 1, 100)
    endgueltig = antwort.verboten or befund.fehlversuche >= VERSUCHE
    befund.stand = Linkstand.TOT if endgueltig else Linkstand.UNKLAR


def links_der_reihe_nach(hoechstens: int | None = None, *, nur_oeffentliche: bool = True) -> int:
    """Ask what is due, one after another; return how many were asked."""
    faellige = list(Linkbefund.objects.faellig(jetzt())[:hoechstens])
    for befund in faellige:
        beurteilen(befund, abrufen(befund.adresse, nur_oeffentliche=nur_oeffentliche))
        befund.save()
    return len(faellige)


@task
def links_pruefen() -> int:
    """Ask some of what is due, and ring again if there is more; return how many were asked."""
    links_abgleichen()
    anzahl = links_der_reihe_nach(AUF_EINMAL)
    if anzahl == AUF_EINMAL and Linkbefund.objects.faellig(jetzt()).exists():
        links_pruefen.using(run_after=jetzt() + PAUSE).enqueue()
    return anzahl
