"""Reported speech: the parts that the statements stage is put together from."""
