"""The SciPy side of a budget: BG/NBD by maximum likelihood on compressed rows, as a good SciPy user would write it.

Usage: python3 bench/bg_nbd.py rows.json -> one line of JSON: {seconds, logLikelihood, parameters, evaluations, converged}

rows.json: {"x": [...], "tx": [...], "T": [...], "customers": [...], "start": [ln r, ln alpha, ln a, ln b],
            "gradientTolerance": 1e-8, "functionTolerance": 1e-12}   (whole days; both tolerances as of L-BFGS-B, gtol and ftol)

The mean of the log-likelihood over customers is maximised over the logs of the parameters, with its analytic gradient. Gamma functions
are taken once for each number of repeats, logarithms once for each day, and what hangs on them alone is summed by counts: only the part
that mixes x, tx and T is evaluated row by row. Reading the file is not timed; counting is, as it belongs to the fit. One run warms up, then
seconds is the median of five.
"""
import json
import sys
import time

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit, gammaln, psi


class Likelihood:
    def __init__(self, x, tx, T, customers):
        self.total = customers.sum()
        self.repeats = np.arange(x.max() + 1)
        self.days = np.arange(T.max() + 1)
        self.with_repeats = np.bincount(x, customers)                  # customers by x
        self.aged = np.bincount(T, customers)                          # customers by T
        self.repeats_aged = np.bincount(T, customers * x)              # their repeats by T
        bought_again = x > 0
        self.x, self.tx, self.T = x[bought_again], tx[bought_again], T[bought_again]
        self.n = customers[bought_again]
        self.evaluations = 0

    def __call__(self, theta):
        """Minus the mean log-likelihood, and its gradient in the logs."""
        self.evaluations += 1
        r, alpha, a, b = np.exp(theta)
        xs, by_x = self.repeats, self.with_repeats
        day_log = np.log(alpha + self.days)
        day_inverse = 1 / (alpha + self.days)
        left_log = np.zeros(len(xs))
        left_log[1:] = np.log(a) - np.log(b + xs[1:] - 1)

        exponents = r * self.aged + self.repeats_aged                  # sum of r + x, by T
        value = by_x @ (gammaln(r + xs) + gammaln(b + xs) - gammaln(a + b + xs)) - exponents @ day_log
        value += self.total * (r * theta[1] - gammaln(r) + gammaln(a + b) - gammaln(b))
        in_all = psi(a + b) - psi(a + b + xs)
        by_r = by_x @ psi(r + xs) + self.total * (theta[1] - psi(r)) - self.aged @ day_log
        by_alpha = self.total * r / alpha - exponents @ day_inverse
        by_a = by_x @ in_all
        by_b = by_x @ (in_all + psi(b + xs) - psi(b))

        # Odds, as a logarithm, that a repeater left right after the last purchase.
        longer = day_log[self.T] - day_log[self.tx]
        power = r + self.x
        odds = left_log[self.x] + power * longer
        value += self.n @ np.logaddexp(0, odds)
        left = self.n * expit(odds)
        by_r += left @ longer
        by_alpha += (left * power) @ (day_inverse[self.T] - day_inverse[self.tx])
        by_a += left.sum() / a
        by_b -= np.bincount(self.x, left, len(xs))[1:] @ (1 / (b + xs[1:] - 1))
        gradient = np.array([by_r * r, by_alpha * alpha, by_a * a, by_b * b])
        return -value / self.total, -gradient / self.total


def maximise(columns, start, options):
    likelihood = Likelihood(*columns)
    found = minimize(likelihood, start, jac=True, method="L-BFGS-B", options=options)
    return {"logLikelihood": -found.fun * likelihood.total, "parameters": dict(zip(["r", "alpha", "a", "b"], np.exp(found.x).tolist())),
            "evaluations": likelihood.evaluations, "converged": bool(found.success)}


def main(path):
    with open(path, encoding="utf-8") as file:
        given = json.load(file)
    columns = [np.asarray(given[name], dtype=np.int64) for name in ["x", "tx", "T"]] + [np.asarray(given["customers"], dtype=float)]
    options = {"gtol": given.get("gradientTolerance", 1e-8), "ftol": given.get("functionTolerance", 1e-12), "maxiter": 1000}
    maximise(columns, given["start"], options)
    seconds = []
    for _ in range(5):
        began = time.perf_counter()
        result = maximise(columns, given["start"], options)
        seconds.append(time.perf_counter() - began)
    print(json.dumps({"seconds": float(np.median(seconds)), **{k: float(v) if isinstance(v, np.floating) else v for k, v in result.items()}}))


if __name__ == "__main__":
    main(sys.argv[1])
