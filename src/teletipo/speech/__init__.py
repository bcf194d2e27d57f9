"""Reported speech: the parts that the stage `statements` is put together from, in reading order.

*What there is to read.* `page` is an article as one row of words, with its `quotations`. `cues` finds the verbs of
saying, from the lexicon (`lexicon.reporting`), some of which report only in `expressions`; `forms` decides which words
are such verbs where they stand.

*What is said.* `frames` tries the constructions of a verb: its clause (`clauses`, `opening`, `insertions`, `relatives`,
`clefts`, `unopened` without "que"), a complement without one (`complements`, whose start `objects` finds and `voicing`
licenses), words before the cue or around it (`preceding`: their `standing` to the cue, `dialogue` between dashes, how
they are `continued`) and what only follows it (`inserted`). `content` decides where the words end, with `coordination`
(by the `tenses` of its verbs), `narrating`, `outcomes`, `subordination` and `apposition`. Each search returns a
`finding`; `silence` excludes verbs by which nothing was said. Without a verb: `sources` ("según"; `views`: "para X")
and the words `attributed` to them, `nominal` ("la advertencia de que"), `headlines`, `tweets`, `floating` quotations.

*Who says it.* A speaker is a noun phrase and a member of the cast (`naming`). `speakers` looks for it in the tree
(`cue_subjects`, of relative clauses by their `antecedents`; `whoever` is nobody known; `experiencers` of what worries
them), after the cue (`postposed`), next to it (`beside`) and behind a text (`written`), and requires somebody who can
speak (`minds`). A document speaks for its issuer (`issuers`), several may speak together (`joint`), and words without a
cue may be introduced (`introducing`). All this makes an `utterance`, a single one if its words fill several
`paragraphs` or are told twice (`repeating`), cut to what stands next to its verb if that is the second of its speaker's
(`again`); `resuming` finds who goes on where nobody is named, by other words (`epithets`) or as who is `acting` in
between, `foretold` who speaks in a headline, `addressees` to whom it is said, `kinds` whether in quotation marks.
"""
