"""Accounts: the e-mail address is the login."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Case, Q, Value, When
from django.db.models.functions import Lower
from django.utils import timezone
from simple_history.models import HistoricalRecords

from netzwerk.enums import Kontostand, Rolle


class KontoManager(BaseUserManager["Konto"]):
    """Makes accounts."""

    def get_by_natural_key(self, username: str | None) -> "Konto":
        """Return the account of an e-mail address, whatever its case."""
        return self.get(email__iexact=username)

    def create_user(self, email: str, password: str | None = None, **felder: Any) -> "Konto":
        """Return a new account; without a password it cannot log in yet.

        Raises ValueError without an e-mail address.
        """
        if not email:
            msg = "Ein Konto braucht eine E-Mail-Adresse."
            raise ValueError(msg)
        konto = self.model(email=self.normalize_email(email), **felder)
        konto.set_password(password)
        konto.save(using=self._db)
        return konto

    def create_superuser(self, email: str, password: str | None = None, **felder: Any) -> "Konto":
        """Return a new administrator."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **felder)


class KontoQuerySet(models.QuerySet["Konto"]):
    """Questions about accounts."""

    def verwaltende(self) -> Self:
        """Return the accounts that may do everything in the administration."""
        mit_rolle = models.Q(is_superuser=True) | models.Q(groups__name=Rolle.ADMIN)
        return self.filter(mit_rolle, is_active=True, is_staff=True).distinct()

    def mit_kontostand(self, moment: datetime) -> Self:
        """Annotate ``kontostand``: whether somebody uses the account, is invited to, or does no more."""
        return self.annotate(
            kontostand=Case(
                When(is_active=True, then=Value(Kontostand.AKTIV)),
                When(
                    Q(einladung__isnull=True) | Q(einladung__angenommen_am__isnull=False),
                    then=Value(Kontostand.GESCHLOSSEN),
                ),
                When(einladung__zurueckgezogen_am__isnull=False, then=Value(Kontostand.ZURUECKGEZOGEN)),
                When(einladung__gueltig_bis__lte=moment, then=Value(Kontostand.ABGELAUFEN)),
                default=Value(Kontostand.EINGELADEN),
                output_field=models.CharField(),
            )
        )


class Konto(AbstractBaseUser, PermissionsMixin):
    """Someone who may log in. What they may do follows from their groups (``enums.Rolle``)."""

    email = models.EmailField("E-Mail-Adresse", unique=True)
    name = models.CharField("Name", max_length=200, blank=True)
    is_active = models.BooleanField("aktiv", default=True, help_text="Abschalten statt löschen.")
    is_staff = models.BooleanField("darf in die Verwaltung", default=False)
    date_joined = models.DateTimeField("angelegt am", default=timezone.now, editable=False)
    person = models.OneToOneField(
        "netzwerk.Person",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="konto",
        verbose_name="Person",
        help_text="Wer sich hier anmeldet; macht die eigenen Gremien sichtbar.",
    )
    organisation = models.ForeignKey(
        "netzwerk.Organisation",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="konten",
        verbose_name="berichtet für",
        help_text="Für die Rolle Berichterstattung: deren Berichte darf dieses Konto schreiben.",
    )
    history = HistoricalRecords(excluded_fields=["password", "last_login"], m2m_fields=["groups"])

    objects: ClassVar[Any] = KontoManager.from_queryset(KontoQuerySet)()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = "Konto"
        verbose_name_plural = "Konten"
        ordering = ("email",)
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="netzwerk_konto_email_einmal",
                violation_error_message="Zu dieser E-Mail-Adresse gibt es schon ein Konto.",
            )
        ]

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        """Return the name, or the address without one."""
        return str(self)

    def get_short_name(self) -> str:
        """Return the name, or the address without one."""
        return str(self)
