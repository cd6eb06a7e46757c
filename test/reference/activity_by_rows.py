"""Customer Activity, field by field, as slowly and plainly as possible. Shared by activity_purchases.py and activity_random.py.

Rows are plain dicts (see activity_random.py for the form). Amounts are whole ten-thousandths inside, so sums are exact.
A moment is (instant in UTC); a text without a time is the local midnight of the zone. `Flow` says As Of, R, U, zone,
which streams are connected and which columns each has.

Where a sentence of the specification allows two readings, the reading taken is the one with the switch off; each switch
of READINGS turns on the other one, so that a script can say which fields depend on it. DECIDED are the switches that the
product turned on after these figures had shown what hangs on them; with_reading turns those off. Decided since, too:
- the sum of a customer's amounts never changes: what own refunds pay back beyond the worth of an order stays a refund;
- (3) an order of a single row is no match for a refund that names another product: prices such as 9.99 are common;
- `categories` is null where there is no such column.
"""
import json
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

READINGS = {
    # purchases
    "tieSmallestOrder": "(2), (3): of equal purchases at one moment the order with the greatest text is taken back; on: the smallest",
    "totalOfPurchasesOnly": "(3): the total of an order is all of its rows, its own partial refunds too; on: its purchase rows alone",
    "refundNumberTogether": "(3): refund row by refund row; on: the still unmatched rows of one refund number together",
    "productInThree": "(3): asks for no product; on: a refund with a product only takes back an order that contains it",
    "threeAtAnyMoment": "(3): the order lies at the same or an earlier moment, as in (2); on: it may be later too",
    "threeFromFirstRow": "(3): the moment of an order is its last purchase row; on: its first",
    "threeStraightAfterTwo": "(2) for all refunds, then (3) for what is left; on: (3) for each refund before the next one's (2)",
    "ownRefundsStay": "an order whose purchase rows are all taken back by (2) takes its own partial refunds with it; on: they stay in refunded",
    "restTakenBackToo": "no second look at an order after (2); on: what (2) left of it and its own refunds are summed again as in (1)",
    "reversedRowsDescribe": "a row taken back from an order that stays counts for no day, flag, category, channel; on: it still does",
    "reversedCurrencies": "rows taken back count for no currency; on: they do (currency, twoCurrencies)",
    "cancelledWithAnyRow": "an order is cancelled by status when no row of it counts; on: also one that stays but has a cancelled row (then it is in both sums)",
    "zeroWithoutPurchase": "without a purchase gross is 0 and unmatched refunds still make net negative; on: refunded and net are 0 too",
    "costsOfPurchasesOnly": "sum of costs and of margins over purchases and refunds that count, signed as written; on: purchases only",
    "categoryNetOfPurchases": "net in ties of category or channel: with the refunds that bear it; on: purchases only",
    "cancelledRowsNoSince": "a row cancelled by status is a row for `since`; on: it is not",
    # payments
    "pastDueOpenOnly": "pastDue: open and failed rows; on: open rows only",
    "madeIsNotDue": "without a due date the date made stands for it everywhere; on: not in pastDue, pastDueDays, missed",
    "openIncludesFailed": "open: state open; on: failed ones too",
    "missedIncludesFailed": "missed: state open only; on: failed ones more than R days past due too",
    "cardOfLatestNaming": "cardExpiresOn: of the latest row, blank or not; on: of the latest row that has one",
    "methodFirstEver": "methodChangedOn: where the present unbroken run begins; on: the first row ever with the present method after another one",
    # tickets, contacts, payments
    "tieOther": "rows at one moment (retries, card, method, contact person): the last one in the order of their JSON text; on: the first",
    "textTieOther": "texts at one moment: in alphabetical order; on: the other way round",
    "surveyTexts": "texts of survey rows are left out; on: they are texts like others",
    "surveyNoSince": "a survey row is a row for `since`; on: it is not",
    # all
    "noSinceFullWindow": "a customer with no dated row has null rates; on: exposure R and U, rates 0",
    # subscriptions
    "trialAmountZero": "a term on trial counts its monthly amount; on: 0 until the trial ends",
    "trialBeforeActive": "status of several running terms: active, else trial, else paused; on: trial first",
    "endsOnLatestOfAll": "endsOn: the earliest end of a running term; on: the latest, and null while one has none",
    "cancelledAny": "cancelled: whether every running term is cancelled (by its state, or by a day of cancelling, which may lie ahead); on: whether one is",
    "planOfEnded": "ended: plan is null; on: the plan of the last term",
    "amountOfEndedZero": "ended: monthlyAmount and currency are null; on: amount 0",
}
DECIDED = {"ownRefundsStay", "surveyTexts"}
ON = set(DECIDED)                                                       # the switches turned on
EPOCH = date(1970, 1, 1)
STREAMS = ["purchases", "payments", "tickets", "contacts", "usage", "subscriptions"]


# ---- days, numbers -------------------------------------------------------------------------------------------------
def iso(day):
    return None if day is None else (EPOCH + timedelta(days=day)).isoformat()


def day_number(text):
    return (date.fromisoformat(text[:10]) - EPOCH).days


def moment(text, zone):
    if len(text) == 10:
        return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(timezone.utc)
    assert text.endswith("Z")
    return datetime.fromisoformat(text[:-1]).replace(tzinfo=timezone.utc)


def day_of(text, zone):
    if text is None:
        return None
    return (moment(text, zone).astimezone(ZoneInfo(zone)).date() - EPOCH).days


def units(amount):
    """Exact ten-thousandths."""
    if amount is None:
        return None
    scaled = Decimal(str(amount)) * 10000
    assert scaled == int(scaled), amount
    return int(scaled)


def number(value):
    """What is written: integers as they are, fractions as the nearest double."""
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else value.numerator / value.denominator
    return value


def money(value):
    return None if value is None else number(Fraction(value) / 10000)


def quantile(values, q):
    """R type 7, exact."""
    values = sorted(values)
    place = Fraction(q) * (len(values) - 1)
    below = place.numerator // place.denominator
    above = min(below + 1, len(values) - 1)
    return values[below] + (place - below) * (values[above] - values[below])


def median(values):
    return quantile(values, Fraction(1, 2))


def text_key(row):
    return json.dumps({k: v for k, v in row.items() if not k.startswith("_")}, sort_keys=True, ensure_ascii=False)


# ---- the flow ------------------------------------------------------------------------------------------------------
class Flow:
    def __init__(self, as_of, recent=30, usual=180, zone="UTC", today=None, columns=None):
        self.A, self.R, self.U, self.zone = day_number(as_of), recent, usual, zone
        self.today = self.A if today is None else day_number(today)
        self.columns = columns or {}                                    # stream -> set of columns; its keys = connected

    def in_recent(self, day):
        return self.A - self.R + 1 <= day <= self.A

    def in_usual(self, day):
        return self.A - self.R - self.U + 1 <= day <= self.A - self.R

    def has(self, stream, column):
        return column in self.columns[stream]

    def day(self, text):
        return day_of(text, self.zone)

    def moment(self, text):
        return moment(text, self.zone)

    def happened(self, text):
        """The text of an event's date, or None when there is none or it lies after As Of."""
        return text if text is not None and self.day(text) <= self.A else None


class Exposure:
    def __init__(self, flow, since):
        self.flow, self.since = flow, since
        if since is None:
            self.recent, self.usual = (flow.R, flow.U) if "noSinceFullWindow" in ON else (None, None)
        else:
            self.recent = min(flow.R, flow.A - since + 1)
            self.usual = min(flow.U, max(0, (flow.A - flow.R + 1) - since))

    def rates(self, out, reasons, recent_name, usual_name, recent, usual):
        """Writes both rates; `recent`, `usual` are counts or exact sums, None when unknown."""
        out[recent_name] = None if recent is None or self.recent is None else number(Fraction(recent) / self.recent * 30)
        out[usual_name] = None if usual is None or not self.usual else number(Fraction(usual) / self.usual * 30)
        if self.usual == 0 and usual is not None:
            reasons[usual_name] = "tooNewForUsual"


def gap_fields(days, out, reasons, has_rows):
    days = sorted(days)
    gaps = [b - a for a, b in zip(days, days[1:])]
    out["gapMedianDays"] = number(median(gaps)) if gaps else None
    out["gapSpreadDays"] = number(quantile(gaps, Fraction(3, 4)) - quantile(gaps, Fraction(1, 4))) if len(gaps) >= 2 else None
    out["gapLongestDays"] = max(gaps) if gaps else None
    for name in ["gapMedianDays", "gapSpreadDays", "gapLongestDays"]:
        if out[name] is None and has_rows:
            reasons[name] = "tooFewEvents"


def first_last(days, flow, out, reasons):
    out["firstOn"] = iso(min(days)) if days else None
    out["lastOn"] = iso(max(days)) if days else None
    out["daysSince"] = flow.A - max(days) if days else None
    if not days:
        for name in ["firstOn", "lastOn", "daysSince"]:
            reasons[name] = "noRows"


# ---- purchases -----------------------------------------------------------------------------------------------------
class Purchase:
    """One row with what netting needs."""
    def __init__(self, row, flow, index):
        self.row, self.amount = row, units(row.get("amount"))
        self.moment, self.day = flow.moment(row["at"]), flow.day(row["at"])
        self.order = ("number", row["order"]) if row.get("order") else ("row", index)
        self.number, self.product, self.currency = row.get("order") or "", row.get("product"), row.get("currency")
        self.cancelled = row.get("status") == "cancelled"
        self.refund = self.amount is not None and self.amount < 0
        self.reversed = None                                            # "own", "row", "total" once taken back
        self.beyond = False                                             # what is left of a refund that paid back too much


def by_order(rows):
    orders = {}
    for r in rows:
        orders.setdefault(r.order, []).append(r)
    return orders


def netting(rows):
    """Marks `reversed` on the rows of one customer; none of them is cancelled by status."""
    orders = by_order(rows)
    with_purchase = {key: list_ for key, list_ in orders.items() if any(not r.refund for r in list_)}

    # (1)
    for list_ in with_purchase.values():
        if any(r.refund for r in list_) and sum(r.amount for r in list_) <= 0:
            for r in list_:
                r.reversed = "own"
            beyond = sum(r.amount for r in list_)
            if beyond < 0:
                last = max((r for r in list_ if r.refund), key=lambda r: (r.moment, text_key(r.row)))
                last.amount, last.reversed, last.beyond = beyond, None, True

    # (2), (3)
    loose = [r for r in rows if r.refund and r.order not in with_purchase]
    loose.sort(key=lambda r: (r.moment, text_key(r.row)))
    extreme = min if "tieSmallestOrder" in ON else max

    def latest(candidates, when, key):
        top = max(when(c) for c in candidates)
        return extreme([c for c in candidates if when(c) == top], key=key)

    def second(refund):
        candidates = [p for p in rows if not p.refund and p.reversed is None and p.currency == refund.currency
                      and p.amount == -refund.amount and p.moment <= refund.moment
                      and (p.product is None or refund.product is None or p.product == refund.product)]
        if candidates:
            found = latest(candidates, lambda p: p.moment, lambda p: (p.number, text_key(p.row)))
            found.reversed = refund.reversed = "row"

    def third(refunds):
        total = -sum(r.amount for r in refunds)
        when = min(r.moment for r in refunds)
        edge = min if "threeFromFirstRow" in ON else max
        candidates = []
        for list_ in with_purchase.values():
            began = edge(r.moment for r in list_ if not r.refund)
            counted = [r for r in list_ if not ("totalOfPurchasesOnly" in ON and r.refund)]
            bought = [r for r in list_ if not r.refund]
            if len(bought) == 1 and any(None not in (r.product, bought[0].product) and r.product != bought[0].product for r in refunds):
                continue
            if (all(r.reversed is None for r in list_) and sum(r.amount for r in counted) == total
                    and list_[0].currency == refunds[0].currency and (began <= when or "threeAtAnyMoment" in ON)
                    and ("productInThree" not in ON or all(r.product is None or r.product in {p.product for p in list_} for r in refunds))):
                candidates.append(list_)
        if candidates:
            found = latest(candidates, lambda o: edge(r.moment for r in o if not r.refund),
                           lambda o: (o[0].number, sorted(text_key(r.row) for r in o)))
            for r in found + refunds:
                r.reversed = "total"

    if "threeStraightAfterTwo" in ON:
        for refund in loose:
            second(refund)
            if refund.reversed is None:
                third([refund])
    else:
        for refund in loose:
            second(refund)
        left = [r for r in loose if r.reversed is None]
        if "refundNumberTogether" in ON:
            for together in by_order(left).values():
                third(together)
        else:
            for refund in left:
                third([refund])

    # an order all of whose rows are taken back leaves nothing
    for list_ in with_purchase.values():
        if "restTakenBackToo" in ON and any(r.refund for r in list_) and sum(r.amount for r in list_ if r.reversed is None) <= 0:
            for r in list_:
                r.reversed = r.reversed or "own"
        if all(r.reversed for r in list_ if not r.refund) and "ownRefundsStay" not in ON:
            for r in list_:
                r.reversed = r.reversed or "own"


def most(rows, column, things):
    """The value of `column` with the most different `things`; ties: larger net, then alphabet."""
    groups = {}
    for r in rows:
        value = r.row.get(column)
        if value and not r.refund:
            groups.setdefault(value, set()).add(things(r))
    if not groups:
        return None
    one_currency = len({r.currency for r in rows}) <= 1

    def net(value):
        if not one_currency:
            return 0                                                    # sums of two currencies compare nothing
        return sum(r.amount or 0 for r in rows if r.row.get(column) == value
                   and not ("categoryNetOfPurchases" in ON and r.refund))

    return sorted(groups, key=lambda v: (-len(groups[v]), -net(v), v))[0]


def purchases(rows, flow, exposure, netted=None):
    """`rows`: all of one customer at or before A."""
    everything = [Purchase(row, flow, i) for i, row in enumerate(rows)]
    live = [r for r in everything if not r.cancelled]
    amounts = flow.has("purchases", "amount")
    netting(live)
    if netted is not None:
        netted.extend(live)
    kept = [r for r in live if not r.reversed]
    bought = [r for r in kept if not r.refund]
    refunds = [r for r in kept if r.refund]
    orders = by_order(bought)
    reversed_orders = {r.order for r in live if not r.refund and r.reversed} - set(orders)
    cancelled_orders = {r.order for r in everything if r.cancelled and not r.refund}
    if "cancelledWithAnyRow" not in ON:
        cancelled_orders -= set(orders)
    cancelled_orders -= reversed_orders
    describing = [r for r in live if not r.reversed or (r.order in orders and not r.refund)] if "reversedRowsDescribe" in ON else kept
    described = by_order([r for r in describing if not r.refund])
    days = sorted({r.day for r in describing if not r.refund})

    out, reasons = {}, {}
    out["purchaseDays"], out["orders"] = len(days), len(orders)
    first_last(days, flow, out, reasons)
    gap_fields(days, out, reasons, bool(days))
    out["repeats"] = len(days) - 1 if days else None
    out["recencyDays"] = days[-1] - days[0] if days else None
    out["ageDays"] = flow.A - days[0] if days else None
    if not days:
        for name in ["repeats", "recencyDays", "ageDays"]:
            reasons[name] = "noRows"

    currencies = {r.currency for r in (live if "reversedCurrencies" in ON else kept)}
    why = "noAmounts" if not amounts else "twoCurrencies" if len(currencies) > 1 else None
    if "zeroWithoutPurchase" in ON and not bought:
        refunds = []

    def net_in(inside):
        return None if why else (sum(r.amount for r in bought if inside(r.day)) + sum(r.amount for r in refunds if inside(r.day)))

    gross = None if why else sum(r.amount for r in bought)
    refunded = None if why else -sum(r.amount for r in refunds)
    net = None if why else gross - refunded
    out["gross"], out["refunded"], out["net"] = money(gross), money(refunded), money(net)

    of_cost = bought if "costsOfPurchasesOnly" in ON else bought + refunds
    if why:
        margin = None
    elif flow.has("purchases", "margin"):
        margin = sum(r.amount if r.beyond else units(r.row["margin"]) for r in of_cost)
    elif flow.has("purchases", "cost"):
        margin = net - sum(0 if r.beyond else units(r.row["cost"]) for r in of_cost)
    else:
        margin = None
    out["margin"] = money(margin)
    out["averageOrder"] = None if why or not orders else number(Fraction(net, 10000 * len(orders)))
    if not orders and not why:
        reasons["averageOrder"] = "noRows"

    out["recent"] = sum(flow.in_recent(d) for d in days)
    out["usual"] = sum(flow.in_usual(d) for d in days)
    exposure.rates(out, reasons, "recentPer30Days", "usualPer30Days", out["recent"], out["usual"])
    recent_net, usual_net = net_in(flow.in_recent), net_in(flow.in_usual)
    out["recentNet"], out["usualNet"] = money(recent_net), money(usual_net)
    exposure.rates(out, reasons, "recentNetPer30Days", "usualNetPer30Days",
                   None if why else Fraction(recent_net, 10000), None if why else Fraction(usual_net, 10000))
    if why:
        for name in ["gross", "refunded", "net", "recentNet", "usualNet"]:
            reasons[name] = why

    for share, count, column in [("promotionShare", "promotionKnown", "promotion"), ("instalmentShare", "instalmentsKnown", "instalment")]:
        known = [o for o in described.values() if any(r.row.get(column) in ("YES", "NO") for r in o)]
        flagged = [o for o in known if any(r.row.get(column) == "YES" for r in o)]
        out[share] = number(Fraction(len(flagged), len(known))) if known else None
        out[count] = len(known) if flow.has("purchases", column) else None
    back = len(reversed_orders) + len(cancelled_orders)
    out["returnedShare"] = number(Fraction(back, back + len(orders))) if back + len(orders) else None
    out["topCategory"] = most(describing, "category", lambda r: r.day)
    out["categories"] = len({r.row["category"] for r in describing if not r.refund and r.row.get("category")}) if flow.has("purchases", "category") else None
    out["channel"] = most(describing, "channel", lambda r: r.order)
    out["currency"] = next(iter(currencies)) if len(currencies) == 1 else None

    out["historyDays"] = days
    if why:
        out["historyNet"] = None
    else:
        per_day = dict.fromkeys(days, 0)
        for r in bought:
            per_day[r.day] += r.amount
        for r in refunds:
            if days:
                per_day[max([d for d in days if d <= r.day], default=days[0])] += r.amount
        out["historyNet"] = [money(per_day[d]) for d in days]
        assert not days or sum(per_day.values()) == net
    out["reasons"] = reasons
    out["_exact"] = {"gross": gross, "refunded": refunded, "net": net, "recentNet": recent_net, "usualNet": usual_net,
                     "reversedOrders": len(reversed_orders), "cancelledOrders": len(cancelled_orders)}
    return out


# ---- payments ------------------------------------------------------------------------------------------------------
def in_time(rows, when):
    return sorted(sorted(rows, key=text_key, reverse="tieOther" in ON), key=when)


def payment_time(row, flow):
    """When it was due, or paid before that; else when it was made."""
    if not row.get("due"):
        return row["made"]
    early = row["state"] == "paid" and row.get("paidAt") and flow.day(row["paidAt"]) < flow.day(row["due"])
    return row["paidAt"] if early else row["due"]


def payments(rows, flow, exposure):
    def time(row):
        return payment_time(row, flow)

    A = flow.A
    list_ = []
    for row in rows:
        due, state, paid = flow.day(time(row)), row["state"], None
        paid_amount = units(row.get("paidAmount")) or 0
        if state == "paid":
            if row.get("paidAt") and flow.day(row["paidAt"]) > A:
                state, paid_amount = "open", 0                          # not paid yet
            elif row.get("paidAt"):
                paid = flow.day(row["paidAt"])
        delay = max(0, paid - due) if paid is not None else A - due if state in ("open", "failed") else None
        list_.append({"row": row, "due": due, "hasDue": bool(row.get("due")), "state": state, "paid": paid, "delay": delay,
                      "settled": max(due, paid) if paid is not None else None, "paidAmount": paid_amount,
                      "amount": units(row["amount"])})
    out, reasons = {}, {}
    out["payments"] = len(list_)
    out["onTime"] = sum(p["paid"] is not None and p["delay"] == 0 for p in list_)
    out["late"] = sum(p["paid"] is not None and p["delay"] > 0 for p in list_)
    out["failed"] = sum(p["state"] == "failed" for p in list_)
    out["partial"] = sum(p["state"] == "open" and 0 < p["paidAmount"] < p["amount"] for p in list_)

    def may_be_past(p):
        return p["hasDue"] or "madeIsNotDue" not in ON

    out["missed"] = sum(p["state"] == "writtenOff" or (
        p["state"] in (("open", "failed") if "missedIncludesFailed" in ON else ("open",)) and A - p["due"] > flow.R and may_be_past(p))
        for p in list_)
    out["open"] = sum(p["state"] in (("open", "failed") if "openIncludesFailed" in ON else ("open",)) for p in list_)
    recent = [p["delay"] for p in list_ if p["state"] in ("open", "failed") or (p["settled"] is not None and flow.in_recent(p["settled"]))]
    usual = [p["delay"] for p in list_ if p["settled"] is not None and flow.in_usual(p["settled"])]
    known = flow.has("payments", "due") or flow.has("payments", "paidAt")
    for name, delays in [("recentDelayDays", recent), ("usualDelayDays", usual)]:
        out[name] = number(median(delays)) if delays and known else None
        if out[name] is None and list_:
            reasons[name] = "tooFewEvents" if known else "noSuchColumn"
    past = [p for p in list_ if p["state"] in (("open",) if "pastDueOpenOnly" in ON else ("open", "failed")) and p["due"] < A and may_be_past(p)]
    currencies = {p["row"].get("currency") for p in list_}
    out["pastDue"] = money(sum(p["amount"] - p["paidAmount"] for p in past)) if len(currencies) <= 1 else None
    out["pastDueDays"] = max(A - p["due"] for p in past) if past else None
    if not past and list_:
        reasons["pastDueDays"] = "nothingOpen"
    ordered = in_time(rows, lambda r: flow.moment(time(r)))
    states = {id(p["row"]): p["state"] for p in list_}
    unpaid = [r for r in ordered if states[id(r)] in ("open", "failed")]
    out["retries"] = unpaid[-1].get("attempts") if unpaid else None
    cards = [r["cardExpires"] for r in ordered if "cardOfLatestNaming" not in ON or r.get("cardExpires")] if ordered else []
    out["cardExpiresOn"] = cards[-1] if cards else None
    methods = [r for r in ordered if r.get("method")]
    changes = [i for i in range(1, len(methods)) if methods[i]["method"] == methods[-1]["method"] != methods[i - 1]["method"]]
    changed = (changes[0] if "methodFirstEver" in ON else changes[-1]) if changes else None
    out["methodChangedOn"] = iso(flow.day(time(methods[changed]))) if changes else None
    if not changes:
        reasons["methodChangedOn"] = "noRows"
    paid_days = [p["paid"] for p in list_ if p["paid"] is not None]
    out["lastPaidOn"] = iso(max(paid_days)) if paid_days else None
    out["currency"] = next(iter(currencies)) if len(currencies) == 1 else None
    out["reasons"] = reasons
    return out


# ---- tickets -------------------------------------------------------------------------------------------------------
def cut(text):
    return text if len(text) <= 500 else text[:499] + "…"


def recent_texts(rows, flow, out):
    texts = [r for r in rows if r.get("text")]
    texts.sort(key=lambda r: r["text"], reverse="textTieOther" in ON)
    texts.sort(key=lambda r: flow.moment(r["at"]), reverse=True)         # stable, also when reversed
    out["recentTexts"] = [cut(r["text"]) for r in texts[:5]]
    out["recentTextsOn"] = [iso(flow.day(r["at"])) for r in texts[:5]]


def tickets(rows, flow, exposure):
    A = flow.A
    real = [r for r in rows if not r.get("survey")]
    opened = {id(r): flow.day(r["at"]) for r in real}
    recent = [r for r in real if flow.in_recent(opened[id(r)])]
    usual = [r for r in real if flow.in_usual(opened[id(r)])]
    still = [r for r in real if not flow.happened(r.get("closedAt"))]
    out, reasons = {}, {}
    out["tickets"], out["open"] = len(real), len(still)
    out["oldestOpenDays"] = max(A - opened[id(r)] for r in still) if still else None
    if real and not still:
        reasons["oldestOpenDays"] = "nothingOpen"
    out["recent"], out["usual"] = len(recent), len(usual)
    exposure.rates(out, reasons, "recentPer30Days", "usualPer30Days", len(recent), len(usual))
    out["complaints"] = sum(r.get("complaint") == "YES" for r in recent)
    out["usualComplaints"] = sum(r.get("complaint") == "YES" for r in usual)
    topics = {}
    for r in recent + usual:
        if r.get("topic"):
            topics[r["topic"]] = topics.get(r["topic"], 0) + 1
    returning = [t for t, n in topics.items() if n >= 2 and any(r.get("topic") == t for r in recent)]
    top = sorted(returning, key=lambda t: (-topics[t], t))[0] if returning else None
    out["returningTopic"], out["returningTopicTickets"] = top, topics[top] if top else None

    def hours(a, b):
        return Fraction(int((b - a).total_seconds()), 3600)

    start_of_a = flow.moment(iso(A))
    recent_hours, usual_hours = [], []
    for r in real:
        answered = flow.happened(r.get("answeredAt"))
        if answered:
            if flow.in_recent(flow.day(answered)):
                recent_hours.append(hours(flow.moment(r["at"]), flow.moment(answered)))
            if flow.in_usual(flow.day(answered)):
                usual_hours.append(hours(flow.moment(r["at"]), flow.moment(answered)))
        elif not flow.happened(r.get("closedAt")) and opened[id(r)] < A:
            recent_hours.append(hours(flow.moment(r["at"]), start_of_a))
    for name, values in [("firstAnswerHours", recent_hours), ("usualFirstAnswerHours", usual_hours)]:
        out[name] = number(median(values)) if values else None
        if real and not values:
            reasons[name] = "tooFewEvents"

    for column, name in [("satisfaction", "lastSatisfaction"), ("nps", "lastNps")]:
        scored = []
        for r in rows:
            when = r.get("scoredAt") or r.get("closedAt") or r["at"]
            if r.get(column) is not None and flow.happened(when):
                scored.append((flow.moment(when), -r[column], when))
        best = max(scored) if scored else None
        out[name] = -best[1] if best else None
        out[name + "On"] = iso(flow.day(best[2])) if best else None
    recent_texts(rows if "surveyTexts" in ON else real, flow, out)
    out["reasons"] = reasons
    return out


# ---- contacts ------------------------------------------------------------------------------------------------------
def contacts(rows, flow, exposure):
    out, reasons = {}, {}
    days = sorted({flow.day(r["at"]) for r in rows})
    out["contacts"], out["contactDays"] = len(rows), len(days)
    first_last(days, flow, out, reasons)
    gap_fields(days, out, reasons, bool(days))
    out["recent"] = sum(flow.in_recent(d) for d in days)
    out["usual"] = sum(flow.in_usual(d) for d in days)
    exposure.rates(out, reasons, "recentPer30Days", "usualPer30Days", out["recent"], out["usual"])
    known = [r for r in rows if r.get("startedBy") and (flow.in_recent(flow.day(r["at"])) or flow.in_usual(flow.day(r["at"])))]
    theirs = [r for r in known if r["startedBy"] == "customer"]
    out["startedByCustomerShare"] = number(Fraction(len(theirs), len(known))) if known else None
    started = [flow.day(r["at"]) for r in rows if r.get("startedBy") == "customer"]
    out["lastStartedByCustomerOn"] = iso(max(started)) if started else None
    named = in_time([r for r in rows if r.get("person")], lambda r: flow.moment(r["at"]))
    out["contactPerson"] = named[-1]["person"] if named else None
    begin = len(named) - 1
    while begin > 0 and named[begin - 1]["person"] == named[-1]["person"]:
        begin -= 1
    out["contactPersonSince"] = iso(flow.day(named[begin]["at"])) if named else None
    out["contactPersonFirstOn"] = iso(min(flow.day(r["at"]) for r in named if r["person"] == out["contactPerson"])) if named else None
    out["previousContactPerson"] = named[begin - 1]["person"] if begin > 0 else None
    recent_texts(rows, flow, out)
    out["reasons"] = reasons
    return out


# ---- usage ---------------------------------------------------------------------------------------------------------
def usage(rows, flow, exposure):
    out, reasons = {}, {}
    days = sorted({flow.day(r["at"]) for r in rows})

    def events(list_):
        return sum(r["count"] for r in list_) if flow.has("usage", "count") else len(list_)

    recent = [r for r in rows if flow.in_recent(flow.day(r["at"]))]
    usual = [r for r in rows if flow.in_usual(flow.day(r["at"]))]
    out["activeDays"], out["events"] = len(days), events(rows)
    first_last(days, flow, out, reasons)
    out["recentActiveDays"] = sum(flow.in_recent(d) for d in days)
    out["usualActiveDays"] = sum(flow.in_usual(d) for d in days)
    exposure.rates(out, reasons, "recentActiveDaysPer30Days", "usualActiveDaysPer30Days", out["recentActiveDays"], out["usualActiveDays"])
    out["recentEvents"], out["usualEvents"] = events(recent), events(usual)
    exposure.rates(out, reasons, "recentEventsPer30Days", "usualEventsPer30Days", out["recentEvents"], out["usualEvents"])
    now, before = {r["feature"] for r in recent if r.get("feature")}, {r["feature"] for r in usual if r.get("feature")}
    out["featuresRecent"], out["featuresNoLonger"] = sorted(now), sorted(before - now)
    out["reasons"] = reasons
    return out


# ---- subscriptions -------------------------------------------------------------------------------------------------
def subscriptions(rows, flow, exposure):
    A = flow.A
    terms = [{"row": r, "start": flow.day(r["start"]), "end": flow.day(r.get("end")), "trialEnd": flow.day(r.get("trialEndsOn")),
              "amount": units(r["monthlyAmount"])} for r in rows]
    names = ["status", "since", "subscriptions", "plan", "monthlyAmount", "currency", "renewsOn", "endsOn", "cancelled", "cancelledOn",
             "priceChangedOn", "previousMonthlyAmount", "previousPlan", "onTrial", "trialEndsOn", "endedOn", "reason"]
    out = dict.fromkeys(names)
    out["subscriptions"] = 0
    if not terms:
        out["reasons"] = {"since": "noRows"}
        return out

    def runs(term, day):
        return term["start"] <= day and (term["end"] is None or term["end"] > day)

    running = [t for t in terms if runs(t, A)]
    # spells: day by day back from A (or from the last day on which anything ran) as long as something runs
    last = A if running else max(t["end"] for t in terms) - 1
    first = last
    while any(runs(t, first - 1) for t in terms):
        first -= 1
    out["since"], out["subscriptions"] = iso(first), len(running)

    def on_trial(t, day):
        return t["trialEnd"] is not None and day < t["trialEnd"]

    kinds = ["paused" if t["row"].get("state") == "paused" else "trial" if on_trial(t, A) else "active" for t in running]
    order = ["trial", "active", "paused"] if "trialBeforeActive" in ON else ["active", "trial", "paused"]
    out["status"] = next((k for k in order if k in kinds), "ended")
    trial_ends = [t["trialEnd"] for t in running if on_trial(t, A)]
    out["onTrial"] = bool(running) and out["status"] == "trial"
    out["trialEndsOn"] = iso(min(trial_ends)) if trial_ends else None

    def total(day):
        return sum(0 if "trialAmountZero" in ON and on_trial(t, day) else t["amount"] for t in terms if runs(t, day))

    for day in range(last, first, -1):
        if total(day) != total(day - 1) and total(day) > 0 and total(day - 1) > 0:
            out["priceChangedOn"], out["previousMonthlyAmount"] = iso(day), money(total(day - 1))
            out["previousPlan"] = " + ".join(sorted({t["row"]["plan"] for t in terms if runs(t, day - 1)}))
            break
    latest = sorted(running or [t for t in terms if t["end"] == last + 1], key=lambda t: (-t["start"], t["row"]["plan"]))[0]
    if running:
        out["plan"], out["monthlyAmount"], out["currency"] = latest["row"]["plan"], money(total(A)), latest["row"].get("currency")
        renewals = [t["row"]["renewsOn"] for t in running if t["row"].get("renewsOn")]
        out["renewsOn"] = min(renewals) if renewals else None
        ends = [t["end"] for t in running if t["end"] is not None]
        if flow.today == A and ends:
            out["endsOn"] = iso(min(ends))
            if "endsOnLatestOfAll" in ON:
                out["endsOn"] = iso(max(ends)) if len(ends) == len(running) else None
        if flow.today == A:
            said = [t["row"].get("cancelledOn") is not None or t["row"]["state"] == "cancelled" for t in running]
            out["cancelled"] = any(said) if "cancelledAny" in ON else all(said)
            on = [day for day in (flow.day(t["row"].get("cancelledOn")) for t in running) if day is not None and day <= A]
            if out["cancelled"] and on:
                out["cancelledOn"] = iso(max(on))
    else:
        out["endedOn"], out["reason"] = iso(last + 1), latest["row"].get("reason")
        if "planOfEnded" in ON:
            out["plan"] = latest["row"]["plan"]
        if "amountOfEndedZero" in ON:
            out["monthlyAmount"] = 0
    out["reasons"] = {}
    return out


# ---- everything ----------------------------------------------------------------------------------------------------
FIELDS_OF = {"purchases": purchases, "payments": payments, "tickets": tickets, "contacts": contacts, "usage": usage,
             "subscriptions": subscriptions}


def time_of(row, flow):
    """The text that dates a row, None for a Customers row without one."""
    stream = row["stream"]
    if stream == "customers":
        return row.get("since")
    if stream == "payments":
        return payment_time(row, flow)
    return row["start"] if stream == "subscriptions" else row["at"]


def activity(rows, flow):
    """customer -> {since, purchases, payments, …}; a stream that is not connected is null."""
    read, customers, announced = [], set(), {}
    for row in rows:
        when = time_of(row, flow)
        if row["stream"] == "payments" and flow.day(when) > flow.A and flow.day(row["made"]) <= flow.A:  # made, not due yet
            customers.add(row["customer"])
            announced.setdefault(row["customer"], []).append(flow.day(row["made"]))
        if row["stream"] == "customers":
            customers.add(row["customer"])
        if when is not None and flow.day(when) <= flow.A:
            customers.add(row["customer"])
            read.append(row)
    result = {}
    for customer in sorted(customers):
        own = [r for r in read if r["customer"] == customer]
        dated = [flow.day(time_of(r, flow)) for r in own
                 if not ("cancelledRowsNoSince" in ON and r.get("status") == "cancelled")
                 and not ("surveyNoSince" in ON and r.get("survey"))]
        if not any(r["stream"] == "payments" for r in own):
            dated += announced.get(customer, [])
        since = min(dated) if dated else None
        exposure = Exposure(flow, since)
        out = {"since": iso(since)}
        for stream in STREAMS:
            out[stream] = None
            if stream in flow.columns:
                out[stream] = FIELDS_OF[stream]([r for r in own if r["stream"] == stream], flow, exposure)
                out[stream].pop("_exact", None)
        result[customer] = out
    return result


def with_reading(name, work):
    """`work()` with one switch turned the other way."""
    ON.symmetric_difference_update({name})
    try:
        return work()
    finally:
        ON.symmetric_difference_update({name})
