"""The small programs in PostScript that PDF's functions of type 4 are."""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any


class Uncountable(ValueError):
    """The function, colour or picture is of a kind that is not evaluated here."""


_TOKENS = re.compile(rb"[{}]|[^\s{}]+")


def program(source: bytes) -> Callable[[Sequence[float]], list[float]]:
    """The program, to be run on its inputs. Running raises Uncountable for an operator that is none."""
    block = _block(iter(_TOKENS.findall(source)[1:]))

    def evaluate(inputs: Sequence[float]) -> list[float]:
        stack = list(inputs)
        _run(block, stack)
        return [float(value) for value in stack]

    return evaluate


def _block(tokens: Iterator[bytes]) -> list[Any]:
    """The tokens up to the brace that closes: numbers, names, and blocks within."""
    block: list[Any] = []
    for token in tokens:
        if token == b"}":
            break
        block.append(_block(tokens) if token == b"{" else _number(token))
    return block


def _number(token: bytes) -> float | str:
    try:
        return float(token)
    except ValueError:
        return token.decode("latin-1")


def _run(block: list[Any], stack: list[Any]) -> None:
    for word in block:
        if not isinstance(word, str):
            stack.append(word)
        elif word in _TWO:
            second, first = stack.pop(), stack.pop()
            stack.append(_TWO[word](first, second))
        elif word in _ONE:
            stack.append(_ONE[word](stack.pop()))
        elif word in _STACK:
            _STACK[word](stack)
        else:
            raise Uncountable(f"a function asks for {word}")


def _roll(stack: list[Any]) -> None:
    by, count = int(stack.pop()), int(stack.pop())
    if count > 0:
        top = stack[-count:]
        stack[-count:] = top[-by % count :] + top[: -by % count]


def _if(stack: list[Any]) -> None:
    then, test = stack.pop(), stack.pop()
    if test:
        _run(then, stack)


def _if_else(stack: list[Any]) -> None:
    other, then, test = stack.pop(), stack.pop(), stack.pop()
    _run(then if test else other, stack)


def _copy(stack: list[Any]) -> None:
    if count := int(stack.pop()):
        stack.extend(stack[-count:])


def _exchange(stack: list[Any]) -> None:
    stack[-1], stack[-2] = stack[-2], stack[-1]


_TWO: dict[str, Callable[[Any, Any], Any]] = {
    "add": operator.add, "sub": operator.sub, "mul": operator.mul, "exp": operator.pow,
    "div": lambda a, b: a / b if b else 0.0, "idiv": lambda a, b: a // b if b else 0.0,
    "mod": lambda a, b: math.fmod(a, b) if b else 0.0,
    "atan": lambda a, b: math.degrees(math.atan2(a, b)) % 360,
    "eq": operator.eq, "ne": operator.ne, "gt": operator.gt, "ge": operator.ge,
    "lt": operator.lt, "le": operator.le,
    "and": lambda a, b: int(a) & int(b), "or": lambda a, b: int(a) | int(b), "xor": lambda a, b: int(a) ^ int(b),
}  # fmt: skip
_ONE: dict[str, Callable[[Any], Any]] = {
    "abs": abs, "neg": operator.neg, "ceiling": math.ceil, "floor": math.floor, "round": round,
    "truncate": math.trunc, "cvi": int, "cvr": float, "not": lambda a: not a,
    "sqrt": lambda a: math.sqrt(max(a, 0)), "sin": lambda a: math.sin(math.radians(a)),
    "cos": lambda a: math.cos(math.radians(a)),
    "ln": lambda a: math.log(a) if a > 0 else 0.0, "log": lambda a: math.log10(a) if a > 0 else 0.0,
}  # fmt: skip
_STACK: dict[str, Callable[[list[Any]], Any]] = {
    "pop": lambda stack: stack.pop(), "dup": lambda stack: stack.append(stack[-1]), "exch": _exchange,
    "copy": _copy, "index": lambda stack: stack.append(stack[-1 - int(stack.pop())]), "roll": _roll,
    "if": _if, "ifelse": _if_else, "true": lambda stack: stack.append(True),
    "false": lambda stack: stack.append(False),
}  # fmt: skip
