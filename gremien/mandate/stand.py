"""In which state a mandate is on a day (DOMAIN c.2). Pure: asks no table.

Dates stand for whole spans ("2026" ends on the 31st of December), so a comparison of days is enough;
which day it is in Berlin, the caller says.
"""

from datetime import date
from typing import Any

from gremien.enums import Endegrund, Mandatsstand
from netzwerk.lib.dates import datum_text, in_monaten

ENDEND_MONATE = 6
IM_AMT = frozenset(
    {Mandatsstand.AKTIV, Mandatsstand.ENDEND, Mandatsstand.RUHEND, Mandatsstand.GESCHAEFTSFUEHREND}
)


def letzter_tag(mitgliedschaft: Any) -> date | None:
    """Return the last day of the mandate, else of its term; None while both are open."""
    if mitgliedschaft.bis is not None:
        ende: date = mitgliedschaft.bis
        return ende
    periode = mitgliedschaft.wahlperiode
    return periode.bis if periode is not None else None


def letzter_tag_text(mitgliedschaft: Any) -> str:
    """Return the last day as precisely as it is known, "" while it is open."""
    if mitgliedschaft.bis is not None:
        return datum_text(mitgliedschaft.bis, mitgliedschaft.bis_genauigkeit)
    periode = mitgliedschaft.wahlperiode
    return datum_text(periode.bis, periode.bis_genauigkeit) if periode is not None else ""


def ruht_am(mitgliedschaft: Any, stichtag: date) -> bool:
    """Say whether the mandate pauses on the day; both ends of the pause belong to it."""
    von, bis = mitgliedschaft.ruht_von, mitgliedschaft.ruht_bis
    if von is None and bis is None:
        return False
    return (von is None or von <= stichtag) and (bis is None or bis >= stichtag)


def fuehrt_geschaefte(
    mitgliedschaft: Any, stichtag: date, *, nachfolge_ab: date | None, bleibt_im_amt: bool
) -> bool:
    """Say whether somebody whose term is over stays until the successor is seated.

    Only where the body's rules say so, only after a term that ran out, and not beyond the day that
    the term itself sets.
    """
    if not bleibt_im_amt or mitgliedschaft.endegrund not in {"", Endegrund.ABLAUF}:
        return False
    periode = mitgliedschaft.wahlperiode
    if periode is not None and (grenze := periode.geschaeftsfuehrend_bis) and grenze < stichtag:
        return False
    return nachfolge_ab is None or nachfolge_ab > stichtag


def stand_am(
    mitgliedschaft: Any,
    stichtag: date,
    *,
    nachfolge_ab: date | None = None,
    bleibt_im_amt: bool = False,
    gremium_ruht: bool = False,
) -> Mandatsstand:
    """Return the state of a mandate on the day.

    ``nachfolge_ab``: first day of whoever followed; ``bleibt_im_amt``: the body keeps its members until
    then; ``gremium_ruht``: the body itself pauses.
    """
    if mitgliedschaft.von is not None and stichtag < mitgliedschaft.von:
        return Mandatsstand.BESTELLT
    ende = letzter_tag(mitgliedschaft)
    if ende is not None and ende < stichtag:
        bleibt = fuehrt_geschaefte(
            mitgliedschaft, stichtag, nachfolge_ab=nachfolge_ab, bleibt_im_amt=bleibt_im_amt
        )
        if bleibt:
            return Mandatsstand.GESCHAEFTSFUEHREND
        # A term that ran out ends no mandate by itself: that would be a silent end.
        return Mandatsstand.BEENDET if mitgliedschaft.bis is not None else Mandatsstand.ENDEND
    if gremium_ruht or ruht_am(mitgliedschaft, stichtag):
        return Mandatsstand.RUHEND
    if ende is not None and ende <= in_monaten(stichtag, ENDEND_MONATE):
        return Mandatsstand.ENDEND
    return Mandatsstand.AKTIV


def stand_text(mitgliedschaft: Any, stand: Mandatsstand, stichtag: date) -> str:
    """Return the state in words, with the day that matters: "endet am 31.03.2027"."""
    ende = letzter_tag_text(mitgliedschaft)
    vorbei = (tag := letzter_tag(mitgliedschaft)) is not None and tag < stichtag
    text = str(stand.label)
    match stand:
        case Mandatsstand.BESTELLT:
            text = f"bestellt, beginnt {datum_text(mitgliedschaft.von, mitgliedschaft.von_genauigkeit)}"
        case Mandatsstand.ENDEND:
            text = f"Amtszeit seit {ende} abgelaufen" if vorbei else f"endet {ende}"
        case Mandatsstand.GESCHAEFTSFUEHREND:
            text = f"geschäftsführend, Amtszeit endete {ende}"
        case Mandatsstand.BEENDET:
            grund = mitgliedschaft.get_endegrund_display()
            text = f"beendet {ende} ({grund})" if grund else f"beendet {ende}"
        case Mandatsstand.RUHEND if mitgliedschaft.ruht_bis:
            text = f"ruht bis {datum_text(mitgliedschaft.ruht_bis)}"
        case Mandatsstand.AKTIV:
            text = f"aktiv bis {ende}" if ende else "aktiv, ohne Ende"
    return text
