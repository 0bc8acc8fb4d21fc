"""Least squares."""

from dataclasses import dataclass
from math import log
from statistics import correlation, linear_regression


@dataclass(frozen=True)
class Fit:
    """How times grow.

    start, slope: of the straight line, in seconds and seconds per unit; explained: the part of the variance that the line
    explains (R squared); exponent: of the power law through the same points, 1 for linear growth
    """

    start: float
    slope: float
    explained: float
    exponent: float


def fit(amounts: list[float], seconds: list[float]) -> Fit:
    slope, start = linear_regression(amounts, seconds)
    exponent, _ = linear_regression([log(x) for x in amounts], [log(y) for y in seconds])
    return Fit(start, slope, correlation(amounts, seconds) ** 2, exponent)
