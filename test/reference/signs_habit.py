"""Habit of the warning signs: r and α by maximum likelihood, q, alarm days, negative binomial tails. DOMAIN.md section 2 (S1, S4, S6, S7).

Usage: python3 signs_habit.py [online_retail_invoices.csv] [cdnow_sample_transactions.csv]

- `silences`: r, alpha, x, tx, s -> q, strength, alarmDays (not whole), firstAlarmDay (the first whole day with q <= .1, counted),
  and with lastOn the day that is. s of some is exactly the first alarm day, or the day before.
- `populations`: pairs [x, tx] of a run, non-repeaters (x = 0) among them -> used (repeaters), r, alpha, by: fit (20 repeaters or
  more), default (r 2, alpha 2·Σtx/Σx), null where nobody repeated. With fit: logLikelihood (of the formula of S1 over the
  repeaters, no constant added), atBound upper where r = 1000 is best, and curvature: of the likelihood in ln r, along the best
  alpha; a fit whose likelihood is short by d may be off by √(2d/curvature) in ln r.
- `files`: the same of real purchase days up to As Of; the CDNOW data may not be copied, so only sums are here. `sums` let a
  test check what it feeds: Σx, Σtx, Σx², Σtx² over repeaters.
- `tails`: usual count in usualDays, recent count in recentDays -> size, p, atMost P(N <= recent), atLeast P(N >= recent), and the
  strength of each.

What is checked before writing: every vector of DOMAIN; every fit along two roads (signs_tails.py); every tail against the
regularised incomplete beta of SciPy.
"""
import csv
import os
import random
from datetime import date, timedelta

from scipy.special import betainc, betaincc

from data_files import HERE, find
from intervals import close
from signs_tails import (alarm_days, at_least, at_most, chance, first_alarm_day, fit, habit, predictive,
                         silence_q)
from write_json import versions, write


def digits(value):
    """Floats to 15 significant digits, everywhere inside."""
    if isinstance(value, float):
        return float(f"{value:.15g}")
    if isinstance(value, dict):
        return {k: digits(v) for k, v in value.items()}
    return [digits(v) for v in value] if isinstance(value, list) else value


def silence(r, alpha, x, tx, s, last_on="2024-01-31"):
    q = silence_q(r, alpha, x, tx, s)
    first = first_alarm_day(r, alpha, x, tx)
    return {"r": r, "alpha": alpha, "x": x, "tx": tx, "s": s, "q": q, "strength": chance(q), "alarmDays": alarm_days(r, alpha, x, tx),
            "firstAlarmDay": first, "lastOn": last_on, "alarmOn": (date.fromisoformat(last_on) + timedelta(first)).isoformat()}


def silences():
    cases = [silence(2, 60, 5, 150, 90), silence(2, 60, 10, 300, 90), silence(2, 60, 2, 14, 0), silence(2, 60, 2, 2, 100000)]
    for r, alpha, x, tx in [(2, 60, 5, 150), (3.172, 128.28, 4, 200), (3.172, 128.28, 200, 272), (.05, 3, 2, 400), (1000, 30000, 3, 90),
                            (1000, 30000, 40, 1200), (2, 40, 2, 2)]:
        first = first_alarm_day(r, alpha, x, tx)
        for s in [first - 1, first, first + 1, 2 * first + 5]:
            cases.append(silence(r, alpha, x, tx, max(0, s)))
    # alpha + tx = 90, r + x = 1: nine times that is q = .1 in exact arithmetic, on a whole day.
    cases += [silence(.5, 60, .5, 30, 810), silence(1, 40, 2, 50, 90 * 9)]
    close(cases[0]["q"], .0823543, 5e-8)
    close(cases[0]["alarmDays"], 81.794, 5e-4)
    close(cases[1]["q"], .0687195, 5e-8)
    close(cases[1]["alarmDays"], 76.150, 5e-4)
    return cases


def drawn(seed, count, r, alpha, watched):
    """Purchases of customers whose rates are gamma(r, alpha), from their first on, for up to `watched` days; whole days."""
    rng = random.Random(seed)
    pairs = []
    for _ in range(count):
        rate, until, t, days = rng.gammavariate(r, 1 / alpha), rng.randint(30, watched), 0., {0}
        while True:
            t += rng.expovariate(rate)
            if t > until:
                break
            days.add(int(t))
        pairs.append([len(days) - 1, max(days)])
    return pairs


def populations():
    rng = random.Random("unequal")
    mixed = drawn("nineteen", 90, 1.5, 90, 300)
    nineteen, once = [p for p in mixed if p[0] >= 1], [p for p in mixed if p[0] == 0]
    alike = [[10 + i % 2, 300 + i % 3] for i in range(40)]
    unequal = [[rng.choice([1, 1, 1, 2, 300, 700, 5]), rng.randint(300, 900)] for _ in range(40)]
    return [
        ("one customer", [[4, 100]]),
        ("one customer with one gap of one day", [[1, 1]]),
        ("nobody bought twice", [[0, 0], [0, 0]]),
        ("nobody at all", []),
        ("nineteen repeaters and those who bought once", nineteen[:19] + once),
        ("twenty repeaters and those who bought once", nineteen[:20] + once),
        ("nineteen repeaters", [[3, 40 + 5 * i] for i in range(19)]),
        ("twenty repeaters", [[3, 40 + 15 * i] for i in range(20)]),
        ("nearly alike, r at its upper end", alike),
        ("exactly alike", [[5, 150]] * 25),
        ("not quite so alike", [[8 + i % 7, 280 + (i * 7) % 60] for i in range(40)]),
        ("very unequal", unequal),
        ("a few very busy, the others once a year", [[1, 365 + i] for i in range(30)] + [[360, 364 + i] for i in range(5)]),
        ("drawn, r 3 alpha 100", drawn("three", 60, 3, 100, 365)),
        ("drawn, r .3 alpha 20", drawn("low", 90, .3, 20, 720)),
        ("drawn, r 20 alpha 600", drawn("high", 60, 20, 600, 720)),
        ("all gaps of one day", [[1, 1]] * 30 + [[2, 2]] * 10),
        ("one gap each, of very different length", [[1, 2 ** (i % 12)] for i in range(48)]),
    ]


def population(name, pairs):
    found = habit([tuple(p) for p in pairs])
    used = sum(x >= 1 for x, _ in pairs)
    result = {"name": name, "used": used, "r": None, "alpha": None, "by": None, **(found or {}), "pairs": pairs}
    if found and found["by"] == "default":
        close(found["alpha"] * sum(x for x, _ in pairs), 2 * sum(tx for _, tx in pairs), 1e-9)
    assert (used >= 20) == (result["by"] == "fit")
    return result


def repeaters_of(name, column, as_of):
    days = {}
    with open(find(name), newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row[column][:10] <= as_of:
                days.setdefault(row["customer_id"], set()).add(date.fromisoformat(row[column][:10]).toordinal())
    pairs = [(len(d) - 1, max(d) - min(d)) for d in days.values()]
    used = [p for p in pairs if p[0] >= 1]
    return {"file": name, "asOf": as_of, "customers": len(pairs), "used": len(used), **fit(pairs),
            "sums": {"x": sum(x for x, _ in used), "tx": sum(t for _, t in used), "xx": sum(x * x for x, _ in used),
                     "txtx": sum(t * t for _, t in used)}}


def files():
    retail = repeaters_of("online_retail_invoices.csv", "order_date", "2011-08-31")
    close(retail["r"], 3.172, 5e-4)
    close(retail["alpha"], 128.28, 5e-3)
    return [retail, repeaters_of("cdnow_sample_transactions.csv", "date", "1997-09-30")]


def tail(usual, usual_days, recent, recent_days):
    size, p = predictive(usual, usual_days, recent_days)
    low, high = at_most(recent, usual, usual_days, recent_days), at_least(recent, usual, usual_days, recent_days)
    by_beta = 1. if p == 1 else float(betainc(size, recent + 1, p))
    close(low, by_beta, 1e-11)
    close(high, 1. if recent == 0 else float(betaincc(size, recent, p)), 1e-11)
    return {"usual": usual, "usualDays": usual_days, "recent": recent, "recentDays": recent_days, "size": size, "p": p,
            "atMost": low, "atLeast": high, "strengthOfFew": chance(low), "strengthOfMany": chance(high)}


def tails():
    asked = [(0, 180, 2, 30), (12, 180, 2, 30), (24, 180, 0, 30)]
    asked += [(k, 180, n, 30) for k, n in [(0, 0), (0, 1), (0, 3), (1, 0), (6, 0), (24, 4), (24, 1), (60, 2), (60, 0), (100, 40), (120, 20), (120, 21),
                                           (160, 10), (180, 30), (180, 0), (6, 5), (6, 6)]]
    asked += [(0, 0, n, 30) for n in [0, 1, 2, 3, 5]] + [(0, 0, 1, 7), (0, 0, 4, 1)]
    asked += [(20, 60, 1, 7), (5, 30, 0, 14), (8, 100, 9, 45), (1, 5, 3, 1), (40, 45, 3, 10), (30, 90, 30, 90), (7, 13, 2, 30), (1, 1, 0, 30),
              (10, 365, 0, 90)]
    asked += [(10000, 180, 1111, 30), (10000, 180, 1060, 30), (10000, 180, 1165, 30), (60000, 180, 6667, 30), (60000, 180, 6540, 30),
              (60000, 180, 6800, 30), (90000, 180, 10000, 30), (90000, 180, 9850, 30), (90000, 180, 10150, 30), (10000, 180, 1600, 30), (10000, 180, 1667, 30), (10000, 180, 1400, 30), (10000, 180, 10000, 30), (60000, 180, 10000, 30),
              (60000, 180, 9500, 30), (0, 180, 10000, 30), (100000, 180, 16666, 30)]
    cases = [tail(*a) for a in asked]
    close(cases[0]["atLeast"], .0038825, 5e-8)
    close(cases[1]["atLeast"], .3971436, 5e-8)
    close(cases[2]["atMost"], .0756731, 5e-8)
    return cases


write(os.path.join(HERE, "signs_habit.json"), digits({
    "generatedBy": "signs_habit.py, do not edit", "versions": versions(), "silences": silences(),
    "populations": [population(*p) for p in populations()], "files": files(), "tails": tails()}))
