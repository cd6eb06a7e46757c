"""Strengths, who is gone, risk, contributions and value of the warning signs by plain counting. Shared by signs_random.py and signs_retail.py.

A run: {asOf, recentDays, usualDays, settings, customers}; a customer has the fields of Customer Activity, an absent one is null.
Readings that the rules leave open stand in READINGS; `on` holds those taken the other way.
"""
from datetime import date
from math import exp, log, log2

from numpy import median
from signs_tails import at_least, at_most, chance, clamp, habit, silence_q

READINGS = {
    "noAnswersIsZero": "slowAnswers: null where firstAnswerHours is null; on: 0 where anybody's usual is known",
    "dayOfLeavingBefore": "gone: bought or used on endedOn, the first day without a subscription, is since; on: only the days after it are",
    "cardIsNoData": "paymentFailing without a payment: a card that holds, or past due of 0 days, is data; on: null unless something fails",
    "notCancelledUnknown": "contractEnding: cancelled unknown (null) counts as not cancelled; on: null",
}
FAMILIES = {
    "habit": ["silence", "orderOverdue", "usageFalling"],
    "service": ["complaints", "lowSatisfaction", "slowAnswers"],
    "money": ["paymentsChanged", "paymentFailing", "priceRise"],
    "person": ["contactPersonChanged"],
    "calendar": ["contractEnding", "bonusesLapsing"],
    "told": ["toldUs"],
}
ODDS = {"toldUs": 20, "usageFalling": 8, "paymentFailing": 6, "orderOverdue": 8, "silence": 6, "complaints": 4, "paymentsChanged": 4,
        "lowSatisfaction": 3, "contactPersonChanged": 3, "contractEnding": 3, "slowAnswers": 2, "priceRise": 2, "bonusesLapsing": 1.5}
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
        self.learn(run["customers"])

    def learn(self, customers):
        """What is drawn from everybody: rhythms, medians, the scale of satisfaction."""
        self.of_contacts = habit([(x, tx) for c in customers for x, tx, _ in [self.contact_habit(c)] if x is not None])
        self.of_orders = habit([(x, tx) for c in customers for x, tx, _ in [self.order_habit(c)] if x is not None])
        self.median_hours = self.median_of(customers, "tickets", "usualFirstAnswerHours")
        self.median_delay = self.median_of(customers, "payments", "usualDelayDays")
        scores = [self.field(c, "tickets", "lastSatisfaction") for c in customers]
        self.scale = self.settings["satisfactionScale"]
        if self.scale is None:
            highest = max((s for s in scores if s is not None), default=0)
            self.scale = next((scale for scale in (1, 5, 10) if highest <= scale), 100)

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

    def usual_exposure(self, c):
        """Days of the usual stretch that lie in the tenure; None where the tenure is not known."""
        tenure, recent = c.get("tenureDays"), self.run["recentDays"]
        if tenure is None:
            return None
        return sum(1 for age in range(0, tenure + 1) if recent <= age < recent + self.run["usualDays"])

    def usageFalling(self, c):
        f, exposure = c.get("usage"), self.usual_exposure(c)
        if not f or f.get("recentActiveDays") is None or f.get("usualActiveDays") is None or not exposure:
            return None
        return chance(at_most(f["recentActiveDays"], f["usualActiveDays"], exposure, self.run["recentDays"]))

    def complaints(self, c):
        f, exposure = c.get("tickets"), self.usual_exposure(c)
        if not f or exposure is None:
            return None
        recent, usual = ("complaints", "usualComplaints") if f.get("complaints") is not None else ("recent", "usual")
        if f.get(recent) is None or f.get(usual) is None:
            return None
        return chance(at_least(f[recent], f[usual], exposure, self.run["recentDays"]))

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
        return max(0., (v - 1) / 4) if self.scale == 5 else v / self.scale

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
        """A price that never changed (nothing before it) is data: they do not pay less."""
        now, before = f.get("monthlyAmount"), f.get("previousMonthlyAmount")
        if now is None:
            return None
        if before is None:
            return 0.
        return (before - now) / before * freshness(self.age(f["priceChangedOn"]), 30, 180) if before > now else 0.

    def paymentsChanged(self, c):
        payments, subscriptions = c.get("payments") or {}, c.get("subscriptions") or {}
        partial, changed = payments.get("partial"), payments.get("methodChangedOn")
        return strongest(self.later(payments), self.less(subscriptions),
                         None if partial is None else (.5 if partial >= 1 else 0.),
                         None if changed is None else .3 * freshness(self.age(changed), 30, 90))

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
                is_needed = c.get("subscriptions") is None or self.runs(c)
                is_paid_since = f.get("lastPaidOn") is not None and f["lastPaidOn"] > f["cardExpiresOn"]
                parts.append(.8 * freshness(-days, 90, 365) if is_needed and not is_paid_since else 0.)
            elif days <= 30:
                parts.append(.5 * (1 - days / 30))
        if f.get("payments") == 0 and max(parts) == 0:
            is_data = f.get("pastDueDays") is not None or f.get("cardExpiresOn") is not None
            return 0. if is_data and "cardIsNoData" not in self.on else None
        return max(parts)

    @staticmethod
    def cell(c, name):
        """(what the named column says of this customer, whether a column is named)"""
        named = c.get("named")
        return (named[name], named["isNamed"][name]) if named else (None, False)

    def priceRise(self, c):
        f = c.get("subscriptions")
        rises, is_named = self.cell(c, "priceRisesOn")
        if not is_named and (f is None or f.get("monthlyAmount") is None):
            return None
        of_column = 0.
        if rises is not None:
            days = self.ahead(rises)
            of_column = .5 * (clamp(1 - days / 60) if days >= 0 else freshness(-days, 60, 120))
        return max(of_column, self.rose(f) if f else 0.)

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
        if f is None or not self.runs(c) or "endsOn: notKnownThen" in (f.get("reasons") or ""):
            return None
        if f.get("endsOn") is None or self.ahead(f["endsOn"]) < 0 or f.get("cancelled"):
            return 0.
        if f.get("cancelled") is None and "notCancelledUnknown" in self.on:
            return None
        return freshness(self.ahead(f["endsOn"]), 30, 90)

    def bonusesLapsing(self, c):
        lapse, is_named = self.cell(c, "bonusesLapseOn")
        if not is_named:
            return None
        bonuses = c["named"]["bonuses"]
        if lapse is None or (bonuses is not None and bonuses <= 0):
            return 0.
        days = self.ahead(lapse)
        return clamp(1 - days / 30) if days >= 0 else 0.

    def toldUs(self, c):
        """Nobody here has a text; a named column of texts is blank."""
        cancelled = self.field(c, "subscriptions", "cancelled")
        day, is_named = self.cell(c, "cancelledOn")
        if cancelled is None and not is_named and not (c.get("named") and c["named"]["isNamed"]["texts"]):
            return None
        since = self.field(c, "subscriptions", "since")
        is_of_present = day is not None and day <= self.run["asOf"] and (since is None or day >= since)
        return 1. if cancelled or is_of_present else 0.

    def strengths(self, c):
        return {sign: getattr(self, sign)(c) for signs in FAMILIES.values() for sign in signs}

    # --- gone --------------------------------------------------------------------------------------------------------

    def runs(self, c):
        return self.field(c, "subscriptions", "status") in RUNNING

    def gone(self, c):
        if self.runs(c):
            return False
        did = strongest(self.field(c, "purchases", "lastOn"), self.field(c, "usage", "lastOn"), self.field(c, "payments", "lastPaidOn"))
        ended = self.field(c, "subscriptions", "endedOn")
        if self.field(c, "subscriptions", "status") == "ended" and ended is not None and ended <= self.run["asOf"]:
            since = did is not None and (did > ended if "dayOfLeavingBefore" in self.on else did >= ended)
            if not since:
                return True
        return self.silent_for_good(c, did)

    def silent_for_good(self, c, did):
        """Nothing for too long, by days and by a rhythm of their own; nobody who tells us."""
        last = did or self.field(c, "contacts", "lastOn")
        if last is None or self.age(last) <= self.settings["goneAfter"] or self.toldUs(c):
            return False
        q = self.q(self.of_orders, *self.order_habit(c)) if did else self.q(self.of_contacts, *self.contact_habit(c))
        return q is None or q <= .001

    # --- what a customer is worth, and the risk ----------------------------------------------------------------------

    def value(self, c):
        """A year of the customer: as named (never below 0), else of the subscription, else of the purchases; None where none is known."""
        named = (c.get("named") or {}).get("value")
        if named is not None:
            return round(max(0., named), 4)
        monthly = self.field(c, "subscriptions", "monthlyAmount")
        if monthly is not None and monthly > 0:
            return round(12. * monthly, 4)
        recent, usual = self.field(c, "purchases", "recentNet"), self.field(c, "purchases", "usualNet")
        if recent is None or usual is None:
            return None
        windows = self.run["recentDays"] + self.run["usualDays"]
        net, age = self.field(c, "purchases", "net"), self.field(c, "purchases", "ageDays")
        if recent + usual == 0 and net is not None and age is not None and age > windows:
            return round(max(0., net) / age * 365, 4)
        return round(max(0., recent + usual) / windows * 365, 4)

    def answer(self):
        own = {c["customer"]: self.strengths(c) for c in self.run["customers"]}
        gone = {c["customer"]: self.gone(c) for c in self.run["customers"]}
        combined = combine({name: s for name, s in own.items() if not gone[name]}, self.settings)
        return [{"customer": c["customer"], "gone": gone[c["customer"]], "value": self.value(c), "strengths": own[c["customer"]],
                 **combined.get(c["customer"], {})} for c in self.run["customers"]]


def logit(p):
    return log(p / (1 - p))


def logistic(v):
    return 1 / (1 + exp(-v))


def bounds_of(settings):
    """(watch, at risk): own ones, else 25 and 50 of an average, else the risk at twice and five times the odds of base."""
    if settings["bounds"]:
        return settings["bounds"]
    if settings["mode"] == "weightedAverage":
        return [25, 50]
    odds = settings["base"] / (1 - settings["base"])
    return [100 * k * odds / (1 + k * odds) for k in (2, 5)]


def index(squares, family_weights, means, base):
    return 100 * logistic(logit(base) + sum(family_weights[f] * (s - means[f]) for f, s in squares.items()))


def weighted_average(strengths, shares):
    return 100 * sum(shares[f] * s for f, s in strengths.items()) / sum(shares[f] for f in strengths)


def filled_mean(squares):
    """The mean of s_f²; customers who are missing to twenty count as .05 each."""
    missing = max(0, 20 - len(squares))
    return (sum(squares) + missing * .05) / (len(squares) + missing)


class Combination:
    """The risk of all scored customers of a run, in one of the two modes."""

    def __init__(self, scored, settings):
        self.settings, self.averaged = settings, settings["mode"] == "weightedAverage"
        self.weights = {s: log(settings["odds"].get(s, ODDS[s])) for s in ODDS}
        # Of a family whose signs are all switched off nothing can be known, so it is none.
        self.shares = {f: settings["shares"][f] * any(self.weights[s] > 0 for s in FAMILIES[f]) for f in FAMILIES} if self.averaged else None
        self.family_weights = {f: max(self.weights[s] for s in signs) for f, signs in FAMILIES.items()}
        self.strongest = {name: self.strongest_of(own) for name, own in scored.items()}
        self.means = {f: filled_mean([found[f][1] for found in self.strongest.values() if f in found]) for f in FAMILIES}

    def strongest_of(self, own):
        """Family with data -> (its strongest sign, equal: the first; its plain strength in an average, else s_f²). A sign with weight 0 is none."""
        def measure(sign):
            return own[sign] if self.averaged else self.weights[sign] * own[sign] ** 2

        result = {}
        for family, signs in FAMILIES.items():
            with_data = [s for s in signs if own[s] is not None and self.weights[s] > 0]
            if with_data:
                best = max(with_data, key=measure)
                result[family] = best, measure(best) / (1 if self.averaged else self.family_weights[family])
        return result

    def unfloored(self, measures):
        """The risk before the floor that toldUs sets."""
        if self.averaged:
            return weighted_average(measures, self.settings["shares"])
        return index(measures, self.family_weights, self.means, self.settings["base"])

    def answer(self, name, own):
        strongest, of_all = self.strongest[name], self.shares if self.averaged else self.family_weights
        completeness = sum(of_all[f] for f in strongest) / sum(of_all.values())
        if not strongest:
            return {"risk": None, "completeness": completeness, "level": None, "contributions": {}}
        measures = {f: m for f, (_, m) in strongest.items()}
        told = (own["toldUs"] or 0.) if self.weights["toldUs"] > 0 else 0.
        unfloored, bounds = self.unfloored(measures), bounds_of(self.settings)
        risk = max(unfloored, 90 * told)
        contributions = {}
        for family, signs in FAMILIES.items():
            for sign in (s for s in signs if own[s]):
                is_strongest = family in strongest and strongest[family][0] == sign
                of_sign = risk if sign == "toldUs" else unfloored
                contributions[sign] = of_sign - self.unfloored({**measures, family: 0.}) if is_strongest else 0.
        level = "atRisk" if risk >= bounds[1] else "watch" if risk >= bounds[0] else "healthy"
        return {"risk": risk, "completeness": completeness, "level": level, "contributions": contributions}


def combine(scored, settings):
    """customer -> {risk, completeness, level, contributions}"""
    combination = Combination(scored, settings)
    return {name: combination.answer(name, own) for name, own in scored.items()}


def check():
    """The vectors of DOMAIN S24."""
    weights = {"habit": log(8), "money": log(4), "person": log(3)}
    means = dict.fromkeys(weights, .05)
    for strengths, expected in [((1, 0, None), 26.1481), ((1, 0, 0), 25.1013), ((1, 0, 1), 50.1349), ((.3, .3, .3), 5.9420)]:
        own = {f: s * s for f, s in zip(weights, strengths) if s is not None}
        got = index(own, weights, means, .05)
        assert abs(got - expected) < 5e-5, (got, expected)
    assert abs(weighted_average({"habit": 1, "money": 0}, {"habit": .5, "money": .3, "person": .2}) - 62.5) < 1e-12
    assert abs(filled_mean([1.]) - (1 + 19 * .05) / 20) < 1e-15 and filled_mean([.5] * 20) == .5
    low, high = bounds_of({"bounds": None, "base": .05, "mode": "odds"})
    assert abs(low - 9.5238) < 5e-5 and abs(high - 20.8333) < 5e-5


check()
