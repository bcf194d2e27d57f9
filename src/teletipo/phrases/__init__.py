"""Closed-class phrases (times, numbers, units, cues): words to classes, classes to rules, in microseconds."""
