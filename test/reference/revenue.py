"""C11 by brute force: who pays how much as a period opens and as it closes, customer by customer, in exact fractions.

Usage: python3 revenue.py

A term is (customer, start, end or null, amount a month). It is here as day t opens when start < t <= end. What a
customer pays as t opens is the sum over the terms here. All movements come from the two snapshots alone, as a and as b
open. The readings taken here:
- Start customers pay more than 0 as a opens; those here for nothing (trials) are none, and their leaving is no churn.
- New: pays as b opens, not as a opens, and no term of more than 0 that lasts at least a day began before a. Otherwise
  somebody who pays as b opens and not as a opens is a reactivation.
- Who joins and leaves between two snapshots, or leaves and is back at the same price, is no movement at all.
- Gross churn, GRR, NRR, net churn are null when nobody pays as a opens; quick ratio is null when nothing was lost.
- Limits are null below 30 start customers, those of net churn too (reactivated customers do not count for the 30).
- Gross: Wilson on g with n_eff = g(1 - g) / se^2, se^2 = n/(n - 1) * sum((l - g s)^2) / (sum s)^2 over start customers,
  l what each lost; where g is 0 or 1 or se is 0, n_eff = (sum s)^2 / sum(s^2) (Kish). GRR is 1 - gross, so are its limits.
  Whether se is 0 is asked of the exact fraction.
- NRR: R +- z se, the same se^2 with y - R s, y what each pays as b opens. Net: 1 - (Q +- z se) with those reactivated
  among the n as s = 0, y = what they pay. Neither is cut at 0: the limits are as the formula gives them.
- Periods are calendar months from the one of the first start to the last complete one; As Of is the day after. Terms
  that begin on As Of or later are in the books and change nothing; an end on As Of or later is not known yet.
- Amounts are whole 1/10,000, divided once. A price of 199 a year is 16.5833 a month.
"""
import os
import random
from fractions import Fraction
from math import sqrt

import numpy
from scipy.stats import norm

from data_files import HERE
from intervals import Z95, close, wilson
from ledger_by_days import day, iso, periods
from write_json import versions, write

ENOUGH = 30
BOOKS = 30


def here(term, t):
    return term[1] < t and (term[2] is None or t <= term[2])


def wilson_share(share, n, z=Z95):
    """Wilson for a share with a number of customers that need not be whole."""
    p, n = float(share), float(n)
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return (0.0 if share == 0 else centre - half, 1.0 if share == 1 else centre + half)


def ratio_variance(pairs):
    """Of sum y / sum s over (s, y): n/(n - 1) * sum((y - R s)^2) / (sum s)^2, exactly. One pair alone has none."""
    n, total = len(pairs), sum(s for s, _ in pairs)
    if n < 2 or total == 0:
        return None
    r = Fraction(sum(y for _, y in pairs), total)
    return Fraction(n, n - 1) * sum((y - r * s) ** 2 for s, y in pairs) / Fraction(total) ** 2


def gross_limits(start_pairs):
    """(low, high, effective number, how) for pairs of (s, lost)."""
    total = sum(s for s, _ in start_pairs)
    g = Fraction(sum(lost for _, lost in start_pairs), total)
    variance = ratio_variance(start_pairs)
    if g in (0, 1) or not variance:
        n_eff, how = Fraction(total ** 2, sum(s * s for s, _ in start_pairs)), "kish"
    else:
        n_eff, how = g * (1 - g) / variance, "ratio"
    return (*wilson_share(g, n_eff), float(n_eff), how)


def other_limits(kept):
    """What the simulation below speaks for: Kish's number always, and NRR = 1 - gross + expansion by MOVER."""
    total = sum(s for s, _ in kept)
    n = Fraction(total ** 2, sum(s * s for s, _ in kept))
    g = Fraction(sum(max(0, s - e) for s, e in kept), total)
    low, high = wilson_share(g, n)
    more = Z95 * sqrt(ratio_variance([(s, max(0, e - s)) for s, e in kept]))
    r = sum(e for _, e in kept) / total
    return {"customers": float(n), "gross": {"low": low, "high": high},
            "nrr": {"low": r - sqrt((high - float(g)) ** 2 + more ** 2), "high": r + sqrt((float(g) - low) ** 2 + more ** 2)}}


def ratio_limits(pairs):
    r = sum(y for _, y in pairs) / sum(s for s, _ in pairs)
    half = Z95 * sqrt(ratio_variance(pairs))
    return r - half, r + half


def measure(terms, a, b):
    start, end, earlier = {}, {}, set()
    for term in terms:
        customer, begins, ends, amount = term
        if here(term, a):
            start[customer] = start.get(customer, 0) + amount
        if here(term, b):
            end[customer] = end.get(customer, 0) + amount
        if amount > 0 and begins < a and (ends is None or ends > begins):
            earlier.add(customer)
    moved = dict.fromkeys(["new", "expansion", "contraction", "churned", "reactivation"], 0)
    counted = dict(moved)

    def note(kind, amount):
        moved[kind] += amount
        counted[kind] += 1

    paid, kept, back = [], [], []
    for customer in sorted({t[0] for t in terms}):
        s, e = start.get(customer, 0), end.get(customer, 0)
        if s > 0:
            paid.append((s, max(0, s - e)))
            kept.append((s, e))
        if s > 0 and e == 0:
            note("churned", s)
        elif s > e:
            note("contraction", s - e)
        elif s > 0 and e > s:
            note("expansion", e - s)
        elif s == 0 and e > 0 and customer in earlier:
            note("reactivation", e)
            back.append((0, e))
        elif s == 0 and e > 0:
            note("new", e)
    before, after = sum(start.values()), sum(end.values())
    assert after == before + moved["new"] + moved["expansion"] + moved["reactivation"] - moved["contraction"] - moved["churned"]
    row = {"start": iso(a), "end": iso(b), "startAmount": before / 10000,
           **{f"{kind}Amount": amount / 10000 for kind, amount in moved.items()}, "endAmount": after / 10000,
           "startCustomers": len(paid), "endCustomers": sum(e > 0 for e in end.values()),
           **{f"{kind}Customers": n for kind, n in counted.items()}}
    names = ["gross", "net", "grr", "nrr"]
    if not paid:
        return {**row, **{name: {"rate": None, "low": None, "high": None} for name in names}, "quickRatio": None,
                "effectiveCustomers": None, "effectiveFrom": None, "byKish": None}
    lost = moved["churned"] + moved["contraction"]
    gained = moved["expansion"] + moved["reactivation"]
    rates = {"gross": lost / before, "net": (lost - gained) / before, "grr": sum(min(s, e) for s, e in kept) / before,
             "nrr": sum(e for _, e in kept) / before}
    close(rates["grr"], 1 - rates["gross"], 1e-12)
    close(rates["net"], 1 - rates["nrr"] - moved["reactivation"] / before, 1e-12)
    limits = dict.fromkeys(names, (None, None))
    effective, how = None, None
    if len(paid) >= ENOUGH:
        low, high, effective, how = gross_limits(paid)
        limits["gross"], limits["grr"] = (low, high), (1 - high, 1 - low)
        limits["nrr"] = ratio_limits(kept)
        low, high = ratio_limits(kept + back)
        limits["net"] = (1 - high, 1 - low)
    return {**row, **{name: {"rate": rates[name], "low": limits[name][0], "high": limits[name][1]} for name in names},
            "quickRatio": (moved["new"] + gained) / lost if lost else None, "effectiveCustomers": effective, "effectiveFrom": how,
            "byKish": other_limits(kept) if len(paid) >= ENOUGH else None}


def check_by_days(terms, a, b, row):
    """New or back, by a second road: was there any day up to a on which this customer paid as it opened?"""
    def pays(customer, t):
        return sum(term[3] for term in terms if term[0] == customer and here(term, t))

    first = min(term[1] for term in terms)
    new = back = 0
    for customer in {term[0] for term in terms}:
        if pays(customer, b) > 0 and pays(customer, a) == 0:
            ever = any(pays(customer, t) > 0 for t in range(first, a + 1))
            new, back = new + (0 if ever else pays(customer, b)), back + (pays(customer, b) if ever else 0)
    assert (new / 10000, back / 10000) == (row["newAmount"], row["reactivationAmount"]), row


def months(first, as_of):
    return [(a, b) for a, b in periods("month", first, as_of) if b <= as_of]


def draw_book(index):
    rng = random.Random(f"book {index}")
    size = rng.randint(40, 120) if index % 4 == 3 or index == 28 else rng.randint(1, 25)
    first = day("2023-01-01") + rng.randint(0, 300)
    length = rng.randint(4, 8) if size > 25 else rng.randint(5, 14)
    bounds = [a for a, _ in periods("month", first, first + 31 * length)]
    as_of = bounds[-1]
    skewed = index % 3 == 1

    def price():
        if skewed:
            return round(rng.lognormvariate(3.5, 1.2) * 100) * 100
        return rng.choice([99000, 199000, 490000, 165833, 99000, 1200000])

    def snap(t):
        return rng.choice(bounds) if rng.random() < .12 else t

    terms = []
    for c in range(size):
        name = f"k{c}"
        t = first if c == 0 else snap(first + (rng.randint(0, 25) if rng.random() < .6 else rng.randint(0, as_of - first + 10)))
        if c and rng.random() < .2:
            terms.append((name, t, t + rng.choice([7, 14, 30]), 0))                # a trial, worth nothing
            t = terms[-1][2]
            if rng.random() < .3:
                continue
        if rng.random() < .05:
            terms.append((name, t, t, price()))                                    # no days, never here
        if rng.random() < .15:
            begins = t + rng.randint(0, 90)
            terms.append((name, begins, rng.choice([None, begins + rng.randint(1, 120)]), price()))    # a second subscription
        while t < as_of + 20:
            lasts = rng.randint(5, 60) if rng.random() < .3 else rng.randint(30, 300)
            ends = max(t + 1, snap(t + lasts))
            what = rng.random()
            if what < .35:
                terms.append((name, t, None, price()))
                break
            terms.append((name, t, ends, price()))
            if what < .65:
                t = ends                                                           # another plan, or the same again
            elif what < .85:
                t = snap(ends + rng.randint(1, 80))
                t = max(t, ends)
            else:
                break
    return terms, first, as_of


def planted_book(kind):
    """Forty (or thirty) customers for five months, with one thing each that chance does not bring."""
    first = day("2024-01-03")
    terms = []
    for c in range(30 if kind == "thirty" else 40):
        name, amount = f"k{c}", (c % 7 + 1) * 50000
        if kind == "nobodyLeaves":
            terms.append((name, first + c % 5, None, amount))
        elif kind == "allLeave":
            terms.append((name, first + c % 5, day("2024-03-10") + c % 9, amount))
        elif kind == "allHalved":
            terms += [(name, first + c % 5, day("2024-03-10"), amount), (name, day("2024-03-10"), None, amount // 2)]
        elif kind == "thirty" and c == 4:
            # Away from February to April: 30 start customers, then 29, then 29 and one reactivated, then 30 again.
            terms += [(name, first, day("2024-02-20"), amount), (name, day("2024-04-09"), None, amount + 10000)]
        else:
            terms += [(name, first + c % 5, day("2024-02-01") + 3 * c, amount), (name, day("2024-02-01") + 3 * c, None, (c % 5 + 1) * 60000)]
    return terms, first, day("2024-07-01")


def shown(terms):
    return [{"customer": c, "start": iso(s), "end": None if e is None else iso(e), "amount": x / 10000} for c, s, e, x in terms]


def book_case(name, terms, first, as_of):
    rows = [measure(terms, a, b) for a, b in months(first, as_of)]
    if len({t[0] for t in terms}) <= 45:
        for row in rows:
            check_by_days(terms, day(row["start"]), day(row["end"]), row)
    return {"id": name, "asOf": iso(as_of), "terms": shown(terms), "periods": rows}


def books():
    planted = ["nobodyLeaves", "allLeave", "allHalved", "thirty"]
    cases = []
    for index in range(BOOKS):
        drawn = draw_book(index)
        random.Random(f"order {index}").shuffle(drawn[0])
        cases.append(book_case(index, *drawn))
    return cases + [book_case(kind, *planted_book(kind)) for kind in planted]


def traps(cases):
    rows = [row for case in cases for row in case["periods"]]
    terms = [(term, case) for case in cases for term in case["terms"]]
    return {
        "periods": len(rows),
        "withLimits": sum(row["gross"]["low"] is not None for row in rows),
        "kish": sum(row["effectiveFrom"] == "kish" for row in rows),
        "nobodyAtStart": sum(row["gross"]["rate"] is None for row in rows),
        "nothingLost": sum(row["gross"]["rate"] is not None and row["quickRatio"] is None for row in rows),
        "reactivated": sum(row["reactivationCustomers"] for row in rows),
        "start29": sum(row["startCustomers"] == 29 for row in rows),
        "start30": sum(row["startCustomers"] == 30 for row in rows),
        "nrrAboveOne": sum((row["nrr"]["rate"] or 0) > 1 for row in rows),
        "netBelowZero": sum((row["net"]["rate"] or 0) < 0 for row in rows),
        "netHasReactivationAndLimits": sum(row["net"]["low"] is not None and row["reactivationCustomers"] > 0 for row in rows),
        "termsOfNothing": sum(term["amount"] == 0 for term, _ in terms),
        "termsOfNoDays": sum(term["start"] == term["end"] for term, _ in terms),
        "termsThatBeginAfterAsOf": sum(term["start"] >= case["asOf"] for term, case in terms),
        "endsOnAMonthsFirst": sum((term["end"] or "").endswith("-01") for term, _ in terms),
        "startsOnAMonthsFirst": sum(term["start"].endswith("-01") for term, _ in terms),
    }


def vectors():
    """The vectors of the specification and the sentences of C11, one period each: July 2024."""
    a, b = day("2024-07-01"), day("2024-08-01")
    long_ago, middle = a - 100, a + 14

    def change(customer, s, e):
        terms = []
        if s:
            terms.append((customer, long_ago, middle, s * 10000))
        if e:
            terms.append((customer, middle, None, e * 10000))
        return terms

    books_ = {
        "hundred": change("a", 10, 0) + change("b", 20, 10) + change("c", 70, 80),
        "four": change("a", 100, 0) + change("b", 100, 150) + change("d", 0, 60)
        + [("c", long_ago - 50, long_ago, 300000), ("c", a + 3, None, 400000)],
        "firstOfTwoSubscriptions": [("a", long_ago, middle, 300000), ("a", long_ago, b + 10, 200000)],
        "changeOfPlan": change("a", 30, 20) + change("b", 20, 30) + change("c", 20, 20),
        "backAtTheSamePrice": [("a", long_ago, a + 3, 100000), ("a", a + 9, None, 100000)],
        "backCheaper": [("a", long_ago, a + 3, 100000), ("a", a + 9, None, 60000)],
        "cameAndWent": [("a", long_ago, None, 100000), ("b", a + 3, a + 20, 500000)],
        "cameWentAndCame": [("a", long_ago, None, 100000), ("b", a + 3, a + 9, 500000), ("b", a + 12, None, 500000)],
        "trialThenPaid": [("a", long_ago, None, 100000), ("b", a - 5, a + 2, 0), ("b", a + 2, None, 99000)],
        "trialThenGone": [("a", long_ago, None, 100000), ("b", a - 5, a + 2, 0)],
        "paidThenFree": [("a", long_ago, a + 2, 100000), ("a", a + 2, None, 0)],
        "endsAsThePeriodOpens": [("a", long_ago, a, 100000), ("b", long_ago, None, 100000)],
        "endsAsThePeriodCloses": [("a", long_ago, b, 100000)],
        "startsAsThePeriodOpens": [("a", a, None, 100000), ("b", long_ago, None, 100000)],
        "yearlyToMonthly": [("a", long_ago, middle, 165833), ("a", middle, None, 199000)],
        "nothingLost": change("a", 10, 10) + change("b", 0, 10),
        "nobodyAtStart": change("a", 0, 10),
    }
    found = {name: measure(terms, a, b) for name, terms in books_.items()}

    def rates(name):
        row = found[name]
        return [row[k]["rate"] for k in ("gross", "net", "nrr")] + [row["quickRatio"]]

    assert rates("hundred") == [.2, .1, .9, .5] and found["hundred"]["startAmount"] == 100
    assert rates("four") == [.5, .05, .75, 1.5] and found["four"]["reactivationAmount"] == 40, found["four"]
    assert found["firstOfTwoSubscriptions"]["contractionAmount"] == 30 and found["firstOfTwoSubscriptions"]["churnedAmount"] == 0
    assert measure(books_["firstOfTwoSubscriptions"], b, day("2024-09-01"))["churnedAmount"] == 20
    assert found["changeOfPlan"]["churnedAmount"] == 0 and found["changeOfPlan"]["newAmount"] == 0
    assert found["backAtTheSamePrice"]["gross"]["rate"] == 0 and found["cameWentAndCame"]["newAmount"] == 50
    assert found["trialThenPaid"]["newAmount"] == 9.9 and found["trialThenPaid"]["reactivationAmount"] == 0
    assert found["endsAsThePeriodOpens"]["churnedAmount"] == 10 and found["endsAsThePeriodCloses"]["churnedAmount"] == 0
    return [{"id": name, "asOf": iso(b), "terms": shown(terms), "period": found[name]} for name, terms in books_.items()]


def lifetime_values():
    """C12 on shares of customers: margin a period / pooled churn, limits from Wilson's, and the same cut at a horizon."""
    rows = []
    for pairs, margin, horizon in [([(5, 100), (0, 200), (10, 100)], 100, 60), ([(1, 100), (0, 200), (1, 100)], 100, 60),
                                   ([(3, 40)], 25.5, 12), ([(40, 40)], 10, 60)]:
        lost, start = sum(k for k, _ in pairs), sum(n for _, n in pairs)
        low, high = wilson(lost, start)
        rows.append({"periods": [{"lost": k, "start": n} for k, n in pairs], "margin": margin, "horizon": horizon,
                     "pooledChurn": lost / start, "value": margin * start / lost, "low": margin / high, "high": margin / low,
                     "capped": {"value": margin * min(start / lost, horizon), "low": margin * min(1 / high, horizon),
                                "high": margin * min(1 / low, horizon)}})
    close(rows[0]["value"], 2666.67, 5e-3), close(rows[0]["low"], 1640.85, 5e-3), close(rows[0]["high"], 4375.40, 5e-3)
    return rows


def coverage():
    """How often the limits hold the truth: customers drawn from a market with log-normal amounts (sigma 1 or 1.5) who
    leave with a chance `churn`; where `tendency` is bigStay (bigLeave), those under (over) the median leave with half as
    much again and the others with half of it. With `changes`, of those who stay a tenth pay half to all of it and a tenth
    one to two times of it. The truth is the market's, by amount.

    `gross` and `nrr` are the limits the books above hold. Beside them, what else might be done: gross by g +- z se
    (`grossPlain`), Wilson with the number of customers, with Kish's number always (`grossKish`), with the smaller of
    Kish's and n_eff; NRR as 1 - gross + expansion by MOVER from grossKish and a plain interval of expansion (`nrrMover`).
    """
    rows = []
    for size, tendencies in [(30, ["none"]), (60, ["none", "bigStay", "bigLeave"]), (200, ["none"])]:
        for tendency in tendencies:
            for sigma in [1.0, 1.5]:
                for churn in [.05, .2]:
                    rows += [simulate(size, tendency, sigma, churn, changes) for changes in [False, True]]
    return rows


def simulate(size, tendency, sigma, churn, changes, draws=2000):
    rng = numpy.random.default_rng([size, ["none", "bigStay", "bigLeave"].index(tendency), int(sigma * 10), int(churn * 100), changes])
    s = numpy.exp(3 + sigma * rng.standard_normal((draws, size)))
    small, big = {"none": (1, 1), "bigStay": (1.5, .5), "bigLeave": (.5, 1.5)}[tendency]
    gone = rng.random((draws, size)) < churn * numpy.where(s < numpy.exp(3), small, big)
    of_small = norm.cdf(-sigma)                        # the part of all amounts that lies under the median
    true_gross = churn * (small * of_small + big * (1 - of_small))
    true_nrr = 1 - true_gross
    kind, how_much = rng.random((draws, size)), rng.random((draws, size))
    factor = numpy.ones((draws, size))
    if changes:
        factor[kind < .1] = (.5 + .5 * how_much)[kind < .1]
        factor[kind > .9] = (1 + how_much)[kind > .9]
        true_gross, true_nrr = true_gross + true_nrr * .1 * .25, true_nrr * (.8 + .1 * .75 + .1 * 1.5)
    e = numpy.where(gone, 0, s * factor)
    lost, more, total = numpy.maximum(0, s - e), numpy.maximum(0, e - s), s.sum(axis=1)
    g, x, r = lost.sum(axis=1) / total, more.sum(axis=1) / total, e.sum(axis=1) / total

    def variance(y, ratio):
        return size / (size - 1) * ((y - ratio[:, None] * s) ** 2).sum(axis=1) / total ** 2

    v, kish = variance(lost, g), total ** 2 / (s * s).sum(axis=1)
    degenerate = (g <= 0) | (g >= 1) | (v <= 0)
    n_eff = numpy.where(degenerate, kish, g * (1 - g) / numpy.where(degenerate, 1, v))
    low, high = wilson_many(g, kish)
    half_nrr, half_plain, half_more = (Z95 * numpy.sqrt(variance(y, q)) for y, q in [(e, r), (lost, g), (more, x)])
    return {
        "customers": size, "tendency": tendency, "sigma": sigma, "churn": churn, "changes": changes, "draws": draws,
        "nothingLost": int((g <= 0).sum()),
        "gross": judged(*wilson_many(g, n_eff), true_gross),
        "nrr": judged(r - half_nrr, r + half_nrr, true_nrr),
        "grossKish": judged(low, high, true_gross),
        "nrrMover": judged(r - numpy.sqrt((high - g) ** 2 + half_more ** 2), r + numpy.sqrt((g - low) ** 2 + half_more ** 2), true_nrr),
        "grossSmaller": judged(*wilson_many(g, numpy.minimum(n_eff, kish)), true_gross),
        "grossPlain": judged(g - half_plain, g + half_plain, true_gross),
        "grossByCustomers": judged(*wilson_many(g, numpy.full(draws, float(size))), true_gross),
    }


def wilson_many(p, n, z=Z95):
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * numpy.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return centre - half, centre + half


def judged(low, high, truth):
    """Share of draws whose limits hold the truth, lie wholly below it, wholly above it; and their mean width."""
    return {"truth": round(truth, 6), "covered": float(((low <= truth) & (truth <= high)).mean()),
            "wholeBelow": float((high < truth).mean()), "wholeAbove": float((low > truth).mean()),
            "width": round(float((high - low).mean()), 4)}


if __name__ == "__main__":
    close(wilson_share(Fraction(3, 20), 20)[1], wilson(3, 20)[1], 1e-15)
    spoken, cases = vectors(), books()
    write(os.path.join(HERE, "revenue.json"), {
        "generatedBy": "revenue.py, do not edit",
        "versions": versions(),
        "traps": traps(cases),
        "vectors": spoken,
        "lifetimeValue": lifetime_values(),
        "books": cases,
        "coverage": coverage(),
    })
