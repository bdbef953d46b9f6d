"""Plumbing without models: one topic a file, imports nothing of the project."""
