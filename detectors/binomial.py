"""How likely chance alone passes a check rule so often: the binomial tail, in logarithms."""

import math


def log_tail(successes: int, trials: int, chance: float) -> float:
    """The natural logarithm of P(X >= successes), X binomial; exact up to rounding.

    `chance` lies strictly between 0 and 1. Takes time in proportion to the number of
    terms that matter, some multiples of the square root of `trials`.
    """
    if successes <= 0:
        return 0.0
    if successes > trials:
        return -math.inf
    if successes <= trials * chance:
        # the lower tail is the small one here; its complement is exact enough
        lower = _log_sum(range(successes - 1, -1, -1), trials, chance)
        return math.log1p(-min(math.exp(lower), 1 - 1e-16))
    return min(0.0, _log_sum(range(successes, trials + 1), trials, chance))


def _log_sum(terms: range, trials: int, chance: float) -> float:
    """The log of the summed probabilities of `terms`, which must fall from the first on."""
    first = terms[0]
    log_first = (
        math.lgamma(trials + 1)
        - math.lgamma(first + 1)
        - math.lgamma(trials - first + 1)
        + first * math.log(chance)
        + (trials - first) * math.log1p(-chance)
    )
    total = term = 1.0
    odds = chance / (1 - chance)
    for k in terms[1:]:
        if terms.step > 0:
            term *= (trials - k + 1) / k * odds
        else:
            term *= (k + 1) / (trials - k) / odds
        total += term
        if term < total * 1e-17:
            break
    return log_first + math.log(total)
