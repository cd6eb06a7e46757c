"""What a hold-out can show: the two-proportion z test, 5 % two-sided, power 80 %, groups of unequal size.

The test is the pooled one, z = (p1 - p0) / sqrt(p(1-p)(1/n0 + 1/n1)); its power by the normal approximation is that of
Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 3rd ed. 2003, section 4.2, without a correction
for continuity; only the tail of a gain is counted. For groups of one size it is power.prop.test of R, whose figures
stand below (R 4.2.2, tol = 1e-13). Along another road, by binomial sums, the exact chance that the test comes out is
computed too: it lies in [.75, .93] with twenty or more in each group (outside of it where nobody returns unprompted), and falls
to .5 with one held out. So below twenty in a group nothing is said.
"""
import sys
from math import ceil, sqrt
from pathlib import Path

import numpy
from scipy.optimize import brentq
from scipy.stats import binom, norm

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
from write_json import versions, write  # noqa: E402

Z = norm.ppf(.975)
LEAST = 20


def power(n0, n1, p0, p1):
    p = (n0 * p0 + n1 * p1) / (n0 + n1)
    same = sqrt(p * (1 - p) * (1 / n0 + 1 / n1))
    apart = sqrt(p0 * (1 - p0) / n0 + p1 * (1 - p1) / n1)
    return float(norm.cdf((p1 - p0 - Z * same) / apart))


def excess(n0, n1, p0, p1, level):
    """Above 0 where the power is above `level`; written so that it is defined where nothing varies any more."""
    p = (n0 * p0 + n1 * p1) / (n0 + n1)
    return p1 - p0 - Z * sqrt(p * (1 - p) * (1 / n0 + 1 / n1)) - norm.ppf(level) * sqrt(p0 * (1 - p0) / n0 + p1 * (1 - p1) / n1)


def detectable(n0, n1, p0, level=.8):
    """The gain p1 - p0 at which the power is 80 %, None where even p1 = 1 falls short, and in small groups."""
    if n0 < LEAST or n1 < LEAST or excess(n0, n1, p0, 1., level) < 0:
        return None
    return brentq(lambda p1: excess(n0, n1, p0, p1, level), p0 + 1e-12, 1., xtol=1e-15, rtol=1e-15) - p0


def needed(p0, p1, ratio, level=.8):
    """Held-out customers, not rounded, where `ratio` as many are contacted: by a root, not by the closed formula."""
    return brentq(lambda n0: excess(n0, ratio * n0, p0, p1, level), 1e-6, 1e14, xtol=1e-9, rtol=1e-15)


def exact_power(n0, n1, p0, p1):
    """The chance that z >= 1.96, by the binomial chances of both counts."""
    k0, k1 = numpy.arange(n0 + 1)[:, None], numpy.arange(n1 + 1)[None, :]
    p = (k0 + k1) / (n0 + n1)
    spread = numpy.sqrt(p * (1 - p) * (1 / n0 + 1 / n1))
    shows = (k1 / n1 - k0 / n0 >= Z * spread) & (spread > 0)
    return float(binom.pmf(k0, n0, p0).ravel() @ shows @ binom.pmf(k1, n1, p1).ravel())


def agrees_with_r():
    for n, p0, p1, of_r in [(50, .5, .75, .740165901331388), (1000, .1, .12, .297732131248228), (200, .05, .1, .47531025310341)]:
        assert abs(power(n, n, p0, p1) - of_r) < 1e-12
    assert abs(needed(.5, .75, 1, .9) - 76.7069284517774) < 1e-8  # R's own example: 76.7
    for p0, p1, of_r in [(.1, .12, 3840.84748243627), (.05, .1, 434.432022439469), (.3, .35, 1376.29886829072), (.27, .41, 178.53983871126)]:
        assert abs(needed(p0, p1, 1) - of_r) < 1e-8 * of_r
    for n, p0, of_r in [(1000, .1, .140745154311823), (200, .05, .129925219457327), (50, .5, .766830178952483)]:
        assert abs(p0 + detectable(n, n, p0) - of_r) < 1e-9


def main():
    agrees_with_r()
    gains = []
    for n0, n1 in [(0, 100), (19, 1000), (1000, 19), (20, 20), (20, 1000), (1000, 20), (20, 180), (50, 50), (100, 900), (100, 300), (500, 500), (900, 100), (1000, 9000), (20_000, 180_000)]:
        for p0 in (0., .01, .05, .1, .27, .5, .9, .999):
            gain = detectable(n0, n1, p0)
            if gain is not None and n0 * n1 <= 1e6:
                exactly = exact_power(n0, n1, p0, p0 + gain)
                assert (.75 < exactly < .93) if p0 > 0 else (.7 < exactly < .96), (n0, n1, p0, exactly)
            gains.append({"heldOut": n0, "contacted": n1, "baseline": p0, "gain": gain})
    sizes = []
    for ratio in (.25, 1., 3., 9., 99.):
        for p0, gain in [(0., .01), (.05, .002), (.05, .02), (.1, .02), (.27, .14), (.3, .05), (.5, .25), (.9, .05), (.9, .1), (.0, 1.)]:
            n0 = needed(p0, p0 + gain, ratio) if p0 + gain < 1 or p0 > 0 else needed(p0, 1., ratio)
            sizes.append({"baseline": p0, "gain": gain, "contactedPerHeldOut": ratio, "exactly": n0, "heldOut": max(ceil(n0), LEAST, ceil(LEAST / ratio))})
    write(HERE / "sample_size.json", {"versions": versions(), "gains": gains, "sizes": sizes})


main()
