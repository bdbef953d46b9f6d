"""Acts on mandates: each in one step, atomic, under the lock of its body, undone as a whole.

Keyword-only, with the acting account; all raise ValidationError with what helps, in German. ``vorschau`` runs
an act and takes it back at once, so a preview is never wrong.
"""
