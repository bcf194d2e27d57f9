"""Resolving: whom an expression refers to, with the reason.

In reading order: the `ledger` of an article keeps its `figures` (entities in the making) and what is known about them.
A name has an `identity` by its `bearers` (`people` or not; a `misspelt` one and `nicknames`, too). A phrase without a
name is `asked` of `posts`, by the `offices` that they fit and the body that they are `serving`, of `governments`,
`towns`, of who goes on speaking (`continuing`), of the `membership` of a group just named, of `descriptions`, and of
`institutions` by other words. `subjects` says who does what a verb says, in `agreement` with it, `anaphora` whom a
pronoun refers to, with the `memory` of who was mentioned, the `topics` so far and what is `quoted`. A country that is
not given may be the article's `homeland`, or follow from `belonging`.
"""
