"""Identity across articles: a key for each entity, equal if two articles name the same one."""

from __future__ import annotations

from collections.abc import Mapping

from teletipo.folding import fold
from teletipo.records import Dossier, Entity

#: Forms of mentions that hold a name; an entity without any is only described ("su embajador", "civiles").
_NAMING = frozenset({"name", "title", "metonym"})


def entity_keys(dossier: Dossier) -> Mapping[str, str]:
    """For each entity id of a dossier, the key that identifies the entity in all articles.

    The key is the gazetteer id, or else kind, folded name and, for organisations, country. An entity that is only
    described, or a person named by one word, may be somebody else in the next article: its key has the article's id.
    """
    named = {m.entity for m in dossier.mentions if m.form in _NAMING}
    return {e.id: _key(e, e.id in named) or f"{dossier.article.id}/{e.id}" for e in dossier.entities}


def _key(entity: Entity, named: bool) -> str | None:
    """The key of an entity that other articles may name too, or None."""
    if entity.known:
        prefix, _, rest = entity.known.partition(":")
        return f"place:{rest}" if (prefix, entity.kind) == ("state", "place") else entity.known
    alone = entity.kind == "person" and len(entity.name.split()) == 1
    if not named or alone:
        return None
    country = f":{entity.country}" if entity.kind == "organisation" and entity.country else ""
    return f"{entity.kind}:{fold(entity.name)}{country}"
