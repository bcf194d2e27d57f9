"""Spanish time expressions: the meaning of each rule of times.yaml, and anchoring in the text.

In reading order: `calendar` (periods), `draft` (the words of a match, the anchors of the text, what a rule makes),
`years` (which year is meant); then the functions that the rules name: `dates`, `periods`, `ranges`, `days`, `relative`,
`spans`; and `joining` of what stands side by side. An `expression` is the result; `stages.times` puts them together.
"""
