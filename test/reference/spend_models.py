"""Gamma-Gamma (Fader, Hardie 2013): what a purchase of each customer is worth. DOMAIN.md section 3.

Usage: python3 spend_models.py [cdnow_sample_transactions.csv] [online_retail_invoices.csv] [--everybody file.json]

A purchase is a purchase day, its amount the sum of the day in the file's currency; n purchases of mean z. Likelihood of a customer
(density of the mean, n > 0): ln Γ(pn+q) − ln Γ(pn) − ln Γ(q) + q ln γ + (pn−1) ln z + pn ln n − (pn+q) ln(γ + nz).
expected = (γ + nz)p/(pn + q − 1), with n = 0 the mean of all, γp/(q − 1); null where pn + q <= 1.

- `repeats`: DOMAIN's way: the first purchase left out, the 946 CDNOW customers who have another one as of 1997-09-30.
  `allPurchases`: the product's way: the first included, days with a net of 0 or less left out (eight, the only days of eight customers).
  CDNOW may not be copied: sums over the 2,357 as in purchase_models.json, and the first ten. For Online Retail as of 2011-08-31 the
  column is whole (`expected`, customers in the order of their id as text), to 10 digits; `used` have a day worth more than 0.
- `expectedSpend` (CDNOW): expected purchase days in the 273 days by BG/NBD of purchase_models.json times the expected value.
- `judged`: those who bought in the 273 days, what one purchase day was worth to them: mean absolute error and Spearman's rank correlation
  of each way, of their own past mean, and of the mean of all.
- `populations`: drawn or by hand, n and z of each; parameters where there is a maximum inside |ln parameter| <= 14 (p to infinity when
  nobody's purchases differ, q to infinity when the customers do not).
- `odd`: one customer at any parameters, from mpmath with 60 digits: logLikelihood, gradient by ln p, ln q, ln γ, expected.
"""
import csv
import json
import math
import os
import random
import sys
from datetime import date

import mpmath as mp
import numpy
from numpy import exp, log
from scipy.optimize import minimize
from scipy.special import digamma, gammaln
from scipy.stats import spearmanr

from data_files import HERE, find
from intervals import close
from judged import mae
from purchase_by_papers import compress, forecast, shown
from purchase_models import AS_OF, LAST, digits, summed
from write_json import versions, write

NAMES = ["p", "q", "gamma"]


# ---------------------------------------------------------------- the model

def rows_of(theta, n, z):
    p, q, g = exp(theta)
    spent, scale = n * z, g + n * z
    value = gammaln(p * n + q) - gammaln(p * n) - gammaln(q) + q * log(g) + (p * n - 1) * log(z) + p * n * log(n) - (p * n + q) * log(scale)
    by_p = n * (digamma(p * n + q) - digamma(p * n) + log(spent) - log(scale))
    by_q = digamma(p * n + q) - digamma(q) + log(g) - log(scale)
    by_g = q / g - (p * n + q) / scale
    return value, numpy.array([p * by_p, q * by_q, g * by_g])


def total(theta, n, z):
    value, gradient = rows_of(numpy.asarray(theta, float), n, z)
    return math.fsum(value), gradient.sum(axis=1)


def information(theta, n, z):
    def hessian(h):
        return numpy.array([(total(theta + e, n, z)[1] - total(theta - e, n, z)[1]) / (2 * h) for e in numpy.eye(3) * h])
    found = (4 * hessian(5e-4) - hessian(1e-3)) / 3
    return -(found + found.T) / 2


def fit(n, z, bound=14.):
    n, z = numpy.asarray(n, float), numpy.asarray(z, float)
    best = None
    for start in [[1, 1, log(z.mean())], [2, 2, log(z.mean()) + 1], [0, 0, log(z.mean()) - 1], [4, 4, log(z.mean())]]:
        found = minimize(lambda t: tuple(-v for v in total(t, n, z)), start, jac=True, method="L-BFGS-B", bounds=[(-bound, bound)] * 3,
                         options={"maxiter": 3000, "ftol": 1e-15, "gtol": 1e-9})
        if best is None or found.fun < best.fun:
            best = found
    theta = best.x
    for _ in range(15):
        value, gradient = total(theta, n, z)
        info = information(theta, n, z)
        if numpy.linalg.eigvalsh(info)[0] <= 0:
            break
        step = numpy.linalg.solve(info, gradient)
        if numpy.abs(step).max() > .5 or total(theta + step, n, z)[0] < value - 1e-8:
            break
        theta = theta + step
    value, gradient = total(theta, n, z)
    info = information(theta, n, z)
    inside = bool(numpy.abs(gradient).max() < 1e-5 and numpy.linalg.eigvalsh(info)[0] > 1e-3 and numpy.abs(theta).max() < bound - .01)
    result = {"used": len(n), "purchases": int(n.sum()), "logLikelihood": value, "inside": inside, "parameters": dict(zip(NAMES, map(float, exp(theta)))),
              "steepest": float(f"{numpy.abs(gradient).max():.1g}")}
    if inside:
        covariance = numpy.linalg.inv(info)
        deviation = numpy.sqrt(numpy.diag(covariance))
        result["standardErrorsOfLogs"] = [float(f"{v:.9g}") for v in deviation]
        result["covarianceOfLogs"] = [[float(f"{v:.9g}") for v in row] for row in covariance]
    return result


def expected(parameters, n, z):
    """Of one customer; z is not looked at when n is 0."""
    p, q, g = (parameters[name] for name in NAMES)
    return (g + n * z) * p / (p * n + q - 1) if p * n + q > 1 else None


# ---------------------------------------------------------------- real files

def spent_by_day(name, day_column, as_of):
    """id -> ([(day, amount) up to as_of in order], [the same after]); sorted by id."""
    own = {}
    with open(find(name), newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            days = own.setdefault(row["customer_id"], {})
            day = date.fromisoformat(row[day_column][:10])
            days[day] = days.get(day, 0) + round(float(row["amount"]) * 10000)      # exact, in ten-thousandths
    result = {}
    for customer in sorted(own):
        days = [(day, amount / 10000) for day, amount in sorted(own[customer].items())]
        if days[0][0] <= as_of:
            result[customer] = ([v for v in days if v[0] <= as_of], [v for v in days if v[0] > as_of])
    return result


def habit(amounts):
    """n and mean; 0, 0 for none."""
    return (len(amounts), math.fsum(amounts) / len(amounts)) if amounts else (0, 0.)


def cdnow():
    own = spent_by_day("cdnow_sample_transactions.csv", "date", AS_OF)
    assert len(own) == 2357
    ways = {"repeats": {c: habit([a for _, a in before[1:]]) for c, (before, _) in own.items()},
            "allPurchases": {c: habit([a for _, a in before if a > 0]) for c, (before, _) in own.items()}}
    zero_days = sum(a <= 0 for before, _ in own.values() for _, a in before)
    assert zero_days == sum(len(before) == 1 and before[0][1] <= 0 for before, _ in own.values())
    end = AS_OF
    rows = [(len(before) - 1, (before[-1][0] - before[0][0]).days, (end - before[0][0]).days) for before, _ in own.values()]
    bg = list(shown("bgNbd", compress(*zip(*rows)))["parameters"].values())
    known = {row: float(forecast("bgNbd", bg, *row, 273)["expected"]) for row in set(rows)}
    purchases = [known[row] for row in rows]
    later = {c: habit([a for day, a in after if day <= LAST]) for c, (_, after) in own.items()}
    back = [c for c in own if later[c][0] and later[c][1] > 0]
    result, judged, everybody = {}, [], {"ids": list(own)}
    for way, habits in ways.items():
        used = [c for c in own if habits[c][0] and habits[c][1] > 0]
        found = fit([habits[c][0] for c in used], [habits[c][1] for c in used])
        values = [expected(found["parameters"], *habits[c]) for c in own]
        result[way] = {**found, "meanOfAll": expected(found["parameters"], 0, 0), "expected": summed(values), "firstTen": values[:10],
                       "expectedSpend": summed([k * v for k, v in zip(purchases, values)])}
        by_id = dict(zip(own, values))
        judged.append({"by": way, **against([by_id[c] for c in back], [later[c][1] for c in back])})
        everybody[way] = values
    past = ways["allPurchases"]
    mean = math.fsum(n * z for n, z in past.values()) / sum(n for n, _ in past.values())
    judged.append({"by": "ownMean", **against([past[c][1] if past[c][0] else mean for c in back], [later[c][1] for c in back])})
    judged.append({"by": "meanOfAll", "mae": mae(mean, [later[c][1] for c in back])})
    if "--everybody" in sys.argv:
        with open(sys.argv[sys.argv.index("--everybody") + 1], "w", encoding="utf-8") as file:
            json.dump(digits(everybody, 12), file)
    repeats = result["repeats"]
    assert repeats["used"] == 946
    for name, printed in [("p", 6.25), ("q", 3.74), ("gamma", 15.44)]:
        close(repeats["parameters"][name], printed, 5e-3)
    for got, printed in zip(repeats["firstTen"], [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17]):
        close(got, printed, 5e-3)
    return {"asOf": str(AS_OF), "customers": len(own), "daysWorthNothing": zero_days, "boughtLater": len(back), **result}, judged


def against(guessed, happened):
    return {"mae": mae(guessed, happened), "spearman": float(spearmanr(guessed, happened).statistic)}


def retail():
    own = spent_by_day("online_retail_invoices.csv", "order_date", date(2011, 8, 31))
    habits = [habit([a for _, a in before if a > 0]) for before, _ in own.values()]
    used = [h for h in habits if h[0]]
    found = fit(*zip(*used))
    values = [expected(found["parameters"], *h) for h in habits]
    return {"asOf": "2011-08-31", "customers": len(own), **found, "meanOfAll": expected(found["parameters"], 0, 0), "sums": summed(values),
            "expected": digits(values, 10)}


# ---------------------------------------------------------------- populations and odd customers

def drawn(p, q, g, count, most, seed):
    rng, result = random.Random(seed), []
    for _ in range(count):
        scale, n = rng.gammavariate(q, 1 / g), rng.randint(1, most)
        amounts = [max(.01, round(rng.gammavariate(p, 1 / scale), 2)) for _ in range(n)]
        result.append((n, math.fsum(amounts) / n))
    return result


def populations():
    rng = random.Random("spend")
    cases = [("drawn, p 6 q 4 gamma 15", drawn(6, 4, 15, 300, 8, "one")), ("drawn, p 1 q 2 gamma 60", drawn(1, 2, 60, 300, 20, "two")),
             ("drawn, heavy, q .9", drawn(3, .9, 20, 400, 6, "three")), ("drawn, p 40 q 12 gamma 9000", drawn(40, 12, 9000, 200, 5, "four")),
             ("twelve customers", drawn(6, 4, 15, 12, 5, "five")),
             ("all alike", [(1 + i % 4, 25.) for i in range(40)]), ("one customer", [(3, 20.)]),
             ("one purchase each", [(1, round(rng.lognormvariate(3, 1), 2)) for _ in range(80)]),
             ("customers differ, own purchases do not", [(200, 10. + i) for i in range(40)])]
    result = []
    for name, pairs in cases:
        n, z = [c[0] for c in pairs], [digits(c[1]) for c in pairs]
        found = fit(n, z)
        result.append({"name": name, **digits(found), "meanOfAll": digits(expected(found["parameters"], 0, 0)), "n": n, "z": z,
                       "expectedOfFirst": digits([expected(found["parameters"], *c) for c in list(zip(n, z))[:10]])})
    return result


def mp_log_likelihood(p, q, g, n, z):
    return (mp.loggamma(p * n + q) - mp.loggamma(p * n) - mp.loggamma(q) + q * mp.log(g) + (p * n - 1) * mp.log(z) + p * n * mp.log(n)
            - (p * n + q) * mp.log(g + n * z))


def odd():
    result, h = [], mp.mpf(10) ** -18
    sets = [(6.25, 3.74, 15.44), (1, 2, 60), (.02, .5, 3), (900, 4, .1), (3, 800, 20000), (40, 1.0001, 1e-3), (1e-3, 1e-3, 1e-3), (2, .8, 500)]
    for i, parameters in enumerate(sets):
        for j, (n, z) in enumerate([(1, 11.77), (2, 22.345), (1, .01), (7, 1e6), (500, 34.5), (3000, 1234.5678), (4, 1.)]):
            if (i + j) % 2 and i:
                continue
            point = [mp.mpf(v) for v in parameters]
            value = mp_log_likelihood(*point, n, mp.mpf(z))
            gradient = []
            for k in range(3):
                up, down = ([v * mp.exp(s * h) if m == k else v for m, v in enumerate(point)] for s in (1, -1))
                gradient.append((mp_log_likelihood(*up, n, mp.mpf(z)) - mp_log_likelihood(*down, n, mp.mpf(z))) / (2 * h))
            doubles = rows_of(log(parameters), numpy.array([float(n)]), numpy.array([z]))
            close(float(doubles[0][0]), float(value), 1e-8 * max(1, abs(float(value))))
            for got, exact in zip(doubles[1][:, 0], gradient):
                close(float(got), float(exact), 1e-7 * max(1, float(max(map(abs, gradient)))))
            result.append(digits({"p": parameters[0], "q": parameters[1], "gamma": parameters[2], "n": n, "z": z, "logLikelihood": value, "gradient": gradient,
                                  "expected": expected(dict(zip(NAMES, point)), n, mp.mpf(z))}))
    return result


if __name__ == "__main__":
    about, judged = cdnow()
    write(os.path.join(HERE, "spend_models.json"), {
        "generatedBy": "spend_models.py, do not edit", "versions": {**versions(), "mpmath": mp.__version__}, "cdnow": digits(about),
        "judged": digits(judged), "retail": digits(retail()), "populations": populations(), "odd": odd()})
