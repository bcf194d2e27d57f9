"""Counting: what an amount counts.

In reading order: `counted` finds the noun and its phrase, `casualties` what happened to people who are counted.
"""
