"""Another question, when what was asked has few answers or none: it was probably mistyped."""

from netzwerk.lib import volltext_fragen
from netzwerk.lib.dates import jetzt
from netzwerk.lib.suchworte import WORT, stamm, trifft
from netzwerk.lib.tippfehler import erlaubt, gemeint
from netzwerk.lib.volltext_fragen import Wortgruppe
from sitzungen.suche import mit_texten

# With more answers nobody needs another question.
WENIGE = 3
# A word that the index has may still be wrong, if another is so many times more frequent.
VIELFACH = 10
VERSUCHE = 3


def andere_frage(frage: str, gesucht: list[str], *, hat_treffer: bool) -> str:
    """Return a question with the words that were probably meant, "" if there is none with an answer.

    A word that the index does not have is right all the same if it has hits: it begins one or is a
    part of one. The words of the index only say where to look: the question is written with the
    words of an entry that the public may read now (at most seven queries).
    """
    bekannte = volltext_fragen.aehnliche_woerter([wort for wort in gesucht if erlaubt(wort)])
    ersatz = {
        wort: _ersatz(wort, andere)
        for wort, andere in bekannte.items()
        if wort in dict(andere) or not hat_treffer
    }
    ersatz = {wort: andere for wort, andere in ersatz.items() if andere}
    for versuch in range(min(VERSUCHE, max(map(len, ersatz.values()), default=0))):
        neu = {wort: andere[min(versuch, len(andere) - 1)] for wort, andere in ersatz.items()}
        gruppen = [Wortgruppe(neu.get(wort, wort)) for wort in gesucht]
        gelesen = mit_texten(volltext_fragen.kandidaten(gruppen, [], jetzt(), WENIGE))
        if gelesen:
            return _geschrieben(
                frage, neu, " ".join(f"{treffer.kandidat.titel} {treffer.text}" for treffer in gelesen)
            )
    return ""


def _ersatz(wort: str, andere: list[tuple[str, int]]) -> list[str]:
    """Return what may have been meant by a word: nothing that its own hits show already."""
    eigene = dict(andere).get(wort, 0)
    bessere = [
        (anderes, anzahl)
        for anderes, anzahl in andere
        if anzahl >= eigene * VIELFACH and not trifft(wort, anderes)
    ]
    return gemeint(wort, bessere, VERSUCHE)


def _geschrieben(frage: str, neu: dict[str, str], text: str) -> str:
    """Return the question with stems replaced by words of a text that have them."""
    formen: dict[str, str] = {}
    for treffer in WORT.finditer(text):
        formen.setdefault(stamm(treffer.group()), treffer.group())
    return WORT.sub(
        lambda treffer: (
            formen.get(neu[wort], neu[wort]) if (wort := stamm(treffer.group())) in neu else treffer.group()
        ),
        frage,
    )
