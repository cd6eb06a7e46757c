"""The two habits of the warning signs: how long a silence is chance (S1, S6), how low or high a count is (S4, S7). DOMAIN.md section 2.

Everything here by the textbook: gamma functions and negative binomial tails are SciPy's, the likelihood is maximised along
two roads that must agree.
"""
from math import ceil, exp, lgamma, log, log10

import numpy
from scipy.optimize import brentq, minimize
from scipy.special import digamma, gammaln
from scipy.stats import nbinom

LOWEST_R, HIGHEST_R = .05, 1000.
ENOUGH = 20
PRIOR_SIZE, PRIOR_WINDOWS = .5, 3.


def clamp(v):
    return min(1., max(0., v))


def chance(q):
    """Strength of something that chance brings with probability q: 0 from .1 on, 1 up to .001."""
    return 1. if q <= 0 else clamp((log10(1 / q) - 1) / 2)


def silence_q(r, alpha, x, tx, s):
    return ((alpha + tx) / (alpha + tx + s)) ** (r + x)


def alarm_days(r, alpha, x, tx, q=.1):
    """After how many days of silence (not whole) q is reached."""
    return (alpha + tx) * (q ** (-1 / (r + x)) - 1)


def first_alarm_day(r, alpha, x, tx):
    """The first whole day on which q is at most .1, by counting."""
    day = max(0, ceil(alarm_days(r, alpha, x, tx)) - 2)
    while silence_q(r, alpha, x, tx, day) > .1:
        day += 1
    return day


def log_likelihood(r, alpha, pairs):
    """Of one customer ln Γ(r+x) − ln Γ(r) + r ln α − (r+x) ln(α+tx), with no constant added."""
    return sum(lgamma(r + x) - lgamma(r) + r * log(alpha) - (r + x) * log(alpha + tx) for x, tx in pairs)


def best_alpha(r, x, tx):
    """For a given r there is exactly one: n·r = Σ (r+x)·α/(α+tx), whose right side only grows with α."""
    def slope(log_alpha):
        alpha = exp(log_alpha)
        return len(x) * r - float(numpy.sum((r + x) * alpha / (alpha + tx)))
    return exp(brentq(slope, -30, 60, xtol=1e-15, rtol=1e-15, maxiter=1000))


def fit(pairs):
    """{r, alpha, logLikelihood, atBound, curvature} of the repeaters among the pairs; r in [LOWEST_R, HIGHEST_R]. At least one repeater.

    curvature: of the profile likelihood in ln r at the maximum. A fit that misses the maximum by d misses ln r by √(2d/curvature).
    """
    repeaters = [(x, tx) for x, tx in pairs if x >= 1]
    x = numpy.array([p[0] for p in repeaters], float)
    tx = numpy.array([p[1] for p in repeaters], float)

    def slope(log_r):
        r = exp(log_r)
        alpha = best_alpha(r, x, tx)
        return float(numpy.sum(digamma(r + x) - digamma(r) + log(alpha) - numpy.log(alpha + tx)))

    grid = numpy.linspace(log(LOWEST_R), log(HIGHEST_R), 200)
    slopes = [slope(g) for g in grid]
    peaks = [(LOWEST_R, "lower", None)] if slopes[0] <= 0 else []
    for i in range(len(grid) - 1):
        if slopes[i] > 0 >= slopes[i + 1]:
            top = brentq(slope, grid[i], grid[i + 1], xtol=1e-15, rtol=1e-14, maxiter=1000)
            bend = exp(top) * (slope(top - 1e-4) - slope(top + 1e-4)) / 2e-4
            peaks.append((exp(top), None, bend))
    if slopes[-1] > 0:
        peaks.append((HIGHEST_R, "upper", None))
    assert len(peaks) == 1, f"several peaks: {peaks}"
    r, bound, bend = peaks[0]
    alpha = best_alpha(r, x, tx)
    best = log_likelihood(r, alpha, repeaters)
    search(x, tx, best)
    return {"r": r, "alpha": alpha, "logLikelihood": best, "atBound": bound, "curvature": bend}


def search(x, tx, best):
    """The second road: r and α free at once, from several starts; none may be higher, the best must be as high."""
    def negative(theta):
        r, alpha = numpy.exp(theta)
        return -float(numpy.sum(gammaln(r + x) - gammaln(r) + r * log(alpha) - (r + x) * numpy.log(alpha + tx)))
    bounds = [(log(LOWEST_R), log(HIGHEST_R)), (-20, 40)]
    found = []
    for r in [.1, 1, 5, 50, 500]:
        for factor in [.3, 1, 3]:
            start = [log(r), log(r * tx.sum() / x.sum() * factor)]
            first = minimize(negative, start, method="L-BFGS-B", bounds=bounds, options={"ftol": 1e-15, "gtol": 1e-10})
            again = minimize(negative, first.x, method="Nelder-Mead", bounds=bounds, options={"xatol": 1e-12, "fatol": 1e-12, "maxiter": 5000})
            found.append(-again.fun)
    allowed = 1e-7 + 1e-10 * abs(best)
    assert max(found) <= best + allowed and max(found) >= best - allowed, (best, found)


def habit(pairs):
    """What a run draws everybody's own habit to: {r, alpha, by}, or None where nobody bought or wrote twice."""
    repeaters = [(x, tx) for x, tx in pairs if x >= 1]
    if not repeaters:
        return None
    if len(repeaters) < ENOUGH:
        return {"r": 2., "alpha": 2. * sum(tx for _, tx in repeaters) / sum(x for x, _ in repeaters), "by": "default"}
    return {**fit(repeaters), "by": "fit"}


def predictive(usual, usual_days, recent_days):
    """Size and p of the negative binomial of the recent count."""
    e, t = usual_days / 30, recent_days / 30
    return PRIOR_SIZE + usual, (PRIOR_WINDOWS + e) / (PRIOR_WINDOWS + e + t)


def at_most(recent, usual, usual_days, recent_days):
    return float(nbinom.cdf(recent, *predictive(usual, usual_days, recent_days)))


def at_least(recent, usual, usual_days, recent_days):
    return float(nbinom.sf(recent - 1, *predictive(usual, usual_days, recent_days)))
