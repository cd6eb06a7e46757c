"""Reference numbers for the statistics folder, from SciPy (Boost and Cephes underneath), inputs beside outputs.

Every quantile is checked by putting it back into the distribution function, and, where mpmath is installed,
gamma and incomplete gamma values against fifty-digit arithmetic. Upper tails are given as `q` = 1 - p, because
1 - 1e-12 as a double is not what it looks like. Run: see README.md.
"""
import os
import sys

# This file carries the name of a module of the standard library that SciPy's dependencies import: take the folder
# off the path while they load, then put it back for our own two modules.
here = os.path.dirname(os.path.abspath(__file__))
sys.path = [p for p in sys.path if os.path.abspath(p or ".") != here]
from math import lgamma, sqrt  # noqa: E402

from scipy import special  # noqa: E402
from scipy.stats import gamma, norm, poisson  # noqa: E402

sys.path.append(here)
from intervals import Z95, close, garwood, mover, poisson_rate, verdict, wilson  # noqa: E402
from write_json import versions, write  # noqa: E402

try:
    import mpmath
    mpmath.mp.dps = 50
except ImportError:
    mpmath = None


def relative(got, expected, tolerance):
    assert abs(got - expected) <= tolerance * abs(expected), f"got {got!r}, expected {expected!r}"


SHAPES = [0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10, 12, 13, 25, 30, 50, 100, 101, 229, 358, 500, 1000, 1001, 2500,
          1e4, 1e4 + 1, 1e5, 1e5 + 0.5, 1e6, 1e6 + 1]
LOWER_P = [1e-12, 1e-8, 1e-5, 0.0001, 0.000625, 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95,
           0.975, 0.99, 0.995, 0.999]
UPPER_Q = [0.025, 0.005, 0.001, 0.000625, 0.0001, 1e-5, 1e-8, 1e-12]


def gamma_quantiles():
    rows = []
    for shape in SHAPES:
        for p in LOWER_P:
            x = float(gamma.ppf(p, shape))
            relative(float(special.gammainc(shape, x)), p, 2e-9)
            rows.append({"shape": shape, "p": p, "x": x})
        for q in UPPER_Q:
            x = float(gamma.isf(q, shape))
            relative(float(special.gammaincc(shape, x)), q, 2e-9)
            rows.append({"shape": shape, "q": q, "x": x})
    return rows


def normal_quantiles():
    rows = []
    for p in [1e-300, 1e-100, 1e-20, 1e-12, 1e-8, 1e-5, 0.001, 0.005, 0.01, 0.02425, 0.025, 0.05, 0.1, 0.2, 0.25, 0.4,
              0.425, 0.5, 0.575, 0.6, 0.75, 0.8, 0.9, 0.95, 0.975, 0.98, 0.99, 0.995, 0.999, 0.9999, 0.99999, 1 - 1e-8]:
        z = float(norm.ppf(p))
        relative(float(norm.cdf(z)), p, 1e-11)
        rows.append({"p": p, "z": z})
    for m in [*range(1, 51), 60, 75, 80, 100, 125, 150, 200, 250, 300, 400, 500, 600, 700, 800, 900, 1000]:
        p = 1 - 0.05 / (2 * m)
        z = float(norm.ppf(p))
        close(z, float(norm.isf(0.05 / (2 * m))), 1e-10)
        rows.append({"m": m, "p": p, "z": z})
    return rows


def lower_incomplete_gamma():
    rows = []
    for a in [1e-3, 0.1, 0.5, 1, 1.5, 2, 3, 5, 10, 12.5, 30, 99.5, 100, 1000, 1e4, 1e5, 1e6]:
        spread = sqrt(a)
        points = [a * f for f in (0.01, 0.1, 0.5, 0.9, 1, 1.1, 1.5, 2, 5)] + [a + k * spread for k in (-5, -3, -1, 1, 3, 5)]
        for x in sorted({round(v, 9) for v in points if v > 0}):
            p, q = float(special.gammainc(a, x)), float(special.gammaincc(a, x))
            if p < 1e-290 or q < 1e-290:
                continue
            if mpmath and a <= 1e4:
                exact = mpmath.gammainc(a, 0, x, regularized=True)
                relative(p, float(exact), 2e-12)
                relative(q, float(1 - exact), 5e-10 if q > 1e-30 else 1) if q > 1e-30 else None
            rows.append({"a": a, "x": x, "p": p, "q": q})
    for a in [0.5, 1, 3, 1000]:
        rows.append({"a": a, "x": 0.0, "p": 0.0, "q": 1.0})
    return rows


def log_gamma():
    rows = []
    for x in [1e-300, 1e-10, 1e-3, 0.1, 0.2426, 0.5, 0.7929, 0.999, 1, 1.001, 1.4616321449683623, 1.5, 1.999, 2, 2.001,
              2.4259, 2.5, 3, 3.172, 4, 5, 7.5, 9.99, 10, 12.5, 20, 25, 50, 99.5, 100, 170, 171.5, 200, 500, 1000, 1e4,
              1e5, 1e6, 1e8, 1e12, 1e100]:
        y = float(special.gammaln(x))
        close(y, lgamma(x), 4e-15 * max(1, abs(y)))
        if mpmath:
            close(y, float(mpmath.loggamma(mpmath.mpf(x))), 4e-15 * max(1, abs(y)))
        rows.append({"x": x, "logGamma": y})
    return rows


def wilson_cases():
    rows = []
    for k, n in [(0, 1), (1, 1), (0, 2), (1, 2), (2, 2), (3, 20), (0, 10), (10, 10), (2, 10), (3, 10), (2, 4), (5, 100),
                 (67, 800), (95, 415), (52, 1363), (358, 1682), (346, 1959), (229, 2461), (0, 1000), (1000, 1000),
                 (1, 1000), (999, 1000), (30, 1000), (1, 100000), (123456, 1000000), (0, 1000000), (1000000, 1000000),
                 (500000000, 1000000000), (1, 1000000000)]:
        low, high = wilson(k, n)
        # The limits are the two roots of (p - k/n)^2 = z^2 p (1 - p) / n: put them back.
        for p in (low, high):
            close((p - k / n) ** 2, Z95 ** 2 * p * (1 - p) / n, 1e-13)
        rows.append({"k": k, "n": n, "z": Z95, "rate": k / n, "low": low, "high": high})
    for m in [2, 5, 25, 38, 40, 1000]:
        z = float(norm.ppf(1 - 0.05 / (2 * m)))
        for k, n in [(3, 20), (0, 10), (10, 10), (67, 800)]:
            low, high = wilson(k, n, z)
            rows.append({"k": k, "n": n, "m": m, "z": z, "rate": k / n, "low": low, "high": high})
    return rows


def garwood_cases():
    rows = []
    for k in [0, 1, 2, 3, 4, 5, 10, 12, 20, 30, 50, 99, 100, 346, 358, 1000, 10000, 100000, 1000000]:
        for m in [1] if k not in (0, 1, 4, 12, 1000, 1000000) else [1, 2, 25, 40, 1000]:
            alpha = 0.05 / m
            low, high = garwood(k, alpha)
            close(float(poisson.cdf(k, high)), alpha / 2, 1e-9 * alpha)
            if k:
                close(float(poisson.sf(k - 1, low)), alpha / 2, 1e-9 * alpha)
            rows.append({"k": k, "m": m, "alpha": alpha, "low": low, "high": high})
    return rows


def difference_cases():
    rows = []
    shares = [((5, 100), (67, 800)), ((67, 800), (5, 100)), ((0, 10), (0, 10)), ((0, 10), (10, 10)), ((10, 10), (0, 10)),
              ((56, 70), (48, 80)), ((9, 10), (3, 10)), ((5, 56), (0, 29)), ((0, 10), (0, 20)),
              ((346, 1959), (358, 1682)), ((229, 2461), (346, 1959)), ((1, 1), (0, 100000)), ((30, 1000), (31, 1000))]
    for (k1, n1), (k2, n2) in shares:
        for m in [1, 2, 40]:
            z = float(norm.ppf(1 - 0.05 / (2 * m)))
            (l1, h1), (l2, h2) = wilson(k1, n1, z), wilson(k2, n2, z)
            low, high = mover(k1 / n1, l1, h1, k2 / n2, l2, h2)
            rows.append({"kind": "wilson", "k1": k1, "n1": n1, "k2": k2, "n2": n2, "m": m, "z": z,
                         "difference": k1 / n1 - k2 / n2, "low": low, "high": high, "verdict": verdict(low, high)})
    factors = [((4, 31 / 312), (6, 30 / 400)), ((0, 31 / 312), (4, 31 / 312)), ((4, 1 / 13), (4, 1 / 9)),
               ((4, 1 / 10), (4, 2 / 11)), ((100, 1 / 1000), (150, 1 / 1000)), ((12, 30 / 36000), (40, 31 / 37200)),
               ((1000, 1e-4), (1200, 1e-4)), ((1000000, 1e-7), (990000, 1e-7)), ((0, 0.01), (0, 0.02))]
    for (k1, f1), (k2, f2) in factors:
        for m in [1, 2, 40]:
            (l1, h1), (l2, h2) = poisson_rate(k1, f1, 0.05 / m), poisson_rate(k2, f2, 0.05 / m)
            low, high = mover(k1 * f1, l1, h1, k2 * f2, l2, h2)
            rows.append({"kind": "poisson", "k1": k1, "factor1": f1, "k2": k2, "factor2": f2, "m": m, "alpha": 0.05 / m,
                         "difference": k1 * f1 - k2 * f2, "low": low, "high": high, "verdict": verdict(low, high)})
    return rows


def check_the_vectors_of_the_specification():
    low, high = wilson(3, 20)
    close(low, .0523687, 5e-8), close(high, .3604189, 5e-8)
    low, high = wilson(0, 10)
    assert low == 0
    close(high, .2775328, 5e-8)
    low, high = mover(.05, *wilson(5, 100), 67 / 800, *wilson(67, 800))
    close(low, -.0692603, 5e-8), close(high, .0303683, 5e-8)
    close(garwood(0)[1] * 31 / 312, .3665233, 5e-8)
    low, high = poisson_rate(4, 1 / 13)
    close(low, .0838358, 5e-8), close(high, .7878145, 5e-8)
    low, high = poisson_rate(4, 31 / 312)
    close(low, .1082879, 5e-8), close(high, 1.0175937, 5e-8)
    # Newcombe 1998, table II, method 10: 56/70 - 48/80 = .2 [.0524, .3339]; 9/10 - 3/10 = .6 [.1705, .8090].
    low, high = mover(56 / 70, *wilson(56, 70), 48 / 80, *wilson(48, 80))
    close(low, .0524, 5e-5), close(high, .3339, 5e-5)
    low, high = mover(.9, *wilson(9, 10), .3, *wilson(3, 10))
    close(low, .1705, 5e-5), close(high, .8090, 5e-5)
    # DOMAIN C14: 52 of 1,363.
    low, high = wilson(52, 1363)
    close(low, .0292, 5e-5), close(high, .0497, 5e-5)
    # LTV 2,666.67 [1,640.85, 4,375.40] of C12's vector is ARPA 100 over the Wilson limits of 15/400.
    low, high = wilson(15, 400)
    close(100 / (15 / 400), 2666.67, 5e-3), close(100 / high, 1640.85, 5e-3), close(100 / low, 4375.40, 5e-3)


if __name__ == "__main__":
    check_the_vectors_of_the_specification()
    write(os.path.join(here, "statistics.json"), {
        "generatedBy": "statistics.py, do not edit",
        "versions": versions(),
        "gammaQuantiles": gamma_quantiles(),
        "normalQuantiles": normal_quantiles(),
        "lowerIncompleteGamma": lower_incomplete_gamma(),
        "logGamma": log_gamma(),
        "wilson": wilson_cases(),
        "garwood": garwood_cases(),
        "differences": difference_cases(),
    })
