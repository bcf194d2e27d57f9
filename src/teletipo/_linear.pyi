def total_weights(
    bias: tuple[float, ...],
    sums: dict[str, tuple[float, ...] | None],
    plain: list[str],
    weights: dict[str, tuple[float, ...]],
    more: list[str],
    /,
) -> list[float]: ...
