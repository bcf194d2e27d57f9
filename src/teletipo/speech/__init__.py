"""Reported speech: the parts that the statements stage is put together from, in reading order.

*What there is to read.* `page` is an article as one row of words, with the `quotations` that its marks make. `cues`
finds the verbs of saying, from the lexicon (`lexicon.reporting`); `forms` tells which of their forms are verbs here.

*What is said.* `frames` tries the constructions of a verb: its clause (`clauses`), a complement without one
(`complements`, which `objects` finds the start of), words before the cue or around it (`preceding`: their
`standing` to the cue, `dialogue` between dashes, how they are `continued`) and what only goes on after it (`inserted`).
Where the words end is for `content` to tell, with `coordination` (by the `tenses` of its verbs), `subordination` and
`apposition`. Each search gives a `finding`; `silence` tells verbs by which nothing was said. Without a verb: `sources`
("según") and the words `attributed` to them, `nominal` ("la advertencia de que"), `headlines`, `tweets`, `floating`
quotations.

*Who says it.* A speaker is words and one of the cast (`naming`). `speakers` looks for them in the tree
(`cue_subjects`), after the cue (`postposed`) and beside it (`beside`), if it is somebody who can speak (`minds`);
behind a paper stands somebody (`issuers`), several may speak together (`joint`), and words without a cue may be
announced (`introducing`). All this makes an `utterance`, one where its words fill several `paragraphs`; `resuming`
tells who goes on where nobody is named, `addressees` to whom it is said.
"""
