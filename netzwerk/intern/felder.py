"""Fields of the staff area: dates as people know them, entries found by typing, lists of those."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse

from netzwerk.intern import waehlen
from netzwerk.intern.bereich import Bereich, bereich_des
from netzwerk.lib.admin.zeilen import Ablehnung
from netzwerk.lib.dates import datum_text, unscharf_lesen
from netzwerk.lib.text import bereinigt

JAHRE = (1800, 2200)
ZIFFERN = 18


class UnscharfesDatum(forms.CharField):
    """A date as precisely as it is known: "30.10.2007", "Februar 2008" or "2010".

    Its value is the pair (date, precision) or None; the form stores both.
    """

    def __init__(self, **kwargs: Any) -> None:
        """Say what may be typed."""
        kwargs.pop("widget", None)
        super().__init__(max_length=40, **kwargs)
        self.widget.attrs |= {"placeholder": "TT.MM.JJJJ, MM.JJJJ oder JJJJ", "autocomplete": "off"}

    def prepare_value(self, value: Any) -> Any:
        """Show a pair in words."""
        return datum_text(*value) if isinstance(value, tuple) else value

    def clean(self, value: Any) -> Any:
        """Return the pair, None for nothing. Raises ValidationError for what is no date."""
        text = super().clean(value)
        if not text:
            return None
        gelesen = unscharf_lesen(text)
        if gelesen is None or not JAHRE[0] <= gelesen[0].year <= JAHRE[1]:
            raise ValidationError("Bitte ein Datum angeben, zum Beispiel 30.10.2007, 10.2007 oder 2007.")
        return gelesen

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare the words."""
        return self.prepare_value(initial or "") != bereinigt(data or "")


def nummer(text: Any) -> int | None:
    """Return the number of a row that a form sent, None if it can be none."""
    text = str(text or "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= ZIFFERN else None


class Verweiswidget(forms.Widget):
    """A text in which one types, beside it the number of what was chosen (set by the page's script).

    Without script the text alone decides: it is looked up when the form arrives.
    """

    template_name = "intern/verweis.html"

    def __init__(self, feld: "Verweis") -> None:
        """Keep the field, which knows what can be chosen."""
        super().__init__()
        self.feld = feld

    def get_context(self, name: str, value: Any, attrs: Any) -> Any:
        """Add text, number and the address of suggestions."""
        kontext = super().get_context(name, value, attrs)
        gesendet = value if isinstance(value, dict) else None
        objekt = None if gesendet else self.feld.objekt(value)
        kontext["widget"] |= {
            "text": gesendet["text"] if gesendet else (str(objekt) if objekt else ""),
            "nummer": gesendet["nummer"] if gesendet else (objekt.pk if objekt else ""),
            "neu": bool(gesendet and gesendet["neu"]),
            "anlegen": self.feld.anlegbar,
            "art": self.feld.bereich.einzahl,
            "vorschlaege": reverse("intern_waehlen", args=[self.feld.bereich.name]),
        }
        return kontext

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Return what was sent."""
        if f"{name}_text" not in data and name in data:
            return {"nummer": data.get(name), "text": None, "neu": False}
        return {
            "nummer": data.get(name, ""),
            "text": bereinigt(data.get(f"{name}_text", "")),
            "neu": data.get(f"{name}_neu") == "1",
        }

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Say whether the form had the field."""
        return name not in data and f"{name}_text" not in data


class Verweis(forms.Field):
    """Points to one entry, found by typing; what does not exist yet can be made on the spot as a stub."""

    def __init__(self, *, modell: type[Any], anlegbar: bool = True, **kwargs: Any) -> None:
        """Take what is pointed to."""
        self.modell = modell
        self.darf_anlegen = anlegbar
        # Set by the form: what the account may choose from.
        self.auswahl: Any = modell._default_manager.all()
        super().__init__(widget=Verweiswidget(self), **kwargs)

    @property
    def bereich(self) -> Bereich:
        """Return the noun that is pointed to; known when all pages are."""
        return bereich_des(self.modell)

    @property
    def anlegbar(self) -> bool:
        """Say whether an unknown name may become a stub."""
        return self.darf_anlegen and self.bereich.stumpf is not None

    def __deepcopy__(self, memo: Any) -> "Verweis":
        """Tie the copied widget to the copied field."""
        kopie = super().__deepcopy__(memo)
        kopie.widget.feld = kopie
        return kopie

    def objekt(self, value: Any) -> Any:
        """Return the entry of a value, None without one."""
        if value is None or isinstance(value, self.modell):
            return value
        pk = nummer(value)
        return self.modell._default_manager.filter(pk=pk).first() if pk else None

    def clean(self, value: Any) -> Any:
        """Return the entry, unsaved if it is to be made. Raises ValidationError, with what helps."""
        if not isinstance(value, dict):
            return super().clean(self.objekt(value))
        text, pk = value["text"], nummer(value["nummer"])
        gewaehlt = self.auswahl.filter(pk=pk).first() if pk and text != "" else None
        if gewaehlt is not None and text in {None, str(gewaehlt)}:
            return gewaehlt
        if not text:
            if pk and text is None:
                raise ValidationError("Diesen Eintrag gibt es nicht mehr.", code="verschwunden")
            return super().clean(None)
        return self._gesucht(text, neu=value["neu"])

    def _gesucht(self, text: str, *, neu: bool) -> Any:
        gleiche = waehlen.genaue(self.auswahl, text)
        if len(gleiche) == 1:
            return gleiche[0]
        if neu and self.anlegbar and not gleiche:
            return self._stumpf(text)
        aehnliche = [str(zeile) for zeile in gleiche or waehlen.treffer(self.auswahl, text)]
        if aehnliche:
            namen = " · ".join(f"„{name}“" for name in aehnliche)
            raise ValidationError(
                f"„{text}“ ist nicht eindeutig. Gemeint sein könnte: {namen}.", code="mehrdeutig"
            )
        rat = " Setzen Sie den Haken darunter, um es neu anzulegen." if self.anlegbar else ""
        raise ValidationError(f"„{text}“ gibt es noch nicht.{rat}", code="unbekannt")

    def _stumpf(self, text: str) -> Any:
        stumpf = self.bereich.stumpf(text) if self.bereich.stumpf else None
        try:
            stumpf.full_clean(exclude=["slug"])  # type: ignore[union-attr]
        except ValidationError as fehler:
            raise ValidationError(fehler.messages) from fehler
        return stumpf

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare number and words with what the row had."""
        if not isinstance(data, dict):
            return str(initial or "") != str(data or "")
        vorher = getattr(initial, "pk", initial)
        if data["text"] is not None and not data["text"]:
            return vorher is not None
        if str(data["nummer"] or "") != str(vorher or ""):
            return True
        objekt = self.objekt(initial)
        return data["text"] is not None and data["text"] != (str(objekt) if objekt else "")


def stumpf_speichern(objekt: Any) -> Any:
    """Save an entry made on the spot, if it is one; return it. Raises Ablehnung if it was refused."""
    if objekt is not None and objekt.pk is None:
        try:
            objekt.save()
        except ValidationError as fehler:
            raise Ablehnung.des_eintrags(fehler) from fehler
    return objekt


class Ankreuzliste(forms.CheckboxSelectMultiple):
    """Boxes to tick; the style sheet sets them in columns and lets long lists scroll."""

    template_name = "intern/ankreuzliste.html"


class Verweislistenwidget(forms.CheckboxSelectMultiple):
    """What is chosen as ticked boxes, and a text in which one types to add more."""

    template_name = "intern/verweisliste.html"

    def __init__(self, feld: "Verweisliste") -> None:
        """Keep the field, which knows what can be chosen."""
        super().__init__()
        self.feld = feld

    def get_context(self, name: str, value: Any, attrs: Any) -> Any:
        """Add the chosen entries and the address of suggestions."""
        nummern = [pk for wert in (value or []) if (pk := nummer(getattr(wert, "pk", wert)))]
        gewaehlt = list(self.feld.modell._default_manager.filter(pk__in=nummern))
        self.choices = [(zeile.pk, str(zeile)) for zeile in gewaehlt]
        kontext = super().get_context(name, nummern, attrs)
        kontext["widget"] |= {
            "art": self.feld.bereich.einzahl,
            "vorschlaege": reverse("intern_waehlen", args=[self.feld.bereich.name]),
        }
        return kontext

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Return the ticked numbers, and last what was typed to be added."""
        werte = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
        dazu = bereinigt(data.get(f"{name}_dazu", ""))
        return [*werte, f"+{dazu}"] if dazu else list(werte)


class Verweisliste(forms.ModelMultipleChoiceField):
    """Points to several entries of a long list."""

    def __init__(self, *, modell: type[Any], **kwargs: Any) -> None:
        """Take what is pointed to."""
        self.modell = modell
        kwargs.pop("queryset", None)
        super().__init__(modell._default_manager.all(), widget=Verweislistenwidget(self), **kwargs)

    @property
    def bereich(self) -> Bereich:
        """Return the noun that is pointed to; known when all pages are."""
        return bereich_des(self.modell)

    def __deepcopy__(self, memo: Any) -> "Verweisliste":
        """Tie the copied widget to the copied field."""
        kopie = super().__deepcopy__(memo)
        kopie.widget.feld = kopie
        return kopie

    def clean(self, value: Any) -> Any:
        """Return the entries. Raises ValidationError for a name that is not found or not one."""
        werte = list(value or [])
        if werte and str(werte[-1]).startswith("+"):
            text = str(werte.pop())[1:]
            gefunden = waehlen.genaue(self.queryset, text) or waehlen.treffer(self.queryset, text)
            if len(gefunden) != 1:
                namen = " · ".join(f"„{zeile}“" for zeile in gefunden)
                grund = f" Gemeint sein könnte: {namen}." if namen else ""
                raise ValidationError(f"„{text}“ wurde nicht eindeutig gefunden.{grund}", code="mehrdeutig")
            werte.append(gefunden[0].pk)
        return super().clean([wert for wert in werte if nummer(wert)])

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare numbers."""
        vorher = {str(getattr(wert, "pk", wert)) for wert in (initial or [])}
        return vorher != {str(wert) for wert in (data or [])}
