"""Forms where mandates meet meetings."""

from typing import Any

from django import forms

from gremien.handlungen.mandat import Zeit
from gremien.mandate.vertretung import Ersatz
from gremien.mandatsformulare import Aufloesungsformular
from netzwerk.models import Person
from sitzungen.models import Sitzung


class Verhinderungsformular(forms.Form):
    """Why, for oneself; and whom the organisation chose, where it may."""

    gewaehlt = forms.ModelChoiceField(
        Person._default_manager.none(), label="Es vertritt", required=False, empty_label="– niemand –"
    )
    grund = forms.CharField(
        label="Grund",
        required=False,
        max_length=200,
        help_text="Nur intern zu lesen, steht in keiner E-Mail.",
    )

    def __init__(self, *args: Any, ersatz: Ersatz, **kwargs: Any) -> None:
        """Offer the colleagues, if there is a choice."""
        super().__init__(*args, **kwargs)
        feld: Any = self.fields["gewaehlt"]
        if ersatz.zur_wahl:
            feld.queryset = Person._default_manager.filter(pk__in=[person.pk for person in ersatz.zur_wahl])
        else:
            del self.fields["gewaehlt"]


class Absagenformular(Aufloesungsformular):
    """When a body is dissolved, and which meetings are cancelled with it."""

    absagen = forms.ModelMultipleChoiceField(
        Sitzung.objects.none(),
        label="Diese Sitzungen absagen",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, sitzungen: list[Sitzung], **kwargs: Any) -> None:
        """Offer the meetings to come, all ticked."""
        super().__init__(*args, **kwargs)
        feld: Any = self.fields["absagen"]
        if not sitzungen:
            del self.fields["absagen"]
            return
        feld.queryset = Sitzung.objects.filter(pk__in=[s.pk for s in sitzungen]).select_related("gremium")
        feld.choices = [(s.pk, str(s)) for s in sitzungen]
        self.initial.setdefault("absagen", [s.pk for s in sitzungen])

    def clean(self) -> dict[str, Any]:
        """Let a form without meetings cancel none."""
        daten = super().clean() or {}
        daten.setdefault("absagen", [])
        return daten

    def tag(self) -> Zeit:
        """Return the last day."""
        return Zeit(*self.cleaned_data["am"])
