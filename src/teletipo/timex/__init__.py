"""Spanish time expressions: calendar periods, the meaning of each rule, and anchoring in the text."""
