"""The made-up Stripe subscriptions of the templates by calendar months: who was here, who left and why, what they paid.

Usage: python3 stripe_months.py [stripe_subscriptions.json]   (default templates/data)

Looks at one day after the other: a customer is here as a day opens when some paid stretch began before it and had not
ended. Readings taken here:
- Days are those of New York, the zone of the template. As Of is the day after the last row.
- What is paid for lasts from the start, or from the end of the trial where there was one, to ended_at. Subscriptions
  that are incomplete, expired as incomplete or still on trial are nobody's.
- A price is by the month, a year's is a twelfth, times the seats; past_due still counts.
- Why a customer left is the reason of the subscription that ended on the day of leaving.
"""
import json
import os
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from data_files import HERE, find

SOURCE = "stripe_subscriptions.json"
ZONE = ZoneInfo("America/New_York")
ONE_DAY = timedelta(days=1)


def day(moment):
    return datetime.fromtimestamp(moment, ZONE).date()


def monthly(subscription):
    total = Fraction(0)
    for item in subscription["items"]["data"]:
        price = item["price"]
        months = {"month": 1, "year": 12}[price["recurring"]["interval"]] * price["recurring"]["interval_count"]
        total += Fraction(price["unit_amount"] * item["quantity"], 100 * months)
    return total


def stretches(subscriptions):
    """(customer, first day, day of leaving or None, money a month, reason)"""
    for s in subscriptions:
        if s["status"] in ("incomplete", "incomplete_expired", "trialing"):
            continue
        start = day(s["trial_end"] or s["start_date"])
        end = day(s["ended_at"]) if s["ended_at"] else None
        if end is None or start < end:
            yield s["customer"], start, end, monthly(s), s["cancellation_details"]["reason"]


def last_day(subscriptions):
    seen = [t for s in subscriptions for t in (s["created"], s["canceled_at"], s["ended_at"], s["items"]["data"][0]["current_period_start"])]
    return max(day(t) for t in seen if t)


def here(found, t):
    """customer -> money a month, of those here as day t opens"""
    money = defaultdict(Fraction)
    for customer, start, end, amount, _ in found:
        if start < t and (end is None or t <= end):
            money[customer] += amount
    return money


def month_row(by_day, found, first_paid, a, b):
    start, end = by_day[a], by_day[b]
    left = []
    t = a
    while t < b:
        # Who is here as the day closes has a stretch that covers the night into the next day.
        left += [(c, t) for c in by_day[t] if c not in by_day[t + ONE_DAY] and not any(c == o and s == t for o, s, _, _, _ in found)]
        t += ONE_DAY
    began = {c for c, s in first_paid.items() if a <= s < b}
    reasons = Counter(next(r for c, _, e, _, r in found if c == customer and e == gone) for customer, gone in left)
    both = start.keys() & end.keys()
    kept = [c for c in end if c not in start]
    row = {
        "period": f"{a:%Y-%m}",
        "customersAtStart": len(start),
        "joined": len(began),
        "churned": len(left),
        "customersAtEnd": len(end),
        "churnedAtEnd": len(start.keys() - end.keys()),
        "reasons": dict(sorted(reasons.items())),
        "mrrAtStart": sum(start.values()),
        "newMrr": sum(end[c] for c in kept if first_paid[c] >= a),
        "expansionMrr": sum(max(0, end[c] - start[c]) for c in both),
        "contractionMrr": sum(max(0, start[c] - end[c]) for c in both),
        "churnedMrr": sum(start[c] for c in start if c not in end),
        "reactivationMrr": sum(end[c] for c in kept if first_paid[c] < a),
        "mrrAtEnd": sum(end.values()),
    }
    row["returned"] = row["customersAtEnd"] - row["customersAtStart"] - row["joined"] + row["churned"]
    added = row["newMrr"] + row["expansionMrr"] + row["reactivationMrr"]
    assert row["mrrAtEnd"] == row["mrrAtStart"] + added - row["contractionMrr"] - row["churnedMrr"]
    assert row["returned"] >= 0
    return {name: round(float(value), 4) if isinstance(value, Fraction) else value for name, value in row.items()}


if __name__ == "__main__":
    with open(find(SOURCE), encoding="utf-8") as file:
        pages = json.load(file)
    subscriptions = [s for page in pages for s in page["data"]]
    found = list(stretches(subscriptions))
    first_paid = {}
    for customer, start, _, _, _ in found:
        first_paid[customer] = min(start, first_paid.get(customer, start))
    as_of = last_day(subscriptions) + ONE_DAY

    bounds = [date(2024 + i // 12, i % 12 + 1, 1) for i in range(25)]
    by_day = {}
    t = bounds[0]
    while t <= as_of:
        by_day[t] = here(found, t)
        t += ONE_DAY
    months = [month_row(by_day, found, first_paid, a, b) for a, b in zip(bounds, bounds[1:])]

    a, b = bounds[-2:]
    gone = [(c, e, r) for c, _, e, _, r in found if e and a <= e < b]
    # Not back as of the As Of day, also not on that day itself.
    away = sorted({c for c, e, _ in gone if not any(c == o and (x is None or x > e) for o, _, x, _, _ in found)})
    result = {
        "source": SOURCE,
        "asOf": as_of.isoformat(),
        "pages": len(pages),
        "subscriptions": len(subscriptions),
        "customers": len({s["customer"] for s in subscriptions}),
        "payingCustomers": len(first_paid),
        "statuses": dict(sorted(Counter(s["status"] for s in subscriptions).items())),
        "leftInLastMonthAndNotBack": {r: sorted(c for c, e, x in gone if c in away and x == r) for r in sorted({r for _, _, r in gone})},
    }
    lines = [f" {json.dumps(name)}: {json.dumps(value)}" for name, value in result.items()]
    rows = ",\n".join(f"  {json.dumps(row)}" for row in months)
    with open(os.path.join(HERE, "stripe_months.json"), "w", encoding="utf-8", newline="\n") as file:
        file.write("{\n" + ",\n".join(lines) + ',\n "months": [\n' + rows + "\n ]\n}\n")
