"""Who sits where for whom: compositions turned into a matrix, its filter, its files."""
