"""Reading collections that do not fit one machine: partitions in, partitions out."""
