"""The landmark logistic, its Poisson part, the baseline and the timing models on Online Retail, and what Automatic must choose there.
DOMAIN.md W4.

Usage: python3 landmarks.py [online_retail_invoices.csv]

Purchase days distinct; horizon h = 100 days; D = 2011-08-31, so what happens lies in (2011-08-31, 2011-12-09], the last day of the file.
At a landmark L: everybody with first <= L; s = L - last, x = repeats; label: a purchase in (L, L+h]. No prior unless said.

- `fits`: coefficients intercept, ln(1+s) and, of silenceAndRepeats, ln(1+x). `returned` is the logistic; `more` the Poisson regression
  (log link) of purchase days in (L, L+h] minus 1 among those who returned. covariance: clustered by customer, bread·Σgg'·bread with no
  factor for small samples; standardErrors from it; standardErrorsG with the factor G/(G−1), G customers (in `returned` all, in
  `more` those who returned); standardErrorsModel from the information alone. landmarks: the days used, n rows, back how many returned.
- expected = P·(1 + m). The columns of `people` (in the order of the customer's id as text) are as of D, to 10 digits.
- Timing models (purchase_by_papers.py) fitted on the log up to the day. Where the likelihood has no maximum and only climbs towards
  a/(a+b) -> 0 (Pareto/NBD: s/beta -> 0), its limit is that of steadyRates: `supremum` is then that value, `degenerate` true, and the
  chances are those of steadyRates (BG and MBG: everybody's P(alive) is over .999999 where the search ended). `profile`: the highest
  log-likelihood of BG/NBD at given a/(a+b). `searched`: the best that a search within |ln parameter| <= 12 came to (on a flat likelihood,
  so its parameters are not unique, and its last digits are noise). The third day, the last of the file, shows a maximum that hardly is one.
- `held`: figures of each model for everybody and among those silent over 90 days, against what came in the 100 days after D.
- `automatic`: judged at E = D − h = 2011-05-23: landmarks E − h − 23k on or after the first purchase of anybody
  + 30 days, timing models on the log up to E; against purchases in (E, D]. gain: mean over customers of the baseline's log loss less the candidate's, standardError its
  deviation (n − 1) over √n, lower: gain − z·standardError with z two-sided at 1 − .05/m; m the number of candidates. BG, MBG and Pareto/NBD are degenerate there and no candidates of
  their own. `chosen` by the lowest log loss whose gain is above 0, the same for every m up to 8; `chosenWithoutTimingModels`: were steadyRates no candidate.
- `withPrior`: the first 150 customers as text, one landmark E: normal prior on slopes, standard deviation 2.5 per standard deviation of
  the feature (by n) over the rows of the fit (those who returned, in `more`), none on the intercept.
- `drawn`: three seeded tables of rows with clusters, coefficients and covariance of both parts.
"""
import csv
import math
import os
import random
from datetime import date, timedelta

import numpy
from scipy.stats import norm

from data_files import HERE, find
from intervals import close
from judged import auc, figures, losses, logistic, mae
from purchase_by_papers import MODELS_WITH_LEAVING, PARAMETERS, compress, fit, one_rate, profile
from purchase_models import digits
from write_json import versions, write

HORIZON, BACK, COUNT, FIRST_DAYS, SILENT = 100, 23, 5, 30, 90
AS_OF = date(2011, 8, 31)
BEFORE = AS_OF - timedelta(HORIZON)


# ---------------------------------------------------------------- samples

def purchase_days():
    days = {}
    with open(find("online_retail_invoices.csv"), newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            days.setdefault(row["customer_id"], set()).add(date.fromisoformat(row["order_date"][:10]).toordinal())
    return {c: sorted(days[c]) for c in sorted(days)}


def sample(own, day, horizon=HORIZON):
    """Columns of everybody with first <= day: customer, x, tx, T, s, later (purchase days in (day, day + horizon])."""
    day = day.toordinal()
    rows = []
    for customer, days in own.items():
        known = [d for d in days if d <= day]
        if known:
            rows.append((customer, len(known) - 1, known[-1] - known[0], day - known[0], day - known[-1], sum(day < d <= day + horizon for d in days)))
    names = ["customer", "x", "tx", "T", "s", "later"]
    return {name: numpy.array(column) for name, column in zip(names, zip(*rows))}


def stacked(samples):
    return {name: numpy.concatenate([s[name] for s in samples]) for name in samples[0]}


def landmark_days(own, day, count=COUNT):
    first = min(days[0] for days in own.values())
    days = [day - timedelta(HORIZON + BACK * k) for k in range(count)]
    return [d for d in days if d.toordinal() - first >= FIRST_DAYS]


def features(rows, names):
    columns = {"silence": numpy.log1p(rows["s"]), "repeats": numpy.log1p(rows["x"])}
    return [columns[n] for n in names]


# ---------------------------------------------------------------- regressions with clusters

def poisson(columns, y, ridge=None):
    X = numpy.column_stack([numpy.ones(len(y)), *columns])
    ridge = numpy.zeros(X.shape[1]) if ridge is None else ridge
    beta = numpy.zeros(X.shape[1])
    beta[0] = math.log(max(y.mean(), 1e-9))
    for _ in range(100):
        mean = numpy.exp(X @ beta)
        step = numpy.linalg.solve((X * mean[:, None]).T @ X + numpy.diag(ridge), X.T @ (y - mean) - ridge * beta)
        beta = beta + step * min(1, 2 / numpy.abs(step).max())
        if numpy.abs(step).max() < 1e-14:
            break
    mean = numpy.exp(X @ beta)
    assert numpy.abs(X.T @ (y - mean) - ridge * beta).max() < 1e-7
    return beta, mean, X


def clustered(X, y, mean, weight, customers, ridge=0.):
    """Covariance with clusters, the factor G/(G−1), and the covariance by the information alone."""
    bread = numpy.linalg.inv((X * weight[:, None]).T @ X + numpy.diag(numpy.zeros(X.shape[1]) + ridge))
    names, of = numpy.unique(customers, return_inverse=True)
    scores = numpy.zeros((len(names), X.shape[1]))
    numpy.add.at(scores, of, X * (y - mean)[:, None])
    return bread @ scores.T @ scores @ bread, len(names) / (len(names) - 1), bread


def described(coefficients, X, y, mean, weight, customers, ridge=0.):
    covariance, factor, model = clustered(X, y, mean, weight, customers, ridge)
    return {"coefficients": coefficients.tolist(), "standardErrors": numpy.sqrt(numpy.diag(covariance)).tolist(),
            "standardErrorsG": numpy.sqrt(numpy.diag(covariance) * factor).tolist(), "standardErrorsModel": numpy.sqrt(numpy.diag(model)).tolist(),
            "covariance": covariance.tolist(), "rows": len(y), "clusters": len(set(customers.tolist()))}


def regressions(rows, names, prior=False):
    """{returned, more} on these rows."""
    came = rows["later"] > 0
    back = {name: column[came] for name, column in rows.items()}
    parts = {}
    for part, some, y in [("returned", rows, came.astype(float)), ("more", back, back["later"] - 1.)]:
        columns = features(some, names)
        ridge = numpy.array([0.] + [(float(c.std()) / 2.5) ** 2 if prior else 0. for c in columns])
        if part == "returned":
            beta, mean, X = logistic(columns, y, ridge)
            parts[part] = described(beta, X, y, mean, mean * (1 - mean), some["customer"], ridge)
        else:
            beta, mean, X = poisson(columns, y, ridge)
            parts[part] = described(beta, X, y, mean, mean, some["customer"], ridge)
    return {"n": len(came), "back": int(came.sum()), **parts}


def predicted(parts, rows, names):
    X = numpy.column_stack([numpy.ones(len(rows["s"])), *features(rows, names)])
    chance = 1 / (1 + numpy.exp(-X @ parts["returned"]["coefficients"]))
    return chance, chance * (1 + numpy.exp(X @ parts["more"]["coefficients"]))


BOTH, ALONE = ["silence", "repeats"], ["silence"]


def landmark_fit(own, days, names):
    return {"landmarks": [str(d) for d in days], **regressions(stacked([sample(own, d) for d in days]), names)}


# ---------------------------------------------------------------- timing models

def least_here(model, theta, rows):
    """The lowest P(alive) of anybody, in doubles; Pareto/NBD not looked at."""
    if model == "paretoNbd":
        return 1.
    r, alpha, a, b = numpy.exp(theta)
    k = rows["x"] + (model == "mbgNbd")
    some = k > 0
    left = math.log(a) - numpy.log(b + k[some] - 1) + (r + rows["x"][some]) * numpy.log((alpha + rows["T"][some]) / (alpha + rows["tx"][some]))
    return float((1 / (1 + numpy.exp(left))).min())


def timing(rows):
    """Fits on a sample; with the chances and expectations of steadyRates for it, which are those of the degenerate ones."""
    population = compress(rows["x"], rows["tx"], rows["T"])
    steady = fit("steadyRates", population)
    r, alpha = numpy.exp(steady["theta"])
    fits = [{"model": "steadyRates", "logLikelihood": steady["logLikelihood"], "parameters": {"r": float(r), "alpha": float(alpha)},
             "standardErrorsOfLogs": [float(f"{v:.9g}") for v in numpy.sqrt(numpy.diag(steady["covariance"]))]}]
    for model in MODELS_WITH_LEAVING:
        found = fit(model, population)
        degenerate = not found["inside"]
        if degenerate:
            close(found["logLikelihood"], steady["logLikelihood"], 1e-4)
            assert least_here(model, found["theta"], rows) > .999999
        fits.append({"model": model, "degenerate": degenerate, "supremum": steady["logLikelihood"] if degenerate else found["logLikelihood"],
                     **({"searched": {"logLikelihood": float(f"{found['logLikelihood']:.10g}")}} if degenerate else
                        {"parameters": dict(zip(PARAMETERS[model], map(float, numpy.exp(found["theta"])))),
                         "standardErrorsOfLogs": [float(f"{v:.6g}") for v in numpy.sqrt(numpy.diag(found["covariance"]))]})})
    rate = one_rate(population)
    fits.append(rate)
    shares = [1e-6, 1e-4, 1e-3, .003, .01, .03, .1]
    profiles = [[s, float(f"{profile('bgNbd', population, s, steady['theta']):.10g}")] for s in shares]
    chance = 1 - ((alpha + rows["T"]) / (alpha + rows["T"] + HORIZON)) ** (r + rows["x"])
    return {"customers": len(rows["x"]), "distinctRows": len(population["x"]), "fits": fits, "profile": profiles}, \
        (chance, (r + rows["x"]) / (alpha + rows["T"]) * HORIZON), rate


# ---------------------------------------------------------------- judged

def choice(result, m):
    """The lowest log loss, where its lower limit is above 0; else the baseline."""
    best = min(result, key=lambda f: f["logLoss"])
    lower = best["gain"] - float(norm.ppf(1 - .05 / m / 2)) * best["standardError"] if "gain" in best else -1
    return best["model"] if lower > 0 else "daysSince"


def automatic(candidates, rows):
    """candidates: name -> chance at E, daysSince among them."""
    came = rows["later"] > 0
    names = [n for n in candidates if n != "daysSince"]
    z = float(norm.ppf(1 - .05 / len(names) / 2))
    base = losses(candidates["daysSince"], came)
    result = [{"model": "daysSince", **figures(candidates["daysSince"], came)}]
    for name in names:
        gain = base - losses(candidates[name], came)
        error = float(gain.std(ddof=1) / math.sqrt(len(gain)))
        result.append({"model": name, **figures(candidates[name], came), "gain": float(gain.mean()), "standardError": error,
                       "lower": float(gain.mean() - z * error)})
    landmarks_only = [f for f in result if f["model"] != "steadyRates"]
    chosen, otherwise = choice(result, len(names)), choice(landmarks_only, 1)
    assert all(choice(result, m) == chosen for m in range(1, 9))
    return {"n": len(came), "back": int(came.sum()), "m": len(names), "z": z, "lowestLogLoss": min(result, key=lambda f: f["logLoss"])["model"],
            "chosen": chosen, "chosenWithoutTimingModels": otherwise}, result


def held(candidates, rows):
    came, lapsed, result = rows["later"] > 0, rows["s"] > SILENT, []
    for name, (chance, expected) in candidates.items():
        for among, who in [("everybody", came | ~came), ("silentOver90", lapsed)]:
            result.append({"model": name, "among": among, "n": int(who.sum()), "back": int(came[who].sum()),
                           **figures(chance[who], came[who]), "mae": mae(expected[who], rows["later"][who])})
    return result


# ---------------------------------------------------------------- drawn tables

def drawn():
    result = []
    for seed, customers, each in [("clusters", 80, 4), ("one row each", 250, 1), ("few", 25, 3)]:
        rng = random.Random(seed)
        rows = {name: [] for name in ["customer", "x", "s", "later"]}
        for i in range(customers):
            leaning = rng.gauss(0, .8)
            for k in range(rng.randint(1, each)):
                x, s = int(rng.expovariate(.4)), int(rng.expovariate(.015))
                chance = 1 / (1 + math.exp(-(.9 + leaning - .45 * math.log1p(s) + .9 * math.log1p(x))))
                later = (1 + int(rng.expovariate(1 / (.3 + .4 * x)))) if rng.random() < chance else 0
                for name, value in zip(rows, [f"c{i}", x, s, later]):
                    rows[name].append(value)
        table = {name: numpy.array(column) for name, column in rows.items()}
        result.append({"name": seed, **rows, "both": regressions(table, BOTH), "silenceAlone": regressions(table, ALONE),
                       "bothWithPrior": regressions(table, BOTH, prior=True)})
    return digits(result, 13)


if __name__ == "__main__":
    own = purchase_days()
    now, then = sample(own, AS_OF), sample(own, BEFORE)
    five, judged_days = landmark_days(own, AS_OF), landmark_days(own, BEFORE)
    assert [str(d) for d in five] == ["2011-05-23", "2011-04-30", "2011-04-07", "2011-03-15", "2011-02-20"]
    fits = {"one": landmark_fit(own, five[:1], BOTH), "five": landmark_fit(own, five, BOTH), "fiveDaysSince": landmark_fit(own, five, ALONE),
            "oneDaysSince": landmark_fit(own, five[:1], ALONE), "judged": landmark_fit(own, judged_days, BOTH),
            "judgedDaysSince": landmark_fit(own, judged_days, ALONE)}
    now_timing, now_steady, now_rate = timing(now)
    then_timing, then_steady, then_rate = timing(then)
    end_timing, _, _ = timing(sample(own, date(2011, 12, 9)))
    everybody = numpy.ones(len(now["x"]))
    candidates = {"silenceAndRepeats": predicted(fits["five"], now, BOTH), "silenceAndRepeatsOneLandmark": predicted(fits["one"], now, BOTH),
                  "daysSince": predicted(fits["fiveDaysSince"], now, ALONE), "daysSinceOneLandmark": predicted(fits["oneDaysSince"], now, ALONE),
                  "steadyRates": now_steady,
                  "oneRate": (everybody * -math.expm1(-now_rate["rateWithHalf"] * HORIZON), everybody * now_rate["rateWithHalf"] * HORIZON)}
    figures_held = held(candidates, now)
    at_e = {"daysSince": predicted(fits["judgedDaysSince"], then, ALONE)[0], "silenceAndRepeats": predicted(fits["judged"], then, BOTH)[0],
            "steadyRates": then_steady[0]}
    verdict, judged = automatic(at_e, then)

    close(fits["one"]["n"], 2669, 0)
    close(fits["one"]["back"], 1388, 0)
    for got, printed in zip(fits["one"]["returned"]["coefficients"], [-.0595724, -.1642120, 1.4849060]):
        close(got, printed, 5e-8)
    by = {(f["model"], f["among"]): f for f in figures_held}
    one, silent = by["silenceAndRepeatsOneLandmark", "everybody"], by["silenceAndRepeatsOneLandmark", "silentOver90"]
    assert (one["n"], one["back"], silent["n"]) == (3317, 1952, 1383)
    close(one["auc"], .7372332, 5e-8)
    close(one["brier"], .2055930, 5e-8)
    close(silent["auc"], .606, 5e-4)
    close(by["daysSince", "silentOver90"]["auc"], .584, 5e-4)
    close(by["silenceAndRepeats", "everybody"]["auc"], .737, 5e-4)
    close(by["silenceAndRepeats", "everybody"]["brier"], .204, 5e-4)

    few = {name: column[:150] for name, column in then.items()}
    write(os.path.join(HERE, "landmarks.json"), {
        "generatedBy": "landmarks.py, do not edit", "versions": versions(), "asOf": str(AS_OF), "judgedAt": str(BEFORE), "horizon": HORIZON,
        "fits": digits([{"name": name, **f} for name, f in fits.items()], 13),
        "timing": digits([{"day": str(AS_OF), **now_timing}, {"day": str(BEFORE), **then_timing}, {"day": "2011-12-09", **end_timing}]),
        "held": digits(figures_held, 13), "automatic": digits(verdict), "judged": digits(judged, 13),
        "withPrior": digits({"customers": 150, "both": regressions(few, BOTH, prior=True), "silenceAlone": regressions(few, ALONE, prior=True),
                             "bothWithoutPrior": regressions(few, BOTH)}, 13),
        "people": [{"column": "customer", "values": now["customer"].tolist()}, {"column": "later", "values": now["later"].tolist()}]
        + [{"column": f"{name} {what}", "values": digits(values.tolist(), 10)}
           for name in ["silenceAndRepeats", "silenceAndRepeatsOneLandmark", "daysSince", "steadyRates"]
           for what, values in zip(["chance", "expected"], candidates[name])],
        "drawn": drawn()})
