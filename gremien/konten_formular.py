"""Forms of accounts: who is invited, what they may do, who takes over from a leaver."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from gremien.models import Gremium
from netzwerk.enums import Rolle
from netzwerk.intern.felder import Verweis, Verweisliste
from netzwerk.models import Konto, Organisation, Person

# What a role means in a few words, beside its box; the whole truth is at /intern/rechte/.
ROLLEN = [(rolle.value, rolle.value) for rolle in Rolle]


class Kontoangaben(forms.Form):
    """What an account may do, and for whom."""

    name = forms.CharField(label="Name", max_length=200, required=False)
    rollen = forms.MultipleChoiceField(
        label="Rollen",
        choices=ROLLEN,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Bitte wählen Sie mindestens eine Rolle."},
    )
    gremien = Verweisliste(
        modell=Gremium,
        label="Anvertraute Gremien",
        required=False,
        help_text="Für die Rolle Gremienbetreuung: diese und alle darunter.",
    )
    organisation = Verweis(
        modell=Organisation,
        anlegbar=False,
        label="Berichtet für",
        required=False,
        help_text="Für die Rolle Berichterstattung: deren Berichte darf dieses Konto schreiben.",
    )
    person = Verweis(
        modell=Person,
        anlegbar=False,
        label="Person",
        required=False,
        help_text="Für die Rolle Mitglied: wer sich hier anmeldet; macht die eigenen Gremien sichtbar.",
    )

    def __init__(self, *args: Any, konto: Konto | None = None, **kwargs: Any) -> None:
        """Take the account that is changed, None for a new one."""
        self.konto = konto
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Ask for what a role is empty without, and refuse a person who has an account."""
        daten: dict[str, Any] = super().clean() or {}
        rollen = daten.get("rollen") or []
        if Rolle.BERICHTERSTATTUNG in rollen and not daten.get("organisation"):
            self._fehlt("organisation", "Die Rolle Berichterstattung braucht eine Organisation.")
        if Rolle.MITGLIED in rollen and not daten.get("person"):
            self._fehlt("person", "Die Rolle Mitglied braucht eine Person.")
        if Rolle.GREMIENBETREUUNG in rollen and not daten.get("gremien"):
            self._fehlt("gremien", "Die Rolle Gremienbetreuung braucht mindestens ein Gremium.")
        person = daten.get("person")
        anderes = Konto.objects.filter(person=person).exclude(pk=self.konto.pk if self.konto else None)
        if person is not None and anderes.exists():
            self.add_error("person", f"{person} hat schon ein Konto: {anderes.get().email}.")
        return daten

    def _fehlt(self, feld: str, text: str) -> None:
        if feld not in self.errors:
            self.add_error(feld, text)


class Einladungsformular(Kontoangaben):
    """Who is invited."""

    email = forms.EmailField(
        label="E-Mail-Adresse", help_text="Dorthin geht der Link. Sie ist die Anmeldung."
    )
    field_order = ("email", "name", "rollen", "gremien", "organisation", "person")

    def clean_email(self) -> str:
        """Refuse an address that has an account."""
        email = str(self.cleaned_data["email"])
        if Konto.objects.filter(email__iexact=email).exists():
            raise ValidationError("Zu dieser Adresse gibt es schon ein Konto; Sie finden es in der Liste.")
        return email


class Uebergabeformular(forms.Form):
    """Who takes over from a leaver."""

    nachfolge = forms.ModelChoiceField(
        Konto.objects.none(),
        label="Wer übernimmt, wofür dieses Konto zuständig war?",
        required=False,
        empty_label="niemand: es bleibt liegen",
    )

    def __init__(self, *args: Any, konto: Konto, **kwargs: Any) -> None:
        """Offer all other accounts that are in use."""
        super().__init__(*args, **kwargs)
        feld: Any = self.fields["nachfolge"]
        feld.queryset = Konto.objects.filter(is_active=True).exclude(pk=konto.pk).order_by("name", "email")
        feld.label_from_instance = lambda anderes: (
            f"{anderes.name} ({anderes.email})" if anderes.name else anderes.email
        )
