"""State and change of the warning signs (S23): drawn sequences of runs, and what each of them tells and writes.

Usage: python3 signs_states.py

A sequence: {id, settings, runs}. settings: watch, atRisk (the bounds), hysteresis (a share), confirmAfterRuns,
coolDownDays, mostAlerts (0 = no limit). A run: {asOf, customers, expected, rows}; each reads the rows that the runs before it
wrote: of a customer the one written last. An As Of may come again, or lie before that of the run before.
- `customers`: {customer, risk (a number; absent = no data), gone (true; absent = not), value (absent = null), signs {id: strength}
  in order of contribution, some of strength 0, saidOn (the day of what toldUs quotes; absent = none is known), doubtful (true: a sign of
  the row has no data today, or is loud in too many; absent = none)}. Gone ones have no risk and no signs. Not every run has every customer.
- `expected`, one a customer in the same order: {customer, change, level (the level reported up to and with this run: the row's,
  or what is reported now), today (the level of today's risk), alert (true; absent = none), heldBack (confirmation | coolDown
  | mostAlerts | noData; absent = not), alertKey}. change is none for those gone, and `same` wherever nothing is reported. today is absent
  for those gone or without data. level is gone for those gone, healthy with no row, null with no row and no data.
- `rows`: those written by this run, each a list of the `stateColumns` at the top, in the order of the customers.

Decided here, where the rules leave it open:
- The bound of each level is lowered by the hysteresis for whoever's reported level is at or above it: from atRisk both are,
  so atRisk falls to healthy only below watch·(1 − h). On the bound is in: risk = bound is up, risk = bound·(1 − h) stays.
- `worse` within atRisk that the cool-down or Most Alerts do not allow is an unchanged run: no row, but where a pending level is dropped.
- noData writes no row at all: a pending level waits with its runs, for nothing is known of it today. It comes before a statement, and
  after the As Of: the same day once more tells nothing, and not this either. `today` is then the level of the row.
- Who is told is reported with the level of today, also where the runs would be enough for the level met.
- Twice the odds are those of the risk as it is, beside those of the row's, which has one decimal.
- A row of level gone keeps lastAlertAt of the row before.
- Level and order of alerts take the risk as it is, `worse` the risk as a row has it. No risk lies half-way between two tenths.
- alertKey in `expected` is that of the row after the run; null where there is no row, or a row of level gone and no new one.
- The customer in the order of alerts: by code points, the smaller first (ids here are plain ASCII).
"""
import os
import random
from datetime import date, timedelta
from math import inf

from data_files import HERE
from write_json import versions, write

STATE_COLUMNS = ["customer", "asOf", "level", "risk", "since", "pendingLevel", "pendingRuns", "lastAlertAt", "signs", "alertKey"]
DRAWN = 55
LEVELS = ["healthy", "watch", "atRisk"]


def name_in_row(sign, strength):
    """A question about leaving has a name of its own."""
    return "askedUs" if sign == "toldUs" and strength <= .6 else sign


def rounded(risk):
    return round(risk * 10) / 10


def odds(risk):
    return inf if risk == 100 else risk / (100 - risk)


def days_between(earlier, later):
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def level_of(risk, reported, settings):
    """Climbing takes the bound itself; coming down takes a risk below the lowered bound."""
    level = "healthy"
    for i, bound in [(1, settings["watch"]), (2, settings["atRisk"])]:
        if risk >= (bound * (1 - settings["hysteresis"]) if i <= LEVELS.index(reported) else bound):
            level = LEVELS[i]
    return level


def change_of(reported, to):
    if to == "healthy":
        return "recovered"
    if reported == "healthy":
        return "new"
    return "worse" if to == "atRisk" else "better"


def side(level, reported):
    """-1 below the reported level, 1 above, 0 on it."""
    a, b = LEVELS.index(level), LEVELS.index(reported)
    return (a > b) - (a < b)


class Case:
    """One customer in one run: first what would be reported, then, once Most Alerts is known, what is told and written.

    report: {change, level} that would be given, or None. held: what holds it back. row: the row to write, or None.
    """

    def __init__(self, customer, row, as_of, settings):
        self.customer, self.as_of, self.settings = customer, as_of, settings
        self.last = row
        self.was_gone = row is not None and row["level"] == "gone"
        self.before = None if self.was_gone else row
        self.reported = self.before["level"] if self.before else "healthy"
        self.last_alert = row["lastAlertAt"] if row else None
        self.pending = self.before["pendingLevel"] if self.before else None
        self.later = row is None or as_of > row["asOf"]
        self.of_the_day = row is not None and as_of == row["asOf"]
        old = self.before["signs"].split(",") if self.before else []
        fired = {name_in_row(s, strength): strength for s, strength in customer.get("signs", {}).items() if strength > 0}
        self.signs = [s for s, strength in fired.items() if strength >= .5] or list(fired)[:1]
        # A statement that fades to a question is no news.
        self.new_signs = {s: strength for s, strength in fired.items() if s not in old and not (s == "askedUs" and "toldUs" in old)}
        self.told = "toldUs" in self.new_signs or ("toldUs" in fired and self.said_since())
        self.report = self.held = self.row = self.today = None
        if self.is_gone():
            self.look_gone()
        elif "risk" in customer:
            self.risk = rounded(customer["risk"])
            self.today = level_of(customer["risk"], self.reported, settings)
            if self.later or (self.of_the_day and self.told):
                self.look()

    def said_since(self):
        """Was it said on a day after the row was written?"""
        said_on = self.customer.get("saidOn")
        return said_on is not None and self.last is not None and said_on > self.last["asOf"]

    def is_gone(self):
        return self.customer.get("gone", False)

    def look_gone(self):
        if self.before and self.later:
            self.row = {**self.before, "asOf": self.as_of, "level": "gone", "risk": None, "signs": "", "since": self.as_of, "pendingLevel": None, "pendingRuns": 0}

    def look(self):
        if side(self.today, self.reported) < 0 and self.customer.get("doubtful"):
            self.held, self.today = "noData", self.reported
        elif self.today != self.reported:
            self.look_moved()
        elif self.was_gone and self.today == "healthy":
            self.report = {"change": "recovered", "level": "healthy"}
        else:
            # A pending level was not met again.
            self.row = self.row_without_report(None, 0) if self.pending and self.later else None
            if self.is_worse_within():
                self.report = {"change": "worse", "level": "atRisk"}
                self.held = "coolDown" if self.cooling() else None

    def is_worse_within(self):
        if self.today != "atRisk":
            return False
        new_sign = any(s >= .5 for s in self.new_signs.values())
        return self.told or (self.risk > self.before["risk"] and (new_sign or odds(self.customer["risk"]) >= 2 * odds(self.before["risk"])))

    def look_moved(self):
        self.met, self.runs = self.today, 1
        if self.pending and side(self.pending, self.reported) == side(self.today, self.reported):
            self.met = min(self.pending, self.today, key=lambda level: abs(LEVELS.index(level) - LEVELS.index(self.reported)))
            self.runs = self.before["pendingRuns"] + (1 if self.later else 0)
        level = self.today if self.told else self.met
        self.report = {"change": change_of(self.reported, level), "level": level}
        if self.runs < self.settings["confirmAfterRuns"] and not self.told:
            self.held = "confirmation"
        elif self.is_alert() and self.cooling():
            self.held = "coolDown"

    def is_alert(self):
        return self.report is not None and self.report["level"] == "atRisk"

    def cooling(self):
        return self.last_alert is not None and days_between(self.last_alert, self.as_of) < self.settings["coolDownDays"] and not self.told

    def urgency(self):
        """Smallest first."""
        risk = self.customer["risk"]
        return (-risk * (self.customer.get("value") or 0), -risk, self.customer["customer"])

    def row_without_report(self, pending, runs):
        first = {"customer": self.customer["customer"], "level": "healthy", "risk": self.risk, "since": self.as_of, "signs": "",
                 "lastAlertAt": self.last_alert, "alertKey": None}
        return {**(self.before or first), "asOf": self.as_of, "pendingLevel": pending, "pendingRuns": runs}

    def row_of_report(self):
        name, change = self.customer["customer"], self.report["change"]
        key = f"{name}:{self.as_of}" if change == "new" else self.last["alertKey"]
        since = self.before["since"] if self.report["level"] == self.reported and self.before else self.as_of
        return {"customer": name, "asOf": self.as_of, "level": self.report["level"], "risk": self.risk, "since": since, "pendingLevel": None, "pendingRuns": 0,
                "lastAlertAt": self.as_of if self.is_alert() else self.last_alert, "signs": ",".join(self.signs), "alertKey": key}

    def conclude(self):
        """(what is told, the row to write or None)"""
        given = self.report is not None and self.held is None
        if given:
            self.row = self.row_of_report()
        elif self.report and self.report["level"] != self.reported:
            self.row = self.row_without_report(self.met, self.runs)
        elif self.held == "mostAlerts":
            # Of who was cut at the level that was told the day is remembered.
            self.row = self.row_without_report(None, 0)
        told = {"customer": self.customer["customer"], "change": "same", "level": self.reported, "today": self.today, "alert": True if given and self.is_alert() else None,
                "heldBack": self.held}
        if given:
            told.update(self.report)
        elif self.is_gone():
            told.update(change="none", level="gone")
        elif self.today is None and not self.before:
            told["level"] = None
        last = self.row or self.before or (self.last if self.is_gone() else None)
        told["alertKey"] = last["alertKey"] if last else None
        return {k: v for k, v in told.items() if v is not None or k in ("level", "alertKey")}, self.row


def run(as_of, customers, state, settings):
    cases = [Case(c, state.get(c["customer"]), as_of, settings) for c in customers]
    queue = sorted([c for c in cases if c.is_alert() and c.held is None and not c.told], key=Case.urgency)
    if settings["mostAlerts"]:
        for case in queue[settings["mostAlerts"]:]:
            case.held = "mostAlerts"
    concluded = [c.conclude() for c in cases]
    rows = [row for _, row in concluded if row]
    for row in rows:
        state[row["customer"]] = row
    return [told for told, _ in concluded], rows


def play(sequence):
    state = {}
    return [run(r["asOf"], r["customers"], state, sequence["settings"]) for r in sequence["runs"]]


# --- drawing -----------------------------------------------------------------------------------------------------------

SIGNS = ["toldUs", "usageFalling", "paymentFailing", "silence", "complaints", "contractEnding", "priceRise"]


def draw_signs(rng):
    chosen = rng.sample(SIGNS[1:], rng.choice([0, 1, 1, 2]))
    if rng.random() < .2:
        chosen.insert(rng.randint(0, len(chosen)), "toldUs")
    return {s: rng.choice([.6, .6, .61, 1, 1] if s == "toldUs" else [0, .2, .49, .5, .8, 1]) for s in chosen}


def draw_risk(rng, settings, last):
    watch, at_risk, h = settings["watch"], settings["atRisk"], settings["hysteresis"]
    lowered = [watch * (1 - h), at_risk * (1 - h)]
    # A lowered bound is drawn exactly only where every way to compute it gives the same float.
    edges = [watch, at_risk] + (lowered if watch == round(watch) and h in (.2, .5) else [round(b + .01, 2) for b in lowered])
    if last is not None and last >= at_risk and rng.random() < .5:
        return round(min(99, last + rng.choice([-.3, .02, .1, 2, 7, 20, 40])), 2)
    pick = rng.random()
    if pick < .2:
        return float(f"{rng.choice(edges):.12g}")
    if pick < .3:
        return round(rng.choice(edges) - .02, 2)
    if pick < .5 and last is not None:
        return last
    if pick < .6 and last is not None:
        return round(last + .02, 2)
    return round(rng.choice([rng.uniform(1, watch), rng.uniform(watch, at_risk), rng.uniform(at_risk, min(99, at_risk * 3))]), 1)


def off_half(risk):
    """No risk half-way between two tenths, which ways of rounding part on."""
    return risk if abs(risk * 100 % 10 - 5) > .01 else round(risk + .01, 2)


def draw_customer(rng, name, settings, last, day):
    pick = rng.random()
    value = {} if rng.random() < .2 else {"value": rng.choice([0, 100, 100, 250, 1000])}
    if pick < .09:
        return {"customer": name, "gone": True, **value}
    if pick < .13:
        return {"customer": name, **value}
    old = last.get(name)
    if old and "risk" in old and rng.random() < .12:
        return old
    signs = draw_signs(rng)
    said = {"saidOn": (day - timedelta(rng.choice([0, 0, 1, 3, 10]))).isoformat()} if "toldUs" in signs and rng.random() < .7 else {}
    doubtful = {"doubtful": True} if rng.random() < .15 else {}
    return {"customer": name, "risk": off_half(draw_risk(rng, settings, old.get("risk") if old else None)), **value, "signs": signs, **said, **doubtful}


def draw(index):
    rng = random.Random(f"signs state {index}")
    watch, at_risk = rng.choice([(9.5238, 20.8333), (10, 20), (10, 25), (5, 50), (20, 20)])
    settings = {"watch": watch, "atRisk": at_risk, "hysteresis": rng.choice([.2, .2, .2, 0, .5]), "confirmAfterRuns": rng.choice([1, 1, 2, 2, 3]),
                "coolDownDays": rng.choice([7, 7, 30, 0, 30]), "mostAlerts": rng.choice([50, 0, 1, 1, 1, 2])}
    names = rng.sample(["ada", "bo", "C7", "0007", "7"], rng.choice([2, 2, 3, 3, 3]))
    day, last, runs = date(2024, rng.randint(1, 12), rng.randint(1, 28)), {}, []
    back_at = 4 if index % 6 == 1 else None
    for i in range(rng.randint(6, 9)):
        again = i > 0 and i != back_at and rng.random() < .22
        if i == back_at:
            day -= timedelta(rng.choice([1, 2, 5]))
        elif i > 0 and not again:
            day += timedelta(rng.choice([1, 1, 2, 3, 7, 7]))
        if again and rng.random() < .4:
            customers = [dict(last[n]) for n in names if n in last]
        else:
            customers = [draw_customer(rng, n, settings, last, day) for n in names if rng.random() < .93]
        last.update({c["customer"]: c for c in customers})
        runs.append({"asOf": day.isoformat(), "customers": customers})
    return {"id": f"drawn{index:02}", "settings": settings, "runs": runs}


def finish(sequence):
    expected = play(sequence)
    laws(sequence, expected)
    runs = [{**r, "expected": told, "rows": [[row[c] for c in STATE_COLUMNS] for row in rows]} for r, (told, rows) in zip(sequence["runs"], expected)]
    return {**{k: v for k, v in sequence.items() if k != "runs"}, "runs": runs}


def laws(sequence, expected):
    """What must hold whatever is drawn, told apart from the machine above."""
    settings, state = sequence["settings"], {}
    for r, (told, rows) in zip(sequence["runs"], expected):
        written = {row["customer"]: row for row in rows}
        waiting = [t for t, c in zip(told, r["customers"]) if "alert" in t and not says(c, state.get(c["customer"]))]
        assert not settings["mostAlerts"] or len(waiting) <= settings["mostAlerts"]
        for t, c in zip(told, r["customers"]):
            before, row = state.get(c["customer"]), written.get(c["customer"])
            law_of_one(settings, r["asOf"], c, t, before, row)
        state.update(written)
    twice = play({**sequence, "runs": [r for r in sequence["runs"] for _ in range(2)]})
    assert twice[0::2] == expected
    assert all(not rows and all(t["change"] in ("same", "none") for t in told) for told, rows in twice[1::2])


def says(c, before):
    """A statement that is news."""
    of_today = before is not None and "toldUs" in before["signs"].split(",")
    again = before is not None and c.get("saidOn", "") > before["asOf"]
    return c.get("signs", {}).get("toldUs", 0) > .6 and (again or not of_today)


def law_of_one(settings, as_of, c, told, before, row):
    assert abs(c.get("risk", 0) * 100 % 10 - 5) > .01, c
    reported = told["change"] not in ("same", "none")
    assert not (reported and "heldBack" in told) and not (reported and row is None)
    says_now = says(c, before)
    if before and (as_of < before["asOf"] or (as_of == before["asOf"] and not says_now)):
        assert row is None and not reported
    if told.get("alert") and before and before["lastAlertAt"]:
        assert says_now or days_between(before["lastAlertAt"], as_of) >= settings["coolDownDays"]
    if told.get("heldBack") == "noData":
        assert row is None and c["doubtful"] and told["today"] == before["level"]
    if row is None:
        return
    assert row != before and row["asOf"] == as_of
    assert (row["pendingLevel"] is None) == (row["pendingRuns"] == 0)
    assert row["pendingLevel"] != row["level"]
    assert row["level"] not in ("watch", "atRisk") or row["alertKey"].startswith(row["customer"] + ":")
    if reported:
        firing = [(name_in_row(s, v), v) for s, v in c["signs"].items() if v > 0]
        loud = [s for s, v in firing if v >= .5]
        assert (row["risk"], row["signs"]) == (rounded(c["risk"]), ",".join(loud) if loud else "".join(s for s, _ in firing[:1]))
        assert row["pendingLevel"] is None and (row["lastAlertAt"] == as_of or not told.get("alert"))
    elif before and before["level"] != "gone":
        kept = ["lastAlertAt", "alertKey"] + ([] if row["level"] == "gone" else ["level", "since", "risk", "signs"])
        assert all(row[k] == before[k] for k in kept)


def planted():
    """Stories a person can follow; each with one customer or a few."""
    base = {"watch": 10, "atRisk": 20, "hysteresis": .2, "confirmAfterRuns": 1, "coolDownDays": 7, "mostAlerts": 50}
    a = lambda risk, **signs: [{"customer": "ada", "risk": risk, "value": 100, "signs": signs}]
    doubtful = lambda risk, **signs: [{**a(risk, **signs)[0], "doubtful": True}]
    said = lambda day, risk, **signs: [{**a(risk, **signs)[0], "saidOn": f"2024-03-{day:02}"}]
    gone = [{"customer": "ada", "gone": True}]
    story = lambda id, runs, **settings: {"id": id, "settings": {**base, **settings},
                                          "runs": [{"asOf": f"2024-03-{day:02}", "customers": customers} for day, customers in runs]}
    pair = lambda ada, bo, **signs: a(ada, **signs) + [{"customer": "bo", "risk": bo, "value": 50, "signs": signs}]
    many = [{"customer": n, "risk": risk, **({} if v is None else {"value": v}), "signs": {"silence": .8}}
            for n, risk, v in [("a", 40, 100), ("b", 80, 50), ("c", 80, 50), ("d", 90, None), ("e", 30, 1000), ("f", 95, 0), ("g", 15, 9999)]]
    return [
        story("hysteresis holds down to the lowered bound", [(1, a(20)), (2, a(19.9)), (3, a(16)), (4, a(15.9)), (5, a(8)), (6, a(7.9)), (7, a(9.9)), (8, a(10))]),
        story("from at risk straight to healthy", [(1, a(50)), (2, a(9)), (3, a(7.9)), (4, a(50)), (9, a(50))]),
        story("two runs confirm, one day twice does not", [(1, a(50, silence=.8)), (1, a(50, silence=.8)), (1, a(51, silence=.8)), (2, a(52, silence=.8)), (3, a(5)), (4, a(50)), (5, a(5)), (6, a(5))],
              confirmAfterRuns=2),
        story("two runs confirm the nearer of two levels", [(1, a(12)), (2, a(50)), (3, a(12)), (4, a(13)), (5, a(50)), (6, a(60))], confirmAfterRuns=2),
        story("told at once, though two runs are asked for", [(1, a(50, silence=1)), (2, a(60, toldUs=.6, silence=1)), (3, a(5)), (4, a(5)), (5, a(70, toldUs=.61)), (6, a(70, toldUs=.9))],
              confirmAfterRuns=3),
        story("cool-down holds back six days, not seven", [(1, a(50)), (2, a(5)), (7, a(50)), (8, a(50)), (9, a(5)), (10, a(50, toldUs=1)), (11, a(60, toldUs=1)), (12, a(5))]),
        story("worse within at risk by a strong new sign", [(1, a(50, silence=.8)), (8, a(55, silence=.8, complaints=.49)), (9, a(55.1, silence=.8, complaints=.5)), (15, a(56, usageFalling=.9)), (16, a(57, usageFalling=.9)),
                                                         (23, a(60, paymentFailing=1)), (24, a(61, paymentFailing=1, toldUs=.61)), (25, a(60, priceRise=1))]),
        story("worse within needs a greater risk", [(1, a(50)), (8, a(50, silence=.8)), (9, a(50.04, silence=.8)), (10, a(50.1, silence=.8))], coolDownDays=0),
        story("most alerts go by worth, then risk, then name", [(1, many), (1, many), (2, many), (3, many), (4, many)], mostAlerts=2),
        story("told, but cut by most alerts, is told at once the day after", [(day, [{"customer": "a", "risk": 90, "value": 1, "signs": {"toldUs": 1}},
                                                                                {"customer": "b", "risk": 40, "value": 100, "signs": {"toldUs": 1} if day == 1 else {}}])
                                                                         for day in [1, 2, 3, 4]], mostAlerts=1, confirmAfterRuns=3),
        story("a sign that may not be told while a recovery is pending", [(1, a(50)), (2, a(50, silence=.8)), (3, a(5)), (4, a(60, complaints=.8)), (5, a(5)), (6, a(5))], confirmAfterRuns=2),
        story("the old sign after one quiet run is nothing new", [(1, a(50, silence=.8)), (2, a(50, silence=.8)), (20, a(5)), (21, a(50, silence=.8))], confirmAfterRuns=2),
        story("a level held back goes on at the nearer of two", [(1, a(50)), (2, a(12)), (3, a(5)), (4, a(12)), (5, a(50)), (6, a(50))], confirmAfterRuns=2),
        story("from at risk the nearer level is met", [(1, a(50, toldUs=1)), (2, a(5)), (3, a(12)), (4, a(5)), (5, a(5)), (6, a(5))], confirmAfterRuns=2),
        story("told goes past the level met", [(1, a(12)), (2, a(70, toldUs=1)), (3, a(5)), (4, a(5)), (5, a(12)), (6, a(70, toldUs=.6)), (7, a(70, toldUs=1))], confirmAfterRuns=2),
        story("told in the afternoon of the same day", [(1, a(12)), (2, a(12)), (2, a(92, toldUs=1)), (2, a(92, toldUs=1)), (3, a(12)), (3, a(92, toldUs=.6)), (3, a(92, toldUs=1))], coolDownDays=30),
        story("who asked is told again when saying so", [(1, a(55, toldUs=.6)), (8, a(92, toldUs=1)), (20, a(93, toldUs=1))], coolDownDays=0),
        story("told in the afternoon, but a level is pending", [(1, a(12)), (1, a(92, toldUs=1)), (2, a(92, toldUs=1))], confirmAfterRuns=2),
        story("told in the afternoon of an alert", [(1, a(50, silence=1)), (1, a(50, silence=1, toldUs=1)), (1, a(92, silence=1, toldUs=1)), (1, a(95, silence=1, toldUs=1)), (2, a(96, toldUs=1))]),
        story("other data of the same day tell nothing", [(1, a(50)), (1, a(5)), (1, a(12)), (1, [{"customer": "ada"}]), (2, a(5)), (2, a(50)), (9, a(50))]),
        story("as of goes back", [(10, a(50)), (5, a(5)), (5, a(60, silence=1)), (11, a(12)), (8, a(50)), (8, a(92, toldUs=1)), (9, a(5)), (9, a(5)), (10, a(92, toldUs=1))]),
        story("a sign cut by most alerts is told the day after", [(1, pair(50, 50)), (2, pair(50, 50)), (15, pair(60, 60, silence=1)), (15, pair(61, 61, silence=1)), (16, pair(62, 62, silence=1)), (17, pair(63, 63, silence=1))],
              mostAlerts=1),
        story("a sign cut by most alerts and away the day after", [(1, pair(50, 50)), (8, pair(50, 50)), (20, pair(60, 60, silence=1)), (21, pair(60, 49)), (22, pair(60, 12)), (23, pair(60, 12))], mostAlerts=1, confirmAfterRuns=1),
        story("a sign cut by most alerts, then better", [(1, pair(50, 50)), (2, pair(50, 50)), (3, pair(50, 50)), (20, pair(60, 60, silence=1)), (21, pair(60, 12)), (22, pair(60, 12))], mostAlerts=1, confirmAfterRuns=2),
        story("gone while a level is pending, back and well", [(1, a(50)), (2, [{"customer": "ada", "gone": True}]), (3, a(5)), (4, a(5))], confirmAfterRuns=3),
        story("gone from at risk, back and at risk within the cool-down", [(1, a(50)), (3, [{"customer": "ada", "gone": True}]), (4, a(50)), (5, a(50)), (8, a(50)), (9, a(5))]),
        story("gone, back and well, and cold again", [(1, a(50)), (3, [{"customer": "ada", "gone": True}]), (6, a(5)), (7, a(50)), (8, a(50)), (9, a(12)), (10, a(5))]),
        story("gone and back", [(1, a(50)), (3, [{"customer": "ada", "gone": True}]), (4, [{"customer": "ada", "gone": True}]), (5, a(5)), (6, a(50)), (7, a(12)), (9, a(50)), (20, [{"customer": "ada", "gone": True}]), (28, a(50))]),
        story("gone without a row, and no data", [(1, [{"customer": "ada", "gone": True}]), (2, [{"customer": "ada"}]), (3, a(50)), (4, [{"customer": "ada"}]), (5, a(50)), (6, a(5))]),
        story("nobody recovers while the stream is missing", [(1, a(50, silence=.8)), (2, doubtful(5)), (3, doubtful(12)), (4, doubtful(50)), (5, doubtful(60, complaints=.9)), (8, doubtful(60, complaints=.9)), (9, a(5))]),
        story("a recovery that is pending waits while the stream is missing", [(1, a(50, silence=.8)), (2, a(50, silence=.8)), (3, a(5)), (4, doubtful(5)), (4, a(5)), (5, a(5))], confirmAfterRuns=2),
        story("a missing stream holds nobody back from getting worse", [(1, a(12, silence=.8)), (2, doubtful(50, complaints=.6)), (3, doubtful(12)), (4, doubtful(7)), (5, a(12))]),
        story("a missing stream holds what is said, where that is not as bad", [(1, a(99, silence=.8)), (2, [{**doubtful(91, toldUs=1)[0], "saidOn": "2024-03-02"}]), (3, a(91, toldUs=1))], watch=95, atRisk=98, hysteresis=0),
        story("a faint sign that becomes loud is told", [(1, a(50, silence=.8, complaints=.2)), (8, a(51, silence=.8, complaints=.6)), (15, a(52, silence=.8, complaints=.7))]),
        story("the only sign is remembered though it is faint", [(1, a(50, silence=.3, complaints=.2)), (8, a(51, silence=.9)), (15, a(52, complaints=.9))]),
        story("twice the odds are told whatever the sign", [(1, a(25, silence=.8)), (8, a(39.9, silence=.9)), (9, a(40, silence=.9)), (16, a(57.1, silence=1)), (17, a(57.2, silence=1)), (24, a(100, silence=1))]),
        story("twice the odds wait for the cool-down", [(1, a(25, silence=.8)), (2, a(60, silence=.9)), (7, a(60, silence=.9)), (8, a(60, silence=.9))]),
        story("a recovery that is pending is dropped by what cools down", [(1, a(50)), (2, a(50, silence=.8)), (3, a(5)), (4, a(60, complaints=.8)), (5, a(5)), (6, a(5))], confirmAfterRuns=2, coolDownDays=30),
        story("said again later is told again", [(1, said(1, 95, toldUs=1)), (2, said(1, 95, toldUs=1)), (3, said(3, 95, toldUs=1)), (3, said(3, 95, toldUs=1)), (4, said(3, 95, toldUs=1)), (6, said(5, 92, toldUs=.61)), (8, said(8, 54, toldUs=.6))],
              confirmAfterRuns=3, coolDownDays=30),
        story("said at a lower risk is told all the same", [(1, a(95, silence=1, paymentFailing=1)), (2, a(92, toldUs=1)), (3, a(60, silence=1))]),
        story("statements are neither cut nor counted", [(1, [{"customer": n, "risk": risk, "value": value, "signs": {sign: 1}} for n, risk, value, sign in
                                                            [("a", 91, 1, "toldUs"), ("b", 92, 2, "toldUs"), ("c", 40, 9, "silence"), ("d", 40, 8, "silence")]])], mostAlerts=1),
        story("gone, and says so on the day of the row", [(1, a(50, silence=.8)), (3, gone), (3, a(5)), (3, a(95, toldUs=1)), (3, a(95, toldUs=1))]),
        story("a pending level is dropped", [(1, a(12)), (2, a(50)), (3, a(13)), (4, a(13)), (5, a(50)), (6, a(55))], confirmAfterRuns=2),
    ]


if __name__ == "__main__":
    sequences = [finish(s) for s in planted()] + [finish(draw(i)) for i in range(DRAWN)]
    write(os.path.join(HERE, "signs_states.json"), {"generatedBy": "signs_states.py, do not edit", "versions": versions(), "stateColumns": STATE_COLUMNS,
                                                     "sequences": sequences})
