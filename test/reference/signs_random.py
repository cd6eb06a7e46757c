"""Forty drawn runs of Warning Signs: every strength, who is gone, value, risk, contributions, completeness and level (signs_by_rules.py).

Usage: python3 signs_random.py

A run: {id, asOf, recentDays, usualDays, settings, customers, habits, expected, openTo}.
- settings: odds (sign -> odds ratio, only those that differ from the default), base, bounds (null = automatic, else [watch, atRisk]),
  mode odds | weightedAverage, shares (family -> share; only in the second mode), goneAfter, satisfactionScale (null = automatic, else
  1, 5, 10 or 100).
- customers: fields of Customer Activity; a stream that is not there is not connected, a field that is not there is null.
  asOf, recentDays and usualDays are those of the run, `tenureDays` is the customer's. No texts anywhere. `named`: the columns that
  the user named, the same ones for everybody of the run: isNamed of those whose blank cell is data, and the cells, null where blank
  or not named. Not there where no column is named.
- habits: of contacts and orders r, alpha, and by: default, or fit, whose strengths hang on how well a fit finds the maximum.
- expected, one a customer in the same order: {customer, gone, value (or null), strengths (sign -> strength; one that is not there is
  null), and for those not gone risk, completeness (shares of 1), level (by risk, with no state before), contributions}.
- contributions: sign with a strength above 0 -> points: the risk less the risk with the strength of its family at 0, the mean as it is,
  neither with the floor of toldUs; for toldUs itself the first has it. 0 for a sign that is not the strongest of its family.
- openTo: reading (sentences: `readings` at the top) -> what else would come out: `customer.sign`, `customer.gone`, and `risk` where
  risk, completeness or contributions of anybody would. {} = the run hangs on nothing but the rules.

Besides the readings, decided:
- r, alpha, both medians and the scale of satisfaction are those of everybody in the run, the gone too; the means of squares are of those scored.
- A family's weight is that of its heaviest sign, whether that has data or not; a family whose signs are all switched off is none: it is
  never data, and its share is not among all shares in the other mode. toldUs switched off sets no floor. Strengths of signs switched off are given too.
- The first of the registry: in a family the order of SIGNS.md, which is that of the `strengths` here.
- complaints and usualComplaints are known both or not at all; recentDelayDays without anybody's usual delay is no data for "later".
- Who tells us is not gone for being silent, also where toldUs is switched off. The rhythm is that of purchases wherever a purchase, use or payment is known.
- Only `expired` asks whether a subscription runs; a card that expires within 30 days counts always.
- A cancelled subscription ends no contract (0): toldUs tells it. contractEnding is null where nothing runs.
- A named day of cancelling that lies ahead, or before the day since which the subscription runs or ran: 0. A named value below 0 is 0.
- active, trial and paused run. Dates are days: card expiring on As Of has 0 days to go.
"""
import os
import random
from datetime import date, timedelta

from data_files import HERE
from signs_by_rules import FAMILIES, ODDS, READINGS, Run, bounds_of
from signs_tails import first_alarm_day
from write_json import versions, write

RUNS = 40
AGES = [0, 1, 5, 29, 30, 31, 45, 60, 61, 75, 89, 90, 91, 100, 119, 120, 121, 150, 179, 180, 181, 250, 364, 365, 366]
NAMES = ["ada", "Борис", "0007", "7", "نسرین", "o'Neil", "x,y", "ann@x.org", "dee", "eve", "fay", "gus", "hal", "ida"]
PLANS = ["Basic", "Pro", "Alerts + Pro"]


def rounded(value):
    return float(f"{value:.12g}") if isinstance(value, float) else value


class Maker:
    def __init__(self, index):
        self.rng = rng = random.Random(f"signs {index}")
        self.index = index
        self.as_of = date(2024, rng.randint(1, 12), rng.randint(1, 28))
        self.recent, self.usual = rng.choice([(30, 180), (30, 180), (30, 180), (7, 60), (30, 90), (45, 365), (90, 30)])
        self.scale = rng.choice([1, 5, 5, 10, 100])
        self.many = index % 13 == 5
        self.wide = {s: rng.random() < (.5 if self.many else .75) for s in ["subscriptions", "payments", "tickets", "contacts", "usage"]}
        self.wide["purchases"] = self.many or rng.random() < .75
        # Columns that the sources of this run have.
        self.has = {n: rng.random() < .7 for n in ["complaints", "nps", "satisfaction", "answers", "persons", "firstNamed", "delays", "partial",
                                                    "card", "method", "retries", "amounts", "plans", "ends", "cancelled", "nets"]}
        self.has["past"] = rng.random() < .1
        self.named = {n: rng.random() < .2 for n in ["cancelledOn", "priceRisesOn", "bonusesLapseOn", "texts", "value"]}

    def iso(self, day):
        return day.isoformat()

    def ago(self, days):
        return (self.as_of - timedelta(days)).isoformat()

    def maybe(self, column, chance_of_cell=.75):
        return self.has[column] and self.rng.random() < chance_of_cell

    def settings(self):
        rng = self.rng
        odds = {}
        if rng.random() < .5:
            for sign in rng.sample(sorted(ODDS), rng.choice([1, 2, 4])):
                odds[sign] = rng.choice([1, 1.2, 2, 3, 5, 10, 40])
        mode = "weightedAverage" if rng.random() < .3 else "odds"
        shares = {"shares": {f: rng.choice([1, 2.1, 3.3, .7, 10]) for f in FAMILIES}} if mode == "weightedAverage" else {}
        return {"odds": odds, "base": rng.choice([.05, .05, .05, .02, .2, .5, .001]), "bounds": rng.choice([None, None, [10.3, 25.7], [30.1, 60.3]]),
                "mode": mode, **shares, "goneAfter": rng.choice([180, 180, 90, 365]), "satisfactionScale": rng.choice([None, None, self.scale, 5, 10])}

    def purchases(self, tenure):
        rng = self.rng
        if rng.random() < .12:
            return {}
        repeats = rng.choice([0, 1, 2, 2, 3, 5, 9, 20])
        recency = 0 if repeats == 0 else rng.randint(repeats, max(repeats, tenure))
        since = max(0, rng.choice([tenure - recency, rng.choice(AGES)]))
        nets = {"recentNet": rng.choice([0, 0, 49.2, 800]), "usualNet": rng.choice([0, 0, 120, 999.96, -70])} if self.maybe("nets", .8) else {}
        if nets and rng.random() < .8:
            nets.update(net=rng.choice([300, 1234.56, -20]), ageDays=recency + since)
        return {"repeats": repeats, "recencyDays": recency, "lastOn": self.ago(since), "daysSince": since, **nets}

    def subscriptions(self):
        rng = self.rng
        status = rng.choice(["active"] * 6 + ["trial", "paused", "ended", "ended", None])
        if status is None:
            return {}
        f = {"status": status}
        if rng.random() < .6:
            f["since"] = self.ago(rng.choice([300, 350, 600]))
        if self.has["amounts"]:
            now = rng.choice([0, 10, 20, 20, 26, 30, 50, 99.9])
            if status != "ended":
                f["monthlyAmount"] = now
            if rng.random() < .5:
                f["previousMonthlyAmount"] = rng.choice([10, 20, 20, 25, 40, 99.9])
                f["priceChangedOn"] = self.ago(rng.choice(AGES))
                if self.has["plans"] and rng.random() < .8:
                    f["previousPlan"] = rng.choice(PLANS[:2])
        if self.has["plans"] and status != "ended" and rng.random() < .9:
            f["plan"] = rng.choice(PLANS)
        if status == "ended":
            f["endedOn"] = self.ago(rng.choice([0, 1, 20, 100, 300]))
            if self.has["cancelled"]:
                f["cancelled"] = False
            return f
        if self.has["past"]:
            f["reasons"] = "endsOn: notKnownThen"
        elif self.maybe("ends", .4):
            f["endsOn"] = self.ago(-rng.choice([-20, -1, 0, 1, 29, 30, 31, 45, 60, 89, 90, 91, 200]))
        if self.has["cancelled"]:
            f["cancelled"] = rng.random() < .12
            if f["cancelled"]:
                f["cancelledOn"] = self.ago(rng.choice([0, 3, 40]))
        return f

    def payments(self):
        rng, f = self.rng, {}
        if rng.random() < .12:
            return {"payments": 0, **({"cardExpiresOn": self.ago(-400)} if self.has["card"] and rng.random() < .4 else {})}
        f["payments"] = rng.choice([1, 3, 20])
        if self.has["delays"]:
            f.update(onTime=rng.choice([0, 1, 4, 12]), late=rng.choice([0, 0, 1, 6]))
            if rng.random() < .8:
                f["recentDelayDays"] = rng.choice([0, 0, 1, 3, 4, 10, 16.5, 30, 40])
            if rng.random() < .7:
                f["usualDelayDays"] = rng.choice([-3, 0, 0, 1, 2.5, 10, 30])
            if rng.random() < .35:
                f["pastDueDays"] = rng.choice([1, 5, 15, 30, 31, 40, 90])
        if self.has["partial"]:
            f["partial"] = rng.choice([0, 0, 0, 1, 2])
        if self.maybe("retries", .3):
            f["retries"] = rng.choice([0, 1, 2, 3, 8])
        if self.maybe("card", .6):
            f["cardExpiresOn"] = self.ago(-rng.choice([-366, -365, -200, -91, -90, -40, -1, 0, 1, 15, 29, 30, 31, 400]))
        if self.maybe("method", .4):
            f["methodChangedOn"] = self.ago(rng.choice(AGES))
        if rng.random() < .8:
            f["lastPaidOn"] = self.ago(rng.choice(AGES + [400, 400, 400, 400, 400]))
        return f

    def tickets(self):
        rng = self.rng
        f = {"recent": rng.choice([0, 0, 1, 2, 5, 12]), "usual": rng.choice([0, 0, 1, 3, 8, 30])}
        if self.has["complaints"]:
            f.update(complaints=min(f["recent"], rng.choice([0, 0, 1, 2, 4])), usualComplaints=min(f["usual"], rng.choice([0, 0, 1, 5])))
        if self.maybe("answers"):
            f["firstAnswerHours"] = rng.choice([.5, 2, 3.99, 4, 4.01, 8, 24, 30, 100])
        if self.maybe("answers"):
            f["usualFirstAnswerHours"] = rng.choice([.2, .9, 1, 2, 3, 8, 20])
        day = self.ago(rng.choice(AGES))
        if self.maybe("nps", .5):
            f.update(lastNps=rng.choice([0, 1, 5, 6, 6, 7, 7, 10]), lastNpsOn=day)
        if self.maybe("satisfaction", .6):
            score = {1: [0, 0, 1, .5, .4], 5: [1, 2, 3, 3.5, 4, 5], 10: [0, 1, 4, 5, 5.1, 8, 10], 100: [0, 20, 49, 50, 51, 90, 100]}[self.scale]
            f.update(lastSatisfaction=rng.choice(score), lastSatisfactionOn=day if rng.random() < .3 else self.ago(rng.choice(AGES)))
        return f

    def contacts(self, tenure):
        rng = self.rng
        if rng.random() < .1:
            return {"contactDays": 0}
        days = rng.choice([1, 2, 3, 3, 4, 8, 25])
        span = 0 if days == 1 else rng.randint(days - 1, max(days - 1, tenure))
        since = max(0, rng.choice([tenure - span, rng.choice(AGES)]))
        f = {"contactDays": days, "firstOn": self.ago(since + span), "lastOn": self.ago(since), "daysSince": since}
        if self.maybe("persons", .85):
            changed = rng.random() < .6
            f.update(contactPerson="Ben", contactPersonSince=self.ago(rng.choice(AGES)))
            if changed:
                f["previousContactPerson"] = "Ann"
            if self.has["firstNamed"]:
                back = changed and rng.random() < .3
                first = date.fromisoformat(f["contactPersonSince"]) - timedelta(rng.choice([1, 200]) if back else 0)
                f["contactPersonFirstOn"] = first.isoformat()
        return f

    def usage(self):
        rng = self.rng
        f = {"recentActiveDays": min(self.recent, rng.choice([0, 0, 1, 2, 5, 12, 30])), "usualActiveDays": min(self.usual, rng.choice([0, 1, 6, 24, 24, 60, 120, 180]))}
        if rng.random() < .9:
            f["lastOn"] = self.ago(rng.choice([0, 3, 29, 30, 100, 180, 181, 400]))
        if rng.random() < .06:
            del f["usualActiveDays"]
        return f

    def customer(self, name):
        rng = self.rng
        tenure = rng.choice([None, 0, 6, self.recent - 1, self.recent, self.recent + 1, 100, 209, 210, 300, 500, 700, 700, 900])
        c = {"customer": name, **({} if tenure is None else {"tenureDays": tenure})}
        if tenure is None:
            # Nobody without a tenure has a dated row; what is connected has counts of 0.
            for stream, fields in [("tickets", {"recent": 0, "usual": 0}), ("usage", {"recentActiveDays": 0, "usualActiveDays": 0}), ("contacts", {"contactDays": 0}), ("purchases", {})]:
                if self.wide[stream]:
                    c[stream] = fields
            return c
        for stream in ["purchases", "contacts"]:
            if self.wide[stream]:
                c[stream] = getattr(self, stream)(tenure)
        for stream in ["subscriptions", "payments", "tickets", "usage"]:
            if self.wide[stream]:
                c[stream] = getattr(self, stream)()
        self.end_on_the_last_day(c)
        return c

    def end_on_the_last_day(self, c):
        """Some of those whose subscription ended used it last on that very day, the first without it."""
        ended = c.get("subscriptions", {}).get("endedOn")
        if ended and "usage" in c and self.rng.random() < .5:
            c["usage"]["lastOn"] = ended
            c.get("payments", {}).pop("lastPaidOn", None)

    def cells(self):
        rng, named = self.rng, self.named
        blank = .04 if self.index % 3 else .5
        cell = lambda column, chance_of_cell, values: rng.choice(values) if named[column] and rng.random() < chance_of_cell else None
        day = lambda ahead: None if ahead is None else self.ago(-ahead)
        return {"isNamed": {n: named[n] for n in ["cancelledOn", "priceRisesOn", "bonusesLapseOn", "texts"]},
                "cancelledOn": day(cell("cancelledOn", .25, [0, -5, -300, -301, -340, 1, 20])),
                "priceRisesOn": day(cell("priceRisesOn", 1 - blank, [0, 1, 30, 59, 60, 61, 200, -1, -59, -60, -61, -90, -119, -120, -121])),
                "bonusesLapseOn": day(cell("bonusesLapseOn", 1 - blank, [0, 0, 1, 5, 15, 29, 30, 31, -1, -60])),
                "bonuses": cell("bonusesLapseOn", .8, [1, 50, 120.5, 120.5, 0, -5]), "value": cell("value", .7, [0, 100, 2500, -1])}

    def run(self):
        names = [f"c{i:02}" for i in range(26)] if self.many else self.rng.sample(NAMES, self.rng.randint(6, 9))
        if self.index == 39:
            names = names[:1]
        run = {"id": f"drawn{self.index:02}", "asOf": self.iso(self.as_of), "recentDays": self.recent, "usualDays": self.usual, "settings": self.settings(),
               "customers": [{**self.customer(n), **({"named": self.cells()} if any(self.named.values()) else {})} for n in names]}
        self.to_the_alarm_day(run)
        return run

    def to_the_alarm_day(self, run):
        """A few are silent exactly up to the alarm day, or one day less; which changes no r and no alpha."""
        ready = Run(run)
        for c in run["customers"]:
            if self.rng.random() > .35:
                continue
            x, tx, _ = ready.order_habit(c)
            if x is not None and x >= 2:
                s = first_alarm_day(ready.of_orders["r"], ready.of_orders["alpha"], x, tx) - self.rng.choice([0, 0, 1])
                c["purchases"].update(daysSince=s, lastOn=self.ago(s))
            x, tx, _ = ready.contact_habit(c)
            if x is not None and x >= 2:
                s = first_alarm_day(ready.of_contacts["r"], ready.of_contacts["alpha"], x, tx) - self.rng.choice([0, 0, 1])
                c["contacts"].update(daysSince=s, lastOn=self.ago(s), firstOn=self.ago(s + tx))


def different(usual, other):
    paths = []
    for a, b in zip(usual, other):
        paths += [f"{a['customer']}.{s}" for s in a["strengths"] if a["strengths"][s] != b["strengths"][s]]
        paths += [f"{a['customer']}.gone"] if a["gone"] != b["gone"] else []
    parts = [(a.get(k), b.get(k)) for a, b in zip(usual, other) for k in ["risk", "completeness", "contributions"]]
    return paths + (["risk"] if any(p != q for p, q in parts) else [])


def told(answer):
    plain = {k: rounded(v) for k, v in answer.items()}
    plain["strengths"] = {s: rounded(v) for s, v in answer["strengths"].items() if v is not None}
    return {**plain, "contributions": {s: rounded(v) for s, v in answer["contributions"].items()}} if "contributions" in answer else plain


def laws(answers, settings):
    bounds = bounds_of(settings)
    for a in answers:
        assert all(v is None or 0 <= v <= 1 for v in a["strengths"].values()), a
        assert a["value"] is None or a["value"] >= 0
        if not a["gone"]:
            assert a["risk"] is None or 0 <= a["risk"] <= 100
            # On a bound only where every way to compute it gives the same float: one family has all the weight.
            assert a["risk"] is None or min(abs(a["risk"] - b) for b in bounds) > 1e-9 or sum(v is not None for v in a["strengths"].values()) == 1, a
            assert (a["risk"] is None) == (a["level"] is None)
            assert 0 <= a["completeness"] <= 1 + 1e-12
            assert all(-1e-12 <= v <= 100 for v in a["contributions"].values()), a
            assert a["risk"] is None or set(a["contributions"]) == {s for s, v in a["strengths"].items() if v}


def finished(index):
    run = Maker(index).run()
    ready = Run(run)
    answers = ready.answer()
    laws(answers, run["settings"])
    open_to = {name: different(answers, Run(run, (name,)).answer()) for name in READINGS}
    return {**run, "habits": ready.habits(), "expected": [told(a) for a in answers], "openTo": {n: p for n, p in open_to.items() if p}}


if __name__ == "__main__":
    write(os.path.join(HERE, "signs_random.json"), {"generatedBy": "signs_random.py, do not edit", "versions": versions(), "readings": READINGS,
                                                    "runs": [finished(i) for i in range(RUNS)]})
