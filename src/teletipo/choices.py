"""The values that a type allows at a given place, so that an error message can list them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import inspect

_LISTS = (inspect.VarTupleType, inspect.ListType, inspect.SetType, inspect.FrozenSetType)


def choices(type_: type, steps: Sequence[str | int]) -> tuple[object, ...]:
    """The values of the `Literal` that `steps` (keys and indices) lead to; empty where any value is allowed.

    If the steps end at a mapping or struct, the keys that it may have.
    """
    return _choices(inspect.type_info(type_), steps)


def _choices(info: inspect.Type, steps: Sequence[str | int]) -> tuple[object, ...]:
    if isinstance(info, inspect.UnionType):
        return next(filter(None, (_choices(one, steps) for one in info.types)), ())
    if isinstance(info, inspect.LiteralType) and not steps:
        return info.values
    if isinstance(info, inspect.StructType) and not steps:
        return tuple(field.encode_name for field in info.fields)
    if isinstance(info, inspect.DictType):
        return _choices(info.value_type if steps else info.key_type, steps[1:])
    if isinstance(info, _LISTS) and steps:
        return _choices(info.item_type, steps[1:])
    fields = info.fields if isinstance(info, inspect.StructType) else ()
    return next((_choices(field.type, steps[1:]) for field in fields if field.encode_name == steps[0]), ())
