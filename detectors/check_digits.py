"""Check digits of many numbers at once: the eleven-test, Luhn and ISO 7064 mod 97-10.

The bytes of an Arrow column become tables of symbols, one row a number, and a check is a weighted
sum over each row: no number becomes an object of its own. How a number is written is for its
recognizer to say. All texts are ASCII, and none is null.
"""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from detectors.buffers import buffers
from detectors.cells import Mask

Sums = npt.NDArray[np.int32]
Symbols = npt.NDArray[np.uint8]
"""Shape (n, length): the digits of n numbers as 0 to 9, their letters as 10 to 35."""

DIGITS = b"0123456789"
LETTERS_AND_DIGITS = DIGITS + b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

_BYTES = bytes(range(256))
_UPPER = _BYTES.upper()
_VALUES = bytes(int(chr(c), 36) if c in LETTERS_AND_DIGITS else 0 for c in _BYTES)

_ELEVEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_TWICE = np.array([0, 2, 4, 6, 8, 1, 3, 5, 7, 9], dtype=np.uint8)
_FACTORS = np.where(np.arange(36) < 10, 10, 100).astype(np.int64)
_BEFORE_OVERFLOW = 7
"""So many symbols are read between two divisions, each a factor of at most 100."""


def without(texts: pa.StringArray, dropped: bytes) -> pa.StringArray:
    """The texts in capitals, without some characters; shape (n,) to (n,)."""
    offsets, data = buffers(texts)
    left = data.translate(_UPPER, dropped)
    if len(left) < len(data):
        marks = data.translate(bytes(code in dropped for code in _BYTES))
        gone = np.flatnonzero(np.frombuffer(marks, dtype=np.bool_)).astype(np.int32)
        offsets = offsets - np.searchsorted(gone, offsets).astype(np.int32)
    return pa.StringArray.from_buffers(len(texts), pa.py_buffer(offsets), pa.py_buffer(left))


def only(texts: pa.StringArray, kept: bytes) -> pa.StringArray:
    """The texts in capitals, of some characters only; shape (n,) to (n,)."""
    return without(texts, bytes(set(_BYTES).difference(kept)))


def lengths(texts: pa.StringArray) -> npt.NDArray[np.int32]:
    """How many characters each text has; shape (n,)."""
    found: npt.NDArray[np.int32] = pc.binary_length(texts).to_numpy(zero_copy_only=False)
    return found


def passing(
    numbers: pa.StringArray,
    test: Callable[[Symbols], Mask],
    of_lengths: Iterable[int],
    among: Mask | None = None,
) -> Mask:
    """Which numbers of some lengths pass a test; of the marked ones alone, where given; shape (n,).

    `numbers` are of digits and capitals only where they are marked and of such a length. The test
    is asked once for each length, with the symbols of all numbers that have it.
    """
    found = np.zeros(len(numbers), dtype=np.bool_)
    offsets, data = buffers(numbers)
    symbols = np.frombuffer(data.translate(_VALUES), dtype=np.uint8)
    long = np.diff(offsets)
    for length in of_lengths:
        rows = np.flatnonzero(long == length if among is None else (long == length) & among)
        if rows.size:
            windows = np.lib.stride_tricks.sliding_window_view(symbols, length)
            found[rows] = test(windows[offsets[rows]])
    return found


def pass_eleven(digits: Symbols) -> Mask:
    """Which numbers of at most nine digits pass the eleven-test of a BSN and are not 0; shape (n,).

    Weights 9 8 7 6 5 4 3 2 -1 from the right, the sum divisible by 11.
    """
    weighted = _sums(digits, _ELEVEN[-digits.shape[1] :])
    passed: Mask = (weighted % 11 == 0) & digits.any(axis=1)
    return passed


def pass_luhn(digits: Symbols) -> Mask:
    """Which numbers pass Luhn: each second digit from the right twice; shape (n,)."""
    sums = np.zeros(len(digits), dtype=np.int32)
    for place, column in enumerate(reversed(digits.T)):
        sums += _TWICE[column] if place % 2 else column
    passed: Mask = sums % 10 == 0
    return passed


def mod_97(symbols: Symbols) -> Sums:
    """What is left of each number, its letters written as 10 to 35, divided by 97; shape (n,).

    At most a hundred symbols. Where all have letters at the same places, as the numbers of a
    country do, each place has one weight; the others are read symbol by symbol.
    """
    same = (symbols > 9) == (symbols[:1] > 9)
    digits = np.where(symbols[0] > 9, 2, 1)
    behind = np.cumsum(digits[::-1])[::-1] - digits
    left = _sums(symbols, [pow(10, int(n), 97) for n in behind]) % 97
    if not same.all():
        others = ~same.all(axis=1)
        left[others] = _read(symbols[others])
    return left


def _sums(symbols: Symbols, weights: Sequence[int]) -> Sums:
    """The weighted sum of each number; shape (n,)."""
    sums: Sums = np.matmul(symbols, np.array(weights, dtype=np.int32), dtype=np.int32)
    return sums


def _read(symbols: Symbols) -> Sums:
    """What is left of each number divided by 97, from the first symbol to the last; shape (n,)."""
    left = np.zeros(len(symbols), dtype=np.int64)
    for place, column in enumerate(np.ascontiguousarray(symbols.T)):
        left *= _FACTORS[column]
        left += column
        if place % _BEFORE_OVERFLOW == 0:
            left %= 97
    return (left % 97).astype(np.int32)
