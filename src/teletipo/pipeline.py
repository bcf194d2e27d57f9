"""The pipeline: the only place where the order of the stages is written, and `read`, which runs them.

A stage is a pure function that makes one product. Its parameters name what it needs: products of earlier stages, or
knowledge (gazetteer, codebook, lexicon), which comes from the article's language.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from teletipo import given
from teletipo.assembly import dossier
from teletipo.errors import TeletipoError
from teletipo.gazetteer import Gazetteer
from teletipo.languages import es
from teletipo.records import Article, Dossier, Problem
from teletipo.stages import (
    acts,
    agenda,
    assign,
    certainty,
    contexts,
    coreference,
    dating,
    entities,
    goods,
    judge,
    links,
    mend,
    mentions,
    quantities,
    statements,
    times,
)
from teletipo.stages.article import article as make_article
from teletipo.tree import with_valency


class Stage(NamedTuple):
    """A function and the name of its product; its parameters are what it needs."""

    makes: str
    run: Callable[..., Any]

    @property
    def needs(self) -> tuple[str, ...]:
        """The names of the products and knowledge that the function takes."""
        return _parameters(self.run)


@cache
def _parameters(function: Callable[..., Any]) -> tuple[str, ...]:
    return tuple(inspect.signature(function).parameters)


STAGES = (
    Stage("sentences", lambda text: es.parse(text)),  # looked up at each call: measurements may put a cache there
    Stage("sentences", with_valency),
    Stage("sentences", mend.mended),
    Stage("references", mentions.references),
    Stage("cast", entities.resolve),
    Stage("statements", statements.find),
    Stage("acts", acts.detect),
    Stage("acts", judge.judge),
    Stage("acts", assign.assign),
    Stage("acts", goods.classify),
    Stage("acts", agenda.note),
    Stage("acts", certainty.assess),
    Stage("timexes", times.expressions),
    Stage("events", coreference.merge),
    Stage("events", contexts.tag),
    Stage("events", dating.date_events),
    Stage("quantities", quantities.find),
    Stage("links", links.find),
    Stage("problems", times.problems),
)
GIVEN = ("article", "text", "published")


def check(stages: Iterable[Stage], at_start: Iterable[str]) -> None:
    """Raise TeletipoError if a stage needs what is neither there at the start nor made by an earlier stage."""
    known = set(at_start)
    for stage in stages:
        if missing := [n for n in stage.needs if n not in known]:
            raise TeletipoError(f"stage {stage.makes}: nothing before it makes {', '.join(missing)}")
        known.add(stage.makes)


check(STAGES, (*GIVEN, *es.KNOWLEDGE))


def run(stages: Iterable[Stage], article: Article, instead: Mapping[str, Any]) -> dict[str, Any]:
    """All products of `stages` for one article, by name; `instead` replaces knowledge of the language."""
    products = _given(article, instead)
    run_together(stages, [products])
    return products


def _given(article: Article, instead: Mapping[str, Any]) -> dict[str, Any]:
    return {"article": article, "text": article.text, "published": article.published, **instead}


def run_together(
    stages: Iterable[Stage], every: Sequence[dict[str, Any]], watch: Callable[[str], None] | None = None
) -> None:
    """Add the products of `stages` to those of each article; `watch` is called after each stage.

    A stage works on all articles before the next one begins: its code and knowledge are then in the processor's cache
    for all articles but the first.
    """
    for stage in stages:
        for products in every:
            arguments = {n: products[n] if n in products else es.KNOWLEDGE[n]() for n in stage.needs}
            products[stage.makes] = stage.run(**arguments)
        if watch:
            watch(stage.makes)


def read(
    text: str,
    *,
    published: str | date | None = None,
    rules_only: bool = False,
    gazetteer: Gazetteer | None = None,
    watch: Callable[[str], None] | None = None,
    **source: Any,
) -> Dossier:
    """Read one article into its dossier.

    `published` is an ISO date; without it relative dates stay unresolved, and a value that is no date is recorded in
    `problems`. With `rules_only` no learned model decides anything. `gazetteer` replaces the shipped one;
    `gazetteer.load(dir)` adds a user's names to it. `source` may give `id`, `title`, `url`, `outlet`, `source_sha256`.
    `watch` is called after each stage with the name of its product. Raises InputError for an empty text, a text in
    another language, or an argument of the wrong type, which it names.
    """
    job = {"text": text, "published": published, "rules_only": rules_only, "gazetteer": gazetteer, **source}
    return read_together([job], watch)[0]


def load() -> None:
    """Load the parser and all knowledge now instead of with the first article."""
    es.model()
    for known in es.KNOWLEDGE.values():
        known()


def read_together(jobs: Iterable[Mapping[str, Any]], watch: Callable[[str], None] | None = None) -> list[Dossier]:
    """The dossiers of several articles, each given as `read`'s arguments; the same as from `read`, but faster.

    Raises InputError before anything is read if there is an article that `read` refuses.
    """
    opened = [_opened(**job) for job in jobs]
    run_together(STAGES, [products for products, _ in opened], watch)
    return [dossier(products, problems) for products, problems in opened]


def _opened(
    text: str,
    published: str | date | None = None,
    rules_only: bool = False,
    gazetteer: Gazetteer | None = None,
    **source: Any,
) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """The products that are there before the first stage, and the problems of what the caller gave."""
    given.check(text, gazetteer, source)
    day = given.date_of(published)
    article = make_article(text, published=day, **source)
    instead: dict[str, Any] = {"models": {}} if rules_only else {}
    if gazetteer is not None:
        instead["gazetteer"] = gazetteer
    undated = day and article.published is None
    problems = (Problem(code="published", message=f"not an ISO date: {day!r}"),) if undated else ()
    return _given(article, instead), problems
