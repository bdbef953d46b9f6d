"""Rows of a table → proposals: the header is guessed, columns are known by name or by content."""

import csv
import io
import re
from dataclasses import replace

from gremien.uebernahme.arten import artwort
from gremien.uebernahme.datei import SPALTEN_HOECHSTENS, ZEILEN_HOECHSTENS, ZELLE_HOECHSTENS
from gremien.uebernahme.deuten import ebenen_ergaenzen, vorschlag_aus
from gremien.uebernahme.ebenen import ebenen_bestimmen
from gremien.uebernahme.gliederung import Abschnitt
from gremien.uebernahme.leitung import leitungen_in
from gremien.uebernahme.vorschlag import Leitungsnennung, Lesefehler, Vermutung, Vorschlag
from gremien.uebernahme.zeichen import einzeilig, zitat
from netzwerk.enums import Ebene

NAME_HOECHSTENS = 200
TRENNER = ("\t", ";", ",", "|")
# Field → how a column of it may be called (small letters, whole or at its beginning).
SPALTEN = {
    "name": r"(?:name(?: des gremiums)?|gremium|gremien|bezeichnung|titel|arbeitskreis|netzwerk|ausschuss|gruppe|runde|bündnis)\b",
    "kurzname": r"(?:kurz(?:name|form|bezeichnung)|abk|kürzel)",
    "langname": r"(?:lang(?:name|form|bezeichnung)|voller name)",
    "art": r"(?:typ|art|form|gremienart|kategorie)\b",
    "ebene": r"(?:ebene|reichweite|räumlich)",
    "text": r"(?:beschreibung|text|inhalt|aufgabe|ziel|zweck|thema|themen|kurzbeschreibung|erläuterung|bemerkung|auftrag|worum)",
    "leitung": r"(?:leitung|vorsitz|moderation|federführ|träger|sprecher|geschäftsführ|koordination|verantwortlich)",
    "oben": r"(?:übergeordnet|gehört zu|untergremium von|teil von|ober)",
    "rhythmus": r"(?:turnus|rhythmus|häufigkeit|wie oft|sitzungen|termine|takt)",
    "seit": r"(?:seit|gegründet|gründung|besteht)",
    "email": r"(?:e-?mail|mail)\b",
    "webadresse": r"(?:web|internet|homepage|url|link|www)",
    "rolle": r"(?:unsere rolle|rolle|unsere funktion|status|stimmrecht)",
    "organisationen": r"(?:mitglieder|teilnehm|beteiligte|partner|organisation)",
}  # fmt: skip


def _leser(text: str, trenner: str) -> list[list[str]]:
    """Return the rows with a separator; fields may hold line breaks in quotes."""
    csv.field_size_limit(4 * 1024 * 1024)
    zeilen = []
    for zeile in csv.reader(io.StringIO(text), delimiter=trenner):
        werte = [wert.strip()[:ZELLE_HOECHSTENS] for wert in zeile[:SPALTEN_HOECHSTENS]]
        if any(werte):
            zeilen.append(werte)
        if len(zeilen) > ZEILEN_HOECHSTENS:
            raise Lesefehler(f"Die Tabelle hat mehr als {ZEILEN_HOECHSTENS} Zeilen.")
    return zeilen


def _guete(zeilen: list[list[str]]) -> float:
    """Return how much a way of parting looks like a table: many rows of the same width above one."""
    breiten = [len(zeile) for zeile in zeilen[:200]]
    haeufigste = max(set(breiten), key=breiten.count, default=1)
    return breiten.count(haeufigste) / len(breiten) * (1 + min(haeufigste, 10) / 10) if haeufigste > 1 else 0


def csv_zeilen(text: str) -> list[list[str]]:
    """Return the rows of a CSV text; raises Lesefehler if it cannot be read."""
    ohne_vorspann = re.sub(r"^sep=(.)\n", "", text)
    beste: list[list[str]] = []
    for trenner in TRENNER:
        try:
            zeilen = _leser(ohne_vorspann, trenner)
        except csv.Error:
            continue
        if not beste or _guete(zeilen) > _guete(beste):
            beste = zeilen
    if not beste:
        raise Lesefehler("Die Tabelle ist leer oder lässt sich nicht lesen.")
    return beste


def ist_tabelle(text: str) -> bool:
    """Say whether a pasted text is cells of a table: tabs in most lines, or a header with ``;``."""
    zeilen = [zeile for zeile in text.split("\n") if zeile.strip()]
    if len(zeilen) < 2:  # noqa: PLR2004 - a header and a row
        return False
    if sum("\t" in zeile.strip() for zeile in zeilen) * 10 >= len(zeilen) * 7:
        return True
    koepfe = ([teil.strip(' "') for teil in zeile.split(";")] for zeile in zeilen[:5])
    return any(sum(bool(_feld(teil)) for teil in kopf) > 1 for kopf in koepfe) and ";" in zeilen[-1]


def _feld(kopf: str) -> str:
    """Return the field that a header names; "" if none."""
    klein = einzeilig(kopf).casefold().strip(' :*"')
    if len(klein) > 60:  # noqa: PLR2004 - longer is no header
        return ""
    for feld, muster in SPALTEN.items():
        if re.match(muster, klein) and not (feld == "name" and artwort(kopf) and len(klein.split()) > 1):
            return feld
    return ""


def _kopfzeile(zeilen: list[list[str]]) -> tuple[int, dict[str, list[int]]]:
    """Return where the data begin and which columns hold which field, by the header's words."""
    for nummer, zeile in enumerate(zeilen[:10]):
        felder: dict[str, list[int]] = {}
        for spalte, wert in enumerate(zeile):
            if feld := _feld(wert):
                felder.setdefault(feld, []).append(spalte)
        gefuellt = sum(bool(wert) for wert in zeile)
        if "name" in felder and (len(felder) > 1 or gefuellt == 1 or len(felder) * 2 >= gefuellt):
            return nummer + 1, felder
        if len(felder) >= 3:  # noqa: PLR2004 - a header without a known word for the name
            return nummer + 1, felder
    return 0, {}


def _spalte_nach_inhalt(zeilen: list[list[str]], frei: set[int]) -> int | None:
    """Return the column whose cells most often name a body, else the first one with words."""
    treffer = {
        spalte: sum(
            len(z) > spalte and len(z[spalte]) < NAME_HOECHSTENS and artwort(z[spalte]) is not None
            for z in zeilen[:200]
        )
        for spalte in frei
    }
    beste = max(sorted(treffer), key=lambda s: treffer[s], default=None)
    if beste is not None and treffer[beste] > 0:
        return beste
    return next(
        (s for s in sorted(frei) if any(len(z) > s and re.search(r"[^\W\d_]{3}", z[s]) for z in zeilen)), None
    )


def _ebene_wert(wert: str) -> list[Vermutung]:
    """Return the level that a cell says."""
    klein = wert.casefold()
    for ebene in Ebene:
        if klein in {ebene.value, ebene.label.casefold()}:
            return [Vermutung(ebene, f"Die Tabelle sagt {zitat(wert)}.")]
    return ebenen_bestimmen("", "", wert)


def _leitung(zeile: list[str], felder: dict[str, list[int]], kopf: list[str]) -> list[Leitungsnennung]:
    """Return the leaders that the cells of a row name; the header says in which part."""
    gefunden: list[Leitungsnennung] = []
    for spalte in felder.get("leitung", []):
        if spalte < len(zeile) and zeile[spalte]:
            marke = re.split(r"[/,(]", kopf[spalte])[0].strip() if spalte < len(kopf) else "Leitung"
            paare = leitungen_in(f"{marke}: {zeile[spalte]}") or leitungen_in(f"Leitung: {zeile[spalte]}")
            gefunden += [nennung for _, nennung in paare]
    return gefunden


def _vorschlag(
    zeile: list[str], felder: dict[str, list[int]], kopf: list[str], bekannte: tuple[str, ...]
) -> Vorschlag | None:
    """Return the proposal of a row; None for a row without a name."""

    def wert(feld: str) -> str:
        return "\n".join(zeile[s] for s in felder.get(feld, []) if s < len(zeile) and zeile[s])

    name = einzeilig(wert("name"))
    if not name:
        return None
    vorschlag = vorschlag_aus(
        Abschnitt(name[:250], [t for t in wert("text").split("\n") if t.strip()]), bekannte
    )
    aus = "Steht so in der Tabelle."
    vorschlag.name = replace(
        vorschlag.name, grund=vorschlag.name.grund.replace("So steht es in der Überschrift.", aus)
    )
    for feld in ("kurzname", "langname", "rhythmus", "rolle"):
        if angabe := einzeilig(wert(feld))[:160]:
            setattr(vorschlag, feld, Vermutung(angabe, aus))
    if angabe := einzeilig(wert("art")):
        erkannt = artwort(angabe)
        vorschlag.art = Vermutung(
            erkannt.art if erkannt else angabe[:120],
            f"Die Tabelle sagt {zitat(angabe)}.",
            sicher=bool(erkannt and erkannt.sicher),
        )
    if ebenen := _ebene_wert(einzeilig(wert("ebene"))):
        vorschlag.ebenen = ebenen
    if jahr := re.search(r"\b(?:19|20)\d\d\b", wert("seit")):
        vorschlag.seit = Vermutung(jahr.group(), f"Die Tabelle sagt {zitat(wert('seit'))}.")
    vorschlag.leitung += _leitung(zeile, felder, kopf)
    vorschlag.email = vorschlag.email or (
        wert("email") if re.fullmatch(r"[^@\s]+@[^@\s]+\.\w+", wert("email")) else ""
    )
    if web := einzeilig(wert("webadresse")):
        vorschlag.webadresse = (
            web
            if web.startswith(("http://", "https://"))
            else f"https://{web}"
            if re.match(r"[\w-]+(\.[\w-]+)+", web)
            else ""
        )
    return vorschlag


def vorschlaege_aus_tabelle(
    zeilen: list[list[str]], bekannte: tuple[str, ...], hoechstens: int
) -> tuple[list[Vorschlag], int, list[str]]:
    """Return the first proposals of the rows, how many rows have a name, and hints about the reading."""
    beginn, felder = _kopfzeile(zeilen)
    daten = zeilen[beginn:]
    hinweise = []
    breite = max((len(zeile) for zeile in zeilen), default=0)
    if "name" not in felder:
        frei = set(range(breite)) - {s for spalten in felder.values() for s in spalten}
        spalte = _spalte_nach_inhalt(daten, frei)
        if spalte is None:
            return [], 0, ["In der Tabelle wurde keine Spalte mit Namen gefunden."]
        felder["name"] = [spalte]
        hinweise.append(f"Die Spalte {spalte + 1} wurde nach ihrem Inhalt als Name gelesen.")
    felder["name"] = felder["name"][:1]
    if "text" not in felder and not beginn:
        laengen = {
            s: sum(len(z[s]) for z in daten if len(z) > s) for s in range(breite) if s not in felder["name"]
        }
        if laengen and max(laengen.values()) > 40 * len(daten):
            felder["text"] = [max(laengen, key=lambda s: laengen[s])]
    kopf = zeilen[beginn - 1] if beginn else []
    benannt = [z for z in daten if len(z) > felder["name"][0] and z[felder["name"][0]]]
    paare = [(z, v) for z in benannt[:hoechstens] if (v := _vorschlag(z, felder, kopf, bekannte)) is not None]
    vorschlaege = [vorschlag for _, vorschlag in paare]
    nummern = {v.name.wert.casefold(): i for i, v in enumerate(vorschlaege)}
    for stelle, (zeile, vorschlag) in enumerate(paare):
        for spalte in felder.get("oben", []):
            ziel = nummern.get(einzeilig(zeile[spalte]).casefold()) if spalte < len(zeile) else None
            if ziel is not None and ziel != stelle:
                vorschlag.oben = ziel
                vorschlag.oben_grund = Vermutung("untergremium", f"Die Tabelle sagt {zitat(zeile[spalte])}.")
    ebenen_ergaenzen(vorschlaege, [f"{v.name.wert} {v.kurztext} {v.text}" for v in vorschlaege])
    return vorschlaege, len(benannt), hinweise
