"""Foodie-Fi by calendar months, totals only: who was here, who left, what they paid.

Usage: python3 foodie_fi.py [foodie_fi_subscriptions.csv]   (default ../shared/data beside the repository)

Readings taken here:
- As Of is the day after the last row, so every row is known and April 2021 is complete.
- A plan lasts from its row to the customer's next row; a churn row ends it and begins nothing.
- With trials: a customer from the first row on. Without: from the first paid plan on; who leaves straight after the
  trial never was one. Nobody comes back in this file, so R and reactivation are 0 throughout.
- Amounts as in C11: 9.90 and 19.90 a month, 199 a year is 16.5833 a month (to 1/10,000); a trial is worth nothing.
- Here as day t opens: start < t <= end, so on the day of a change the old plan still is and the new one is not yet.
"""
import csv
import os
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal

from data_files import HERE, find
from intervals import close
from ledger_by_days import day, iso, measure, periods, spell_ledger
from revenue import measure as measure_money
from write_json import versions, write

SOURCE = "foodie_fi_subscriptions.csv"
MONTHS_OF = {"basic monthly": 1, "pro monthly": 1, "pro annual": 12}


def read(path):
    rows_of = {}
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            rows_of.setdefault(row["customer_id"], []).append((day(row["start_date"]), row["plan_name"], row["price"]))
    return {customer: sorted(rows) for customer, rows in rows_of.items()}


def monthly(plan, price):
    if plan == "trial":
        return 0
    return int((Decimal(price) * 10000 / MONTHS_OF[plan]).to_integral_value(ROUND_HALF_UP))


def spells(rows_of, trials):
    found = []
    for customer, rows in rows_of.items():
        stays = [d for d, plan, _ in rows if plan != "churn" and (trials or plan != "trial")]
        left = [d for d, plan, _ in rows if plan == "churn"]
        assert len(left) <= 1 and (not left or left[0] == rows[-1][0])
        if stays:
            found.append((customer, stays[0], left[0] if left else None))
    return found


def by_month(found, bounds, as_of):
    ledger = spell_ledger(found, as_of, bounds[0][0], as_of)
    months = []
    for a, b in bounds:
        row, who = measure(ledger, a, b, None)
        # A second road: count the spells.
        here = sum(s < a and (e is None or a <= e) for _, s, e in found)
        started, left = sum(a <= s < b for _, s, _ in found), sum(e is not None and a <= e < b for _, _, e in found)
        assert (row["S"], row["N"], row["R"], row["L"]) == (here, started, 0, left)
        months.append({"start": iso(a), "end": iso(b), **{k: row[k] for k in "SNRLE"},
                       "churnedAtEnd": len(who["start"] - who["end"]), "customerDays": row["customerDays"],
                       "startOfPeriod": {k: row["definitions"]["startOfPeriod"][k] for k in ("rate", "low", "high")},
                       "customerDaysRate": {k: row["definitions"]["customerDays"][k] for k in ("rate", "low", "high")}})
    return months


def terms_of(rows_of):
    terms = []
    for customer, rows in rows_of.items():
        for i, (d, plan, price) in enumerate(rows):
            if plan != "churn":
                terms.append((customer, d, rows[i + 1][0] if i + 1 < len(rows) else None, monthly(plan, price)))
    return terms


if __name__ == "__main__":
    rows_of = read(find(SOURCE))
    last = max(d for rows in rows_of.values() for d, _, _ in rows)
    as_of = last + 1
    bounds = [(a, b) for a, b in periods("month", day("2020-01-01"), last) if b <= as_of]
    plans = [[plan for _, plan, _ in rows] for rows in rows_of.values()]
    churned = sum("churn" in row for row in plans)
    after_trial = sum(row == ["trial", "churn"] for row in plans)
    assert (len(rows_of), churned, after_trial) == (1000, 307, 92)
    assert iso(bounds[0][0]) == "2020-01-01" and iso(bounds[-1][0]) == "2021-04-01" and bounds[-1][1] == as_of

    with_trials = by_month(spells(rows_of, True), bounds, as_of)
    without = by_month(spells(rows_of, False), bounds, as_of)
    assert sum(m["L"] for m in with_trials) == 307 and with_trials[-1]["E"] == 693
    assert sum(m["L"] for m in without) == 215 and without[-1]["E"] == 693

    terms = terms_of(rows_of)
    money = [measure_money(terms, a, b) for a, b in bounds]
    # A second road to the money as the log ends: the last plan of everybody who stayed.
    at_end = sum(monthly(rows[-1][1], rows[-1][2]) for rows in rows_of.values() if rows[-1][1] != "churn")
    changed_on_last = sum(monthly(plan, price) for rows in rows_of.values() for d, plan, price in rows if d == as_of and plan != "churn")
    assert changed_on_last == 0
    close(money[-1]["endAmount"], at_end / 10000, 1e-9)
    assert all(m["reactivationAmount"] == 0 for m in money)
    assert all(m["startCustomers"] == w["S"] for m, w in zip(money, without))
    write(os.path.join(HERE, "foodie_fi.json"), {
        "generatedBy": "foodie_fi.py, do not edit",
        "versions": versions(),
        "source": SOURCE,
        "asOf": iso(as_of),
        "customers": len(rows_of),
        "churned": churned,
        "churnedStraightAfterTheTrial": after_trial,
        "everPaid": len(spells(rows_of, False)),
        "rows": dict(sorted(Counter(plan for row in plans for plan in row).items())),
        "firstPaidPlan": dict(sorted(Counter(next(p for p in row if p not in ("trial", "churn")) for row in plans if row != ["trial", "churn"]).items())),
        "monthlyPrices": {"basic monthly": 9.9, "pro monthly": 19.9, "pro annual": monthly("pro annual", "199.0") / 10000},
        "monthsTrialsCounted": with_trials,
        "monthsTrialsNotCounted": without,
        "money": money,
    })
