#!/usr/bin/env python
"""Entry point of every management command."""

import os
import sys


def main() -> None:
    """Run the command; a mistake in the environment ends with one clear line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netzwerk.settings")
    from django.core.management import execute_from_command_line

    from netzwerk.lib.umgebung import Einrichtungsfehler

    try:
        execute_from_command_line(sys.argv)
    except Einrichtungsfehler as fehler:
        sys.exit(f"Fehler in der Einrichtung: {fehler}")


if __name__ == "__main__":
    main()
