"""Churn of the Online Retail invoices as of 2011-12-10, and the drawn ledgers, by sets and day-by-day loops.

Usage: python3 churn.py [invoices.csv]   (default templates/data/online_retail_invoices.csv, else the shared folder)

What the specification leaves open, and the reading taken here:
- Periods run from the one that holds the first purchase to the one that holds As Of; the customer-days and the daily
  sum of an unfinished period are null (its later days are not known), its other counts are "so far".
- numerator and denominator stay where a rate is null; dailySum has the losses as numerator and no denominator.
- A definition whose denominator is 0 in a complete period has the reason noCustomersAtStart, whichever it is.
- `change` compares with the period just before, when that one has a rate (complete, behind the left edge, denominator
  not 0); otherwise it is null. A missing interval on either side leaves the limits and the verdict null.
- "The left edge" is that of the whole log, not of a group's first purchase.
- A churned-customer item is one customer in one period, who left at least once in it (`items`; `losses` counts spells).
- m of "with m groups in the period" = groups with anybody here or starting in the period (`groups`); `groupsWithStart`
  is the smaller count of groups with S > 0.
- A group's rest is everybody else in the period, counted from the customers, not from rounded figures.
- A group seen in only one of two periods takes its rate there for both in the split, so all of it is mix; the weight is
  a group's part of the definition's denominator; dailySum has no weights and so no split.
- Value of a customer: the amounts of days a - W … a - 1 of those in S, divided by S and W, times the days of the period.
  The three figures of C10 for a period that is no month: leavers over twelve months = lost x value x 365 / days; the
  shortfall turns the rate into one of a month of 365/12 days by compounding and the value by proportion, then sums
  S x value x (1 - (1 - c)^k) over k = 1 … 12.
- Top fifth: floor(S / 5) customers of S by all their amounts before a, largest first; equal amounts by customer id in
  natural order (runs of digits compared as numbers), smallest id first. The share is of the amounts before a of S.
- Amounts are summed as whole 1/10,000 and divided once.
"""
import csv
import os
import re
import sys
from decimal import Decimal
from math import exp

from scipy.stats import norm

from intervals import close, mover, verdict
from ledger_by_days import (DEFINITIONS, assert_twin, day, iso, measure, periods, purchase_ledger, reason_for,
                            spell_ledger)
from write_json import versions, write

HERE = os.path.dirname(os.path.abspath(__file__))
REPOSITORY = os.path.dirname(os.path.dirname(HERE))
AS_OF = day("2011-12-10")
YEARLY = {"startOfPeriod", "customerDays", "dailySum"}


def yearly(name, rate, days):
    """C9: compounding for a share of the start, an exponential for a hazard, null for the others."""
    if rate is None or name not in YEARLY:
        return None
    if name == "startOfPeriod":
        return 1 - (1 - rate) ** (365 / days)
    return 1 - exp(-rate * 365 / days)


def money(start, lost, value, days):
    """C10: `value` is what one customer brings in a period of this many days."""
    month = 365 / 12
    c = 1 - (1 - lost / start) ** (month / days)
    monthly = value * month / days
    return {
        "valuePerCustomer": value,
        "thisPeriod": lost * value,
        "leaversOverTwelveMonths": lost * value * 365 / days,
        "twelveMonthShortfall": sum(start * monthly * (1 - (1 - c) ** k) for k in range(1, 13)),
    }


def compare(now, before):
    """The difference of two rates with its MOVER limits, or nulls."""
    if now["rate"] is None or before is None or before["rate"] is None:
        return {"change": None, "low": None, "high": None, "verdict": None}
    d = now["rate"] - before["rate"]
    if now["low"] is None or before["low"] is None:
        return {"change": d, "low": None, "high": None, "verdict": None}
    low, high = mover(now["rate"], now["low"], now["high"], before["rate"], before["low"], before["high"])
    return {"change": d, "low": low, "high": high, "verdict": verdict(low, high)}


def split_change(before, now):
    """Total change of Σ weight x rate as rate and mix with mean weights. before, now: group -> (numerator, denominator, times)."""
    def parts(groups):
        total = sum(d for _, d, _ in groups.values())
        return {g: (d / total, k / d * times) for g, (k, d, times) in groups.items() if d}
    old, new = parts(before), parts(now)
    rate = mix = 0.0
    for g in sorted(set(old) | set(new)):
        w0, r0 = old.get(g, (0, None))
        w1, r1 = new.get(g, (0, None))
        r0, r1 = (r1 if r0 is None else r0), (r0 if r1 is None else r1)
        rate += (w0 + w1) / 2 * (r1 - r0)
        mix += (r0 + r1) / 2 * (w1 - w0)
    change = sum(w * r for w, r in new.values()) - sum(w * r for w, r in old.values())
    close(rate + mix, change, 1e-12)
    return {"change": change, "rate": rate, "mix": mix}


def natural(text):
    return [(0, int(p), "") if p.isdigit() else (1, 0, p) for p in re.findall(r"\d+|\D+", text)]


class Invoices:
    def __init__(self, path):
        self.rows = []
        with open(path, newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                amount = Decimal(row["amount"]) * 10000
                assert amount == int(amount)
                self.rows.append((row["order_date"], row["customer_id"], int(amount), row["country"].strip()))
        self.rows.sort()
        self.rows = [(day(at), customer, amount, country) for at, customer, amount, country in self.rows if day(at) <= AS_OF]
        self.days_of, self.rows_of = {}, {}
        for d, customer, amount, country in self.rows:
            self.days_of.setdefault(customer, set()).add(d)
            self.rows_of.setdefault(customer, []).append((d, amount, country))
        self.first = min(d for d, *_ in self.rows)

    def spent(self, customer, since, until):
        return sum(amount for d, amount, _ in self.rows_of[customer] if since <= d < until)

    def country(self, customer, a, b):
        """The latest value before a; a newcomer's the first in the period."""
        before = [c for d, _, c in self.rows_of[customer] if d < a and c]
        if before:
            return before[-1]
        within = [c for d, _, c in self.rows_of[customer] if a <= d < b and c]
        return within[0] if within else ""


def add_comparisons(row, before):
    for name in DEFINITIONS:
        d = row["definitions"][name]
        d["yearly"] = yearly(name, d["rate"], row["days"])
        d.update({"againstPrevious": compare(d, before["definitions"][name] if before else None)})


def finish(row, sets, invoices, a, window, reason):
    row["churned"] = {
        "items": len(sets["left"]), "losses": row["L"],
        "inStartOfPeriod": len(sets["start"] - sets["end"]), "inIgnoreSamePeriod": len(sets["start"] & sets["left"]),
    }
    row["money"] = row["topFifth"] = None
    if reason is None and row["S"]:
        amounts = sum(invoices.spent(c, a - window, a) for c in sets["start"])
        value = amounts / 10000 / row["S"] * row["days"] / window
        row["money"] = {"amountsBeforeStart": amounts / 10000,
                        **money(row["S"], len(sets["start"] - sets["end"]), value, row["days"])}
        spend = {c: invoices.spent(c, 0, a) for c in sets["start"]}
        top = sorted(spend, key=lambda c: (-spend[c], natural(c)))[:row["S"] // 5]
        of_start = sum(spend.values())
        row["topFifth"] = {
            "customers": len(top), "spend": sum(spend[c] for c in top) / 10000, "spendOfStart": of_start / 10000,
            "spendOfEverybody": sum(x for d, _, x, _ in invoices.rows if d < a) / 10000,
            "share": sum(spend[c] for c in top) / of_start if top else None,
            "inStartOfPeriod": sum(c not in sets["end"] for c in top),
        }


def total_rows(invoices, window, unit):
    spans = list(periods(unit, invoices.first, AS_OF))
    ledger = purchase_ledger(invoices.days_of, window, AS_OF, spans[0][0] - 1, spans[-1][1])
    rows, before = [], None
    for a, b in spans:
        reason = reason_for(a, b, AS_OF, invoices.first, window)
        found, sets = measure(ledger, a, b, reason)
        assert_twin(found, invoices.days_of, window, AS_OF, a, b)
        row = {"start": iso(a), "end": iso(b), "reason": reason, **found}
        add_comparisons(row, before)
        finish(row, sets, invoices, a, window, reason)
        rows.append(row)
        before = row
    return rows


def group_rows(invoices, window, unit):
    spans = list(periods(unit, invoices.first, AS_OF))
    ledger = purchase_ledger(invoices.days_of, window, AS_OF, spans[0][0] - 1, spans[-1][1])
    rows, splits, before = [], [], {}
    for a, b in spans:
        reason = reason_for(a, b, AS_OF, invoices.first, window)
        counting = set(ledger.here[a])
        for t in range(a, b):
            counting |= ledger.new[t] | ledger.returned[t]
        members = {}
        for customer in counting:
            members.setdefault(invoices.country(customer, a, b), set()).add(customer)
        m = len(members)
        alpha = 0.05 / m
        z = float(norm.ppf(1 - alpha / 2))
        now = {}
        for group in sorted(members):
            found, sets = measure(ledger, a, b, reason, members[group])
            row = {"start": iso(a), "end": iso(b), "group": group, "reason": reason, **found,
                   "groups": m, "groupsWithStart": sum(bool(g & ledger.here[a]) for g in members.values()), "z": z}
            add_comparisons(row, before.get(group))
            own, _ = measure(ledger, a, b, reason, members[group], z, alpha)
            rest, _ = measure(ledger, a, b, reason, counting - members[group], z, alpha)
            for name in DEFINITIONS:
                r = rest["definitions"][name]
                c = compare(own["definitions"][name], r)
                row["definitions"][name].update({"againstRest": {
                    "restNumerator": r["numerator"], "restDenominator": r["denominator"], "restRate": r["rate"],
                    "difference": c["change"], "low": c["low"], "high": c["high"], "verdict": c["verdict"]}})
            finish(row, sets, invoices, a, window, reason)
            rows.append(row)
            now[group] = row
        # Groups taken together are everybody.
        everybody, _ = measure(ledger, a, b, reason)
        for key in "SNRLE":
            assert sum(row[key] for row in now.values()) == everybody[key]
        rated = [g for g in before if before[g]["reason"] is None]
        if reason is None and rated:
            split = {"start": iso(a), "comparedWith": next(iter(before.values()))["start"]}
            for name in DEFINITIONS:
                if name == "dailySum":
                    split[name] = None
                    continue
                split[name] = split_change(*({g: (row["definitions"][name]["numerator"], row["definitions"][name]["denominator"],
                                                  row["days"] if name == "customerDays" else 1) for g, row in side.items()}
                                             for side in (before, now)))
            splits.append(split)
        before = now
    return rows, splits


JULY = (day("2024-07-01"), day("2024-08-01"))


def july(n):
    return f"2024-07-{n:02d}"


def drawn_ledgers():
    started = "2024-06-01"
    first = [[f"c{i}", started, None] for i in range(1, 11)]
    first[0][2], first[1][2], first[2][2] = july(3), july(15), july(28)
    first += [["n1", july(5), july(12)], ["n2", july(9), None], ["c2", july(20), None], ["n3", july(22), None]]
    second = [["c1", started, july(4)], ["c2", started, None], ["c3", started, None], ["c4", started, july(1)],
              ["o1", "2024-04-01", "2024-05-10"], ["n1", july(1), None], ["n2", july(6), None], ["c1", july(8), july(16)],
              ["o1", july(10), july(20)], ["n3", july(11), None], ["n4", july(25), None], ["n5", july(29), None]]
    # 100 at start, 12 losses of whom one came back and one had joined in the period: 10 %.
    hundred = [[f"c{i:03d}", started, july(10 + i) if i <= 11 else None] for i in range(1, 101)]
    hundred += [["c011", july(29), None], ["n1", july(5), july(12)]]
    nobody_left = [[f"c{i}", started, None] for i in range(1, 11)] + [["n1", july(30), None]]
    edges = [["onStart", started, july(1)], ["onEnd", started, "2024-08-01"], ["startsOnStart", july(1), None],
             ["startsOnEnd", "2024-08-01", None], ["noDays", july(9), july(9)], ["touches", started, july(9)],
             ["touches", july(9), None], ["lastDay", started, july(31)]]
    rows = []
    for name, note, spells in [
            ("i", "DOMAIN vector (i)", first), ("ii", "DOMAIN vector (ii)", second),
            ("hundred", "12 losses, one back, one joined within: C1 10 %", hundred),
            ("nobodyLeft", "ten all month and one who starts on the 30th: 311 customer-days and no loss", nobody_left),
            ("edges", "onStart left in the period, onEnd not; noDays counts nowhere; touches is one spell", edges),
            ("empty", "nobody at all", [])]:
        numbers = [(c, day(s), day(e) if e else None) for c, s, e in spells]
        ledger = spell_ledger(numbers, day("2024-08-15"), day("2024-03-01"), JULY[1])
        found, sets = measure(ledger, *JULY, None)
        for key, d in found["definitions"].items():
            d["yearly"] = yearly(key, d["rate"], 31)
        rows.append({"name": name, "note": note, "asOf": "2024-08-15", "start": iso(JULY[0]), "end": iso(JULY[1]),
                     "spells": spells, **found, "churnedItems": len(sets["left"])})
    return rows


def check_vectors(drawn):
    by = {row["name"]: row for row in drawn}

    def rate(ledger, name):
        return by[ledger]["definitions"][name]

    one = by["i"]
    assert [one[k] for k in "SNRLE"] == [10, 3, 1, 4, 10] and one["customerDays"] == 312
    for name, value in [("startOfPeriod", .2), ("includingNew", 4 / 13), ("averageCustomers", .4), ("customerDays", .3974358974),
                        ("dailySum", .3818181818), ("ignoreSamePeriod", .3)]:
        close(rate("i", name)["rate"], value, 6e-11)
    close(rate("i", "includingNew")["low"], .0838358, 5e-8), close(rate("i", "includingNew")["high"], .7878145, 5e-8)
    close(rate("i", "customerDays")["low"], .1082879, 5e-8), close(rate("i", "customerDays")["high"], 1.0175937, 5e-8)
    two = by["ii"]
    assert [two[k] for k in "SNRLE"] == [4, 5, 2, 4, 7] and two["customerDays"] == 168
    for name, value in [("startOfPeriod", .5), ("includingNew", 4 / 9), ("averageCustomers", 8 / 11), ("dailySum", 17 / 21),
                        ("ignoreSamePeriod", .5)]:
        close(rate("ii", name)["rate"], value, 1e-12)
    close(rate("ii", "customerDays")["rate"], .7380952, 5e-8)
    assert by["hundred"]["L"] == 12 and rate("hundred", "startOfPeriod")["rate"] == .1
    edges = by["edges"]
    assert [edges[k] for k in "SNRLE"] == [4, 1, 0, 2, 3], edges


def money_and_year_vectors():
    month = 365 / 12
    rows = []
    for start, lost, value, days in [(1000, 30, 500, month), (1000, 30, 10000, month), (1000, 30, 500, 31), (1000, 30, 500, 90),
                                     (1682, 358, 100, 31), (10, 0, 5, 30), (10, 10, 5, 30)]:
        rows.append({"start": start, "lost": lost, "days": days, **money(start, lost, value, days)})
    close(rows[0]["thisPeriod"], 15000, 1e-9), close(rows[0]["leaversOverTwelveMonths"], 180000, 1e-6)
    close(rows[0]["twelveMonthShortfall"], 1050451.50, 5e-3), close(rows[1]["thisPeriod"], 300000, 1e-9)
    years = []
    for name in DEFINITIONS:
        for rate, days in [(.05, 30), (.05, 365 / 12), (.2, 31), (0, 31), (1, 31), (.4, 7), (1.2, 28), (.3, 365), (.3, 366), (.01, 1)]:
            if rate <= 1 or name in ("customerDays", "dailySum"):
                years.append({"definition": name, "rate": rate, "days": days, "yearly": yearly(name, rate, days)})
    close(yearly("startOfPeriod", .05, 30), .4642396977, 5e-11)
    return rows, years


def split_vectors():
    cases = []
    for note, before, now in [
            ("DOMAIN: the total rises though both groups fall", {"A": (20, 200, 1), "B": (16, 800, 1)}, {"A": (72, 800, 1), "B": (3, 200, 1)}),
            ("a group appears", {"A": (20, 200, 1)}, {"A": (20, 200, 1), "B": (30, 100, 1)}),
            ("a group goes", {"A": (20, 200, 1), "B": (30, 100, 1)}, {"A": (20, 200, 1)}),
            ("one group: all of it is rate", {"A": (20, 200, 1)}, {"A": (30, 200, 1)})]:
        cases.append({"note": note, "before": {g: v[:2] for g, v in before.items()}, "now": {g: v[:2] for g, v in now.items()},
                      **split_change(before, now)})
    close(cases[0]["change"], .039, 1e-12), close(cases[0]["rate"], -.0075, 1e-12), close(cases[0]["mix"], .0465, 1e-12)
    return cases


def check_online_retail(months):
    by = {row["start"]: row for row in months}
    for start, numerator, denominator in [("2011-03-01", 358, 1682), ("2011-06-01", 346, 1959), ("2011-11-01", 229, 2461)]:
        d = by[start]["definitions"]["startOfPeriod"]
        assert (d["numerator"], d["denominator"], d["reason"]) == (numerator, denominator, None), d
    march = by["2011-03-01"]
    assert [march[k] for k in "SNRLE"] == [1682, 452, 51, 409, 1776]
    assert by["2011-02-01"]["reason"] == "leftEdge" and by["2011-12-01"]["reason"] == "periodUnfinished"


def invoices_path():
    if len(sys.argv) > 1:
        return sys.argv[1]
    for path in [os.path.join(REPOSITORY, "templates/data/online_retail_invoices.csv"),
                 os.path.join(REPOSITORY, "../shared/data/online_retail_invoices.csv")]:
        if os.path.exists(path):
            return path
    sys.exit("online_retail_invoices.csv is neither in templates/data nor in the shared folder; give its path.")


if __name__ == "__main__":
    drawn = drawn_ledgers()
    check_vectors(drawn)
    money_rows, year_rows = money_and_year_vectors()
    invoices = Invoices(invoices_path())
    months90 = total_rows(invoices, 90, "month")
    check_online_retail(months90)
    by_country, splits = group_rows(invoices, 90, "month")
    write(os.path.join(HERE, "online_retail_churn.json"), {
        "generatedBy": "churn.py, do not edit",
        "versions": versions(),
        "data": {"invoices": len(invoices.rows), "customers": len(invoices.rows_of), "firstDay": iso(invoices.first),
                 "lastDay": iso(max(d for d, *_ in invoices.rows)), "asOf": iso(AS_OF), "weekStart": "Monday",
                 "amount": sum(x for _, _, x, _ in invoices.rows) / 10000},
        "drawnLedgers": drawn,
        "moneyLost": money_rows,
        "yearly": year_rows,
        "splitsOfDrawnGroups": split_vectors(),
        "months90": months90,
        "months180": total_rows(invoices, 180, "month"),
        "quarters90": total_rows(invoices, 90, "quarter"),
        "weeks90": total_rows(invoices, 90, "week"),
        "months90ByCountry": by_country,
        "months90SplitByCountry": splits,
    })
