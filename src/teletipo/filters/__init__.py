"""The filter language: turns `type=CONSULT actor=RUS certainty>=stated since=2013-01` into SQL conditions.

Terms are joined by AND; a comma inside a value means OR. Names are compared without accents and case, by words or
their beginnings ("iran" does not match "Miranda"). Three capital letters mean a country, or an acronym as a word of
its own; a key printed by `who` ("person:…") means that entity. A value in quotation marks is one value, commas
included. A date filter leaves out what has no date.

`terms` reads the terms, `column` makes conditions on one column, `party` on who or what takes part.
"""
