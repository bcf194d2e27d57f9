"""Scale: reads collections that do not fit one machine, partition by partition."""
