"""Mandates that end: whoever holds them, looks after the body or leads it is told, once for each warning.

The outbox is the memory: of all messages with one key only the first is sent (``netzwerk.actions.post``), so
the job may run twice, late, or not for a week.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from gremien.enums import Beziehungsart, Vorschlagsstand
from gremien.mandate.anstehend import endende
from gremien.mandate.fristen import Frist, vorschlagsfrist_laeuft
from gremien.models import (
    Betreuung,
    Gremienbeziehung,
    Gremium,
    Leitung,
    Mandatsvorschlag,
)
from netzwerk import faellig
from netzwerk.actions.post import nachricht_senden
from netzwerk.lib.adresse import absolut
from netzwerk.lib.dates import datum_text, heute
from netzwerk.models import Nachricht
from netzwerk.models.zeitraum import aktiv_am

RANG = 20


def anmelden() -> None:
    """Register it; called once when the apps are ready."""
    faellig.anmelden("Erinnerungen an endende Mandate", mandate_erinnern, rang=RANG)
    faellig.anmelden("Erinnerungen an Vorschlagsfristen", vorschlaege_erinnern, rang=RANG)


@dataclass(frozen=True, slots=True)
class Empfang:
    """Who is told, and whether it is the holder."""

    email: str
    selbst: bool = False


def mandate_erinnern() -> int:
    """Write what is due and not written yet; return how many messages."""
    faellige = endende(Gremium.objects.vorhanden(), heute())
    wer = _zustaendige({frist.gremium.pk for frist in faellige})
    briefe = [
        (_schluessel(frist, empfang), frist, empfang)
        for frist in faellige
        for empfang in _empfaenger(frist, wer[frist.gremium.pk])
    ]
    schon = _geschrieben(schluessel for schluessel, *_ in briefe)
    for schluessel, frist, empfang in briefe:
        if schluessel not in schon:
            nachricht_senden(
                an=empfang.email,
                betreff=f"Mandat endet {frist.mandat.bis_text}: {frist.gremium}",
                text=_text(frist, empfang),
                schluessel=schluessel,
            )
    return sum(schluessel not in schon for schluessel, *_ in briefe)


def _schluessel(frist: Frist, empfang: Empfang) -> str:
    return f"mandat/{frist.mandat.pk}/{frist.ende:%Y%m%d}/{frist.monate}/{empfang.email}"[:200]


def _geschrieben(schluessel: Iterable[str]) -> set[str]:
    menge = Nachricht.objects.filter(schluessel__in=list(schluessel))
    return set(menge.values_list("schluessel", flat=True))


def _empfaenger(frist: Frist, zustaendige: list[str]) -> list[Empfang]:
    """Return whom to tell, each address once: the holder, who looks after the body, who leads it."""
    person = frist.mandat.mitgliedschaft.person
    selbst = person.email if person is not None else ""
    andere = [adresse for adresse in dict.fromkeys(zustaendige) if adresse.casefold() != selbst.casefold()]
    return [*([Empfang(selbst, selbst=True)] if selbst else []), *(Empfang(adresse) for adresse in andere)]


def _text(frist: Frist, empfang: Empfang) -> str:
    def weg(name: str) -> str:
        return absolut(reverse(name, args=[frist.mandat.pk]))

    was = f"{frist.mandat.mitgliedschaft.funktion} im Gremium „{frist.gremium}“"
    if empfang.selbst:
        return (
            f"Guten Tag {frist.mandat.name},\n\nIhr Mandat endet {frist.mandat.bis_text}: {was}.\n\n"
            f"Möchten Sie verlängern oder abgeben? Sagen Sie es hier:\n{weg('intern_mandat_wunsch')}\n"
        )
    return (
        f"Guten Tag,\n\nein Mandat endet {frist.mandat.bis_text}: {frist.mandat.name}, {was}.\n\n"
        f"Verlängern: {weg('intern_mandat_verlaengern')}\n"
        f"Abgeben: {weg('intern_mandat_abgeben')}\n"
        f"Übergabeblatt: {absolut(f'/intern/mandate/{frist.mandat.pk}/uebergabe/')}\n"
    )


def _zustaendige(gremien: set[int]) -> dict[int, list[str]]:
    """Return body → addresses of who looks after it (or a body above) and of who leads it (three queries)."""
    ergebnis: dict[int, list[str]] = defaultdict(list)
    oben: dict[int, set[int]] = defaultdict(set)
    beziehungen = Gremienbeziehung.objects.filter(aktiv_am(heute()), art=Beziehungsart.UNTERGREMIUM)
    for von, zu in beziehungen.values_list("von_gremium", "zu_gremium"):
        oben[von].add(zu)
    betreut: dict[int, list[str]] = defaultdict(list)
    for pk, email in Betreuung.objects.filter(konto__is_active=True).values_list("gremium", "konto__email"):
        betreut[pk].append(email)
    for pk in gremien:
        gesehen, rand = {pk}, [pk]
        while rand:
            ergebnis[pk] += [email for nummer in rand for email in betreut[nummer]]
            rand = [n for nummer in rand for n in sorted(oben[nummer]) if n not in gesehen]
            gesehen |= set(rand)
    leitungen = Leitung.objects.filter(
        aktiv_am(heute()), gremium__in=gremien, person__geloescht_am__isnull=True
    )
    for pk, email in leitungen.values_list("gremium", "person__email"):
        ergebnis[pk] += [email] if email else []
    return ergebnis


def vorschlaege_erinnern() -> int:
    """Tell who looks after a body that proposals for its election are due; return how many messages."""
    stichtag = heute()
    mit_frist = Gremium.objects.vorhanden().taetig().filter(vorschlagsfrist__gte=stichtag)
    laufende = [gremium for gremium in mit_frist if vorschlagsfrist_laeuft(gremium, stichtag)]
    wer = _zustaendige({gremium.pk for gremium in laufende})
    briefe = [
        (f"vorschlag/{gremium.pk}/{gremium.vorschlagsfrist:%Y%m%d}/{email}"[:200], gremium, email)
        for gremium in laufende
        for email in dict.fromkeys(wer[gremium.pk])
    ]
    schon = _geschrieben(schluessel for schluessel, *_ in briefe)
    neue = [brief for brief in briefe if brief[0] not in schon]
    for schluessel, gremium, email in neue:
        frist = datum_text(gremium.vorschlagsfrist)
        offene = Mandatsvorschlag.objects.filter(
            sitz__kategorie__gremium=gremium, stand=Vorschlagsstand.OFFEN
        )
        weg = absolut(reverse("intern_besetzung", args=[gremium.pk]))
        text = (
            f"Guten Tag,\n\nfür die nächste Wahl im Gremium „{gremium}“ sind Vorschläge bis zum "
            f"{frist} einzureichen. Bisher vorgeschlagen: {offene.count()}.\n\n{weg}\n"
        )
        betreff = f"Vorschläge bis {frist}: {gremium}"
        nachricht_senden(an=email, betreff=betreff, text=text, schluessel=schluessel)
    return len(neue)
