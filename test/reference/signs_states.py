"""State and change of the warning signs (S23): drawn sequences of runs, and what each of them tells and writes.

Usage: python3 signs_states.py

A sequence: {id, settings, runs}. settings: watch, atRisk (the bounds), hysteresis (a share), confirmAfterRuns, coolDownDays,
mostAlerts (0 = no limit). A run: {asOf, customers, expected, rows}; each run reads the rows that the runs before it wrote.
- `customers`: {customer, risk (a number; absent = no data), gone (true; absent = not), value (absent = null), signs {id: strength}
  in order of contribution, some of strength 0}. Gone ones have no risk and no signs. Not every run has every customer.
- `expected`, one a customer in the same order: {customer, change, level (the level reported up to and with this run, which
  the row has or would have), today (the level of today's risk), alert (true; absent = none), heldBack (confirmation | coolDown
  | mostAlerts; absent = not), heldChange (the change that is held back), alertKey}. change is none for those gone, and `same`
  wherever nothing is reported. today is absent for those gone or without data. level is null without a row and without data.
- `rows`: those written by this run, each a list of the `stateColumns` at the top, in the order of the customers.
- `openTo`: readings (below) with which the sequence would come out otherwise. [] = it hangs on nothing but SIGNS.md.

Decided here; READINGS has what else each could be:
- The bound of each level is lowered by the hysteresis for whoever's reported level is at or above it: from atRisk both are,
  so atRisk falls to healthy only below watch·(1 − h). On the bound is in: risk = bound is up, risk = bound·(1 − h) stays.
- "risk > the row's risk" compares the rounded risk, as a row has it. Level and order of alerts take the risk as it is.
- Who is told needs no confirmation and no cool-down; Most Alerts holds for them as well.
- With P = today = atRisk and a sign that may not be told now, the pending level is dropped all the same.
- A run that holds back keeps writing asOf, risk and signs of the run into the row; so a sign that was held back is among the
  row's signs afterwards, and neither *told* nor `worse` a second time.
- Somebody back from gone whose level is healthy gets no row (a gone row counts as none); the row of level gone stays.
- A row of level gone has risk null and signs "" (they are not scored). Rows are asked for by customer, the latest one counts.
- Without data: change same, the row as it was. held back by: confirmation before coolDown before mostAlerts.
- alertKey in `expected` is that of the row after the run; null where there is no row, or a row of level gone and no new one.
- The customer in the order of alerts: by code points, the smaller first (ids here are plain ASCII).
- No risk here lies half-way between two tenths.
"""
import os
import random
from datetime import date, timedelta

from data_files import HERE
from write_json import versions, write

READINGS = {
    "unroundedRisk": "`worse`: risk > the row's risk, compared as rounded in the row; on: the risk as it is against the rounded one of the row",
    "pendingStaysBesideWorse": "P = today = atRisk with a sign held back: the pending level is dropped; on: the row stays as it is",
    "pendingNeedsOneBound": "from atRisk both bounds are lowered; on: only that of the reported level",
    "backFromGoneWritten": "back from gone and healthy: no row; on: a row healthy, since As Of, alertKey null",
    "toldBeyondMost": "Most Alerts holds for those told, too; on: they are always given, and count",
}
STATE_COLUMNS = ["customer", "asOf", "level", "risk", "since", "pendingLevel", "pendingRuns", "lastAlertAt", "signs", "alertKey"]
LEVELS = ["healthy", "watch", "atRisk"]


def rounded(risk):
    return round(risk * 10) / 10


def fired(customer):
    return [sign for sign, strength in customer.get("signs", {}).items() if strength > 0]


def days_between(earlier, later):
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def level_of(risk, reported, settings, on):
    """Climbing takes the bound itself; coming down from a level takes a risk below the lowered bound of it."""
    rank = LEVELS.index(reported)
    level = "healthy"
    for i, bound in [(1, settings["watch"]), (2, settings["atRisk"])]:
        lowered = i == rank if "pendingNeedsOneBound" in on else i <= rank
        if risk >= (bound * (1 - settings["hysteresis"]) if lowered else bound):
            level = LEVELS[i]
    return level


def change_of(reported, today):
    if reported == "healthy":
        return "new"
    if reported == "watch":
        return "worse" if today == "atRisk" else "recovered"
    return "better" if today == "watch" else "recovered"


class Case:
    """One customer in one run: first looked at alone, then, once Most Alerts is known, concluded."""

    def __init__(self, customer, row, as_of, settings, on):
        self.customer, self.row, self.as_of, self.settings, self.on = customer, row, as_of, settings, on
        self.gone_row = row is not None and row["level"] == "gone"
        self.before = None if self.gone_row else row
        self.reported = self.before["level"] if self.before else "healthy"
        self.signs = fired(customer)
        self.new_signs = [s for s in self.signs if not self.before or s not in self.before["signs"].split(",")]
        self.told = "toldUs" in self.new_signs and customer["signs"]["toldUs"] > .6
        self.held = None      # by what
        self.wish = None      # the change to be reported
        self.today = None
        self.kind = self.look()

    def look(self):
        c = self.customer
        if c.get("gone"):
            return "gone"
        if "risk" not in c:
            return "noData"
        later = self.before is None or self.as_of > self.before["asOf"]
        self.today = level_of(c["risk"], self.reported, self.settings, self.on)
        if not later and rounded(c["risk"]) == self.before["risk"] and ",".join(self.signs) == self.before["signs"]:
            return "again"
        if self.today == self.reported:
            return self.look_unmoved()
        self.wish = change_of(self.reported, self.today)
        pending = self.before and self.before["pendingLevel"] == self.today
        self.runs = self.before["pendingRuns"] + (1 if later else 0) if pending else 1
        if self.runs < self.settings["confirmAfterRuns"] and not self.told:
            self.held = "confirmation"
        elif self.is_alert() and self.cooling():
            self.held = "coolDown"
        return "moved"

    def look_unmoved(self):
        c = self.customer
        strong = [s for s in self.new_signs if c["signs"][s] >= .5]
        if self.today == "atRisk" and strong:
            risk = c["risk"] if "unroundedRisk" in self.on else rounded(c["risk"])
            if risk > self.before["risk"]:
                self.wish = "worse"
                self.held = "coolDown" if self.cooling() else None
                return "worseWithin"
        return "unmoved"

    def is_alert(self):
        return self.wish in ("new", "worse") and self.today == "atRisk"

    def cooling(self):
        last = self.row["lastAlertAt"] if self.row else None
        return last is not None and days_between(last, self.as_of) < self.settings["coolDownDays"] and not self.told

    def asks_for_alert(self):
        return self.held is None and self.is_alert()

    def urgency(self):
        """Smallest first."""
        risk = self.customer["risk"]
        return (-risk * (self.customer.get("value") or 0), -risk, self.customer["customer"])

    def make_row(self, **columns):
        kept = self.before or {"since": self.as_of, "alertKey": None, "level": "healthy"}
        row = {"customer": self.customer["customer"], "asOf": self.as_of, "level": kept["level"], "risk": rounded(self.customer["risk"]),
               "since": kept["since"], "pendingLevel": None, "pendingRuns": 0, "lastAlertAt": self.row["lastAlertAt"] if self.row else None,
               "signs": ",".join(self.signs), "alertKey": kept["alertKey"]}
        return {**row, **columns}

    def conclude(self):
        """(what is told, the row to write or None)"""
        told, row = getattr(self, self.kind)()
        told = {"customer": self.customer["customer"], "change": "same", "level": self.reported, "today": self.today, **told}
        last = row or self.before or (self.row if self.kind == "gone" else None)
        told["alertKey"] = last["alertKey"] if last else None
        return {k: v for k, v in told.items() if v is not None or k in ("level", "alertKey")}, row

    def gone(self):
        told = {"change": "none", "level": "gone"}
        if self.row is None or self.gone_row:
            return told, None
        return told, {**self.row, "asOf": self.as_of, "level": "gone", "risk": None, "since": self.as_of, "pendingLevel": None,
                      "pendingRuns": 0, "signs": ""}

    def noData(self):
        return {"level": self.before["level"] if self.before else None}, None

    def again(self):
        return {}, None

    def unmoved(self):
        if self.before and self.before["pendingLevel"]:
            return {}, self.make_row()
        if self.gone_row and "backFromGoneWritten" in self.on:
            return {}, self.make_row()
        return {}, None

    def worseWithin(self):
        if not self.held:
            return {"change": "worse", "alert": True}, self.make_row(lastAlertAt=self.as_of)
        drop = self.before["pendingLevel"] and "pendingStaysBesideWorse" not in self.on
        return {"heldBack": self.held, "heldChange": "worse"}, self.make_row() if drop else None

    def moved(self):
        if self.held:
            return {"heldBack": self.held, "heldChange": self.wish}, self.make_row(pendingLevel=self.today, pendingRuns=self.runs)
        columns = {"level": self.today, "since": self.as_of}
        if self.wish == "new":
            columns["alertKey"] = f"{self.customer['customer']}:{self.as_of}"
        if self.is_alert():
            columns["lastAlertAt"] = self.as_of
        return {"change": self.wish, "level": self.today, "alert": True if self.is_alert() else None}, self.make_row(**columns)


def run(as_of, customers, state, settings, on=()):
    cases = [Case(c, state.get(c["customer"]), as_of, settings, on) for c in customers]
    queue = sorted([c for c in cases if c.asks_for_alert()], key=Case.urgency)
    if settings["mostAlerts"]:
        for case in queue[settings["mostAlerts"]:]:
            if not ("toldBeyondMost" in on and case.told):
                case.held = "mostAlerts"
    concluded = [c.conclude() for c in cases]
    rows = [row for _, row in concluded if row]
    for row in rows:
        state[row["customer"]] = row
    return [told for told, _ in concluded], rows


def play(sequence, on=()):
    state = {}
    return [run(r["asOf"], r["customers"], state, sequence["settings"], on) for r in sequence["runs"]]


# --- drawing -----------------------------------------------------------------------------------------------------------

SIGNS = ["toldUs", "usageFalling", "paymentFailing", "silence", "complaints", "contractEnding", "priceRise"]


def draw_signs(rng):
    chosen = rng.sample(SIGNS[1:], rng.choice([0, 1, 1, 2]))
    if rng.random() < .12:
        chosen.insert(rng.randint(0, len(chosen)), "toldUs")
    return {s: rng.choice([.6, .61, .9, 1] if s == "toldUs" else [0, .2, .49, .5, .8, 1]) for s in chosen}


def draw_risk(rng, settings, last):
    watch, at_risk, h = settings["watch"], settings["atRisk"], settings["hysteresis"]
    lowered = [watch * (1 - h), at_risk * (1 - h)]
    # A lowered bound is drawn exactly only where every way to compute it gives the same float.
    edges = [watch, at_risk] + (lowered if watch == round(watch) and h in (.2, .5) else [round(b + .01, 2) for b in lowered])
    if last is not None and last >= at_risk and rng.random() < .5:
        return round(min(99, last + rng.choice([-.3, .02, .1, 2, 7])), 2)
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


def draw_customer(rng, name, settings, last):
    pick = rng.random()
    value = {} if rng.random() < .2 else {"value": rng.choice([0, 100, 100, 250, 1000])}
    if pick < .06:
        return {"customer": name, "gone": True, **value}
    if pick < .11:
        return {"customer": name, **value}
    old = last.get(name)
    if old and "risk" in old and rng.random() < .12:
        return old
    return {"customer": name, "risk": off_half(draw_risk(rng, settings, old.get("risk") if old else None)), **value, "signs": draw_signs(rng)}


def draw(index):
    rng = random.Random(f"signs state {index}")
    watch, at_risk = rng.choice([(9.5238, 20.8333), (10, 20), (10, 25), (5, 50), (20, 20)])
    settings = {"watch": watch, "atRisk": at_risk, "hysteresis": rng.choice([.2, .2, .2, 0, .5]), "confirmAfterRuns": rng.choice([1, 1, 2, 2, 3]),
                "coolDownDays": rng.choice([7, 7, 3, 0, 30]), "mostAlerts": rng.choice([50, 0, 1, 1, 1, 2])}
    names = rng.sample(["ada", "bo", "C7", "0007", "7"], rng.choice([2, 2, 3, 3, 3]))
    day, last, runs = date(2024, rng.randint(1, 12), rng.randint(1, 28)), {}, []
    for i in range(rng.randint(6, 9)):
        again = i > 0 and rng.random() < .22
        if i > 0 and not again:
            day += timedelta(rng.choice([1, 1, 2, 3, 7, 7]))
        if again and rng.random() < .5:
            customers = [dict(last[n]) for n in names if n in last]
        else:
            customers = [draw_customer(rng, n, settings, last) for n in names if rng.random() < .93]
        last.update({c["customer"]: c for c in customers})
        runs.append({"asOf": day.isoformat(), "customers": customers})
    return {"id": f"drawn{index:02}", "settings": settings, "runs": runs}


def finish(sequence):
    expected = play(sequence)
    laws(sequence, expected)
    runs = [{**r, "expected": told, "rows": [[row[c] for c in STATE_COLUMNS] for row in rows]} for r, (told, rows) in zip(sequence["runs"], expected)]
    return {**{k: v for k, v in sequence.items() if k != "runs"}, "openTo": [name for name in READINGS if play(sequence, (name,)) != expected], "runs": runs}


def laws(sequence, expected):
    """What must hold whatever is drawn, told apart from the machine above."""
    settings, state, alerts_at = sequence["settings"], {}, {}
    for c in (c for r in sequence["runs"] for c in r["customers"] if "risk" in c):
        assert abs(c["risk"] * 100 % 10 - 5) > .01, c
    for r, (told, rows) in zip(sequence["runs"], expected):
        given = [t for t in told if t.get("alert")]
        assert not settings["mostAlerts"] or len(given) <= settings["mostAlerts"]
        for t, c in zip(told, r["customers"]):
            name = t["customer"]
            before = state.get(name)
            assert (t["change"] in ("new", "worse", "better", "recovered")) <= any(row["customer"] == name for row in rows)
            if t.get("alert"):
                recent = name in alerts_at and days_between(alerts_at[name], r["asOf"]) < settings["coolDownDays"]
                assert not recent or c["signs"].get("toldUs", 0) > .6
                alerts_at[name] = r["asOf"]
            if t["change"] == "worse":
                assert before["alertKey"] == t["alertKey"]
            assert not (t.get("heldBack") and t["change"] != "same")
        for row in rows:
            old = state.get(row["customer"])
            assert row != old and row["asOf"] == r["asOf"]
            assert (row["pendingLevel"] is None) == (row["pendingRuns"] == 0)
            assert row["pendingLevel"] != row["level"]
            assert row["level"] not in ("watch", "atRisk") or row["alertKey"].startswith(row["customer"] + ":")
            state[row["customer"]] = row


def planted():
    """Stories a person can follow; each with one customer or a few."""
    base = {"watch": 10, "atRisk": 20, "hysteresis": .2, "confirmAfterRuns": 1, "coolDownDays": 7, "mostAlerts": 50}
    a = lambda risk, **signs: [{"customer": "ada", "risk": risk, "value": 100, "signs": signs}]
    story = lambda id, runs, **settings: {"id": id, "settings": {**base, **settings},
                                          "runs": [{"asOf": f"2024-03-{day:02}", "customers": customers} for day, customers in runs]}
    many = [{"customer": n, "risk": risk, **({} if v is None else {"value": v}), "signs": {"silence": .8}}
            for n, risk, v in [("a", 40, 100), ("b", 80, 50), ("c", 80, 50), ("d", 90, None), ("e", 30, 1000), ("f", 95, 0), ("g", 15, 9999)]]
    return [
        story("hysteresis holds down to the lowered bound", [(1, a(20)), (2, a(19.9)), (3, a(16)), (4, a(15.9)), (5, a(8)), (6, a(7.9)), (7, a(9.9)), (8, a(10))]),
        story("from at risk straight to healthy", [(1, a(50)), (2, a(9)), (3, a(7.9)), (4, a(50)), (9, a(50))]),
        story("two runs confirm, one day twice does not", [(1, a(50, silence=.8)), (1, a(50, silence=.8)), (1, a(51, silence=.8)), (2, a(52, silence=.8)), (3, a(5)), (4, a(50)), (5, a(5)), (6, a(5))],
              confirmAfterRuns=2),
        story("confirmation begins anew at another level", [(1, a(12)), (2, a(50)), (3, a(12)), (4, a(13)), (5, a(50)), (6, a(60))], confirmAfterRuns=2),
        story("told at once, though two runs are asked for", [(1, a(50, silence=1)), (2, a(60, toldUs=.6, silence=1)), (3, a(5)), (4, a(5)), (5, a(70, toldUs=.61)), (6, a(70, toldUs=.9))],
              confirmAfterRuns=3),
        story("cool-down holds back six days, not seven", [(1, a(50)), (2, a(5)), (7, a(50)), (8, a(50)), (9, a(5)), (10, a(50, toldUs=1)), (11, a(60, toldUs=1)), (12, a(5))]),
        story("worse within at risk by a strong new sign", [(1, a(50, silence=.8)), (8, a(55, silence=.8, complaints=.49)), (9, a(55.1, silence=.8, complaints=.5)), (15, a(56, usageFalling=.9)), (16, a(57, usageFalling=.9)),
                                                         (23, a(60, paymentFailing=1)), (24, a(61, paymentFailing=1, toldUs=.61)), (25, a(60, priceRise=1))]),
        story("worse within needs a greater risk", [(1, a(50)), (8, a(50, silence=.8)), (9, a(50.04, silence=.8)), (10, a(50.1, silence=.8))], coolDownDays=0),
        story("most alerts go by worth, then risk, then name", [(1, many), (1, many), (2, many), (3, many), (4, many)], mostAlerts=2),
        story("told, but cut by most alerts, and then to be confirmed", [(day, [{"customer": "a", "risk": 90, "value": 1, "signs": {"toldUs": 1}},
                                                                                {"customer": "b", "risk": 40, "value": 100, "signs": {"toldUs": 1} if day == 1 else {}}])
                                                                         for day in [1, 2, 3, 4]], mostAlerts=1, confirmAfterRuns=3),
        story("a sign that may not be told while a recovery is pending", [(1, a(50)), (2, a(50, silence=.8)), (3, a(5)), (4, a(60, complaints=.8)), (5, a(5)), (6, a(5))], confirmAfterRuns=2),
        story("the old sign after one quiet run is told as worse", [(1, a(50, silence=.8)), (2, a(50, silence=.8)), (20, a(5)), (21, a(50, silence=.8))], confirmAfterRuns=2),
        story("gone and back", [(1, a(50)), (3, [{"customer": "ada", "gone": True}]), (4, [{"customer": "ada", "gone": True}]), (5, a(5)), (6, a(50)), (7, a(12)), (9, a(50)), (20, [{"customer": "ada", "gone": True}]), (28, a(50))]),
        story("gone without a row, and no data", [(1, [{"customer": "ada", "gone": True}]), (2, [{"customer": "ada"}]), (3, a(50)), (4, [{"customer": "ada"}]), (5, a(50)), (6, a(5))]),
        story("a pending level is dropped", [(1, a(12)), (2, a(50)), (3, a(13)), (4, a(13)), (5, a(50)), (6, a(55))], confirmAfterRuns=2),
    ]


if __name__ == "__main__":
    sequences = [finish(s) for s in planted()] + [finish(draw(i)) for i in range(60)]
    write(os.path.join(HERE, "signs_states.json"), {"generatedBy": "signs_states.py, do not edit", "versions": versions(), "readings": READINGS, "stateColumns": STATE_COLUMNS,
                                                     "sequences": sequences})
