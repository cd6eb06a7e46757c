"""Strengths, who is gone, and risk of the warning signs by plain counting. Shared by signs_random.py and signs_retail.py.

A run: {asOf, recentDays, usualDays, settings, customers}; a customer has the fields of Customer Activity, an absent one is null.
Readings that SIGNS.md leaves open stand in READINGS; `on` holds those taken the other way.
"""
from datetime import date
from math import exp, log, log2

from numpy import median
from signs_tails import at_least, at_most, chance, clamp, habit, silence_q

READINGS = {
    "blankCellIsData": "a named column whose cell is blank for a customer is as no column; on: where anybody of the run has a cell, a blank one is data: strength 0",
    "unknownTenureIsZero": "complaints: null where the tenure is not known; on: q is 1, strength 0",
    "noAnswersIsZero": "slowAnswers: null where firstAnswerHours is null; on: 0 where anybody's usual is known",
    "noChangeIsZero": "paymentsChanged: null where none of its fields is given; on: 0 wherever payments or subscriptions are connected",
    "rosePastIsAhead": "priceRise: a named day before As Of is 0 (not ahead); on: it counts as today, .5",
    "endedIsZero": "contractEnding: null where nothing runs; on: 0 wherever subscriptions are connected",
    "zeroBonusesLapse": "bonusesLapse: 0 bonuses cannot lapse, 0; on: the number of bonuses changes nothing",
    "offStillData": "a sign with odds ratio 1 is as though it were not there: no data, no floor; on: it is data of strength 0, and toldUs keeps its floor",
    "dayOfLeavingBefore": "gone: bought or used on endedOn, the first day without a subscription, is since; on: only the days after it are",
    "populationWithoutGone": "r, alpha, the medians and the scale are those of all customers of the run; on: of those not gone (by the r and alpha of all)",
    "notCancelledUnknown": "contractEnding: cancelled unknown (null) counts as not cancelled; on: null",
}
FAMILIES = {
    "habit": ["silence", "orderOverdue", "usageFalling"],
    "service": ["complaints", "lowSatisfaction", "slowAnswers"],
    "money": ["paymentsChanged", "paymentFailing", "priceRise"],
    "person": ["contactPersonChanged"],
    "calendar": ["contractEnding", "bonusesLapse"],
    "told": ["toldUs"],
}
ODDS = {"toldUs": 20, "usageFalling": 8, "paymentFailing": 6, "silence": 4, "orderOverdue": 4, "complaints": 4, "paymentsChanged": 4,
        "lowSatisfaction": 3, "contactPersonChanged": 3, "contractEnding": 3, "slowAnswers": 2, "priceRise": 2, "bonusesLapse": 1.5}
RUNNING = ("active", "trial", "paused")


def freshness(age, full, end):
    return 1. if age <= full else max(0., (end - age) / (end - full))


def strongest(*parts):
    """The largest of those there are; None where there is none."""
    known = [p for p in parts if p is not None]
    return max(known) if known else None


class Run:
    def __init__(self, run, on=()):
        self.run, self.on, self.settings = run, on, run["settings"]
        self.as_of = date.fromisoformat(run["asOf"])
        everybody = run["customers"]
        self.learn(everybody)
        if "populationWithoutGone" in on:
            self.learn([c for c in everybody if not self.gone(c)])

    def learn(self, customers):
        """What is drawn from everybody: rhythms, medians, the scale of satisfaction, which columns are named."""
        self.of_contacts = habit([(x, tx) for c in customers for x, tx, _ in [self.contact_habit(c)] if x is not None])
        self.of_orders = habit([(x, tx) for c in customers for x, tx, _ in [self.order_habit(c)] if x is not None])
        self.median_hours = self.median_of(customers, "tickets", "usualFirstAnswerHours")
        self.median_delay = self.median_of(customers, "payments", "usualDelayDays")
        scores = [self.field(c, "tickets", "lastSatisfaction") for c in customers]
        self.highest_score = max((s for s in scores if s is not None), default=None)
        self.named = {n for c in customers for n, v in c.get("named", {}).items() if v is not None}

    def habits(self):
        return {name: h and {k: float(f"{h[k]:.12g}") if k != "by" else h[k] for k in ["r", "alpha", "by"]}
                for name, h in [("contacts", self.of_contacts), ("orders", self.of_orders)]}

    def median_of(self, customers, stream, field):
        values = [self.field(c, stream, field) for c in customers]
        known = [v for v in values if v is not None]
        return float(median(known)) if known else None

    @staticmethod
    def field(customer, stream, name):
        return (customer.get(stream) or {}).get(name)

    def age(self, day):
        """Days before As Of; a day to come has age 0."""
        return max(0, (self.as_of - date.fromisoformat(day)).days)

    def ahead(self, day):
        return (date.fromisoformat(day) - self.as_of).days

    def contact_habit(self, c):
        f = c.get("contacts") or {}
        if not f.get("contactDays"):
            return None, None, None
        return f["contactDays"] - 1, (date.fromisoformat(f["lastOn"]) - date.fromisoformat(f["firstOn"])).days, f["daysSince"]

    def order_habit(self, c):
        f = c.get("purchases") or {}
        return f.get("repeats"), f.get("recencyDays"), f.get("daysSince")

    @staticmethod
    def q(population, x, tx, s):
        """None where the rhythm is too short to be one, or nobody has one."""
        if x is None or x < 2 or population is None:
            return None
        return silence_q(population["r"], population["alpha"], x, tx, s)

    # --- strengths: each None where there is no data -----------------------------------------------------------------

    def silence(self, c):
        q = self.q(self.of_contacts, *self.contact_habit(c))
        return None if q is None else chance(q)

    def orderOverdue(self, c):
        q = self.q(self.of_orders, *self.order_habit(c))
        return None if q is None else chance(q)

    def exposures(self, c):
        """(recent, usual) in days; None where the tenure is not known."""
        tenure = c.get("tenureDays")
        if tenure is None:
            return None
        recent, usual = self.run["recentDays"], self.run["usualDays"]
        days = range(0, tenure + 1)  # ages of the days of the tenure
        return sum(1 for a in days if a < recent), sum(1 for a in days if recent <= a < recent + usual)

    def usageFalling(self, c):
        f, exposures = c.get("usage"), self.exposures(c)
        if not f or f.get("recentActiveDays") is None or f.get("usualActiveDays") is None or exposures is None or exposures[1] == 0:
            return None
        return chance(at_most(f["recentActiveDays"], f["usualActiveDays"], exposures[1], exposures[0]))

    def complaints(self, c):
        f, exposures = c.get("tickets"), self.exposures(c)
        if not f:
            return None
        recent, usual = ("complaints", "usualComplaints") if f.get("complaints") is not None else ("recent", "usual")
        if f.get(recent) is None or f.get(usual) is None:
            return None
        if exposures is None:
            return 0. if "unknownTenureIsZero" in self.on else None
        return chance(at_least(f[recent], f[usual], exposures[1], exposures[0]))

    def lowSatisfaction(self, c):
        f = c.get("tickets") or {}
        given = []
        if f.get("lastNps") is not None:
            given.append((f["lastNpsOn"], 1 - f["lastNps"] / 10 if f["lastNps"] <= 6 else 0.))
        if f.get("lastSatisfaction") is not None:
            u = self.share_of_scale(f["lastSatisfaction"])
            given.append((f["lastSatisfactionOn"], 1 - 1.2 * u if u <= .5 else 0.))
        if not given:
            return None
        day, strength = max(given)
        return strength * freshness(self.age(day), 90, 365)

    def share_of_scale(self, v):
        if self.highest_score <= 1:
            return v
        if self.highest_score <= 5:
            return max(0., (v - 1) / 4)
        return v / 10 if self.highest_score <= 10 else v / 100

    def slowAnswers(self, c):
        f, common = c.get("tickets"), self.median_hours
        if not f or common is None:
            return None
        m, own, n = f.get("firstAnswerHours"), f.get("usualFirstAnswerHours"), f.get("usual") or 0
        if m is None:
            return 0. if "noAnswersIsZero" in self.on else None
        common = max(1, common)
        expected = common if own is None else exp((n * log(max(1, own)) + 3 * log(common)) / (n + 3))
        return 0. if m < 4 else clamp(log2(m / expected) / 3)

    def contactPersonChanged(self, c):
        f = c.get("contacts") or {}
        if f.get("contactPerson") is None:
            return None
        first = f.get("contactPersonFirstOn")
        never_before = first is None or first == f["contactPersonSince"]
        if f.get("previousContactPerson") is None or not never_before:
            return 0.
        return freshness(self.age(f["contactPersonSince"]), 30, 180)

    def later(self, f):
        recent, own, common = f.get("recentDelayDays"), f.get("usualDelayDays"), self.median_delay
        if recent is None or common is None:
            return None
        n = (f.get("onTime") or 0) + (f.get("late") or 0)
        expected = common if own is None else (n * own + 3 * common) / (n + 3)
        return clamp((recent - max(0, expected) - 3) / 27)

    def less(self, f):
        now, before = f.get("monthlyAmount"), f.get("previousMonthlyAmount")
        if now is None or before is None:
            return None
        return (before - now) / before * freshness(self.age(f["priceChangedOn"]), 30, 180) if before > now else 0.

    def paymentsChanged(self, c):
        payments, subscriptions = c.get("payments") or {}, c.get("subscriptions") or {}
        partial, changed = payments.get("partial"), payments.get("methodChangedOn")
        found = strongest(self.later(payments), self.less(subscriptions),
                          None if partial is None else (.5 if partial >= 1 else 0.),
                          None if changed is None else .3 * freshness(self.age(changed), 30, 90))
        connected = c.get("payments") is not None or c.get("subscriptions") is not None
        return 0. if found is None and connected and "noChangeIsZero" in self.on else found

    def paymentFailing(self, c):
        f = c.get("payments")
        if f is None:
            return None
        parts = [0.]
        if f.get("pastDueDays") is not None:
            parts.append(clamp((f["pastDueDays"] - max(0, f.get("usualDelayDays") or 0)) / 30))
        if (f.get("retries") or 0) >= 1:
            parts.append(1 - .5 ** f["retries"])
        if f.get("cardExpiresOn") is not None:
            days = self.ahead(f["cardExpiresOn"])
            if days < 0:
                parts.append(.8 if c.get("subscriptions") is None or self.runs(c) else 0.)
            elif days <= 30:
                parts.append(.5 * (1 - days / 30))
        return max(parts)

    def named_cell(self, c, name):
        """(the cell, whether there is data)"""
        cell = c.get("named", {}).get(name)
        return cell, cell is not None or (name in self.named and "blankCellIsData" in self.on)

    def priceRise(self, c):
        f = c.get("subscriptions")
        rises, is_data = self.named_cell(c, "priceRisesOn")
        if f is None and not is_data:
            return None
        parts = [0., self.rose(f) if f else 0.]
        if rises is not None:
            days = self.ahead(rises)
            parts.append(.5 * clamp(1 - days / 60) if days >= 0 or "rosePastIsAhead" in self.on else 0.)
        return max(parts)

    def rose(self, f):
        now, before, plan, old = (f.get(n) for n in ["monthlyAmount", "previousMonthlyAmount", "plan", "previousPlan"])
        if now is None or before is None or now <= before:
            return 0.
        both_named = plan is not None and old is not None
        if both_named and plan != old:
            return 0.
        size = clamp((now - before) / before / .3)
        return size * freshness(self.age(f["priceChangedOn"]), 60, 120) * (1 if both_named else .5)

    def contractEnding(self, c):
        f = c.get("subscriptions")
        if f is None or not self.runs(c):
            return 0. if f is not None and "endedIsZero" in self.on else None
        if f.get("endsOn") is None or f.get("cancelled"):
            return 0.
        if f.get("cancelled") is None and "notCancelledUnknown" in self.on:
            return None
        return freshness(self.ahead(f["endsOn"]), 30, 90)

    def bonusesLapse(self, c):
        lapse, is_data = self.named_cell(c, "bonusesLapseOn")
        if not is_data:
            return None
        if lapse is None or (c["named"].get("bonuses") == 0 and "zeroBonusesLapse" not in self.on):
            return 0.
        days = self.ahead(lapse)
        return clamp(1 - days / 30) if days >= 0 else 0.

    def toldUs(self, c):
        cancelled = self.field(c, "subscriptions", "cancelled")
        named, is_data = self.named_cell(c, "cancelledOn")
        if cancelled is None and not is_data:
            return None
        return 1. if cancelled or named is not None else 0.

    def strengths(self, c):
        return {sign: getattr(self, sign)(c) for signs in FAMILIES.values() for sign in signs}

    # --- gone --------------------------------------------------------------------------------------------------------

    def runs(self, c):
        return self.field(c, "subscriptions", "status") in RUNNING

    def gone(self, c):
        if self.runs(c):
            return False
        did = strongest(self.field(c, "purchases", "lastOn"), self.field(c, "usage", "lastOn"))
        ended = self.field(c, "subscriptions", "endedOn")
        if self.field(c, "subscriptions", "status") == "ended" and ended is not None and ended <= self.run["asOf"]:
            since = did is not None and (did > ended if "dayOfLeavingBefore" in self.on else did >= ended)
            if not since:
                return True
        last = did or strongest(self.field(c, "contacts", "lastOn"), self.field(c, "payments", "lastPaidOn"))
        if last is None or self.age(last) <= self.settings["goneAfter"]:
            return False
        q = self.q(self.of_orders, *self.order_habit(c))
        return q is None or q <= .1

    # --- risk --------------------------------------------------------------------------------------------------------

    def answer(self):
        gone = {c["customer"]: self.gone(c) for c in self.run["customers"]}
        strengths = {c["customer"]: self.strengths(c) for c in self.run["customers"]}
        scored = {name: s for name, s in strengths.items() if not gone[name]}
        combined = combine(scored, self.settings, self.on)
        bounds = bounds_of(self.settings)
        answers = []
        for name, own in strengths.items():
            if gone[name]:
                answers.append({"customer": name, "gone": True, "strengths": own})
            else:
                risk, completeness = combined[name]
                level = None if risk is None else "atRisk" if risk >= bounds[1] else "watch" if risk >= bounds[0] else "healthy"
                answers.append({"customer": name, "gone": False, "strengths": own, "risk": risk, "completeness": completeness, "level": level})
        return answers


def logit(p):
    return log(p / (1 - p))


def logistic(v):
    return 1 / (1 + exp(-v))


def bounds_of(settings):
    """(watch, at risk): own ones, else the risk at twice and five times the odds of base."""
    if settings["bounds"]:
        return settings["bounds"]
    odds = settings["base"] / (1 - settings["base"])
    return [100 * k * odds / (1 + k * odds) for k in (2, 5)]


def squares(own, weights, on=()):
    """Family -> s_f² for families with data: w·s² of the strongest over w_f, the largest w of the family."""
    result = {}
    for family, signs in FAMILIES.items():
        heaviest = max(weights[s] for s in signs)
        with_data = [s for s in signs if own[s] is not None and (weights[s] > 0 or "offStillData" in on)]
        if heaviest > 0 and with_data:
            result[family] = max(weights[s] * own[s] ** 2 for s in with_data) / heaviest
    return result


def index(own_squares, family_weights, means, base):
    return 100 * logistic(logit(base) + sum(family_weights[f] * (s - means[f]) for f, s in own_squares.items()))


def combine(scored, settings, on=()):
    """customer -> (risk or None, completeness)"""
    weights = {s: log(settings["odds"].get(s, ODDS[s])) for s in ODDS}
    family_weights = {f: max(weights[s] for s in signs) for f, signs in FAMILIES.items()}
    by_customer = {name: squares(own, weights, on) for name, own in scored.items()}
    means = {}
    for family in FAMILIES:
        values = [s[family] for s in by_customer.values() if family in s]
        means[family] = sum(values) / len(values) if values else None
    result = {}
    for name, own in scored.items():
        of_all = settings["shares"] if settings["mode"] == "weightedAverage" else family_weights
        known = [f for f in by_customer[name]]
        completeness = sum(of_all[f] for f in known) / sum(of_all.values())
        if settings["mode"] == "weightedAverage":
            risk = weighted_average({f: max((own[s] for s in FAMILIES[f] if own[s] is not None and weights[s] > 0), default=0.) for f in known},
                                    settings["shares"])
        else:
            risk = index(by_customer[name], family_weights, means, settings["base"]) if known else None
        floor = own["toldUs"] if weights["toldUs"] > 0 or "offStillData" in on else None
        if risk is not None and floor is not None:
            risk = max(risk, 90 * floor)
        result[name] = (risk, completeness)
    return result


def weighted_average(strongest_of, shares):
    total = sum(shares[f] for f in strongest_of)
    return 100 * sum(shares[f] * s for f, s in strongest_of.items()) / total if total > 0 else None


def check():
    """The vectors of DOMAIN S24."""
    weights = {"habit": log(8), "money": log(4), "person": log(3)}
    means = dict.fromkeys(weights, .05)
    for strengths, expected in [((1, 0, None), 26.1481), ((1, 0, 0), 25.1013), ((1, 0, 1), 50.1349), ((.3, .3, .3), 5.9420)]:
        own = {f: s * s for f, s in zip(weights, strengths) if s is not None}
        got = index(own, weights, means, .05)
        assert abs(got - expected) < 5e-5, (got, expected)
    assert abs(weighted_average({"habit": 1, "money": 0}, {"habit": .5, "money": .3, "person": .2}) - 62.5) < 1e-12
    low, high = bounds_of({"bounds": None, "base": .05})
    assert abs(low - 9.5238) < 5e-5 and abs(high - 20.8333) < 5e-5


check()
