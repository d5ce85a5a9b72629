"""Functions of PDF, evaluated: they make the colours of gradients and the tints of named inks."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import Any

from pikepdf import Array, Object, Stream

from showcase.preflight.calculator import Uncountable, program

Function = Callable[[Sequence[float]], list[float]]
"""From the inputs to the outputs."""


def function(source: Object) -> Function:
    """The function that the object describes, or the functions of an array side by side.

    Raises Uncountable for what is no function.
    """
    if isinstance(source, Array):
        parts = [function(part) for part in source]
        return lambda inputs: [value for part in parts for value in part(inputs)]
    makers = {0: _sampled, 2: _exponential, 3: _stitched, 4: _calculated}
    kind = int(source.get("/FunctionType", -1))
    if kind not in makers:
        raise Uncountable(f"there is no function of type {kind}")
    body = makers[kind](source)
    domain = _pairs(source.Domain)
    bounds = _pairs(source.Range) if "/Range" in source else None

    def evaluate(inputs: Sequence[float]) -> list[float]:
        outputs = body([_clipped(*pair) for pair in zip(inputs, domain, strict=False)])
        return [_clipped(*pair) for pair in zip(outputs, bounds, strict=False)] if bounds else outputs

    return evaluate


def _clipped(value: float, bounds: tuple[float, float]) -> float:
    return min(max(value, bounds[0]), bounds[1])


def _numbers(array: Any) -> list[float]:
    return [float(one) for one in array]


def _pairs(array: Any) -> list[tuple[float, float]]:
    numbers = _numbers(array)
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _mapped(value: float, ours: tuple[float, float], theirs: tuple[float, float]) -> float:
    """The value of one range in another."""
    if ours[0] == ours[1]:
        return theirs[0]
    return theirs[0] + (value - ours[0]) * (theirs[1] - theirs[0]) / (ours[1] - ours[0])


def _exponential(source: Object) -> Function:
    first, last = _numbers(source.get("/C0", [0])), _numbers(source.get("/C1", [1]))
    power = float(source.N)
    return lambda inputs: [a + inputs[0] ** power * (b - a) for a, b in zip(first, last, strict=True)]


def _stitched(source: Object) -> Function:
    parts = [function(part) for part in source.Functions]
    domain = _pairs(source.Domain)[0]
    edges = [domain[0], *_numbers(source.Bounds), domain[1]]
    encode = _pairs(source.Encode)

    def evaluate(inputs: Sequence[float]) -> list[float]:
        place = sum(inputs[0] >= edge for edge in edges[1:-1])
        return parts[place]([_mapped(inputs[0], (edges[place], edges[place + 1]), encode[place])])

    return evaluate


def _sampled(source: Object) -> Function:
    """A table; between its samples the values lie on straight lines."""
    if not isinstance(source, Stream):
        raise Uncountable("a sampled function has no samples")
    sizes, bits = [int(one) for one in source.Size], int(source.BitsPerSample)
    bounds = _pairs(source.Range)
    encode = _pairs(source.Encode) if "/Encode" in source else [(0.0, size - 1.0) for size in sizes]
    decode = _pairs(source.Decode) if "/Decode" in source else bounds
    domain = _pairs(source.Domain)
    table = _samples(source.read_bytes(), bits, math.prod(sizes) * len(bounds))

    def evaluate(inputs: Sequence[float]) -> list[float]:
        places = [
            _clipped(_mapped(value, ours, theirs), (0.0, size - 1.0))
            for value, ours, theirs, size in zip(inputs, domain, encode, sizes, strict=True)
        ]
        values = [0.0] * len(bounds)
        for corner, share in _corners(places, sizes):
            for n in range(len(bounds)):
                values[n] += share * table[corner * len(bounds) + n]
        return [_mapped(value, (0.0, 1.0), pair) for value, pair in zip(values, decode, strict=True)]

    return evaluate


def _corners(places: Sequence[float], sizes: Sequence[int]) -> Iterator[tuple[int, float]]:
    """The samples round a place by their number in the table, each with its share."""
    for corner in product((0, 1), repeat=len(places)):
        number, stride, share = 0, 1, 1.0
        for far, place, size in zip(corner, places, sizes, strict=True):
            low = min(int(place), max(size - 2, 0))
            number += min(low + far, size - 1) * stride
            share *= place - low if far else 1 - (place - low)
            stride *= size
        if share:
            yield number, share


def _samples(data: bytes, bits: int, count: int) -> list[float]:
    """So many samples as shares of the greatest."""
    most = (1 << bits) - 1
    if bits == 8:
        return [one / most for one in data[:count]]
    whole = int.from_bytes(data, "big")
    length = len(data) * 8
    return [((whole >> (length - (n + 1) * bits)) & most) / most for n in range(count)]


def _calculated(source: Object) -> Function:
    """A small program in PostScript."""
    return program(source.read_bytes())
