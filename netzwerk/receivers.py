"""The one module of signal receivers: what must catch every write, whoever makes it.

History is kept by django-simple-history. Here: the ``geaendert_am`` of entries that show a
changed record rises with it, so does the version of the content that cached pages go by, and
the search index is brought up to date.
"""

from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.usersessions.models import UserSession
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save

from netzwerk import suchindex
from netzwerk.anmeldungen import anmeldungen_beenden, nach_passwortwechsel
from netzwerk.lib.dates import jetzt
from netzwerk.lib.grenze import verkuerzt
from netzwerk.models import Datensatz, Inhalt, Inhaltsstand, Konto
from netzwerk.models.adresse import adresse_merken, adresse_zurueck, adressfeld

# So many rows are kept before the old ones go.
STAENDE = 2000


def verbinden() -> None:
    """Connect the receivers; called once when the apps are ready."""
    pre_save.connect(vor_dem_speichern, dispatch_uid="vor_dem_speichern")
    post_save.connect(nach_dem_schreiben, dispatch_uid="nach_dem_speichern")
    pre_delete.connect(vor_dem_loeschen, dispatch_uid="vor_dem_loeschen")
    post_delete.connect(nach_dem_schreiben, dispatch_uid="nach_dem_loeschen")
    m2m_changed.connect(nach_dem_zuordnen, dispatch_uid="nach_dem_zuordnen")
    pre_save.connect(adresse_kuerzen, sender=UserSession, dispatch_uid="adresse_kuerzen")
    post_save.connect(abgeschaltet_abmelden, sender=Konto, dispatch_uid="abgeschaltet_abmelden")
    for signal in (password_changed, password_reset, password_set):
        signal.connect(nach_passwortwechsel, dispatch_uid="nach_passwortwechsel")


def vor_dem_speichern(sender: type[Model], instance: Model, raw: bool = False, **kwargs: Any) -> None:
    """Raise the stamp of what showed a record until now: a membership moved to another body."""
    if raw or not isinstance(instance, Datensatz) or instance.pk is None:
        return
    adresse_vergleichen(instance)
    if not instance.zeigt_auf:
        return
    frueher = sender._base_manager.filter(pk=instance.pk).first()
    if isinstance(frueher, Datensatz):
        zeigende_beruehren(frueher, ausser=instance)
        suchindex.vormerken(frueher)


def adresse_vergleichen(instance: Datensatz) -> None:
    """Let the old address of a renamed entry lead to it, if the public ever could read it there."""
    feld = adressfeld(type(instance))
    if feld is None:
        return
    stelle, neu = feld.attname, getattr(instance, feld.attname)
    zeilen = type(instance)._base_manager.filter(pk=instance.pk)
    alt = zeilen.values_list(stelle, flat=True).first()
    if not alt or alt == neu:
        return
    vorher: Any = zeilen.get()
    if not isinstance(vorher, Inhalt) or vorher.war_je_lesbar():
        adresse_merken(instance, alt, ziel=instance.pk)
    adresse_zurueck(instance)


def vor_dem_loeschen(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """Remember who names a record that goes; afterwards nobody would."""
    if isinstance(instance, Datensatz):
        suchindex.vormerken(instance, wird_geloescht=True)


def nach_dem_schreiben(sender: type[Model], instance: Model, raw: bool = False, **kwargs: Any) -> None:
    """Let stamps and version rise after a record was saved or deleted."""
    if raw or not isinstance(instance, Datensatz) or not instance.aendert_seiten:
        return
    zeigende_beruehren(instance)
    stand_erhoehen(instance)
    suchindex.vormerken(instance)
    suchindex.schreiben()


def adresse_kuerzen(instance: UserSession, **_: Any) -> None:
    """Keep of an address only what says where somebody is, not who."""
    instance.ip = verkuerzt(instance.ip)


def abgeschaltet_abmelden(instance: Konto, raw: bool = False, **_: Any) -> None:
    """End the logins of an account that is switched off."""
    if not raw and not instance.is_active:
        anmeldungen_beenden(instance)


def zeigende_beruehren(instance: Datensatz, ausser: Datensatz | None = None) -> None:
    """Raise the stamp of what shows a record, and of what shows that: seat, category, body.

    ``ausser``: the same record as it will be; what it still points to is left for later.
    """
    for name in instance.zeigt_auf:
        feld: Any = instance._meta.get_field(name)
        nummer = getattr(instance, feld.attname)
        if nummer is None or (ausser is not None and getattr(ausser, feld.attname) == nummer):
            continue
        ziel = getattr(instance, name)
        type(ziel)._base_manager.filter(pk=ziel.pk).update(geaendert_am=jetzt())
        if not isinstance(ziel, Inhalt):
            zeigende_beruehren(ziel)


def nach_dem_zuordnen(
    sender: type[Model],
    *,
    instance: Any,
    action: str,
    reverse: bool,
    model: type[Model],
    pk_set: set[int] | None,
    **kwargs: Any,
) -> None:
    """Let stamps and version rise after topics, areas or the like changed."""
    if not isinstance(instance, Datensatz):
        return
    # Both sides: a body is found by its areas, a document by what shows it.
    suchindex.nummern_vormerken(type(instance), [instance.pk])
    suchindex.nummern_vormerken(model, pk_set or ())
    if action == "pre_clear":
        namen = {
            feld.remote_field.through: feld.name if reverse else feld.remote_field.name
            for feld in (model if reverse else type(instance))._meta.many_to_many
        }
        davor = model._base_manager.filter(**{namen[sender]: instance.pk})
        suchindex.nummern_vormerken(model, davor.values_list("pk", flat=True))
    if action in {"post_add", "post_remove", "post_clear"}:
        if not reverse:
            type(instance)._base_manager.filter(pk=instance.pk).update(geaendert_am=jetzt())
        elif pk_set and issubclass(model, Datensatz):
            model._base_manager.filter(pk__in=pk_set).update(geaendert_am=jetzt())
        stand_erhoehen(instance)
        suchindex.schreiben()


def stand_erhoehen(instance: Datensatz) -> None:
    """Add to the version: now, and at the moments the entry is planned to appear or to go."""
    neu = Inhaltsstand.objects.create()
    if isinstance(instance, Inhalt):
        for moment in (instance.oeffentlich_ab, instance.oeffentlich_bis):
            if moment is not None and moment > jetzt():
                Inhaltsstand.objects.create(gilt_ab=moment)
    if neu.pk % STAENDE == 0:
        Inhaltsstand.objects.filter(pk__lt=neu.pk - STAENDE).exclude(gilt_ab__gt=jetzt()).delete()
