"""The search index: what the public may find, now or at a planned time; made from the entries."""

from typing import ClassVar

from django.db import models


class Suchtext(models.Model):
    """One entry as the search knows it; its words stand in tables of the database's own kind.

    The id is its place before all ranking (short titles first), ``nummer`` is made of the entry's
    and its kind's number. ``titelworte`` and ``namenworte`` are stems; ``merkmale`` are what hits
    are narrowed by. Narrow on purpose: a question reads a thousand rows, and the texts of a page.
    Written by ``netzwerk.lib.volltext``.
    """

    # Made anew after a restore, so no part of a backup.
    abgeleitet: ClassVar[bool] = True

    id = models.BigIntegerField(primary_key=True)
    nummer = models.BigIntegerField(unique=True)
    art = models.CharField(max_length=20)
    objekt_id = models.BigIntegerField()
    ab = models.DateTimeField()
    bis = models.DateTimeField()
    titel = models.TextField()
    adresse = models.TextField()
    titelworte = models.TextField()
    namenworte = models.TextField()
    merkmale = models.TextField()
    jahr = models.IntegerField(null=True, db_index=True)

    class Meta:
        verbose_name = "Suchtext"
        verbose_name_plural = "Suchtexte"

    def __str__(self) -> str:
        return self.titel


class Suchinhalt(models.Model):
    """The text of an entry, for excerpts."""

    abgeleitet: ClassVar[bool] = True

    zeile = models.OneToOneField(
        Suchtext, models.DO_NOTHING, primary_key=True, related_name="inhalt", db_constraint=False
    )
    text = models.TextField()

    class Meta:
        verbose_name = "Suchinhalt"
        verbose_name_plural = "Suchinhalte"

    def __str__(self) -> str:
        return self.text[:80]


class Suchwort(models.Model):
    """A stem that occurs in the index, in how many entries, and its letters backwards."""

    abgeleitet: ClassVar[bool] = True

    wort = models.CharField(max_length=80, unique=True)
    # For words that end alike: what was mistyped at its beginning is found by its end.
    rueckwaerts = models.CharField(max_length=80, db_index=True)
    anzahl = models.IntegerField(default=0)

    class Meta:
        verbose_name = "Suchwort"
        verbose_name_plural = "Suchwörter"

    def __str__(self) -> str:
        return self.wort
