"""The search index: what the public may find, now or at a planned time; made from the entries."""

from typing import ClassVar

from django.db import models


class Suchtext(models.Model):
    """One entry as the search knows it; its words stand in a table of the database's own kind.

    The id is made of the entry's and its kind's number. ``titelworte`` and ``namenworte`` are
    stems; ``merkmale`` are what lists are narrowed by. Written by ``netzwerk.lib.volltext``.
    """

    # Made anew after a restore, so no part of a backup.
    abgeleitet: ClassVar[bool] = True

    id = models.BigIntegerField(primary_key=True)
    art = models.CharField(max_length=20)
    objekt_id = models.BigIntegerField()
    ab = models.DateTimeField()
    bis = models.DateTimeField()
    titel = models.TextField()
    adresse = models.TextField()
    titelworte = models.TextField()
    namenworte = models.TextField()
    merkmale = models.TextField()
    text = models.TextField()

    class Meta:
        verbose_name = "Suchtext"
        verbose_name_plural = "Suchtexte"

    def __str__(self) -> str:
        return self.titel


class Suchwort(models.Model):
    """A stem that occurs in the index, and in how many entries."""

    abgeleitet: ClassVar[bool] = True

    wort = models.CharField(max_length=80, unique=True)
    anzahl = models.IntegerField(default=0)

    class Meta:
        verbose_name = "Suchwort"
        verbose_name_plural = "Suchwörter"

    def __str__(self) -> str:
        return self.wort
