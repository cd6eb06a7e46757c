"""Sixty small seeded data sets with every field of every stream of Customer Activity, by plain counting (activity_by_rows.py).

Usage: python3 activity_random.py

A set: {id, zone, asOf, today, recentWindow, usualWindow, columns, rows, expected, openTo}.
- `columns`: stream -> its columns. A stream that is no key is not connected (expected: null). A column that is not
  listed does not exist and is in no row; a listed one may be null in a row. Column names are those of the rows below.
- A date text of ten characters is a day of the zone (moment: its local midnight); one that ends in Z is an instant.
  Inside one stream the moments are all days or all instants, except payments (due: a day; made, paidAt: either).
- Rows stand in no order; amounts are numbers with at most two decimals. `stream` is one of
    purchases      customer, at, [order, product, amount, currency, cost, margin, promotion YES|NO, instalment YES|NO,
                   category, channel, status done|cancelled]; a negative amount is a refund
    payments       customer, made, amount, state paid|open|failed|writtenOff, [due, paidAt, paidAmount, currency, attempts, method,
                   cardExpires]; the time is due (or paidAt where that came before), else made
    tickets        customer, at (opened), closedAt, answeredAt, complaint YES|NO, topic, satisfaction, nps, scoredAt, text,
                   survey true|false; a closed ticket is one with closedAt
    contacts       customer, at, startedBy customer|us, person, text
    usage          customer, at, feature, [count]
    subscriptions  customer, start, end, plan, monthlyAmount, currency, state running|paused|cancelled, trialEndsOn, renewsOn, reason,
                   [cancelledOn, a day]; a term [start, end), end null = still here; on trial while the day is before trialEndsOn; a
                   term that is cancelled, or has a day of it, has an end, ahead or not
    customers      customer, since (a day, or null)
- `today`: the day on which the flow runs; endsOn, cancelled and cancelledOn are given only where it is As Of. Where it is later, rows after As Of exist.
- `expected`: customer -> {since, purchases, payments, tickets, contacts, usage, subscriptions}, null where not connected.
  Customers: all with a dated row at or before As Of or with a Customers row.
- `reasons`: field -> code, only where the specification names the code beyond doubt. A null field that is missing there has a
  code which the specification leaves open. For a customer without any row in the stream only dates and rates have one.
- `openTo`: reading -> paths customer.stream.field that would change if the other reading were taken (sentences: `readings`
  at the top). A field in no list of `openTo` follows from the specification in every reading listed.

Decided besides READINGS of activity_by_rows.py:
- subscriptions: which of several plans (the term that started last, then alphabet), renewsOn (the earliest of the running
  terms), trialEndsOn (the earliest), onTrial (status is trial), reason and endedOn of the last spell; monthlyAmount null once ended;
  a trial's or a paused term's amount counts; terms with an end on As Of have ended. The specification says none of these.
- recentTexts without texts is []; pastDue without anything past due is 0; two currencies in payments make pastDue null.
- alphabet is that of code points (categories, channels, topics, features are lower-case ASCII here).
- a share with nothing known is null; hours are elapsed hours, also across a change of the clock; the start of As Of is local midnight.
- a paid row whose paidAt is after As Of is open, with nothing of its paidAmount.
- no set has a blank amount, cost or margin beside filled ones, an order in two currencies, a mix of rows with and without a
  product or a currency, a closed ticket without a date, a partial payment with a date, or a usage count of 0.
"""
import os
import random
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from activity_by_rows import READINGS, STREAMS, Flow, activity, day_number, iso, with_reading
from data_files import HERE
from write_json import versions, write

CASES = 60
NAMES = ["Ada", "Борис", "0007", "7", "نسرین", "o'Neil"]
ZONES = ["UTC", "Europe/Kyiv", "America/New_York", "UTC"]
AMOUNTS = [.1, .2, .3, 5, 5, 10, 10, 12.5, 19.99, 20]


class Maker:
    def __init__(self, index):
        self.rng = rng = random.Random(f"activity {index}")
        self.index, self.zone = index, ZONES[index % len(ZONES)]
        self.recent, self.usual = [(30, 180), (7, 60), (30, 60), (14, 30), (45, 100), (1, 5)][index % 6]
        self.A = day_number("2024-01-20") + rng.randint(0, 400)
        self.backtest = index % 2 == 0
        self.span = self.recent + self.usual + rng.randint(0, 40)
        # A few days on which much happens, the borders of the windows among them, so that ties and edges are common.
        edges = [self.A, self.A - 1, self.A - self.recent + 1, self.A - self.recent, self.A - self.recent - self.usual + 1,
                 self.A - self.recent - self.usual]
        self.favourite = edges + [self.A - rng.randint(0, self.span) for _ in range(4)]
        self.customers = NAMES[:rng.randint(2, 5)]
        # Somebody new: nothing before the recent window.
        self.first = {c: self.A - self.span for c in self.customers}
        self.first[self.customers[-1]] = self.A - rng.randint(0, self.recent - 1)
        self.clock = rng.sample([0, 1, 3, 60 * 8, 60 * 9 + 30, 60 * 12, 60 * 17 + 45, 60 * 23 + 59], 3)
        self.rows = []

    def some_day(self, customer):
        rng = self.rng
        day = rng.choice(self.favourite) if rng.random() < .5 else self.A - rng.randint(0, self.span)
        day = max(day, self.first[customer])
        return self.A + rng.randint(1, 20) if self.backtest and rng.random() < .12 else day

    def text(self, day, timed):
        return self.instant(day, self.rng.choice(self.clock)) if timed else iso(day)

    def instant(self, day, minute):
        local = datetime.fromisoformat(iso(day)).replace(tzinfo=ZoneInfo(self.zone)) + timedelta(minutes=minute)
        return local.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")

    def later(self, text, hours):
        """`hours` after an instant, to the minute."""
        moment = datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ") + timedelta(minutes=round(hours * 60))
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ")

    def flag(self):
        return self.rng.choice(["YES", "NO", "NO", None])

    # -- purchases
    def purchases(self):
        rng, i = self.rng, self.index
        timed = i % 3 != 1
        columns = ["at"]
        columns += ["order"] if i % 5 != 4 else []
        columns += ["product"] if i % 4 != 3 else []
        columns += ["amount"] if i % 12 != 11 else []
        columns += ["currency"] if i % 2 else []
        if "amount" in columns:
            columns += [[], ["cost"], ["margin"], ["cost", "margin"]][i % 4]
        columns += ["promotion", "instalment"] if i % 3 else []
        columns += ["category"] if i % 3 != 2 else []
        columns += ["channel"] if i % 4 < 2 else []
        columns += ["status"] if i % 2 == 0 else []
        counter = [0]

        def row(customer, when, order, product, amount, currency, template=None, status="done"):
            negative = amount < 0
            full = {"stream": "purchases", "customer": customer, "at": when, "order": order, "product": product, "amount": amount,
                    "currency": currency, "cost": round(amount * .6, 2), "margin": round(amount * .3, 2), "promotion": self.flag(),
                    "instalment": self.flag(), "category": rng.choice(["tea", "cups", "cakes", None]), "channel": rng.choice(["shop", "web", None]),
                    "status": status}
            if template:
                full.update({k: template.get(k) for k in ("category", "channel")})
            if negative:
                full["promotion"] = full["instalment"] = None
            kept = {k: v for k, v in full.items() if k in columns or k in ("stream", "customer")}
            self.rows.append(kept)
            return full

        for customer in self.customers:
            currencies = ["EUR", "USD"] if i % 4 == 1 and customer == self.customers[0] else ["EUR"]
            orders = []
            for _ in range(rng.choice([0, 1, 2, 4, 7]) if customer != self.customers[0] else 6):
                counter[0] += 1
                day, number, currency = self.some_day(customer), f"A{counter[0]}", rng.choice(currencies)
                when = self.text(day, timed)
                if rng.random() < .06:
                    number = None
                status = "cancelled" if "status" in columns and rng.random() < .12 else "done"
                lines = []
                for _ in range(rng.choice([1, 1, 2, 3])):
                    amount = 0 if rng.random() < .05 else rng.choice(AMOUNTS)
                    if rng.random() < .07 and not self.backtest:
                        when = self.text(min(self.A, day + rng.randint(0, 3)), timed)     # a later row of the order
                    one = "cancelled" if status == "done" and "status" in columns and rng.random() < .05 else status
                    lines.append(row(customer, when, number, rng.choice(["p1", "p2"]), amount, currency, status=one))
                orders.append(lines)
            for lines in orders:
                if "amount" not in columns or rng.random() < .35 or lines[0]["status"] == "cancelled":
                    continue
                day = Flow(iso(self.A), zone=self.zone).day(lines[0]["at"])
                back = day + rng.choice([0, 0, 1, 5, 20, -1])
                if back > self.A and not self.backtest:
                    back = self.A
                when = lines[0]["at"] if rng.random() < .3 else self.text(back, timed)
                counter[0] += 1
                refund_number = rng.choice([f"C{counter[0]}", f"C{counter[0]}", None])
                kind = rng.choice(["own", "ownPart", "row", "row", "rows", "total", "total", "odd", "over", "partThenTotal"])
                total = round(sum(x["amount"] for x in lines), 2)
                one = rng.choice(lines)
                if kind == "own" and total:
                    for x in lines:
                        if x["amount"]:
                            row(customer, when, x["order"], x["product"], -x["amount"], x["currency"], x)
                elif kind == "ownPart" and total > .2:
                    row(customer, when, one["order"], one["product"], -.1, one["currency"], one)
                elif kind == "row" and one["amount"]:
                    row(customer, when, refund_number, one["product"], -one["amount"], one["currency"], one)
                elif kind == "rows":
                    for x in lines:
                        if x["amount"]:
                            row(customer, when, refund_number, x["product"], -x["amount"], x["currency"], x)
                elif kind == "total" and total:
                    row(customer, when, refund_number, rng.choice(["p1", "p2"]), -total, one["currency"], one)
                elif kind == "over":
                    row(customer, when, one["order"], one["product"], -round(total + 1, 2), one["currency"], one)
                elif kind == "odd":
                    row(customer, when, refund_number, one["product"], -3.33, one["currency"], one)
                elif kind == "partThenTotal" and total > .3:
                    row(customer, when, one["order"], one["product"], -.1, one["currency"], one)
                    row(customer, when, refund_number, one["product"], -round(total - rng.choice([0, .1]), 2), one["currency"], one)
        self.planted_purchases(columns)
        return columns

    def planted_purchases(self, columns):
        """What chance does not bring: one customer each, on plain rows."""
        if not {"order", "amount", "product"} <= set(columns) or self.index % 6 not in (0, 4):
            return
        timed = self.index % 3 != 1

        def row(customer, ago, order, product, amount, status="done"):
            full = {"stream": "purchases", "customer": customer, "at": self.instant(self.A - ago, 720) if timed else iso(self.A - ago),
                    "order": order, "product": product, "amount": amount, "currency": "EUR", "cost": round(amount * .6, 2),
                    "margin": round(amount * .3, 2), "promotion": None if amount < 0 else "NO", "instalment": None, "category": None,
                    "channel": None, "status": status}
            self.rows.append({k: v for k, v in full.items() if k in columns or k in ("stream", "customer")})

        row("refunds only", 4, "C901", "p1", -7.5)
        if "status" in columns:
            row("cancelled first", 40, "A902", "p1", 10, "cancelled")
            row("cancelled first", 2, "A903", "p1", 10)
        # two refund rows of one number whose sum is the order's total, neither of which is a row of it
        row("split refund", 9, "A904", "p1", 10), row("split refund", 9, "A904", "p2", 20)
        row("split refund", 5, "C905", "p1", -12.5), row("split refund", 5, "C905", "p2", -17.5)
        # one row taken back from outside, what is left equals the order's own refund
        row("rest is own", 9, "A906", "p1", 10), row("rest is own", 9, "A906", "p2", 5)
        row("rest is own", 8, "A906", "p2", -5), row("rest is own", 7, "C907", "p1", -10)
        # the refund comes before an order of just its total; and between two rows of one
        row("refund first", 9, "C908", "p9", -11), row("refund first", 3, "A909", "p1", 11)
        row("between", 9, "A910", "p1", 4), row("between", 3, "A910", "p2", 8), row("between", 5, "C911", "p9", -12)
        # two orders of one total at one moment, and a refund of it: alike but for the number
        row("twins", 6, "A912", "p1", 10), row("twins", 6, "A913", "p1", 10), row("twins", 6, "C914", "p1", -10)
        # .1 + .2 taken back as .3
        row("tenths", 6, "A915", "p1", .1), row("tenths", 6, "A915", "p2", .2), row("tenths", 2, "A915", "p1", -.3)

    # -- payments
    def payments(self):
        rng, i = self.rng, self.index
        due_column, paid_column, timed = i % 4 != 2, i % 8 != 6, i % 3 == 0
        columns = ["made", "amount", "state"] + (["due"] if due_column else []) + (["paidAt"] if paid_column else [])
        columns += ["paidAmount", "attempts", "method", "cardExpires"] + (["currency"] if i % 3 else [])
        for customer in self.customers:
            for _ in range(rng.choice([0, 1, 3, 6, 9])):
                day = self.some_day(customer)
                made = max(day - rng.randint(0, 10), 0) if due_column else day
                state = rng.choice(["paid"] * 6 + ["open", "open", "failed", "writtenOff"])
                amount = rng.choice([10, 20, 99.9])
                paid_on = day + rng.choice([-4, 0, 0, 0, 1, 3, 12, 40])
                if not due_column:
                    paid_on = max(paid_on, day)
                if paid_on > self.A and not self.backtest:
                    paid_on = day
                part = rng.choice([0, None, 4, amount]) if state == "open" else amount if state == "paid" else None
                full = {"stream": "payments", "customer": customer, "made": self.text(made, timed), "due": iso(day),
                        "amount": amount, "state": state, "paidAmount": part,
                        "paidAt": self.text(paid_on, timed) if state == "paid" and rng.random() < .85 else None,
                        "currency": rng.choice(["EUR", "USD"]) if i % 6 == 5 else "EUR",
                        "attempts": rng.choice([None, 1, 2, 3]) if state in ("open", "failed") else None,
                        "method": rng.choice(["card", "card", "bank", None]), "cardExpires": rng.choice([None, iso(self.A + rng.randint(-20, 300))])}
                if full["due"] is not None and due_column and rng.random() < .06:
                    full["due"] = None
                self.rows.append({k: v for k, v in full.items() if k in columns or k in ("stream", "customer")})
        return columns

    # -- tickets
    def tickets(self):
        rng = self.rng
        for customer in self.customers:
            for k in range(rng.choice([0, 2, 5, 9])):
                at = self.instant(self.some_day(customer), rng.choice(self.clock + [rng.randint(0, 1439)]))
                survey = rng.random() < .25
                answered = self.later(at, rng.choice([0, .5, 2, 7.25, 26, 100, 400])) if not survey and rng.random() < .7 else None
                closed = self.later(answered or at, rng.choice([0, 1, 30, 200])) if not survey and rng.random() < .6 else None
                scored = survey or rng.random() < .3
                if not self.backtest:                                     # nothing after As Of, which is today
                    end = self.instant(self.A, 1439)
                    answered, closed = [t if t and t <= end else None for t in (answered, closed)]
                scored_at = self.later(at, rng.choice([0, 5, 50, 300])) if scored and rng.random() < .5 else None
                if scored_at and not self.backtest and scored_at > self.instant(self.A, 1439):
                    scored_at = None
                text = rng.choice([None, f"ticket {k}", "same words"]
                                  + ([f"довгий {k} " + "x" * 490, "y" * 500, "z" * 501] if self.index % 10 == 0 else []))
                self.rows.append({"stream": "tickets", "customer": customer, "at": at, "closedAt": closed, "answeredAt": answered,
                                  "complaint": self.flag(), "topic": rng.choice(["login", "invoice", "delivery", None]),
                                  "satisfaction": rng.choice([1, 2, 4, 5, None]) if scored else None,
                                  "nps": rng.choice([0, 3, 6, 7, 9, 10]) if survey else None, "scoredAt": scored_at, "text": text, "survey": survey})
        # somebody's ticket long answered and closed, so that these columns are never empty; a score twice at one moment
        at = self.instant(self.A - self.span, 600)
        base = {"stream": "tickets", "customer": self.customers[0], "at": at, "closedAt": self.later(at, 3), "answeredAt": self.later(at, 1.5),
                "complaint": "NO", "topic": None, "satisfaction": 4, "nps": None, "scoredAt": None, "text": None, "survey": False}
        self.rows.append(base)
        if self.index % 3 == 0:
            last = self.instant(self.A, 1439)
            for nps in rng.sample([2, 8, 10], 2):
                self.rows.append({**base, "at": last, "closedAt": None, "answeredAt": None, "satisfaction": None, "nps": nps, "survey": True})
        return ["at", "closedAt", "answeredAt", "complaint", "topic", "satisfaction", "nps", "scoredAt", "text", "survey"]

    # -- contacts
    def contacts(self):
        rng, timed = self.rng, self.index % 4 != 0
        for customer in self.customers:
            for k in range(rng.choice([0, 1, 4, 10])):
                self.rows.append({"stream": "contacts", "customer": customer, "at": self.text(self.some_day(customer), timed),
                                  "startedBy": rng.choice(["customer", "us", "us", None]), "person": rng.choice(["Olena", "Olena", "Max", None]),
                                  "text": rng.choice([None, f"call {k}", "hello"])})
        return ["at", "startedBy", "person", "text"]

    # -- usage
    def usage(self):
        rng, counted, timed = self.rng, self.index % 2 == 0, self.index % 3 == 0
        for customer in self.customers:
            for _ in range(rng.choice([0, 3, 10, 20])):
                row = {"stream": "usage", "customer": customer, "at": self.text(self.some_day(customer), timed),
                       "feature": rng.choice(["export", "search", "share", "login", None])}
                if counted:
                    row["count"] = rng.randint(1, 9)
                self.rows.append(row)
        return ["at", "feature"] + (["count"] if counted else [])

    # -- subscriptions
    def subscriptions(self):
        rng = self.rng
        for customer in self.customers:
            start = self.first[customer] + rng.randint(0, 5)
            for _ in range(rng.choice([0, 1, 2, 3, 4])):
                length = rng.choice([5, 14, 30, self.recent, self.recent + self.usual])
                end = start + length
                if rng.random() < .3:
                    end = None
                elif rng.random() < .1:
                    end = self.A
                if end is not None and end <= start:
                    end = start + 1
                trial = start + rng.choice([3, 7, 14]) if rng.random() < .2 else None
                if trial and end and trial > end:
                    trial = end
                self.rows.append({"stream": "subscriptions", "customer": customer, "start": iso(start), "end": iso(end) if end is not None else None,
                                  "plan": rng.choice(["basic", "plus", "pro"]), "monthlyAmount": rng.choice([0, 10, 10, 12.5, 30]),
                                  "currency": "EUR", "state": "paused" if rng.random() < .08 else "running",
                                  "trialEndsOn": iso(trial) if trial else None,
                                  "renewsOn": iso(self.A + rng.randint(1, 60)) if (end is None or end > self.A) and rng.random() < .5 else None,
                                  "reason": rng.choice(["price", "moved", None]) if end is not None else None})
                start = (end if end is not None else start + length) + rng.choice([0, 0, 0, 1, 9, -2])
                if start > self.A and not self.backtest:
                    break
        return ["start", "end", "plan", "monthlyAmount", "currency", "state", "trialEndsOn", "renewsOn", "reason"] + self.cancellations()

    def cancellations(self):
        """Cancels some terms with an end, by state, by a day, or both; draws of its own, so that the other rows stay as they are."""
        rng, dated = random.Random(f"cancellations {self.index}"), self.index % 3 != 2
        for row in [r for r in self.rows if r["stream"] == "subscriptions"]:
            cancels = row["end"] is not None and row["state"] != "paused" and rng.random() < (.75 if day_number(row["end"]) > self.A else .4)
            by_state, by_day = rng.choice([(True, True), (True, False), (False, True)])
            if cancels and (by_state or not dated):
                row["state"], row["renewsOn"] = "cancelled", None
            if dated:
                day = rng.randint(day_number(row["start"]), day_number(row["end"])) if cancels and by_day else None
                row["cancelledOn"] = iso(day)
        if self.index % 6 == 1:
            self.planted_cancellations(dated)
        return ["cancelledOn"] if dated else []

    def planted_cancellations(self, dated):
        """What chance seldom brings: terms that run on As Of, as (state, days to the end, days since cancelling)."""
        terms = {"cancelled": [("cancelled", 9, 5)], "on As Of": [("cancelled", 9, 0)], "by day": [("running", 9, 5)], "by state": [("cancelled", 9, None)],
                 "ahead": [("running", 9, -5)], "contract": [("running", 9, None)], "tomorrow": [("cancelled", 1, 1)], "over": [("cancelled", 0, 5)],
                 "one of two": [("cancelled", 9, 5), ("running", None, None)], "both": [("cancelled", 9, 5), ("running", 20, 3)],
                 "both, one ahead": [("cancelled", 9, 5), ("cancelled", 20, -3)]}
        for customer, list_ in terms.items():
            for state, ends, ago in list_:
                row = {"stream": "subscriptions", "customer": customer, "start": iso(self.A - 60), "end": None if ends is None else iso(self.A + ends),
                       "plan": "basic", "monthlyAmount": 10, "currency": "EUR", "state": state, "trialEndsOn": None, "renewsOn": None, "reason": None}
                if dated:
                    row["cancelledOn"] = None if ago is None else iso(self.A - ago)
                self.rows.append(row)

    def make(self):
        i = self.index
        connected = STREAMS if i % 3 == 0 else [s for s in STREAMS if self.rng.random() < .6] or ["purchases"]
        if i % 3 == 1:
            connected = list(dict.fromkeys(["purchases"] + connected))
        columns = {s: getattr(self, s)() for s in STREAMS if s in connected}
        if i % 4 == 2:
            columns["customers"] = ["since"]
            for customer in self.customers + ["only listed", "nothing known", "later"]:
                since = {"only listed": iso(self.A - 3), "nothing known": None, "later": iso(self.A + 3)}.get(
                    customer, self.rng.choice([None, iso(self.A - self.rng.randint(0, self.span + 50))]))
                self.rows.append({"stream": "customers", "customer": customer, "since": since})
        if self.backtest:                                                 # there is a row after As Of in each stream of events
            for s in columns:
                sample = next((r for r in self.rows if r["stream"] == s), None)
                if sample and s in ("purchases", "contacts", "usage"):
                    timed = sample["at"].endswith("Z")
                    after = {**sample, "customer": self.customers[0], "at": self.text(self.A + 1, timed)}
                    if "order" in after:
                        after["order"] = "Z1"
                    self.rows.append(after)
        self.rng.shuffle(self.rows)
        return columns


def paths(a, b):
    """customer.stream.field that differ between two results."""
    found = []
    for customer in sorted(set(a) | set(b)):
        for stream in ["since"] + STREAMS:
            x, y = a[customer][stream], b[customer][stream]
            if stream == "since":
                if x != y:
                    found.append(f"{customer}.since")
            elif x is not None:
                found += [f"{customer}.{stream}.{k}" for k in x if k != "reasons" and x[k] != y[k]]
                found += [f"{customer}.{stream}.reasons.{k}" for k in sorted(set(x["reasons"]) | set(y["reasons"]))
                          if x["reasons"].get(k) != y["reasons"].get(k)]
    return found


def as_it_stood(row, flow):
    """The row as somebody would have exported it on As Of: what came later is blank."""
    def late(name):
        return row.get(name) is not None and flow.day(row[name]) > flow.A

    row = dict(row)
    if row["stream"] == "payments" and row["state"] == "paid" and late("paidAt"):
        row.update(state="open", paidAt=None, paidAmount=None)
    if row["stream"] == "tickets":
        if late("scoredAt") or (row.get("scoredAt") is None and late("closedAt")):
            row.update(satisfaction=None, nps=None, scoredAt=None)
        for name in ("closedAt", "answeredAt"):
            if late(name):
                row[name] = None
    return row


def check():
    """The sentences of the specification on rows made by hand."""
    def one(rows, as_of="2024-03-31", columns=("amount", "order", "product")):
        rows = [dict(zip(("at", "order", "product", "amount"), r), stream="purchases", customer="a") for r in rows]
        return activity(rows, Flow(as_of, 30, 180, columns={"purchases": set(columns)}))["a"]["purchases"]

    def holds(f, **wanted):
        assert {k: f[k] for k in wanted} == wanted, ({k: f[k] for k in wanted}, wanted)

    big = [("2024-01-18T10:01:00Z", "541431", "23166", 77183.6), ("2024-01-18T10:17:00Z", "C541433", "23166", -77183.6)]
    holds(one(big), purchaseDays=0, orders=0, gross=0, refunded=0, net=0, returnedShare=1, repeats=None, firstOn=None)
    holds(one(big[:1]), purchaseDays=1, gross=77183.6, returnedShare=0)
    # (1) own refund of all; of a part
    holds(one([("2024-03-01", "1", "p", 10), ("2024-03-02", "1", "p", -10)]), orders=0, returnedShare=1, net=0)
    holds(one([("2024-03-01", "1", "p", 10), ("2024-03-02", "1", "p", -4)]), orders=1, gross=10, refunded=4, net=6, averageOrder=6, historyNet=[6])
    # the refund after As Of has not happened
    holds(one([("2024-03-01", "1", "p", 10), ("2024-04-01", "1", "p", -10)]), orders=1, net=10)
    # (2) the latest of two equal ones at or before; a row of an order that stays
    holds(one([("2024-03-01", "1", "p", 10), ("2024-03-05", "2", "p", 10), ("2024-03-09", "3", "p", 10), ("2024-03-06", "C", "p", -10)]),
          orders=2, firstOn="2024-03-01", lastOn="2024-03-09", gapLongestDays=8, gross=20, refunded=0)
    holds(one([("2024-03-01", "1", "p", 10), ("2024-03-01", "1", "q", 5), ("2024-03-06", "C", "p", -10)]), orders=1, gross=5, refunded=0, returnedShare=0)
    # (3) the total of an order of two rows; what fits nothing lowers net only
    holds(one([("2024-03-01", "1", "p", 10), ("2024-03-01", "1", "q", 5), ("2024-03-06", "C", "p", -15)]), orders=0, net=0, returnedShare=1)
    holds(one([("2024-03-01", "1", "p", 10), ("2024-03-06", "C", "p", -3)]), orders=1, gross=10, refunded=3, net=7, historyNet=[7])
    # windows: As Of 2024-03-31 and R 30 begin on 2024-03-02; the customer came on 2024-03-01, so usual exposure is one day
    f = one([("2024-03-01", "1", "p", 10), ("2024-03-02", "2", "p", 10), ("2024-03-31", "3", "p", 7)])
    holds(f, recent=2, usual=1, recentPer30Days=2, usualPer30Days=30, recentNet=17, usualNet=10, usualNetPer30Days=300, daysSince=0, ageDays=30)
    f = one([("2024-03-02", "2", "p", 10)])
    holds(f, recentPer30Days=1, usualPer30Days=None, gapMedianDays=None)
    assert f["reasons"]["usualPer30Days"] == "tooNewForUsual" and f["reasons"]["gapMedianDays"] == "tooFewEvents"


def case(index):
    maker = Maker(index)
    columns = maker.make()
    today = maker.A + 25 if maker.backtest else maker.A
    flow = Flow(iso(maker.A), maker.recent, maker.usual, maker.zone, iso(today), {s: set(c) for s, c in columns.items() if s != "customers"})
    for row in maker.rows:
        if row["stream"] == "customers":
            continue
        assert set(row) <= set(columns[row["stream"]]) | {"stream", "customer"}, row
    expected = activity(maker.rows, flow)
    assert activity(list(reversed(maker.rows)), flow) == expected          # ties never depend on the order of rows
    assert activity([as_it_stood(r, flow) for r in maker.rows], flow) == expected
    open_to = {}
    for name in READINGS:
        changed = paths(expected, with_reading(name, lambda: activity(maker.rows, flow)))
        if changed:
            open_to[name] = changed
    return {"id": index, "zone": maker.zone, "asOf": iso(maker.A), "today": iso(today), "recentWindow": maker.recent, "usualWindow": maker.usual,
            "columns": columns, "rows": maker.rows, "expected": expected, "openTo": open_to}


def counts(cases):
    """How often each field is known and null, and how often each reading matters: so that a change of the generator loses no trap."""
    known, null, readings = {}, {}, {}
    for c in cases:
        for name in c["openTo"]:
            readings[name] = readings.get(name, 0) + 1
        for fields in c["expected"].values():
            for stream in STREAMS:
                for field, value in (fields[stream] or {}).items():
                    if field != "reasons":
                        side = null if value is None else known
                        side[f"{stream}.{field}"] = side.get(f"{stream}.{field}", 0) + 1
    return known, null, readings


if __name__ == "__main__":
    check()
    cases = [case(i) for i in range(CASES)]
    known, null, readings = counts(cases)
    fields = sorted(set(known) | set(null))
    assert all(known.get(f, 0) >= 3 for f in fields), [f for f in fields if known.get(f, 0) < 3]
    print("rows", sum(len(c["rows"]) for c in cases), "customers", sum(len(c["expected"]) for c in cases))
    print("never null", [f for f in fields if f not in null])
    print("readings that matter, in how many sets", readings)
    print("readings that never matter", [r for r in READINGS if r not in readings])
    write(os.path.join(HERE, "activity_random.json"), {
        "generatedBy": "activity_random.py, do not edit",
        "versions": versions(),
        "readings": READINGS,
        "setsOpenToAReading": readings,
        "knownFields": known,
        "cases": cases,
    })
