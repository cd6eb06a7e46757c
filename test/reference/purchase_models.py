"""BG/NBD, MBG/NBD, Pareto/NBD, NBD and one rate: on CDNOW, on drawn populations, on odd customers. DOMAIN.md section 3.

Usage: python3 purchase_models.py [cdnow_sample_transactions.csv] [--everybody file.json]

Time is in whole days, purchases are distinct purchase days; x repeats, tx last - first, T as of - first. The formulas and the two roads
to every number: purchase_by_papers.py.

- `cdnow`: as of 1997-09-30, then the 273 days (39 weeks) to 1998-06-30. Those data may not be copied, so no customer's figures are
  here but five customers': each column of all 2,357 (in the order of the id's text: 0001 first) is given as {sum, squares, weighted,
  least, most}, weighted = Σ v·w with w = (i·7919 mod 1000)/1000 for the i-th from 0, which any change of one of them moves.
  `--everybody` writes all columns to a file outside the repository.
  logLikelihood is in days; logLikelihoodInWeeks adds Σx·ln 7, alphaInWeeks (beta) divides by 7, r a b s are the same.
- `judged`: of the chances of at least one purchase day in the 273 days: AUC, Brier, log loss; MAE of the expected number. Baselines:
  `daysSinceAfterwards` is a logistic on ln(1 + days since) fitted on those very outcomes, so it flatters the baseline; MAE of own
  rate (x/T·273), of everybody's rate (Σx/ΣT·273), of the true mean of what happened, of 0 for all.
- `populations`: drawn (seeded) or made by hand, columns x, tx, T, every model's fit, and for the first `forecastOf` customers alive,
  chance and expected in `horizon` days at the fit. inside: there is a maximum inside |ln parameter| <= 12 with a positive definite
  information; where not, logLikelihood is the best within that box and parameters are where the search ended, which is not unique.
  `drawnBy` are the true parameters.
- `odd`: one customer each, any parameters: logLikelihood, gradient by the logs of the parameters in order, alive, chance, expected in
  h days. From mpmath with 60 digits, printed with 15.
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

from data_files import HERE, find
from intervals import close
from judged import auc, figures, logistic, mae
from purchase_by_papers import (PARAMETERS, compress, expected_otherwise, fit, forecast, mp_gradient, mp_log_likelihood, mp_alive,
                                mp_expected_given_here, mp_pareto_by_integral, one_rate, pareto_rows, pareto_rows_by_2f1, shown, total)
from write_json import versions, write

HORIZON = 273
AS_OF, LAST = date(1997, 9, 30), date(1998, 6, 30)
MODELS = list(PARAMETERS)


def digits(value, count=15):
    if isinstance(value, (float, mp.mpf, numpy.floating)):
        return float(f"{float(value):.{count}g}")
    if isinstance(value, dict):
        return {k: digits(v, count) for k, v in value.items()}
    return [digits(v, count) for v in value] if isinstance(value, (list, tuple)) else value


# ---------------------------------------------------------------- CDNOW

def cdnow_customers():
    """id, x, tx, T, purchase days in the 273 days after; sorted by id."""
    days = {}
    with open(find("cdnow_sample_transactions.csv"), newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            days.setdefault(row["customer_id"], set()).add(date.fromisoformat(row["date"]).toordinal())
    end, last, result = AS_OF.toordinal(), LAST.toordinal(), []
    for customer in sorted(days):
        known = [d for d in days[customer] if d <= end]
        if known:
            result.append((customer, len(known) - 1, max(known) - min(known), end - min(known), sum(end < d <= last for d in days[customer])))
    return result


def summed(values):
    weights = [(i * 7919 % 1000) / 1000 for i in range(len(values))]
    return {"sum": math.fsum(values), "squares": math.fsum(v * v for v in values),
            "weighted": math.fsum(v * w for v, w in zip(values, weights)), "least": min(values), "most": max(values)}


def forecasts(model, parameters, rows, horizon):
    """Columns alive, chance, expected of rows (x, tx, T), in mpmath, each distinct row once; some of them along the other road too."""
    known, checked = {}, 0
    for row in rows:
        if row not in known:
            known[row] = {k: float(v) for k, v in forecast(model, parameters, *row, horizon).items()}
            if len(known) % 9 == 1:
                p = [mp.mpf(v) for v in parameters]
                other = expected_otherwise(model, p, mp.mpf(row[0]), mp.mpf(row[2]), mp.mpf(horizon))
                if other is not None:
                    checked += 1
                    close(float(other * mp_alive(model, p, *row)) / known[row]["expected"], 1, 1e-13)
    assert checked >= min(3, len(known))
    return {name: [known[row][name] for row in rows] for name in ["alive", "chance", "expected"]}


def cdnow():
    customers = cdnow_customers()
    rows = [(x, tx, T) for _, x, tx, T, _ in customers]
    x, tx, T = (numpy.array(c) for c in zip(*rows))
    happened = numpy.array([c[4] for c in customers])
    came, since = happened > 0, T - tx
    population = compress(x, tx, T)
    theta = numpy.log([.55, 74, .61, 82])
    by_integral = pareto_rows(theta, population["x"], population["tx"], population["T"])[0]
    close(float(numpy.abs(by_integral - pareto_rows_by_2f1(theta, population["x"], population["tx"], population["T"])).max()), 0, 1e-11)

    fits, columns, judged, some = [], {}, [], [{"id": c[0], "x": c[1], "tx": c[2], "T": c[3], "after": c[4]} for c in
                                               (customers[i] for i in [0, 1, 100, 1200, 2356])]
    for model in MODELS:
        found = shown(model, population)
        assert found["inside"]
        parameters = list(found["parameters"].values())
        found["logLikelihoodInWeeks"] = found["logLikelihood"] + float(x.sum()) * math.log(7)
        found["alphaInWeeks"] = found["parameters"]["alpha"] / 7
        if model == "paretoNbd":
            found["betaInWeeks"] = found["parameters"]["beta"] / 7
        fits.append(found)
        columns[model] = forecasts(model, parameters, rows, HORIZON)
        for one, i in zip(some, [0, 1, 100, 1200, 2356]):
            one[model] = {name: column[i] for name, column in columns[model].items()}
        judged.append({"model": model, **figures(columns[model]["chance"], came), "mae": mae(columns[model]["expected"], happened)})
    rate = one_rate(population)
    rate["logLikelihoodInWeeks"] = rate["logLikelihood"] + float(x.sum()) * math.log(7)
    fits.append(rate)
    constant = -numpy.expm1(-rate["rateWithHalf"] * HORIZON)
    judged.append({"model": "oneRate", **figures(numpy.full(len(x), constant), came), "mae": mae(rate["rateWithHalf"] * HORIZON, happened)})

    coefficients, chance, _ = logistic([numpy.log1p(since)], came)
    close(auc(-since, came), auc(chance, came), 1e-15)
    judged.append({"model": "daysSinceAfterwards", **figures(chance, came), "coefficients": coefficients.tolist()})
    judged += [{"model": "ownRate", "mae": mae(x / T * HORIZON, happened)}, {"model": "meanAfterwards", "mae": mae(happened.mean(), happened)},
               {"model": "nothing", "mae": mae(0, happened)}]

    by_model = {f["model"]: f for f in fits}
    check_cdnow(by_model, {j["model"]: j for j in judged}, some)
    if "--everybody" in sys.argv:
        with open(sys.argv[sys.argv.index("--everybody") + 1], "w", encoding="utf-8") as file:
            json.dump(digits({"ids": [c[0] for c in customers], "x": x.tolist(), "tx": tx.tolist(), "T": T.tolist(), "after": happened.tolist(),
                              "horizon": HORIZON, "fits": fits, **columns}, 12), file)
    return {"asOf": str(AS_OF), "last": str(LAST), "horizon": HORIZON, "customers": len(rows), "distinctRows": len(population["x"]),
            "came": int(came.sum()), "purchaseDaysAfter": int(happened.sum()),
            "sums": {"x": summed(x.tolist()), "tx": summed(tx.tolist()), "T": summed(T.tolist()), "after": summed(happened.tolist())}}, \
        fits, [{"model": m, **{name: summed(c) for name, c in columns[m].items()}} for m in MODELS], judged, some


def check_cdnow(fits, judged, some):
    """The printed digits of DOMAIN section 3 and of the issue; Pareto/NBD and NBD as published in Fader and Hardie's notes."""
    bg, mbg, pareto = (fits[m] for m in ["bgNbd", "mbgNbd", "paretoNbd"])
    for found, name, printed, tolerance in [(bg, "r", .2426, 5e-5), (bg, "a", .7929, 5e-5), (bg, "b", 2.4259, 5e-5), (mbg, "r", .525, 5e-4),
                                            (mbg, "a", .891, 5e-4), (mbg, "b", 1.614, 5e-4), (pareto, "r", .5533, 5e-5), (pareto, "s", .6062, 5e-5)]:
        close(found["parameters"][name], printed, tolerance)
    close(bg["alphaInWeeks"], 4.4136, 5e-5)
    close(mbg["alphaInWeeks"], 6.183, 5e-4)
    close(bg["logLikelihoodInWeeks"], -9582.43, 5e-3)
    close(pareto["alphaInWeeks"], 10.578, 5e-3)
    close(pareto["betaInWeeks"], 11.669, 5e-3)
    close(pareto["logLikelihoodInWeeks"], -9594.98, 5e-3)
    close(some[0]["bgNbd"]["expected"], 1.226, 5e-4)
    close(judged["bgNbd"]["mae"], .785, 5e-4)          # the issue names MAE first, then AUC and Brier
    close(judged["bgNbd"]["auc"], .757, 5e-4)
    close(judged["bgNbd"]["brier"], .161, 5e-4)
    close(judged["daysSinceAfterwards"]["auc"], .771, 5e-4)


# ---------------------------------------------------------------- populations

def drawn(model, parameters, count, longest, seed):
    """Distinct purchase days of customers that behave by the model; the first on day 0, watched for 1..longest days."""
    rng, rows = random.Random(seed), []
    for _ in range(count):
        rate = rng.gammavariate(parameters[0], 1 / parameters[1])
        watched = rng.randint(1, longest)
        leave = rng.betavariate(*parameters[2:]) if model in ["bgNbd", "mbgNbd"] else 0
        until = rng.expovariate(rng.gammavariate(parameters[2], 1 / parameters[3])) if model == "paretoNbd" else math.inf
        t, days = 0., {0}
        gone = model == "mbgNbd" and rng.random() < leave
        while not gone:
            t += rng.expovariate(rate) if rate > 0 else math.inf
            if t > watched or t > until:
                break
            days.add(int(t))
            gone = rng.random() < leave
        rows.append((len(days) - 1, max(days), watched))
    return rows


def populations():
    cases = []
    for name, model, parameters, count, longest, forecast_of in [
            ("drawn by BG/NBD", "bgNbd", [.6, 40, .8, 2.4], 700, 500, 60), ("drawn by MBG/NBD", "mbgNbd", [1.1, 60, .7, 2], 700, 500, 60),
            ("drawn by Pareto/NBD", "paretoNbd", [.8, 50, .7, 120], 700, 700, 60), ("drawn by NBD, nobody leaves", "steadyRates", [1.2, 70], 500, 400, 20),
            ("drawn by BG/NBD, small", "bgNbd", [.5, 30, .6, 1.5], 60, 365, 0), ("busy, long watched", "bgNbd", [2, 12, .3, 8], 300, 1500, 20)]:
        cases.append({"name": name, "drawnBy": {"model": model, **dict(zip(PARAMETERS[model], parameters))}, "forecastOf": forecast_of,
                      "rows": drawn(model, parameters, count, longest, name)})
    cases += [{"name": name, "rows": rows, "forecastOf": 0} for name, rows in [
        ("nobody bought twice", [(0, 0, 10 + 7 * i) for i in range(40)]),
        ("one customer", [(3, 80, 100)]),
        ("one customer who bought once", [(0, 0, 100)]),
        ("all buy daily", [(20 + i, 20 + i, 20 + i) for i in range(40)]),
        ("all alike", [(4, 120, 150)] * 30),
        ("all leave after the second purchase", [(1, 3 + i % 5, 300 + i) for i in range(60)]),
        ("first bought today", [(0, 0, 0)] * 25),
        ("half of them today", [(0, 0, 0)] * 20 + [(2, 40 + i, 60 + 2 * i) for i in range(20)]),
    ]]
    result = []
    for case in cases:
        rows, horizon = case["rows"], 90
        population = compress(*zip(*rows))
        fits = [shown(model, population) for model in MODELS] if sum(T for _, _, T in rows) else []
        if sum(x for x, _, _ in rows):
            fits.append(one_rate(population))
        steady = next((f["logLikelihood"] for f in fits if f["model"] == "steadyRates"), None)
        forecasts_of = {}
        for f in fits:
            if case["forecastOf"] and f["model"] in MODELS and f["inside"]:
                forecasts_of[f["model"]] = forecasts(f["model"], list(f["parameters"].values()), rows[:case["forecastOf"]], horizon)
                assert f["model"] == "steadyRates" or f["logLikelihood"] >= steady - 1e-6
        result.append({"name": case["name"], "customers": len(rows), "distinctRows": len(population["x"]), "drawnBy": case.get("drawnBy"),
                       "x": [r[0] for r in rows], "tx": [r[1] for r in rows], "T": [r[2] for r in rows], "fits": digits(fits), "horizon": horizon,
                       "forecastOf": case["forecastOf"], "forecasts": digits(forecasts_of, 12)})
    return result


# ---------------------------------------------------------------- odd customers

# x, tx, T, h in days
CUSTOMERS = [(0, 0, 0, 90), (0, 0, 1, 30), (0, 0, 3650, 90), (1, 1, 1, 1), (1, 1, 700, 90), (1, 700, 700, 90), (2, 30, 282, 90), (5, 150, 240, 90),
             (10, 300, 390, 365), (40, 355, 360, 30), (500, 3640, 3650, 90), (500, 1500, 3650, 365), (500, 500, 500, 7), (120, 200, 7000, 3650)]
LEAVING = [(.2426, 30.9, .7929, 2.4259), (.525, 43.3, .0001, 3.), (2., 60., 1., 2.), (.05, 2., 1e-4, 1e-4), (30., 900., .02, 40.), (1.2, .5, 8., .3),
           (.8, 5e4, .5, 1.), (3., 1e-3, 1.5, 6.), (.3, 20., 2000., 9000.)]
PARETO = [(.5533, 74., .6062, 81.7), (.55, 80., .6, 80.), (2., 60., 1., 200.), (.3, 5., .8, 5e4), (.3, 5e4, .8, 5.), (1.1, .01, .05, 300.), (4., 400., 1e-4, 30.),
          (.05, 2., 1e-4, 1e4), (30., 900., 3., 700.), (1.5, 90., 60., 9e3)]
STEADY = [(.385, 84.5), (.05, 2.), (30., 900.), (1., 5e4), (1e-4, .01), (1000., 3e4)]


def odd():
    """Every parameter set with five customers or so, and every customer with two sets or so; fixed, nothing drawn."""
    result = []
    for model, sets in [("bgNbd", LEAVING), ("mbgNbd", LEAVING), ("paretoNbd", PARETO), ("steadyRates", STEADY)]:
        for i, parameters in enumerate(sets):
            for j, customer in enumerate(CUSTOMERS):
                if (i * 5 + j * 3) % 8 < (3 if model != "steadyRates" else 2) or i == 0:
                    result.append(odd_case(model, parameters, customer))
    return result


def odd_case(model, parameters, customer):
    x, tx, T, h = (mp.mpf(v) for v in customer)
    p = [mp.mpf(v) for v in parameters]
    value, gradient = (mp.chop(v, mp.mpf(10) ** -30) for v in (mp_log_likelihood(model, p, x, tx, T), mp.matrix(mp_gradient(model, p, x, tx, T))))
    gradient = list(gradient)
    got = forecast(model, p, x, tx, T, h)
    assert 0 <= got["alive"] <= 1 and 0 <= got["chance"] <= got["alive"] and got["chance"] <= got["expected"] * (1 + mp.mpf(10) ** -20)
    if model == "paretoNbd":
        with mp.workdps(30):
            close(float(mp_pareto_by_integral(p, x, tx, T) - value), 0, 1e-15 * max(1, abs(float(value))))
    other = expected_otherwise(model, p, x, T, h)
    if other is not None:
        close(float(other / mp_expected_given_here(model, p, x, T, h)), 1, 1e-14)
    population = compress([float(x)], [float(tx)], [float(T)])
    by_doubles = total(model, [math.log(v) for v in parameters], population)
    close(by_doubles[0], float(value), 1e-8 * max(1, abs(float(value))))
    close(float(max(abs(a - float(b)) for a, b in zip(by_doubles[1], gradient))), 0, 1e-7 * max(1, float(max(map(abs, gradient)))))
    return digits({"model": model, "parameters": list(parameters), "x": customer[0], "tx": customer[1], "T": customer[2], "h": customer[3],
                   "logLikelihood": value, "gradient": gradient, **got})


if __name__ == "__main__":
    about, fits, columns, judged, some = cdnow()
    write(os.path.join(HERE, "purchase_models.json"), {
        "generatedBy": "purchase_models.py, do not edit", "versions": {**versions(), "mpmath": mp.__version__}, "cdnow": digits(about),
        "cdnowFits": digits(fits), "cdnowSums": digits(columns), "judged": digits(judged), "cdnowSome": digits(some), "populations": populations(),
        "odd": odd()})
