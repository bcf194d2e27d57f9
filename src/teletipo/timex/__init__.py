"""Spanish time expressions: what each rule of times.yaml means, and how relative ones are anchored.

In reading order: `calendar` (periods), `draft` (the words of a match, the anchors of the text, a rule's result),
`years` (which year is meant); then the functions that the rules name: `dates`, `periods`, `ranges`, `days`, `relative`,
`spans`; and `joining`, for adjacent expressions that mean one time. An `expression` is the result; `stages.times` puts
them together.
"""
