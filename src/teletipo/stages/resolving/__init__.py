"""Resolving: whom an expression means, with the reason.

In reading order: the `ledger` of an article keeps its `figures` and what is told of them. A name has an `identity` by
its `bearers` (a `misspelt` one too). A phrase without a name is `asked` of `posts`, by the `offices` that they fit,
of `governments`, `towns`, of who goes on speaking (`continuing`), of the `membership` of a group just named, of
`descriptions`, and of `institutions` by other words. Who does what a verb says is for `subjects`, who a pronoun is
for `anaphora`, with the `memory` of who was mentioned and what is `quoted`. Whose country is not told is the
article's `homeland`, or shows by `belonging`.
"""
