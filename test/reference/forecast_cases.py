"""What Customer Forecast must say in the cases of test/nodes/CustomerForecast whose numbers come from a fit. DOMAIN.md W4.

Usage: python3 forecast_cases.py

Reads the rows that are pinned in `<case>.workflow.json` and counts purchase days by itself. Everything is as of the case's day; days.
- Fewer than 200 customers: the likelihood of a timing model times a normal prior on the logarithms of its parameters, deviation 1.5,
  around the usual ones of the product (a choice of its own, so they are repeated in USUAL). Maximum by L-BFGS-B and Newton steps on
  purchase_by_papers' likelihoods; errors from the information at it, the prior's included; `logLikelihood` is without the prior.
  Landmark models: landmarks.py with its prior, clustered errors times the root of G/(G-1), G customers of whom a part tells. oneRate: (repeats + 1/2) / days.
- Limits: chance on the scale of log odds, expected purchases on that of logarithms, by how much they move with the parameters
  (central differences; of P(1 + m) both parts, as if independent). No more purchases than days.
- `forecasts`: case, model that is asked for, and of each customer chance and purchases with limits.
- `judged`: at E = D - h the same models fitted on what was known (h shortened to a third of the log where that is needed), held
  against (E, D]; `gain` and `standardError` as in landmarks.py, `surely` whether gain - z·standardError is above 0 with z two-sided at
  1 - .05/m; silent over 90 days: `lapsed`.
- `spend`: Gamma-Gamma by spend_models.py on all purchase days that brought something, and what a purchase day of each customer
  brings, of those too that bring nothing: that share as if two days of an average customer stood beside the own.
"""
import json
import math
import os
from datetime import date, timedelta

import mpmath as mp
import numpy
from scipy.optimize import minimize
from scipy.stats import norm

import landmarks
import spend_models
from data_files import HERE, REPOSITORY
from judged import figures, losses, mae
from purchase_by_papers import PARAMETERS, compress, forecast, information, total
from purchase_models import digits
from write_json import versions, write

Z = float(norm.ppf(.975))
SPREAD, FEW, LAPSED = 1.5, 200, 90
EPOCH = date(1970, 1, 1)
LANDMARK_MODELS = {"silenceAndRepeats": landmarks.BOTH, "daysSince": landmarks.ALONE}


# ---------------------------------------------------------------- reading the cases

def case_of(name):
    """(purchase days by customer, amounts by customer and day, the day of As Of), days since 1970."""
    with open(os.path.join(REPOSITORY, "test", "nodes", "CustomerForecast", name + ".workflow.json"), encoding="utf-8") as file:
        flow = json.load(file)
    parameters = flow["nodes"][-1]["parameters"]
    items = [item["json"] for item in next(iter(flow["pinData"].values()))]
    days, brought = {}, {}
    for item in items:
        if "purchases" in item:
            own = item["purchases"]
            days[item["customer"]] = list(own["historyDays"])
            brought[item["customer"]] = dict(zip(own["historyDays"], own.get("historyNet", [])))
            last = date.fromisoformat(item["asOf"])
        else:
            day = (date.fromisoformat(item["order_date"]) - EPOCH).days
            known = brought.setdefault(item["customer_id"], {})
            known[day] = known.get(day, 0) + item["amount"]
            days[item["customer_id"]] = sorted(known)
            last = EPOCH + timedelta(max(max(d) for d in days.values()) + 1)
    if "asOfDay" in parameters:
        last = date.fromisoformat(parameters["asOfDay"])
    order = sorted(days)
    return {c: days[c] for c in order}, {c: brought[c] for c in order}, (last - EPOCH).days, parameters.get("horizonDays", 90)


def sample(days, day, horizon):
    """As landmarks.sample has it, with days since 1970."""
    rows = []
    for customer, own in days.items():
        known = [d for d in own if d <= day]
        if known:
            rows.append((customer, len(known) - 1, known[-1] - known[0], day - known[0], day - known[-1], sum(day < d <= day + horizon for d in own)))
    return {name: numpy.array(column) for name, column in zip(["customer", "x", "tx", "T", "s", "later"], zip(*rows))}


# ---------------------------------------------------------------- timing models

def usual(model, rows):
    """What few customers are drawn to: the product's choice."""
    rate, age = rows["x"].sum() / rows["T"].sum(), rows["T"].mean()
    return numpy.log({"bgNbd": [.5, .5 / rate / 2, .7, 2.5], "mbgNbd": [.5, .5 / rate / 2, .7, 2.5],
                      "paretoNbd": [.6, .6 / rate / 2, .6, .6 * age], "steadyRates": [.5, .5 / rate]}[model])


def timing_fit(model, rows):
    population = compress(rows["x"], rows["tx"], rows["T"])
    centre = usual(model, rows)
    weight = SPREAD ** -2 if len(rows["x"]) < FEW else 0.

    def objective(theta):
        value, gradient = total(model, theta, population)
        off = theta - centre
        return value - weight * (off @ off) / 2, gradient - weight * off
    found = minimize(lambda t: tuple(-v for v in objective(t)), centre, jac=True, method="L-BFGS-B", options={"maxiter": 5000, "ftol": 1e-15, "gtol": 1e-10})
    theta = found.x
    for _ in range(8):
        theta = theta + numpy.linalg.solve(information(model, theta, population) + weight * numpy.eye(len(theta)), objective(theta)[1])
    assert numpy.abs(objective(theta)[1]).max() < 1e-8 and objective(theta)[0] >= -found.fun - 1e-9
    covariance = numpy.linalg.inv(information(model, theta, population) + weight * numpy.eye(len(theta)))
    return theta, covariance, total(model, theta, population)[0]


def logit(p):
    return mp.log(p) - mp.log1p(-p)


def timing_told(model, rows, horizon, with_limits=True):
    theta, covariance, value = timing_fit(model, rows)
    known, step = {}, 1e-5

    def scales(point, key):
        told = forecast(model, [mp.exp(mp.mpf(v)) for v in point], *key, horizon)
        return float(told["chance"]), float(told["expected"]), logit(told["chance"]), mp.log(told["expected"])
    keys = list(zip(rows["x"].tolist(), rows["tx"].tolist(), rows["T"].tolist()))
    for key in set(keys):
        chance, purchases, _, _ = scales(theta, key)
        errors = [0., 0.]
        if with_limits:
            moved = [(scales(theta + step * e, key), scales(theta - step * e, key)) for e in numpy.eye(len(theta))]
            slopes = numpy.array([[float((up[i] - down[i]) / (2 * step)) for i in (2, 3)] for up, down in moved]).T
            errors = [math.sqrt(s @ covariance @ s) for s in slopes]
        known[key] = (chance, purchases, *errors)
    deviation = numpy.sqrt(numpy.diag(covariance))
    parameters = [{"name": n, "value": math.exp(t), "low": math.exp(t - Z * d), "high": math.exp(t + Z * d)} for n, t, d in zip(PARAMETERS[model], theta, deviation)]
    return numpy.array([known[k] for k in keys]), parameters, value


# ---------------------------------------------------------------- landmark models, one rate

def landmark_told(model, days, rows, day, horizon):
    names = LANDMARK_MODELS[model]
    first = min(own[0] for own in days.values())
    used = [day - horizon - landmarks.BACK * k for k in range(landmarks.COUNT) if day - horizon - landmarks.BACK * k - first >= landmarks.FIRST_DAYS]
    before = landmarks.stacked([sample(days, d, horizon) for d in used])
    parts = landmarks.regressions(before, names, prior=len(set(before["customer"].tolist())) < FEW)
    chance, purchases = landmarks.predicted(parts, rows, names)
    X = numpy.column_stack([numpy.ones(len(rows["s"])), *landmarks.features(rows, names)])

    def spread(part):
        factor = part["clusters"] / (part["clusters"] - 1)
        return numpy.sqrt(numpy.einsum("ij,jk,ik->i", X, numpy.array(part["covariance"]) * factor, X))
    back, more = spread(parts["returned"]), spread(parts["more"])
    told = numpy.column_stack([chance, purchases, back, numpy.hypot((1 - chance) * back, (1 - chance / purchases) * more)])
    labels = ["constant", "ln(1 + silent days)", "ln(1 + repeats)"]
    parameters = []
    for prefix, part in [("return", parts["returned"]), ("more", parts["more"])]:
        parameters += [{"name": f"{prefix}.{n}", "value": b, "low": b - Z * e, "high": b + Z * e}
                       for n, b, e in zip(labels, part["coefficients"], part["standardErrorsG"])]
    return told, parameters, None


def one_rate_told(rows, horizon):
    purchases = (rows["x"].sum() + .5) / rows["T"].sum() * horizon
    chance, error = -math.expm1(-purchases), 1 / math.sqrt(rows["x"].sum() + .5)
    rate = purchases / horizon
    return numpy.tile([chance, purchases, error * purchases / chance, error], (len(rows["x"]), 1)), \
        [{"name": "purchasesPerDay", "value": rate, "low": rate * math.exp(-Z * error), "high": rate * math.exp(Z * error)}], None


def told_by(model, days, rows, day, horizon, with_limits=True):
    """(chance, purchases, error of the log odds, error of the logarithm) of each customer, parameters, log-likelihood."""
    if model in LANDMARK_MODELS:
        return landmark_told(model, days, rows, day, horizon)
    if model == "oneRate":
        return one_rate_told(rows, horizon)
    return timing_told(model, rows, horizon, with_limits)


# ---------------------------------------------------------------- forecasts, judged, spend

def limits(told, horizon):
    chance, purchases, by_chance, by_purchases = told.T
    odds = chance / (1 - chance)
    low, high = odds * numpy.exp(-Z * by_chance), odds * numpy.exp(Z * by_chance)
    return {"chanceToReturn": chance, "chanceToReturnLow": low / (1 + low), "chanceToReturnHigh": high / (1 + high), "expectedPurchases": purchases,
            "expectedPurchasesLow": purchases * numpy.exp(-Z * by_purchases), "expectedPurchasesHigh": numpy.minimum(horizon, purchases * numpy.exp(Z * by_purchases))}


def forecast_of(name, model):
    days, _, day, horizon = case_of(name)
    rows = sample(days, day, horizon)
    told, parameters, value = told_by(model, days, rows, day, horizon)
    return {"case": name, "model": model, "customers": rows["customer"].tolist(), "parameters": parameters, "logLikelihood": value,
            **{key: column.tolist() for key, column in limits(told, horizon).items()}}


def judged_of(name, models):
    days, _, last, horizon = case_of(name)
    first = min(own[0] for own in days.values())
    if last - 2 * horizon - first < 30:
        horizon = (last - first) // 3
    day = last - horizon
    rows = sample(days, day, horizon)
    came, lapsed = rows["later"] > 0, rows["s"] > LAPSED
    told = {model: told_by(model, days, rows, day, horizon, with_limits=False) for model in models}
    base = losses(told["daysSince"][0][:, 0], came)
    z = float(norm.ppf(1 - .05 / (len(models) - 1) / 2))
    result = []
    for model, (columns, _, value) in told.items():
        gain = base - losses(columns[:, 0], came)
        error = float(gain.std(ddof=1) / math.sqrt(len(gain)))
        row = {"case": name, "model": model, "judgedOn": str(EPOCH + timedelta(day)), "judgedHorizonDays": horizon, "customers": len(came), "bought": int(came.sum()),
               **figures(columns[:, 0], came), "purchasesOff": mae(columns[:, 1], rows["later"]), "logLikelihood": value}
        if lapsed.any():
            row["lapsed"] = {"customers": int(lapsed.sum()), "bought": int(came[lapsed].sum()), **figures(columns[lapsed, 0], came[lapsed])}
        if model != "daysSince":
            row |= {"gain": float(gain.mean()), "standardError": error, "surely": bool(gain.mean() - z * error > 0)}
        result.append(row)
    return sorted(result, key=lambda r: r["logLoss"])


def spend_of(name):
    _, brought, _, _ = case_of(name)
    own = {c: [v for v in amounts.values() if v > 0] for c, amounts in brought.items()}
    n, z = numpy.array([float(len(v)) for v in own.values()]), numpy.array([sum(v) / len(v) for v in own.values()])
    found = spend_models.fit(n, z)
    assert found["inside"]
    paying, every = int(n.sum()), sum(len(amounts) for amounts in brought.values())
    days = numpy.array([float(len(amounts)) for amounts in brought.values()])
    brings = numpy.array([spend_models.expected(found["parameters"], *each) for each in zip(n, z)]) * (n + 2 * paying / every) / (days + 2)
    return {"case": name, "customers": list(own), "logLikelihood": found["logLikelihood"], "parameters": found["parameters"], "purchaseBrings": list(map(float, brings))}


ALL = ["silenceAndRepeats", "bgNbd", "mbgNbd", "paretoNbd", "daysSince", "steadyRates", "oneRate"]
CANDIDATES = ["silenceAndRepeats", "bgNbd", "mbgNbd", "daysSince"]
FORECASTS = [("firstRun", "mbgNbd"), ("oneCustomer", "mbgNbd"), ("bgNbd", "bgNbd"), ("mbgNbd", "mbgNbd"), ("paretoNbd", "paretoNbd"), ("steadyRates", "steadyRates"),
             ("silenceAndRepeatsOfFew", "steadyRates"), ("countingDaysDoesAsWell", "daysSince"), ("horizonBeyondTheLog", "mbgNbd"),
             *[("betterThanCountingDays", model) for model in ALL]]

if __name__ == "__main__":
    mp.mp.dps = 30
    write(os.path.join(HERE, "forecast_cases.json"), {
        "generatedBy": "forecast_cases.py, do not edit", "versions": versions(),
        "forecasts": digits([forecast_of(*each) for each in FORECASTS], 10),
        "judged": digits([row for name in ["betterThanCountingDays", "countingDaysDoesAsWell", "horizonBeyondTheLog"] for row in judged_of(name, CANDIDATES)], 10),
        "spend": digits([spend_of("betterThanCountingDays")], 10)})
