"""Limits for one rate and for a difference of two, straight from the textbooks. Used by every script here.

Wilson 1927 for a share of customers, Garwood 1936 (exact Poisson, through gamma quantiles) for a number of
losses times a fixed factor, MOVER (Newcombe 1998 where both are Wilson) for a difference.
"""
from math import sqrt
from scipy.stats import gamma, norm

Z95 = float(norm.ppf(0.975))


def wilson(k, n, z=Z95):
    """Limits of k / n. Exactly 0 below none and exactly 1 above all."""
    p = k / n
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return (0.0 if k == 0 else centre - half, 1.0 if k == n else centre + half)


def garwood(k, alpha=0.05):
    """Limits of a Poisson mean of which k was seen."""
    low = 0.0 if k == 0 else float(gamma.ppf(alpha / 2, k))
    return (low, float(gamma.isf(alpha / 2, k + 1)))


def poisson_rate(k, factor, alpha=0.05):
    low, high = garwood(k, alpha)
    return (low * factor, high * factor)


def mover(p1, low1, high1, p2, low2, high2):
    """Limits of p1 - p2 from each one's own limits."""
    d = p1 - p2
    return (d - sqrt((p1 - low1) ** 2 + (high2 - p2) ** 2), d + sqrt((high1 - p1) ** 2 + (p2 - low2) ** 2))


def verdict(low, high):
    """`up` when the whole interval is above 0, `down` when it is below, else `inconclusive`; null without limits."""
    if low is None:
        return None
    return "up" if low > 0 else "down" if high < 0 else "inconclusive"


def close(got, expected, tolerance):
    assert abs(got - expected) <= tolerance, f"got {got!r}, expected {expected!r} within {tolerance}"
