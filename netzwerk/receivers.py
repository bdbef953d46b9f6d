"""The one module of signal receivers: what must catch every write, whoever makes it.

History is kept by django-simple-history. Here: the ``geaendert_am`` of entries that show
a changed record rises with it.
"""

from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save

from netzwerk.lib.dates import jetzt
from netzwerk.models import Datensatz


def verbinden() -> None:
    """Connect the receivers; called once when the apps are ready."""
    post_save.connect(zeigende_beruehren, dispatch_uid="zeigende_beruehren_save")
    post_delete.connect(zeigende_beruehren, dispatch_uid="zeigende_beruehren_delete")
    m2m_changed.connect(sich_beruehren, dispatch_uid="sich_beruehren_m2m")


def zeigende_beruehren(sender: type[Model], instance: Model, raw: bool = False, **kwargs: Any) -> None:
    """Raise the stamp of every entry that shows the saved or deleted record."""
    if raw or not isinstance(instance, Datensatz):
        return
    for name in instance.zeigt_auf:
        feld: Any = sender._meta.get_field(name)
        schluessel = getattr(instance, feld.attname)
        if schluessel is not None:
            feld.related_model._base_manager.filter(pk=schluessel).update(geaendert_am=jetzt())


def sich_beruehren(sender: type[Model], instance: Any, action: str, reverse: bool, **kwargs: Any) -> None:
    """Raise the stamp of an entry whose topics, areas … changed."""
    if (
        action in {"post_add", "post_remove", "post_clear"}
        and not reverse
        and isinstance(instance, Datensatz)
    ):
        type(instance)._base_manager.filter(pk=instance.pk).update(geaendert_am=jetzt())
