"""Names: abbreviation, full name, and names mentioned in running text."""

import re
from dataclasses import dataclass

from gremien.uebernahme.arten import AG_78, ARTIKEL, KURZ, SONSTIGES, TISCH, Artwort, artwort_in
from gremien.uebernahme.vorschlag import Vermutung
from gremien.uebernahme.zeichen import einzeilig, zitat

TOKEN = re.compile(r"\S+")
BINDER = {
    "und",
    "für",
    "der",
    "des",
    "die",
    "gegen",
    "in",
    "im",
    "am",
    "zur",
    "zum",
    "von",
    "vom",
    "&",
    "-",
    "–",
    "eine",
    "einen",
    "einer",
    "nach",
    "§",
    "mit",
    "ohne",
    "rund",
    "um",
    "an",
    "bei",
}
# After a compound that is a name already, little more belongs to it.
WENIGE = {"für", "gegen", "&"}
KLAMMER = re.compile(r"^(?P<vorn>[^()]*?)\s*\((?P<innen>[^()]{2,120})\)\s*(?P<hinten>[^()]*)$")
ANFUEHRUNG = str.maketrans("", "", '„“”»«"‚‘')
ABKUERZUNG = re.compile(
    r"^(?:[A-ZÄÖÜ][\w&-]{0,5}[A-ZÄÖÜ]\w{0,4}|[A-ZÄÖÜ]{2,8})(?:[ -][A-ZÄÖÜ0-9][\wÄÖÜ]{0,9}){0,2}$"
)
VOLLFORM = {
    "AG": ("Arbeitsgruppe", "Arbeitsgemeinschaft"),
    "AK": ("Arbeitskreis",),
    "LAG": ("Landesarbeitsgemeinschaft",),
    "BAG": ("Bundesarbeitsgemeinschaft",),
    "LAK": ("Landesarbeitskreis",),
    "JHA": ("Jugendhilfeausschuss",),
}


@dataclass(frozen=True, slots=True)
class Nennung:
    """A body named in running text."""

    name: str
    art: str
    beginn: int
    ende: int


def _rein(wort: str) -> str:
    """Return a word without signs around it."""
    return wort.strip(".,;:!?()[]„“”»«\"'")


def _nach_rechts(text: str, ab: int, binder: set[str]) -> int:
    """Return where the name that began before ``ab`` ends."""
    ende, offen = ab, False
    if text[ab - 1 : ab] in ".,;:!?)":
        return ab
    for treffer in TOKEN.finditer(text, ab):
        wort = treffer.group()
        rein = _rein(wort)
        if wort[0] in '„»"' and (
            schluss := re.search(r"[“”«\"]", text[treffer.start() + 1 : treffer.start() + 90])
        ):
            return treffer.start() + 1 + schluss.end()
        if wort[0] == "(":
            break
        if rein[:1].isupper() or rein[:2].isdigit() or wort == "§":
            ende, offen = treffer.start() + len(wort.rstrip(".,;:!?)“”")), False
            if wort[-1] in ".,;:!?)" or re.fullmatch(r"Die|Das|Der|Es|Sie|Wir|Hier", rein):
                break
        elif (rein in binder and not offen) or (
            rein in binder and offen and rein in {"der", "die", "eine", "einen", "einer", "den", "dem"}
        ):
            offen = True
        else:
            break
    return ende


GRUND_BEUGUNG = {
    r"\bRunden Tisch(?:es|e)?\b": "Runder Tisch",
    r"\b(\w*[kK]reis)es\b": r"\1",
    r"\b(\w*[aA]usschuss)es\b": r"\1",
    r"\b(\w*[bB]ündnis)ses\b": r"\1",
    r"\b(\w*[nN]etzwerk|\w*[fF]orum|\w*[bB]eirat|\w*[rR]at)(?:e?s)\b": r"\1",
}


def grundform(name: str) -> str:
    """Return a name from running text in its basic form."""
    for muster, ersatz in GRUND_BEUGUNG.items():
        name = re.sub(muster, ersatz, name, count=1)
    return einzeilig(name.translate(ANFUEHRUNG))


def _gefunden(text: str, wort: Artwort) -> Nennung | None:
    """Return the named body that a kind word in a text belongs to; None for the bare kind."""
    ende = _nach_rechts(text, wort.ende, WENIGE if wort.eigen else BINDER)
    beginn = wort.beginn
    davor = re.search(
        r"([A-ZÄÖÜ]\w+(?:er|ische[rsnm]?|ale[rsnm]?|e[rs]?))\s$", text[max(0, beginn - 40) : beginn]
    )
    if davor and davor[1].casefold() not in ARTIKEL | {
        "unser",
        "dieser",
        "dieses",
        "jeder",
        "jener",
        "keine",
        "eine",
        "alle",
    }:
        beginn -= len(davor[0])
    if ende <= wort.ende and not wort.eigen and beginn == wort.beginn:
        return None
    return Nennung(grundform(text[beginn:ende]), wort.art, beginn, ende)


def nennungen(text: str) -> list[Nennung]:
    """Return the bodies that a text names, in its order."""
    gefunden: list[Nennung] = []
    bis = 0
    for treffer in TOKEN.finditer(text):
        if treffer.start() < bis:
            continue
        rand = len(treffer.group()) - len(treffer.group().lstrip("(„»\"'["))
        wort: Artwort | None = None
        if (tisch := TISCH.match(text, treffer.start())) or (tisch := AG_78.match(text, treffer.start())):
            wort = Artwort(tisch.group(), "Runder Tisch", tisch.start(), tisch.end())
        else:
            rein = re.sub(r"[.,;:!?()\]“”«\"']+$", "", treffer.group()[rand:])
            wort = artwort_in(rein, treffer.start() + rand, gebeugt=True) if rein else None
            if wort and len(treffer.group()) > rand + len(rein):
                # A sign right after the word ends the name.
                if not wort.eigen:
                    continue
                gefunden.append(Nennung(grundform(rein), wort.art, wort.beginn, wort.ende))
                bis = wort.ende
                continue
        if (
            wort
            and wort.art != SONSTIGES
            and (wort.sicher or wort.wort in KURZ)
            and (nennung := _gefunden(text, wort))
        ):
            gefunden.append(nennung)
            bis = nennung.ende
    return gefunden


def erste_nennung(satz: str) -> Nennung | None:
    """Return the body that a sentence begins with ("Der Arbeitskreis X …", "Im Runden Tisch Y …")."""
    erste = next(iter(nennungen(satz[:400])), None)
    if erste is None:
        return None
    davor = satz[: erste.beginn].split()
    kurz = {w.casefold() for w in davor} <= ARTIKEL | {
        "im",
        "in",
        "beim",
        "am",
        "an",
        "auch",
        "unser",
        "unsere",
        "unserem",
        "als",
        "mit",
        "zum",
        "zur",
    }
    if len(davor) > 3 or not kurz:  # noqa: PLR2004 - "Auch in der"
        return None
    # "Der Paritätische Verband" → Paritätischer Verband.
    endung = {"der": "r", "das": "s"}.get(davor[0].casefold() if len(davor) == 1 else "", "")
    erstes, leer, rest = erste.name.partition(" ")
    stark = f"{erstes}{endung}{leer}{rest}" if re.search(r"[^aeiou]e$", erstes) and rest else erste.name
    return Nennung(stark, erste.art, erste.beginn, erste.ende)


def _initialen_passen(kurz: str, lang: str) -> bool:
    """Say whether the letters of an abbreviation stand in the full name, in order, at beginnings of parts."""
    buchstaben = [z for z in kurz.casefold() if z.isalpha()]
    klein, stelle = lang.casefold(), 0
    for zeichen in buchstaben:
        stelle = klein.find(zeichen, stelle)
        if stelle < 0:
            return False
        stelle += 1
    return klein[:1] == buchstaben[0] if buchstaben else False


@dataclass(frozen=True, slots=True)
class Namen:
    """What a heading and its text say about a body's names."""

    name: Vermutung
    kurzname: Vermutung
    langname: Vermutung


def _mit_klammer(titel: str) -> Namen | None:
    """Return the names of "AK JIM (Arbeitskreis Jugend in Marburg)" and of the reverse; None otherwise."""
    treffer = KLAMMER.match(titel)
    if not treffer:
        return None
    vorn, innen, hinten = (einzeilig(treffer[teil]) for teil in ("vorn", "innen", "hinten"))
    grund = f"In der Überschrift steht {zitat(treffer['innen'])} in Klammern."
    if ABKUERZUNG.match(innen) and _initialen_passen(innen, vorn):
        name = einzeilig(f"{vorn} {hinten}")
        return Namen(Vermutung(name, grund), Vermutung(innen, grund), Vermutung())
    if vorn in KURZ and any(innen.startswith(voll) for voll in VOLLFORM.get(vorn, ())):
        # "LAG (Landesarbeitsgemeinschaft Soziale Brennpunkte) Hessen": the name is split around the bracket.
        voll = next(v for v in VOLLFORM[vorn] if innen.startswith(v))
        rest = einzeilig(f"{innen[len(voll) :]} {hinten}")
        return Namen(
            Vermutung(
                einzeilig(f"{vorn} {rest}"),
                f"{grund} Der Name ist um die Klammer herum geteilt.",
                sicher=bool(rest),
            ),
            Vermutung(vorn, grund, sicher=False),
            Vermutung(einzeilig(f"{innen} {hinten}"), grund),
        )
    if ABKUERZUNG.match(vorn) and _initialen_passen(vorn.split()[-1], innen):
        name = einzeilig(f"{innen} {hinten}") if vorn.split()[0] not in KURZ else vorn
        return Namen(
            Vermutung(name, grund),
            Vermutung(vorn, grund),
            Vermutung(innen, grund) if name == vorn else Vermutung(),
        )
    return None


def _grossschrift(titel: str) -> str:
    """Return a heading in capitals in usual letters; known abbreviations stay."""
    klein = {"und", "für", "der", "des", "die", "im", "in", "am", "zur", "zum", "von", "mit", "gegen", "nach"}
    worte = [
        wort if wort in KURZ or wort in {"SGB", "BAMF", "GWA", "VIII", "ASD"} else wort.casefold() if wort.casefold() in klein
        else "-".join(teil.capitalize() for teil in wort.split("-"))
        for wort in titel.split()
    ]  # fmt: skip
    return " ".join(worte)


def _langname(name: str, text: str) -> Vermutung:
    """Return the full name that the first sentences use, if it holds more than the heading."""
    eigene = {w.casefold() for w in re.findall(r"\w{4,}", name)}
    for nennung in nennungen(text[:400]):
        worte = {w.casefold() for w in re.findall(r"\w{4,}", nennung.name)}
        kuerzel = name.split()
        aufgeloest = (
            bool(kuerzel) and kuerzel[0] in VOLLFORM
            and nennung.name.startswith(VOLLFORM[kuerzel[0]])
            and len(kuerzel) > 1 and _initialen_passen(kuerzel[1][:3], nennung.name.split(" ", 1)[-1])
            and kuerzel[1].upper() == kuerzel[1]
        )  # fmt: skip
        erweitert = (
            bool(eigene) and len(worte - eigene) > 0 and len(eigene & worte) >= max(1, len(eigene) - 0)
        )
        if (aufgeloest or erweitert) and nennung.name != name and len(nennung.name) > len(name):
            return Vermutung(
                nennung.name, f"Im Text heißt es {zitat(nennung.name)}.", sicher=aufgeloest or erweitert
            )
    return Vermutung()


def namen_bestimmen(titel: str, text: str, *, sicher: bool = True, grund: str = "") -> Namen:
    """Return name, abbreviation and full name from a heading and the text below it."""
    titel = einzeilig(titel).strip(" :–-")
    if geteilt := _mit_klammer(titel):
        langname = geteilt.langname or _langname(geteilt.name.wert, text)
        return Namen(geteilt.name, geteilt.kurzname, langname)
    grund = grund or "So steht es in der Überschrift."
    buchstaben = [z for z in titel if z.isalpha()]
    if len(buchstaben) > 8 and all(z.isupper() for z in buchstaben):  # noqa: PLR2004 - no abbreviation
        titel, sicher, grund = _grossschrift(titel), False, "Die Überschrift steht in Großbuchstaben."
    kurz = re.search(r"\((?:kurz:?\s*)?([A-ZÄÖÜ][\w-]*[A-ZÄÖÜ][\w-]*(?: [A-ZÄÖÜ]\w*)?)\)", text[:400])
    kurzname = Vermutung()
    if kurz and len(kurz[1]) <= 20 and _initialen_passen(kurz[1], titel):  # noqa: PLR2004 - an abbreviation
        kurzname = Vermutung(kurz[1], f"Im Text steht {zitat(kurz[0])}.")
    return Namen(Vermutung(titel[:250], grund, sicher), kurzname, _langname(titel, text))
