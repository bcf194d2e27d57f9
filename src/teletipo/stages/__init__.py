"""The stages of a reading: pure functions, each makes one product; `pipeline.STAGES` has their order.

Each stage has a module, with those that it is made of beside it. In the order of the pipeline:

- `article`, then `syntax` (trees) and `mend` (`repairs` of the trees, `datelines`).
- `mentions`: `names` with the model's `guesses`, `phrases` with their `extents`, `nouns` and `nations`, `titles` that
  join both, `silent` words and subjects, `metonymy`; each expression is a `reference`.
- `entities`: `identity` by `bearers` of a name; of a phrase without one (what is `asked`) by `posts`, the `offices`
  they fit, `governments`, `membership` of a group just named, `descriptions`, `institutions` by other words;
  `subjects` and `anaphora`; the `ledger` of the article's `figures` (`misspelt` names among them), `memory` of who
  was mentioned, what is `quoted`, whose country is the article's `homeland` or shows by `belonging`.
- `statements`: put together from the package `speech`.
- `acts`: the codebook's patterns, their `wording`, `restrictions` and `roles`. `judge` by `event_features`, an act's
  `surroundings` among them; `assign` with those `around` it, the `outlook`, `role_features` and `scene`, and who is
  `barred`; `goods`; the `agenda` of meetings.
- `certainty`: the `scope` of cues along the `spine` of an act, their `conditions`, and `certainty_features`.
- `times`, then `coreference`: the `likeness` of two acts, their `occasions`, the `occurrence` that several tell;
  `contexts`.
- `dating`: `clocks`, the `dater`, the `sharing` of a clause's time, its `reach`, the `telling` of an act, the `story`
  and its `mainline`, `reckoning` by other acts.
- `quantities`, with the `casualties` among those counted; `links`.
"""
