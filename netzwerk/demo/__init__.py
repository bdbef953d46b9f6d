"""This floor's part of the demo data."""
