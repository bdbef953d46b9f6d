"""Screens of this app: thin, one function or class a page."""
