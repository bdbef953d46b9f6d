"""A section → a proposal: each recogniser is asked, and each guess keeps its reason."""

import re
from collections import Counter

from gremien.uebernahme.arten import art_bestimmen, weitere_bezeichnungen
from gremien.uebernahme.ebenen import ebenen_bestimmen, ortsebene
from gremien.uebernahme.gliederung import Abschnitt, Gliederung
from gremien.uebernahme.leitung import leitungen_in
from gremien.uebernahme.merkmale import (
    email_in,
    mitgliederzahl_in,
    rhythmus_in,
    rolle_in,
    seit_in,
    webadresse_in,
)
from gremien.uebernahme.namen import Nennung, namen_bestimmen, nennungen
from gremien.uebernahme.organisationen import organisationen_in
from gremien.uebernahme.vorschlag import Vermutung, Vorschlag, Was
from gremien.uebernahme.zeichen import gekuerzt, saetze, zitat
from netzwerk.enums import Ebene

# "die Gruppe der Fachkräfte", "ein landesweites Bündnis": a body is described, not named.
NUR_BESCHRIEBEN = re.compile(r"^\S+ (?:der|des|von|vom|aus) ")
UNBESTIMMT = re.compile(r"\b(?:[Ee]in|[Kk]ein|[Ii]hr|[Uu]nser)(?:e[mnrs]?)?\s(?:[a-zäöüß-]+\s)?$")


def text_teilen(text: str) -> tuple[str, str]:
    """Return the first sentence and the rest, paragraphs parted by blank lines."""
    absaetze = [absatz for absatz in text.split("\n\n") if absatz.strip()]
    if not absaetze:
        return "", ""
    erste = saetze(absaetze[0]) if not absaetze[0].startswith("- ") else []
    if not erste:
        return "", "\n\n".join(absaetze)
    satz, rest = erste[0], " ".join(erste[1:])
    kurz = gekuerzt(satz)
    if kurz != satz:
        rest = absaetze[0]
    return kurz, "\n\n".join(absatz for absatz in (rest, *absaetze[1:]) if absatz)


def _organisation_oder_gremium(art: str) -> Vermutung:
    """Return whether an entry is rather an organisation: federations are both."""
    if art == "Dachverband":
        return Vermutung(Was.ORGANISATION, "Ein Dachverband ist selbst eine Organisation.", sicher=False)
    return Vermutung(Was.GREMIUM, "")


def _ohne_beugung(name: str) -> str:
    """Return a name in small letters without the endings of adjectives."""
    return re.sub(r"(?:e|er|es|en)\b", "", name.casefold())


def _erwaehnte(name: str, langname: str, art: str, text: str) -> list[Nennung]:
    """Return the other bodies that a text names."""
    eigene = {_ohne_beugung(name), _ohne_beugung(langname)}
    return [
        nennung
        for nennung in nennungen(text[:20_000])
        if _ohne_beugung(nennung.name) not in eigene
        # "dient die Arbeitsgruppe Sprachkursen": the body itself, by its kind.
        and not (art and re.match(rf"{re.escape(art)}\b", nennung.name))
        and name.casefold() not in nennung.name.casefold()
        and not NUR_BESCHRIEBEN.match(nennung.name)
        and not UNBESTIMMT.search(text[max(0, nennung.beginn - 40) : nennung.beginn])
    ]


def vorschlag_aus(abschnitt: Abschnitt, bekannte: tuple[str, ...] = ()) -> Vorschlag:
    """Return the proposal of a section."""
    text = abschnitt.text
    namen = namen_bestimmen(abschnitt.titel, text, sicher=abschnitt.sicher, grund=abschnitt.grund)
    art = art_bestimmen(abschnitt.titel, text, abschnitt.gruppe)
    kurztext, rest = text_teilen(text)
    erwaehnt = _erwaehnte(namen.name.wert, namen.langname.wert, art.wert, text)
    # "das Netzwerk X unter Trägerschaft der Y": that leader is X's, not ours.
    leitung = [
        nennung
        for stelle, nennung in leitungen_in(text)
        if not any(n.ende - 2 <= stelle <= n.ende + 4 for n in erwaehnt)
        and nennung.name not in {n.name for n in erwaehnt}
    ]
    return Vorschlag(
        name=namen.name,
        was=_organisation_oder_gremium(art.wert),
        ueberschrift=abschnitt.titel,
        kurzname=namen.kurzname,
        langname=namen.langname,
        weitere=weitere_bezeichnungen(art.wert, namen.name.wert, text),
        art=art,
        ebenen=ebenen_bestimmen(f"{abschnitt.titel} {namen.langname.wert}", text, abschnitt.gruppe),
        kurztext=kurztext,
        text=rest,
        leitung=leitung,
        organisationen=organisationen_in(text, bekannte),
        erwaehnt=[
            Vermutung(n.name, f"Im Text steht {zitat(text[n.beginn : n.ende])}.", sicher=False)
            for n in erwaehnt
        ][:10],
        rolle=rolle_in(text),
        rhythmus=rhythmus_in(text),
        seit=seit_in(text),
        mitgliederzahl=mitgliederzahl_in(text),
        webadresse=webadresse_in(text),
        email=email_in(text),
        bildunterschriften=abschnitt.bilder,
        oben=abschnitt.oben,
        oben_grund=abschnitt.oben_grund,
    )


def ebenen_ergaenzen(vorschlaege: list[Vorschlag], texte: list[str]) -> None:
    """Give a level to who has none: that of the body above, of a place named, of most of the page; uncertain."""
    for vorschlag, text in zip(vorschlaege, texte, strict=True):
        if vorschlag.ebenen:
            continue
        oben = vorschlaege[vorschlag.oben] if vorschlag.oben is not None else None
        if ort := ortsebene(text):
            vorschlag.ebenen = [ort]
        elif oben and oben.ebenen:
            grund = f"Wie {zitat(oben.name.wert)}, zu dem es gehört."
            vorschlag.ebenen = [Vermutung(oben.ebenen[0].wert, grund, sicher=False)]
    haeufig = Counter(v.ebenen[0].wert for v in vorschlaege if v.ebenen).most_common(1)
    if (
        not haeufig
        or haeufig[0][1] < 3  # noqa: PLR2004 - two say nothing of a page
        or haeufig[0][0] not in {Ebene.STADT, Ebene.LANDKREIS, Ebene.STADTTEIL}
    ):
        return
    for vorschlag in vorschlaege:
        if not vorschlag.ebenen:
            grund = "Der Eintrag sagt es nicht; auf dieser Seite ist es die häufigste Ebene."
            vorschlag.ebenen = [Vermutung(haeufig[0][0], grund, sicher=False)]


def deuten(teile: Gliederung, bekannte: tuple[str, ...] = ()) -> list[Vorschlag]:
    """Return the proposals of a page in its order."""
    vorschlaege = [vorschlag_aus(abschnitt, bekannte) for abschnitt in teile.abschnitte]
    ebenen_ergaenzen(vorschlaege, [f"{a.titel} {a.text}" for a in teile.abschnitte])
    return vorschlaege
