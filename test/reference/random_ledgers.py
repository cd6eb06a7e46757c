"""Sixty small purchase logs with everything the six churn definitions say about them, by day-by-day sets.

A program that has never seen this one reads `rows`, `window`, `asOf` and the periods, and must find every figure.
Each case is generated from its own seed; a few traps are planted on purpose and counted at the end, so that a change
of the generator cannot quietly lose them: gaps of exactly W and W + 1 days, losses dated exactly on a period's start,
end and on As Of, purchases on and after As Of, several on one day, nobody at all.

Readings: as in churn.py. The periods of a case with a calendar unit run from the one that holds the first purchase
not after As Of to the one that holds As Of; `custom` periods are any list [start, end), not touching each other, and
only for a program that takes a list. Rows stand in no order. `time` in a date is there to be ignored: days are those
of the text. A null denominator: dailySum has none, customerDays has none while its period is unfinished.
"""
import os
import random

from ledger_by_days import assert_twin, day, iso, measure, periods, purchase_ledger, reason_for
from write_json import versions, write

HERE = os.path.dirname(os.path.abspath(__file__))
CASES = 60
UNITS = ["month", "week", "month", "quarter", "custom", "day", "month", "week", "year", "custom"]
SPANS = {"day": 24, "week": 80, "month": 190, "quarter": 420, "year": 800, "custom": 120}
NAMES = ["Ada", "Борис", "0007", "7", "نسرین", "o'Neil", "Zoë", "17850.0", "b@x.org", "Ганна", "k-12", "Ünal"]


def generate(index):
    rng = random.Random(f"retention {index}")
    unit = UNITS[index % len(UNITS)]
    window = [rng.randint(1, 40), 1, 7, 30, rng.randint(2, 12), rng.randint(10, 40)][index % 6]
    if unit == "day":
        window = rng.randint(1, 9)
    customers = 0 if index == 7 else 1 if index in (8, 21) else rng.randint(2, 12)
    first = day("2023-11-20") + rng.randint(0, 120)
    span = SPANS[unit] if unit == "year" else rng.randint(SPANS[unit] // 2, SPANS[unit])
    as_of = first + span
    if index % 5 == 1 and unit in ("month", "week", "quarter"):
        # As Of on the first day of a period: the one before is just complete, a new one has just begun.
        as_of = list(periods(unit, first, as_of))[-1][0]
    bounds = [a for a, _ in periods(unit, first, as_of)] if unit != "custom" else []
    spans, week_start = [], 1
    if unit == "custom":
        # Gaps between the periods are allowed, overlaps are not; one ends on As Of, one holds it.
        a = first + rng.randint(0, 6)
        while a < as_of:
            b = min(a + rng.randint(1, 25), as_of)
            spans.append((a, b))
            a = b + rng.choice([0, 0, 0, 3])
        spans.append((as_of, as_of + rng.randint(1, 10)))
        bounds = [a for a, _ in spans]
    elif unit == "week" and index % 4 == 1:
        week_start = 7

    log = []
    for name in NAMES[:customers]:
        p = first + (0 if name == NAMES[0] else rng.randint(0, span))
        for _ in range(rng.randint(1, 9)):
            log.append((name, p))
            trap = rng.random()
            if trap < .12:
                log.append((name, p))                                  # again on the same day
            gap = (window if trap < .3 else window + 1 if trap < .45 else rng.randint(1, max(2, window))
                   if trap < .7 else rng.randint(1, 2 * window + 12))
            p += gap
        if bounds and rng.random() < .6:
            log.append((name, rng.choice(bounds) - window))            # may end on a period's bound
        if rng.random() < .25:
            log.append((name, as_of - window))                         # may end on As Of: not yet lost
        if rng.random() < .25:
            log.append((name, as_of - window - 1))                     # may end on the last day that counts
        if rng.random() < .2:
            log.append((name, as_of))
        if rng.random() < .2:
            log.append((name, as_of + rng.randint(1, 20)))             # not read
    log = [(c, p) for c, p in log if p >= first]
    rng.shuffle(log)
    rows = [{"customer": c, "date": iso(p) + (rng.choice(["T00:00:00", "T23:59:59", "T08:30:00"]) if index % 3 == 0 else ""),
             "amount": rng.randint(1, 20000) / 100} for c, p in log]
    return unit, week_start, window, as_of, spans, rows, log


def solve(index, seen):
    unit, week_start, window, as_of, spans, rows, log = generate(index)
    days_of = {}
    for customer, p in log:
        if p <= as_of:
            days_of.setdefault(customer, set()).add(p)
    read = [p for _, p in log if p <= as_of]
    first_event = min(read) if read else None
    if unit != "custom":
        spans = list(periods(unit, first_event, as_of, week_start)) if read else []
    case = {"id": index, "unit": unit, "weekStart": "Sunday" if week_start == 7 else "Monday", "window": window,
            "asOf": iso(as_of), "firstDay": iso(first_event) if read else None, "rows": rows,
            "customers": len(days_of), "periods": []}
    if not read:
        seen["nobody"] += 1
        return case
    lowest, highest = min([first_event] + [a for a, _ in spans]) - 1, max([as_of + 1] + [b for _, b in spans])
    ledger = purchase_ledger(days_of, window, as_of, lowest, highest)
    for a, b in spans:
        reason = reason_for(a, b, as_of, first_event, window)
        found, sets = measure(ledger, a, b, reason)
        assert_twin(found, days_of, window, as_of, a, b)
        case["periods"].append({"start": iso(a), "end": iso(b), "reason": reason, **found, "churnedItems": len(sets["left"])})
    count_traps(seen, window, as_of, spans, log, days_of)
    for period in case["periods"]:
        for d in period["definitions"].values():
            seen["noCustomersAtStart"] += d["reason"] == "noCustomersAtStart"
        seen[period["reason"] or "rated"] += 1
        seen["leftTwiceInAPeriod"] += period["L"] > period["churnedItems"]
        seen["lostAndBackInThePeriod"] += (period["definitions"]["ignoreSamePeriod"]["numerator"]
                                           > period["definitions"]["startOfPeriod"]["numerator"])
        rate = period["definitions"]["dailySum"]["rate"]
        seen["dailySumAboveOne"] += rate is not None and rate > 1
        seen["nobodyLeft"] += period["reason"] is None and period["L"] == 0
    return case


def count_traps(seen, window, as_of, spans, log, days_of):
    seen["purchasesAfterAsOf"] += sum(p > as_of for _, p in log)
    seen["purchasesOnAsOf"] += sum(as_of in days for days in days_of.values())
    seen["severalOnOneDay"] += len(log) - len(set(log))
    for days in days_of.values():
        ordered = sorted(days)
        gaps = [q - p for p, q in zip(ordered, ordered[1:])]
        seen["gapsOfW"] += gaps.count(window)
        seen["gapsOfW+1"] += gaps.count(window + 1)
        ends = [p + window for p, q in zip(ordered, ordered[1:] + [None]) if q is None or q - p > window]
        seen["endsOnAsOf"] += as_of in ends
        seen["endsOnTheDayBeforeAsOf"] += as_of - 1 in ends
        for a, b in spans:
            seen["lossesOnAPeriodsStart"] += a in ends and a < as_of
            seen["lossesOnAPeriodsEnd"] += b in ends and b < as_of
            seen["endsOnAsOfThatIsAPeriodsEnd"] += b in ends and b == as_of
            seen["startsOnAPeriodsStart"] += a in days and a - window > 0 and not any(a - window <= p < a for p in days)


if __name__ == "__main__":
    names = ["nobody", "rated", "leftEdge", "periodUnfinished", "noCustomersAtStart", "leftTwiceInAPeriod",
             "lostAndBackInThePeriod", "dailySumAboveOne", "nobodyLeft", "purchasesAfterAsOf", "purchasesOnAsOf",
             "severalOnOneDay", "gapsOfW", "gapsOfW+1", "endsOnAsOf", "endsOnTheDayBeforeAsOf", "lossesOnAPeriodsStart",
             "lossesOnAPeriodsEnd", "endsOnAsOfThatIsAPeriodsEnd", "startsOnAPeriodsStart"]
    seen = dict.fromkeys(names, 0)
    cases = [solve(index, seen) for index in range(CASES)]
    for name, count in seen.items():
        assert count >= 1 if name == "nobody" else count >= 5, (name, count)
    path = os.path.join(HERE, "random_ledgers.json")
    write(path, {"generatedBy": "random_ledgers.py, do not edit", "versions": versions(), "traps": seen, "cases": cases})
    assert os.path.getsize(path) < 1_500_000, os.path.getsize(path)
