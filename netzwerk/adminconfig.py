"""Takes the place of django.contrib.admin in INSTALLED_APPS, so that `admin.site` is ours."""

from django.contrib.admin.apps import AdminConfig


class NetzwerkAdminConfig(AdminConfig):
    """Django's admin with our site."""

    default_site = "netzwerk.adminsite.Verwaltung"
