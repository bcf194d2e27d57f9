"""The stages of reading an article: pure functions that each make one product; `pipeline.STAGES` has their order.

Each stage is a module. Where a stage needs several modules, they form a package, whose docstring says in which order to
read them; none imports a later one. In the order of the pipeline:

- `article`, then `syntax` (trees) and `mend`, with the package `repairs`.
- `mentions`, with `naming`; `entities`, whom the mentions refer to, with `resolving`.
- `statements`, with the package `speech` beside this one.
- `acts`, the codebook's patterns found in the trees, with `matching`. `judge` decides which of them are events and
  `assign` who plays which role, both with `weighing`; `goods`; the `agenda` of meetings.
- `certainty`, with `scoping`.
- `times`, with the package `timex`; `coreference`, which merges acts into events, with `merging`; `contexts`; `dating`,
  with `timing`.
- `quantities`, with `counting`; `links`.
"""
