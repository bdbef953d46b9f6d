"""Screens of the top floor."""
