"""Screens of the middle floor."""
