"""The stages of a reading: pure functions, each makes one product; `pipeline.STAGES` has their order.

Each stage has a module; what several modules share the work of has a package, which says in which order to read it and
knows none that comes later. In the order of the pipeline:

- `article`, then `syntax` (trees) and `mend`, by the package `repairs`.
- `mentions`, found by `naming`; `entities`, whom they mean, by `resolving`.
- `statements`: put together from the package `speech` beside this one.
- `acts`: the codebook's patterns, by `matching`. `judge` tells which are events and `assign` who plays which part, both
  by `weighing`; `goods`; the `agenda` of meetings.
- `certainty`, by `scoping`.
- `times`, by the package `timex`; `coreference`, by `merging`, makes events of acts; `contexts`; `dating`, by
  `timing`.
- `quantities`, with the `casualties` among those counted; `links`.
"""
