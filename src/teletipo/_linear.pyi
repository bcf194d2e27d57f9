from typing import Any

def tabled(weights: dict[str, tuple[float, ...]], classes: int, /) -> Any: ...
def total_weights(
    bias: tuple[float, ...],
    table: Any,
    plain: list[str],
    by: tuple[str, ...],
    more: list[str],
    /,
) -> list[float]: ...
