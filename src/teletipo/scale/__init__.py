"""Reads collections that are too large for one machine, partition by partition."""
