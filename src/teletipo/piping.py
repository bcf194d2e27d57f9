"""`pipe`: reads many articles in order, in groups, with one process or several."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING, Any

from teletipo import given
from teletipo.errors import InputError
from teletipo.gazetteer import Gazetteer
from teletipo.pipeline import read_together
from teletipo.records import Dossier
from teletipo.together import grouped

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

_AHEAD = 4  #: groups queued for each process
#: the arguments of `read`, or why an item has none
Item = dict[str, Any] | InputError


def pipe(
    texts: Iterable[str | Mapping[str, Any]],
    *,
    n_process: int = 1,
    gazetteer: Gazetteer | None = None,
    refused: Callable[[int, InputError], None] | None = None,
) -> Iterator[Dossier]:
    """Read many articles in order; an item is a text or a mapping of `read`'s arguments.

    `gazetteer` is used for items that bring none. An item that `read` refuses ends the reading: after the dossiers
    before it, InputError is raised with its number, counted from 1. If `refused` is given, it is called with the number
    and the error instead, and reading goes on.
    """
    if isinstance(texts, (str, bytes, Mapping)):
        raise InputError(f"texts: several are expected, not one {type(texts).__name__}; `read` takes one", "type")
    if n_process < 1:
        raise InputError(f"n_process: at least 1, not {n_process}")
    return _piped(texts, n_process, {"gazetteer": gazetteer} if gazetteer is not None else {}, refused)


def _piped(
    texts: Iterable[str | Mapping[str, Any]],
    n_process: int,
    common: Mapping[str, Any],
    refused: Callable[[int, InputError], None] | None,
) -> Iterator[Dossier]:
    groups = grouped((_item(text, common) for text in texts), _characters)
    if n_process == 1:
        yield from _accepted(map(_outcomes, groups), refused)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(n_process) as pool:
        yield from _accepted(_ahead(pool, groups, _AHEAD * n_process), refused)


def _ahead(pool: Executor, groups: Iterable[Sequence[Item]], most: int) -> Iterator[list[Dossier | InputError]]:
    """The outcomes of each group, in order; at most `most` groups are read ahead, as there may be millions."""
    waiting: deque[Future[list[Dossier | InputError]]] = deque()
    for group in groups:
        waiting.append(pool.submit(_outcomes, group))
        if len(waiting) >= most:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _item(text: object, common: Mapping[str, Any]) -> Item:
    try:
        return {**common, **given.job_of(text)}
    except InputError as error:
        return error


def _characters(item: Item) -> int:
    text = item.get("text") if isinstance(item, dict) else None
    return len(text) if isinstance(text, str) else 0


def _outcomes(items: Sequence[Item]) -> list[Dossier | InputError]:
    """The dossier of each item or why it is refused; the items are read one by one only if one of them is refused."""
    jobs = [item for item in items if isinstance(item, dict)]
    if len(jobs) == len(items):
        with suppress(InputError):
            return [*read_together(jobs)]
    return [_outcome(item) for item in items]


def _outcome(item: Item) -> Dossier | InputError:
    if isinstance(item, InputError):
        return item
    try:
        return read_together([item])[0]
    except InputError as error:
        return error


def _accepted(
    groups: Iterable[list[Dossier | InputError]], refused: Callable[[int, InputError], None] | None
) -> Iterator[Dossier]:
    for number, outcome in enumerate(chain.from_iterable(groups), 1):
        if not isinstance(outcome, InputError):
            yield outcome
        elif refused is None:
            raise InputError(f"item {number}: {outcome}", outcome.code, **outcome.values) from outcome
        else:
            refused(number, outcome)
