"""Win-Back Priority's lists of Online Retail as of 2011-08-31, by by_rules.py.

Usage: python3 winback/online_retail.py [online_retail_invoices.csv]

Chances and expected purchases are those of ../landmarks.json (steadyRates, which Automatic must choose there), what a purchase brings is
that of ../spend_models.json (Gamma-Gamma): neither comes from the product. Everybody is given an e-mail address, and a phone number
unless the id can be divided by 3.

A run: {name, parameters, lists, findings, counts, first, sums, choice}.
- lists: a letter for each of the 3,317 customers in the order of the id as text: `.` has not lapsed, F callAddsMost, W contactAdds, h and w
  held out from First and from Worth It, R ruledOut, C costsMore, K callsTaken, B budgetSpent, ? what a budget leaves open, and whom of
  the held-out it concerns.
- findings: a digit for each: 1 rareAndSmall + 2 longAndFrequent + 4 wholesaleOrHighMargin.
- first: those on First by rank, with the priority. sums: of all that are not `.` or `?`, of priority, expected margin and worth of a return.
"""
import csv
import datetime
import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(HERE))
import by_rules  # noqa: E402
from data_files import find  # noqa: E402
from write_json import versions, write  # noqa: E402

AS_OF = datetime.date(2011, 8, 31)
LETTERS = {"callAddsMost": "F", "contactAdds": "W", "ruledOut": "R", "costsMore": "C", "callsTaken": "K", "budgetSpent": "B", "?": "?", "?held": "?", "?Spent": "?"}
BITS = {"rareAndSmall": 1, "longAndFrequent": 2, "wholesaleOrHighMargin": 4}
NOT_KNOWN = [
    "margin", "currency", "orders", "promotionShare", "promotionKnown", "instalmentShare", "instalmentsKnown", "returnedShare", "onTime", "late", "lastContactOn", "lastTouch", "leftBecause",
    "tenureDays", "toxic", "bigName", "wholesale", "consent", "zone", "owner", "expectedMargin",
]
DEFAULTS = {
    "lapsedAfterDays": 90, "calls": 25, "budget": None, "marginPercent": 0, "channels": ["call", "email"], "figures": {}, "offer": 0, "rules": by_rules.RULES, "worthTimes": {}, "oddsFactors": {},
    "campaign": "win-back", "holdoutPercent": 10, "secret": None, "skipDays": 30, "firstPurchasePercent": 0, "contactWhom": "unlessObjected", "managers": [], "worth": {}, "notBefore": "2090-09-01T12:00:00+00:00",
}
RUNS = [
    ("as it comes", {}),
    ("dear calls, an offer, no rules", {"offer": 10, "rules": [], "figures": {"call": {"cost": 8}}, "calls": 100, "holdoutPercent": 0}),
    ("all channels, a margin of 45 %", {"channels": by_rules.CHANNELS, "marginPercent": 45, "lapsedAfterDays": 150, "holdoutPercent": 25, "campaign": "autumn"}),
    ("a budget of 60", {"budget": 60, "offer": 3}),
]


def columns_of(path, name):
    return next(c["values"] for c in path["people"] if c["column"] == name)


def customers_of():
    days, net = {}, {}
    with open(find("online_retail_invoices.csv"), newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            on = datetime.date.fromisoformat(row["order_date"][:10])
            if on <= AS_OF:
                days.setdefault(row["customer_id"], set()).add(on)
                net[row["customer_id"]] = net.get(row["customer_id"], 0) + round(float(row["amount"]) * 10000)
    landmarks = json.loads((HERE.parent / "landmarks.json").read_text())
    brings = json.loads((HERE.parent / "spend_models.json").read_text())["retail"]["expected"]
    ids = columns_of(landmarks, "customer")
    assert ids == sorted(days) and len(brings) == len(ids)
    chance, expected = columns_of(landmarks, "steadyRates chance"), columns_of(landmarks, "steadyRates expected")
    out = []
    for at, customer in enumerate(ids):
        first, last = min(days[customer]), max(days[customer])
        out.append({
            **{name: None for name in NOT_KNOWN}, "customer": customer, "asOf": AS_OF.isoformat(), "isSubscribed": False, "purchaseDays": len(days[customer]), "recencyDays": (last - first).days,
            "ageDays": (AS_OF - first).days, "net": net[customer] / 10000, "chance": chance[at], "spend": expected[at] * brings[at], "emailValid": True, "phoneValid": int(customer) % 3 != 0, "messengerValid": False,
        })
    return out


def letter(a):
    if a["code"] == "heldOut":
        return {"first": "h", "worthIt": "w"}[a["heldOutFrom"]]
    return LETTERS[a["code"]]


def run(name, changes, customers):
    settings = {**DEFAULTS, **changes}
    given, choice = by_rules.run(customers, settings, None, {})
    by_id = {a["customer"]: a for a in given}
    lists = "".join(letter(by_id[c["customer"]]) if c["customer"] in by_id else "." for c in customers)
    findings = "".join(str(sum(BITS[f[0]] for f in by_id[c["customer"]]["findings"])) if c["customer"] in by_id else "0" for c in customers)
    told = [a for a in given if not a["code"].startswith("?")]
    first = sorted((a for a in given if a["code"] == "callAddsMost"), key=lambda a: a["rank"])
    print(name, {mark: lists.count(mark) for mark in sorted(set(lists))}, choice)
    return {
        "name": name, "parameters": {k: v for k, v in changes.items() if k != "figures"} | {f"{c}Figures": own for c, own in settings["figures"].items()}, "lists": lists, "findings": findings,
        "counts": {mark: lists.count(mark) for mark in sorted(set(lists))}, "first": [[a["customer"], float(f"{a['option']['priority']:.10g}")] for a in first],
        "sums": {what: float(f"{total:.10g}") for what, total in {
            "priority": sum((a.get("option") or a["best"])["priority"] for a in told), "expectedMargin": sum(a["expectedMargin"] for a in told), "worthOfReturn": sum(a["worthOfReturn"] for a in told)}.items()},
        "choice": {what: float(f"{value:.12g}") if isinstance(value, float) else value for what, value in choice.items()},
    }


def main():
    customers = customers_of()
    write(HERE / "online_retail.json", {"generatedBy": "winback/online_retail.py, do not edit", "versions": versions(), "asOf": AS_OF.isoformat(), "horizonDays": 100, "runs": [run(name, changes, customers) for name, changes in RUNS]})


main()
