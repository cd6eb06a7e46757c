"""Purchases of Customer Activity on three real files, by plain counting (activity_by_rows.py).

Usage: python3 activity_purchases.py [cdnow_sample_transactions.csv cdnow_customers_summary_with_transactions.csv
                                      online_retail_invoices.csv online_retail_raw_2010_12.csv]

Zone UTC, R 30, U 180 everywhere. Money in the JSON is in the file's currency, in checksums in whole ten-thousandths.
Checksums: SHA-256 of UTF-8 lines, each ended by one "\\n", in the order of the customer's text; a null is nothing between
its commas. `cdnowLine`: id,repeats,recencyDays,ageDays with the id as in the transactions (0001). `line`:
customer,since,purchaseDays,orders,firstOn,lastOn,daysSince,2*gapMedianDays,4*gapSpreadDays,gapLongestDays,repeats,
recencyDays,ageDays,gross,refunded,net,recent,usual,recentNet,usualNet - all of them whole numbers or ISO dates.
`returnedShare` and averages are in no line (they are no whole numbers); sums of them stand in the totals.

CDNOW: several transactions of one day are one purchase day; those after 1997-09-30 are not read. The data may not be
copied, so only sums, a checksum and five customers are kept.

The raw month, what was decided here:
- Left out: no CustomerID; UnitPrice 0 (with a customer there is no other negative line than those of C invoices).
- A line is a row: order = InvoiceNo as it stands (C536379 is its own number, so its lines are in no order with a purchase),
  product = StockCode, amount = Quantity * UnitPrice exact, no currency, moment = InvoiceDate. Exact duplicates stay.
- `since` counts refund rows too: a customer who only has a cancellation is there since that day.
- The other readings are those of READINGS in activity_by_rows.py; `otherReadings` says what each would change here.
"""
import csv
import hashlib
import os
from decimal import Decimal

from activity_by_rows import READINGS, Exposure, Flow, activity, day_number, iso, netting, number, Purchase, purchases, with_reading
from data_files import HERE, find
from write_json import versions, write
from fractions import Fraction

RECENT, USUAL = 30, 180


def read(name):
    with open(find(name), newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def sha(lines):
    return hashlib.sha256("".join(line + "\n" for line in lines).encode()).hexdigest()


def text(value):
    return "" if value is None else str(value)


def by_customer(rows, flow):
    """customer -> (since, fields) ; the same as activity(), only without looking at everybody's rows for each one."""
    own = {}
    for row in rows:
        if flow.day(row["at"]) <= flow.A:
            own.setdefault(row["customer"], []).append(row)
    result = {}
    for customer in sorted(own):
        since = min(flow.day(r["at"]) for r in own[customer])
        result[customer] = (since, purchases(own[customer], flow, Exposure(flow, since)))
    return result


def line(customer, since, f):
    e = f["_exact"]
    whole = [None if f[n] is None else int(f[n] * k) for n, k in [("gapMedianDays", 2), ("gapSpreadDays", 4)]]
    values = [customer, iso(since), f["purchaseDays"], f["orders"], f["firstOn"], f["lastOn"], f["daysSince"], *whole, f["gapLongestDays"],
              f["repeats"], f["recencyDays"], f["ageDays"], e["gross"], e["refunded"], e["net"], f["recent"], f["usual"],
              e["recentNet"], e["usualNet"]]
    return ",".join(map(text, values))


SUMMED = ["purchaseDays", "orders", "daysSince", "gapMedianDays", "gapSpreadDays", "gapLongestDays", "repeats", "recencyDays", "ageDays",
          "averageOrder", "recent", "usual", "recentPer30Days", "usualPer30Days", "recentNetPer30Days", "usualNetPer30Days", "returnedShare"]


def totals(result):
    out = {"customers": len(result), "withPurchase": sum(f["purchaseDays"] > 0 for _, f in result.values()),
           "withoutPurchase": sum(f["purchaseDays"] == 0 for _, f in result.values())}
    for name in ["gross", "refunded", "net", "recentNet", "usualNet"]:
        out[name] = number(Fraction(sum(f["_exact"][name] for _, f in result.values()), 10000))
    for name in ["reversedOrders", "cancelledOrders"]:
        out[name] = sum(f["_exact"][name] for _, f in result.values())
    for name in SUMMED:
        known = [f[name] for _, f in result.values() if f[name] is not None]
        out[name] = {"known": len(known), "sum": sum(sorted(known))}
    return out


def shown(customer, since, fields):
    # what is in no file is null in all of them; kept, because a null is a figure too
    return {"customer": customer, "since": iso(since), **{k: v for k, v in fields.items() if k != "_exact"}}


# ---- a: CDNOW ------------------------------------------------------------------------------------------------------
def cdnow():
    flow = Flow("1997-09-30", RECENT, USUAL, columns={"purchases": {"amount"}})
    rows = [{"customer": r["customer_id"], "at": r["date"], "amount": r["amount"]} for r in read("cdnow_sample_transactions.csv")]
    result = by_customer(rows, flow)
    summary = {int(r["ID"]): r for r in read("cdnow_customers_summary_with_transactions.csv")}
    assert len(result) == len(summary) == 2357 and set(map(int, result)) == set(summary)
    largest = 0
    for customer, (_, f) in result.items():
        s = summary[int(customer)]
        assert f["repeats"] == int(s["x"]), (customer, f["repeats"], s)
        for days, weeks in [(f["recencyDays"], s["t_x"]), (f["ageDays"], s["T"])]:
            assert f"{days / 7:.2f}" == weeks, (customer, days, weeks)
            largest = max(largest, abs(Decimal(days) / 7 - Decimal(weeks)))
    print(f"CDNOW: largest difference {largest:.6f} weeks over {len(result)} customers")
    assert largest <= Decimal("0.005")
    lines = [f"{c},{f['repeats']},{f['recencyDays']},{f['ageDays']}" for c, (_, f) in result.items()]

    def sums(name):
        values = [f[name] for _, f in result.values()]
        return {"sum": sum(values), "sumOfSquares": sum(v * v for v in values), "max": max(values)}

    bought = sorted(result, key=lambda c: (-result[c][1]["repeats"], c))
    chosen = [list(result)[0], list(result)[2], bought[0], bought[1], list(result)[-1]]
    return {"asOf": "1997-09-30", "customers": len(result), "repeaters": sum(f["repeats"] > 0 for _, f in result.values()),
            "repeats": sums("repeats"), "recencyDays": sums("recencyDays"), "ageDays": sums("ageDays"),
            "largestDifferenceWeeks": float(round(largest, 6)), "cdnowLine": sha(lines),
            "some": [{"customer": c, **{n: result[c][1][n] for n in ["repeats", "recencyDays", "ageDays"]}} for c in chosen]}


# ---- b: invoices ---------------------------------------------------------------------------------------------------
def middle(result, key):
    return sorted(result, key=lambda c: (key(c), c))[(len(result) - 1) // 2]


def invoices(as_of):
    flow = Flow(as_of, RECENT, USUAL, columns={"purchases": {"amount", "order"}})
    rows = [{"customer": r["customer_id"], "order": r["order_id"], "at": r["order_date"].replace(" ", "T") + "Z", "amount": r["amount"]}
            for r in read("online_retail_invoices.csv")]
    result = by_customer(rows, flow)
    assert len(result) == {"2011-12-10": 4338, "2011-08-31": 3317}[as_of]
    by_net = sorted(result, key=lambda c: (-result[c][1]["net"], c))
    by_days = sorted(result, key=lambda c: (-result[c][1]["purchaseDays"], c))
    once = [c for c in result if result[c][1]["purchaseDays"] == 1]
    chosen = list(dict.fromkeys(by_net[:3] + by_days[:3] + [once[0], once[len(once) // 2], once[-1]]
                                + [middle(result, lambda c: result[c][1]["net"]), middle(result, lambda c: result[c][1]["purchaseDays"]),
                                   "17850", "13047", "12680", "13113", "12346", "12347"]))[:12]
    return {"asOf": as_of, "recentWindow": RECENT, "usualWindow": USUAL, "totals": totals(result),
            "line": sha(line(c, *result[c]) for c in result), "some": [shown(c, *result[c]) for c in chosen]}


# ---- c: the raw month ----------------------------------------------------------------------------------------------
def raw_rows():
    rows, left_out = [], {"withoutCustomer": 0, "priceZero": 0}
    for r in read("online_retail_raw_2010_12.csv"):
        amount = int(r["Quantity"]) * Decimal(r["UnitPrice"])
        if not r["CustomerID"].strip():
            left_out["withoutCustomer"] += 1
        elif Decimal(r["UnitPrice"]) == 0:
            left_out["priceZero"] += 1
        else:
            assert (amount < 0) == r["InvoiceNo"].startswith("C")
            rows.append({"customer": r["CustomerID"], "order": r["InvoiceNo"], "product": r["StockCode"], "amount": amount,
                         "at": r["InvoiceDate"].replace(" ", "T") + "Z", "_line": len(rows)})
    for r in rows:
        r["amount"] = str(r["amount"])
    return rows, left_out


def matched(rows, flow):
    """How many refund rows went which way."""
    own = {}
    for row in rows:
        own.setdefault(row["customer"], []).append(row)
    out = {"refundRows": 0, "byOwnOrder": 0, "byRow": 0, "byTotal": 0, "left": 0, "leftAmount": 0, "reversedAmount": 0,
           "reversedPurchaseRows": 0, "ordersWithSomeRowsReversed": 0}
    for list_ in own.values():
        ps = [Purchase(row, flow, i) for i, row in enumerate(list_)]
        netting(ps)
        for p in ps:
            if p.refund:
                out["refundRows"] += 1
                out[{"own": "byOwnOrder", "row": "byRow", "total": "byTotal", None: "left"}[p.reversed]] += 1
                out["leftAmount" if p.reversed is None else "reversedAmount"] -= p.amount
            elif p.reversed:
                out["reversedPurchaseRows"] += 1
        for order in {p.order for p in ps if not p.refund}:
            states = {bool(p.reversed) for p in ps if p.order == order and not p.refund}
            out["ordersWithSomeRowsReversed"] += len(states) == 2
    for name in ["leftAmount", "reversedAmount"]:
        out[name] = number(Fraction(out[name], 10000))
    return out


def raw_month():
    flow = Flow("2011-01-01", RECENT, USUAL, columns={"purchases": {"amount", "order", "product"}})
    rows, left_out = raw_rows()
    result = by_customer(rows, flow)
    sums = totals(result)
    refunds = -sum(Decimal(r["amount"]) for r in rows if Decimal(r["amount"]) < 0)
    kept = sum(Decimal(r["amount"]) for r in rows if Decimal(r["amount"]) > 0)
    assert kept == Decimal("572713.89")
    assert Decimal(str(sums["net"])) == kept - refunds                    # taking back changes both by the same, never the net
    assert Decimal(str(sums["gross"])) - Decimal(str(sums["refunded"])) == kept - refunds
    back = by_customer(list(reversed(rows)), flow)
    assert [line(c, *back[c]) for c in back] == [line(c, *result[c]) for c in result]

    ties = 0
    for r in rows:
        if Decimal(r["amount"]) < 0:
            same = [p for p in rows if p["customer"] == r["customer"] and p["product"] == r["product"] and p["at"] <= r["at"]
                    and Decimal(p["amount"]) == -Decimal(r["amount"])]
            top = [p for p in same if p["at"] == max(q["at"] for q in same)]
            ties += len({p["order"] for p in top}) > 1
    refunded = sorted(result, key=lambda c: (-result[c][1]["_exact"]["refunded"], c))
    reversed_ = sorted(result, key=lambda c: (-result[c][1]["_exact"]["reversedOrders"], c))
    by_net = sorted(result, key=lambda c: (-result[c][1]["net"], c))
    without = [c for c in result if result[c][1]["purchaseDays"] == 0]
    chosen = list(dict.fromkeys(refunded[:3] + reversed_[:2] + by_net[:1] + without[:2] + ["17850.0", "14527.0"]
                                + [middle(result, lambda c: result[c][1]["net"])] + refunded[3:6]))[:10]
    other = []
    base_lines = [line(c, *result[c]) for c in result]
    for name, sentence in READINGS.items():
        changed = with_reading(name, lambda: by_customer(rows, flow))
        lines = [line(c, *changed[c]) for c in changed]
        if lines != base_lines or totals(changed) != sums:
            t = totals(changed)
            other.append({"reading": name, "sentence": sentence, "customersChanged": sum(a != b for a, b in zip(lines, base_lines)),
                          **{n: t[n] for n in ["gross", "refunded", "net", "reversedOrders", "withPurchase"]}, "orders": t["orders"]["sum"]})
    return {"asOf": "2011-01-01", "recentWindow": RECENT, "usualWindow": USUAL, "lines": len(rows), "leftOut": left_out,
            "purchaseLines": sum(Decimal(r["amount"]) > 0 for r in rows), "totals": sums, "matching": matched(rows, flow),
            "refundsWithEqualPurchasesOfTwoInvoicesAtOneMoment": ties, "line": sha(base_lines),
            "otherReadings": other, "some": [shown(c, *result[c]) for c in chosen]}


def check():
    """Section 3 of DOMAIN: 2018-04-24 twice, 2018-05-24, end 2019-01-31 -> frequency 1, recency 30, age 282."""
    flow = Flow("2019-01-31", columns={"purchases": {"amount"}})
    rows = [{"stream": "purchases", "customer": "a", "at": d, "amount": 1} for d in ["2018-04-24", "2018-04-24", "2018-05-24"]]
    f = activity(rows, flow)["a"]["purchases"]
    assert (f["repeats"], f["recencyDays"], f["ageDays"], f["orders"]) == (1, 30, 282, 3)
    assert day_number("1970-01-02") == 1


if __name__ == "__main__":
    check()
    sections = {"cdnow": cdnow(), "invoices": [invoices("2011-12-10"), invoices("2011-08-31")], "rawMonth": raw_month()}
    write(os.path.join(HERE, "activity_purchases.json"), {"generatedBy": "activity_purchases.py, do not edit", "versions": versions(), **sections})
