"""C14 by brute force: for each whole number of days W, look at each customer, purchase by purchase.

Usage: python3 churn_window.py [online_retail_invoices.csv] [cdnow_sample_transactions.csv]

Readings taken here:
- Purchases of one customer on one day are one. The last day is the last day on which anybody bought.
- W runs from 1 to last - first - H: with a larger one nobody can be looked at.
- A silence begins at any purchase day p. It reaches W when no purchase falls in (p, p + W]; of a customer only the
  first silence counts that reaches W and has p + W + H <= last. Back = a purchase in (p + W, p + W + H].
- A W counts when n >= support. Answer: the smallest W that counts, has its upper Wilson limit below the target, and no
  larger W that counts with its lower limit above the target. Below and above are strict.
- `lowest`: the smallest share back among the W that count, at the smallest such W.
- `outcome`: `found`; `supportNeverReached` (no W counts); `neverBelowTarget` (no upper limit below the target);
  `aboveTargetLater` (some were below, each with a larger W above). `lastAbove` is the largest W that counts with its
  lower limit above the target, `belowBeforeIt` how many smaller ones had their upper limit below. Names of this script.
- Gaps: between one purchase day and the next of the same customer; from the last one to the last day, censored. The
  Kaplan-Meier curve at W is null beyond the longest of all of these, seen or censored.
"""
import csv
import os
import random
from bisect import bisect_right
from fractions import Fraction

from data_files import HERE, find
from intervals import close, wilson
from ledger_by_days import day, iso
from write_json import versions, write

HORIZONS = [30, 60, 90, 180]
TARGETS = [.05, .1, .3]


def read(path, customer, date):
    days_of = {}
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            days_of.setdefault(row[customer], set()).add(day(row[date]))
    return {c: sorted(days) for c, days in days_of.items()}


def came_back(days, w, horizon, last):
    """None when this customer has no silence to look at; else whether the first one ended within the horizon."""
    for i, p in enumerate(days):
        if p + w + horizon > last:
            return None
        following = days[i + 1] if i + 1 < len(days) else None
        if following is None or following > p + w:
            return following is not None and following <= p + w + horizon
    return None


def came_back_by_days(days, w, horizon, last):
    """The same from the calendar, day by day: a second road for the small logs."""
    bought = set(days)
    for p in range(min(days), last + 1):
        if p not in bought or p + w + horizon > last:
            continue
        if not any(t in bought for t in range(p + 1, p + w + 1)):
            return any(t in bought for t in range(p + w + 1, p + w + horizon + 1))
    return None


def look(days_of, horizon, road=came_back):
    """W -> (n, back), for every W with which anybody can be looked at."""
    first = min(days[0] for days in days_of.values())
    last = max(days[-1] for days in days_of.values())
    table = {}
    for w in range(1, last - first - horizon + 1):
        n = back = 0
        for days in days_of.values():
            found = road(days, w, horizon, last)
            if found is not None:
                n += 1
                back += found
        table[w] = (n, back)
    return table


def row_of(w, n, back):
    low, high = wilson(back, n) if n else (None, None)
    return {"w": w, "n": n, "back": back, "share": back / n if n else None, "low": low, "high": high}


def decide(table, target, support):
    counting = [row_of(w, n, back) for w, (n, back) in table.items() if n >= support]
    below = [r["w"] for r in counting if r["high"] < target]
    above = [r["w"] for r in counting if r["low"] > target]
    answer = None
    for w in below:
        if not any(larger > w for larger in above):
            answer = w
            break
    lowest = None
    for r in counting:
        if lowest is None or Fraction(r["back"], r["n"]) < Fraction(lowest["back"], lowest["n"]):
            lowest = r
    last_above = above[-1] if above else None
    outcome = ("found" if answer is not None else "supportNeverReached" if not counting
               else "neverBelowTarget" if not below else "aboveTargetLater")
    return {"target": target, "support": support, "outcome": outcome, "answer": row_of(answer, *table[answer]) if answer else None,
            "lowest": lowest, "widest": counting[-1]["w"] if counting else None, "lastAbove": last_above,
            "belowBeforeIt": sum(w < last_above for w in below) if last_above else 0}


def gap_curve(days_of):
    """A function W -> Kaplan-Meier share of gaps longer than W, by recounting who is at risk at each event day."""
    last = max(days[-1] for days in days_of.values())
    ended = sorted(b - a for days in days_of.values() for a, b in zip(days, days[1:]))
    open_ = sorted(last - days[-1] for days in days_of.values())
    longest = max(ended[-1:] + open_[-1:])
    steps = []
    surv = 1.0
    for t in sorted(set(ended)):
        events = bisect_right(ended, t) - bisect_right(ended, t - 1)
        at_risk = len(ended) - bisect_right(ended, t - 1) + len(open_) - bisect_right(open_, t - 1)
        surv *= (at_risk - events) / at_risk
        steps.append((t, surv))

    def at(w):
        if w > longest:
            return None
        return next((s for t, s in reversed(steps) if t <= w), 1.0)

    return at, {"gaps": len(ended), "open": len(open_), "longest": longest, "longestSeen": ended[-1] if ended else None}


def data_set(name, days_of):
    first = min(days[0] for days in days_of.values())
    last = max(days[-1] for days in days_of.values())
    curve, gaps = gap_curve(days_of)
    answers, table = [], None
    for horizon in HORIZONS:
        looked = look(days_of, horizon)
        for target in TARGETS:
            answers.append({"horizon": horizon, **decide(looked, target, 100)})
        if horizon == 90:
            chosen = decide(looked, .05, 100)
            marked = {r["w"] for r in (chosen["answer"], chosen["lowest"]) if r}
            wanted = sorted(marked | {w for w in looked if w % 10 == 0})
            table = [{**row_of(w, *looked[w]), "gapCurve": curve(w)} for w in wanted]
    return {"source": name, "customers": len(days_of), "purchaseDays": sum(map(len, days_of.values())),
            "firstDay": iso(first), "lastDay": iso(last), "gaps": gaps,
            "gapCurveBeyond": [{"w": w, "gapCurve": curve(w)} for w in (gaps["longestSeen"], gaps["longest"], gaps["longest"] + 1)],
            "answers": answers, "table90": table}


def small_log(index):
    rng = random.Random(f"window {index}")
    horizon = [rng.randint(2, 20), 5, 10, 30][index % 4]
    target = [.5, .4, .3, .6, .25][index % 5]
    support = [3, 5, 8, 4, 12][index % 5]
    customers = 1 if index == 3 else 4 if index == 8 else rng.randint(8, 40)
    span = rng.randint(60, 260)
    first = day("2024-01-01") + rng.randint(0, 60)
    # A season: everybody buys early in the log and many come back together later on, so that a W that looked good
    # is contradicted by a larger one; when they come back in the middle, a still larger one may be the answer.
    season = index % 3 == 1 and customers > 4
    again = first + round(span * (.55 if index % 2 else .8))
    days_of, rows = {}, []
    for c in range(customers):
        p = first + rng.randint(0, horizon // 3 if season else span // 2)
        stops = rng.random() < .5
        days = days_of.setdefault(f"c{c}", [])
        for _ in range(rng.randint(1, 10)):
            days.append(p)
            if rng.random() < .15:
                days.append(p)                                         # again on the same day
            gap = rng.choice([rng.randint(1, 6), rng.randint(1, 25), horizon, 2 * horizon, 2 * horizon + 1])
            p += min(gap, 5) if season else gap
            if p > first + (horizon // 2 if season else span) or (stops and rng.random() < .4):
                break
        if season and rng.random() < .7:
            days.append(again + rng.randint(0, horizon // 3))
        if season and c == 0:
            days.append(first + span)                                  # the log goes on to its end
    for c, days in days_of.items():
        rows += [{"customer": c, "date": iso(p)} for p in days]
    rng.shuffle(rows)
    return {c: sorted(set(days)) for c, days in days_of.items()}, rows, horizon, target, support


def small_case(index):
    days_of, rows, horizon, target, support = small_log(index)
    table = look(days_of, horizon)
    assert table == look(days_of, horizon, came_back_by_days)
    curve, gaps = gap_curve(days_of)
    chosen = decide(table, target, support)
    wanted = sorted({w for w in table if w % 10 == 0 or w <= 3} | {r["w"] for r in (chosen["answer"], chosen["lowest"]) if r})
    last = max(days[-1] for days in days_of.values())
    return {"id": index, "horizon": horizon, "lastDay": iso(last), "rows": rows, **chosen, "gaps": gaps,
            "table": [{**row_of(w, *table[w]), "gapCurve": curve(w)} for w in wanted],
            "gapCurveBeyond": [{"w": w, "gapCurve": curve(w)} for w in (gaps["longest"], gaps["longest"] + 1)]}


def check(retail, cdnow):
    def answer(data):
        return next(a for a in data["answers"] if a["horizon"] == 90 and a["target"] == .05)

    found = answer(retail)
    assert found["answer"] is None and (found["lowest"]["back"], found["lowest"]["n"], found["lowest"]["w"]) == (95, 415, 214), found
    found = answer(cdnow)["answer"]
    assert (found["w"], found["back"], found["n"]) == (376, 52, 1363), found
    close(found["low"], .0292, 5e-5), close(found["high"], .0497, 5e-5)


if __name__ == "__main__":
    retail = data_set("online_retail_invoices.csv", read(find("online_retail_invoices.csv"), "customer_id", "order_date"))
    cdnow = data_set("cdnow_sample_transactions.csv", read(find("cdnow_sample_transactions.csv"), "customer_id", "date"))
    check(retail, cdnow)
    cases = [small_case(i) for i in range(25)]
    outcomes = {}
    for c in cases:
        outcomes[c["outcome"]] = outcomes.get(c["outcome"], 0) + 1
    outcomes["foundAfterOneTooEarly"] = sum(c["outcome"] == "found" and c["belowBeforeIt"] > 0 for c in cases)
    write(os.path.join(HERE, "churn_window.json"), {
        "generatedBy": "churn_window.py, do not edit",
        "versions": versions(),
        "outcomesOfCases": outcomes,
        "onlineRetail": retail,
        "cdnow": cdnow,
        "cases": cases,
    })
