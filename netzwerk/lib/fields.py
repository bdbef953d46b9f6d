"""Model fields that keep a promise about their value, whoever writes it."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models

from netzwerk.lib.text import adressteil, bereinigt, formattext, nummernschluessel, sortierschluessel


class Zeile(models.CharField):
    """One line of text: NFC, no invisible characters, no outer or doubled spaces."""

    def get_prep_value(self, value: Any) -> Any:
        """Return the cleaned value, so that no writer can store another one."""
        value = super().get_prep_value(value)
        return bereinigt(value) if isinstance(value, str) else value

    def to_python(self, value: Any) -> Any:
        """Return the cleaned value for forms, too."""
        value = super().to_python(value)
        return bereinigt(value) if isinstance(value, str) else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Leave on the object what the database will hold."""
        wert = self.get_prep_value(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, wert)
        return wert


class Webadresse(models.URLField):
    """A link to the web: http or https only (OWASP ASVS 1.2.2)."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Allow long addresses."""
        kwargs.setdefault("max_length", 500)
        super().__init__(*args, **kwargs)


class Formattext(models.TextField):
    """Rich text, stored as HTML that is safe to show (see lib.text.formattext)."""

    def get_prep_value(self, value: Any) -> Any:
        """Return safe HTML, so that no writer can store anything else."""
        value = super().get_prep_value(value)
        return formattext(value) if isinstance(value, str) else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Leave on the object what the database will hold."""
        wert = self.get_prep_value(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, wert)
        return wert


class Adressfeld(models.Field):
    """What addresses of entries have in common: an old one of another entry is not taken."""

    # Filled by ``models.adresse``: (model, beginning) → old address and number of the entry it leads to.
    auskunft: ClassVar[list[Callable[[type[models.Model], str], dict[str, int]]]] = []

    @classmethod
    def fruehere(cls, modell: type[models.Model], anfang: str) -> dict[str, int]:
        """Return the old addresses that begin so, each with the number of the entry it leads to."""
        return {adresse: ziel for frage in cls.auskunft for adresse, ziel in frage(modell, anfang).items()}

    def validate(self, value: Any, model_instance: Any) -> None:
        """Raise ValidationError if the address still leads to another entry."""
        super().validate(value, model_instance)
        ziel = self.fruehere(type(model_instance), value).get(value)
        if ziel not in {None, model_instance.pk}:
            ziel_name = type(model_instance)._base_manager.get(pk=ziel)
            raise ValidationError(
                f"Unter dieser Adresse war früher „{ziel_name}“ zu finden; sie führt noch dorthin.",
                code="adresse_vergeben",
            )


class Adressteil(Adressfeld, models.SlugField):
    """The part of an address that names an entry; made from another field when left empty.

    A taken address gets a number: jugendhilfeausschuss-2. (Forms that know the place put
    the place there instead.) An address is taken, too, while it leads on to where an entry is now.
    """

    def __init__(self, *args: Any, aus: str = "name", **kwargs: Any) -> None:
        """Take the name of the field that the address is made from."""
        self.aus = aus
        kwargs.setdefault("max_length", 100)
        kwargs.setdefault("unique", True)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("verbose_name", "Adresse")
        kwargs.setdefault("help_text", "Teil der Webadresse. Leer lassen: wird aus dem Namen gebildet.")
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """Return what a migration needs to make the same field."""
        name, path, args, kwargs = super().deconstruct()
        # Django leaves out what equals its own defaults, not ours: history tables are not unique.
        kwargs |= {"aus": self.aus, "unique": self.unique, "blank": self.blank}
        return name, path, args, kwargs

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Return the address, a free one if none was given."""
        wert = getattr(model_instance, self.attname)
        if not wert:
            wert = self.freie_adresse(model_instance)
            setattr(model_instance, self.attname, wert)
        return wert

    def freie_adresse(self, model_instance: models.Model) -> str:
        """Return an address for the object that no other row of its table has."""
        modell = type(model_instance)
        stamm = adressteil(str(getattr(model_instance, self.aus))) or modell._meta.model_name or "eintrag"
        vergeben = set(
            modell._base_manager.filter(**{f"{self.attname}__startswith": stamm}).values_list(
                self.attname, flat=True
            )
        )
        fruehere = self.fruehere(modell, stamm)
        vergeben |= {adresse for adresse, ziel in fruehere.items() if ziel != model_instance.pk}
        nummer, wert = 1, stamm
        while wert in vergeben:
            nummer += 1
            wert = f"{stamm}-{nummer}"
        return wert


class Sortierschluessel(models.CharField):
    """A key made from another field that sorts as in a German dictionary on every database."""

    def __init__(self, *args: Any, aus: str = "name", mit_zahlen: bool = False, **kwargs: Any) -> None:
        """Take the name of the field to sort by; ``mit_zahlen``: 2007/9 stands before 2007/10."""
        self.aus, self.mit_zahlen = aus, mit_zahlen
        kwargs.setdefault("max_length", 400)
        kwargs.setdefault("editable", False)
        self.mit_index: bool = kwargs.setdefault("db_index", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """Return what a migration needs to make the same field."""
        name, path, args, kwargs = super().deconstruct()
        kwargs |= {"aus": self.aus, "db_index": self.mit_index}
        if self.mit_zahlen:
            kwargs["mit_zahlen"] = True
        return name, path, args, kwargs

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Return the key of the present name; a row of the history keeps the key it was given."""
        if not hasattr(model_instance, self.aus):
            return getattr(model_instance, self.attname)
        machen = nummernschluessel if self.mit_zahlen else sortierschluessel
        wert = machen(str(getattr(model_instance, self.aus)))[: self.max_length]
        setattr(model_instance, self.attname, wert)
        return wert


def sichtbarer_name(wert: str) -> None:
    """Raise ValidationError for a name of which nothing can be seen."""
    if not bereinigt(wert):
        raise ValidationError("Bitte einen Namen mit sichtbaren Zeichen eingeben.", code="unsichtbar")
