"""Who comes to a meeting, and who steps in for whom; the same row later says who was there."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from gremien.models import Mitgliedschaft
from netzwerk.lib.fields import Zeile
from netzwerk.models.inhalt import Datensatz
from sitzungen.enums import Anwesenheitsstatus
from sitzungen.models.sitzung import Sitzung


class AnwesenheitQuerySet(models.QuerySet):
    """Questions about attendance."""

    def verhindert(self) -> Self:
        """Return who will not come, represented or not."""
        return self.filter(status__in=(Anwesenheitsstatus.VERTRETEN, Anwesenheitsstatus.ENTSCHULDIGT))

    def mit_namen(self) -> Self:
        """Join what is needed to name members and deputies."""
        return self.select_related(
            "mitgliedschaft__person",
            "mitgliedschaft__stelle__organisation",
            "mitgliedschaft__organisation",
            "mitgliedschaft__mitglied_gremium",
            "vertretung_person",
            "vertretung_stelle__organisation",
        )


class Anwesenheit(Datensatz):
    """A member and a meeting. Internal: there is no public list of anybody's attendance."""

    aendert_seiten = False

    sitzung = models.ForeignKey(Sitzung, models.CASCADE, related_name="anwesenheiten", verbose_name="Sitzung")
    mitgliedschaft = models.ForeignKey(
        Mitgliedschaft, models.CASCADE, related_name="anwesenheiten", verbose_name="Mitgliedschaft"
    )
    status = models.CharField("Status", max_length=20, choices=Anwesenheitsstatus)
    vertretung_person = models.ForeignKey(
        "netzwerk.Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="vertretungen",
        verbose_name="vertreten durch",
    )
    vertretung_stelle = models.ForeignKey(
        "netzwerk.Stelle",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="vertretungen",
        verbose_name="vertreten durch die Stelle",
    )
    # Only where somebody came later or left earlier than the meeting lasted.
    von_uhrzeit = models.TimeField("da ab", null=True, blank=True)
    bis_uhrzeit = models.TimeField("da bis", null=True, blank=True)
    minuten_dazu = models.PositiveSmallIntegerField("Minuten für Vorbereitung und Weg", null=True, blank=True)
    grund_intern = Zeile("Grund (intern)", max_length=200, blank=True)
    gemeldet_von = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="gemeldet von",
    )

    objects: ClassVar[Any] = AnwesenheitQuerySet.as_manager()

    class Meta:
        verbose_name = "Anwesenheit"
        verbose_name_plural = "Anwesenheiten"
        ordering = ("sitzung", "id")
        constraints = [
            models.UniqueConstraint(
                fields=("sitzung", "mitgliedschaft"),
                name="sitzungen_anwesenheit_einmal",
                violation_error_message="Dieses Mitglied steht schon in der Liste.",
            ),
            models.CheckConstraint(
                condition=Q(vertretung_person__isnull=True) | Q(vertretung_stelle__isnull=True),
                name="sitzungen_anwesenheit_eine_vertretung",
                violation_error_message="Bitte entweder eine Person oder eine Stelle angeben.",
            ),
            models.CheckConstraint(
                condition=Q(von_uhrzeit__isnull=True)
                | Q(bis_uhrzeit__isnull=True)
                | Q(von_uhrzeit__lte=F("bis_uhrzeit")),
                name="sitzungen_anwesenheit_ende_nach_beginn",
                violation_error_message="Das Ende darf nicht vor dem Beginn liegen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mitgliedschaft.mitglied_name}: {self.get_status_display()}"

    @property
    def vertretung(self) -> Any:
        """Return who steps in, None if nobody does."""
        return self.vertretung_person or self.vertretung_stelle
