"""Forty drawn runs of Win-Back Priority: items as Customer Forecast gives them, settings, and what by_rules.py makes of each.

Usage: python3 winback/lists.py

A run: {name, secret (null = no credential), settings, items: {columns, rows}, lapsed, contactedBefore, expected: {columns, rows, findings}, choice}.
- items are flat here; the test builds the streams of them. `…Valid` of addresses stays here, it is what the test is to find out.
- expected has every customer who is on a list. A code of "?" is a choice that a budget leaves to bounds (`choice`: linear and integer
  optimum by HiGHS, the largest single value); "?Spent" is budgetSpent or callsTaken;
  "?held" hangs on which of several prices is taken: heldOut, or what is said of others to whom the money or the calls do not go.
- findings: [customer, rule, count, of, days, measured, usual].
"""
import datetime
import random
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(HERE))
import by_rules  # noqa: E402
from write_json import versions, write  # noqa: E402

AS_OF = "2024-06-30"
ZONES = [None, "Europe/Kyiv", "America/New_York", "Asia/Tehran", "Pacific/Auckland"]
MANAGERS = ["Olena", "Ivan", "Sara", "Petro"]
CAMPAIGNS = ["win-back", "Літо 2024", "زمستان", "c"]
ITEM_COLUMNS = [
    "customer", "email", "phone", "messenger", "consent", "zone", "owner", "purchaseDays", "recencyDays", "ageDays", "net", "margin", "currency",
    "orders", "promotionShare", "promotionKnown", "instalmentShare", "instalmentsKnown", "returnedShare", "onTime", "late", "lastContactOn", "lastTouch",
    "status", "leftReason", "tenureDays", "toxic", "bigName", "wholesale", "chance", "spend", "expectedMargin",
]
FIGURES = ["chanceToReturn", "expectedMargin", "worthOfReturn", "returnCounts", "marginIs"]
OF_OPTION = ["channel", "priority", "reach", "oddsRatio", "chanceWithContact", "contactCost", "offerCost"]
EXPECTED_COLUMNS = ["customer", "list", "reasonCode", "rank", "holdout", "heldOutFrom", "campaignKey", "audience", "leftBecause", "reasonFactor", "suggestedManager", "sendAfter", *FIGURES, *OF_OPTION]


def ago(days):
    return (datetime.date.fromisoformat(AS_OF) - datetime.timedelta(days)).isoformat()


def maybe(rng, chance, value):
    return value if rng.random() < chance else None


def drawn_customer(rng, at, plan):
    """`plan`: money (EUR alone, several or none), unreachable and so on."""
    customer = 1000 + at if plan["ids"] == "numbers" else f"c{at:03d}"
    never, unknown = rng.random() < .08, rng.random() < .02
    c = {name: None for name in ITEM_COLUMNS}
    c.update(customer=customer, asOf=AS_OF)
    if not unknown:
        c["purchaseDays"] = 0
    if not never and not unknown:
        days = 1 + int(rng.expovariate(.4))
        recency = 0 if days == 1 else rng.randint(days - 1, 700)
        age = recency + (rng.randint(0, plan["lapsedAfter"] * 2) if rng.random() < .3 else rng.randint(plan["lapsedAfter"] + 1, 900))
        net = round(days * rng.lognormvariate(4.6, 1.1), 2)
        c.update(purchaseDays=days, recencyDays=recency, ageDays=age, net=net, currency=rng.choice(plan["currencies"]), orders=days + rng.randint(0, 2))
        if rng.random() < .03:
            c.update(net=round(-net / 3, 2))
        if plan["margins"] and rng.random() < .9:
            c["margin"] = round(c["net"] * rng.choice([.2, .25, .3, .35, .6]), 2)
        if rng.random() < .4:
            known = rng.randint(1, c["orders"] + 2)
            c.update(promotionKnown=known, promotionShare=rng.choice([rng.randint(0, known), 0, 0, 0]) / known)
        if rng.random() < .4:
            known = rng.randint(1, c["orders"] + 2)
            c.update(instalmentsKnown=known, instalmentShare=rng.choice([rng.randint(0, known), 0, 0, 0, 0]) / known)
        if rng.random() < .4:
            c["returnedShare"] = (lambda back: back / (back + c["orders"]))(rng.choice([0, 0, 0, 0, 1, 2]))
        c["chance"] = round(rng.betavariate(1.2, 3), 6)
        c["spend"] = round(c["chance"] * max(0, net / days) * rng.uniform(.8, 2.5), 4)
        if plan["margins"]:
            c["expectedMargin"] = round(c["spend"] * rng.choice([.2, .25, .3, .35, .6]), 4)
        odd = rng.random()
        if odd < .02:
            c.update(chance=None, spend=None, expectedMargin=None)
        elif odd < .04:
            c.update(spend=None, expectedMargin=None)
        elif odd < .06:
            c.update(chance=rng.choice([0, 1]))
        elif odd < .07 and plan["margins"]:
            c.update(expectedMargin=-5.5)
        elif odd < .09:
            c.update(expectedMargin=None)
    if rng.random() < .3:
        c.update(onTime=rng.randint(0, 4), late=rng.choice([0, 0, 0, 0, 1, 3]))
    kind = rng.choices(["valid", "wrong", "none"], plan["reachable"], k=3)
    c["email"] = {"valid": f"Ann.{at}@Example.com", "wrong": rng.choice(["not an address", "ann@", "@example.com"]), "none": None}[kind[0]]
    c["phone"] = {"valid": f"+38050{1000000 + at}", "wrong": rng.choice(["12345", "050 no", "+3805"]), "none": None}[kind[1]]
    c["messenger"] = {"valid": f"@ann_keller{at}", "wrong": "?", "none": None}[kind[2]]
    for name, what in zip(("email", "phone", "messenger"), kind):
        c[name + "Valid"] = what == "valid"
    said = rng.choices([True, None, False], plan["consents"])[0]
    c["consent"] = said
    c["zone"], c["owner"] = rng.choice(ZONES), rng.choice([*MANAGERS, "Nobody we know", None])
    c["lastContactOn"] = maybe(rng, .2, ago(rng.randint(0, 90)))
    c["lastTouch"] = maybe(rng, .1, ago(rng.randint(0, 90)))
    c["status"] = maybe(rng, .3, rng.choice(["active", "cancelled", "paused", "trial", "expired"]))
    c["isSubscribed"] = c["status"] in ("active", "trial", "paused")
    c["leftReason"] = maybe(rng, .3, rng.choice(list(by_rules.FACTORS)))
    c["leftBecause"] = c["leftReason"]
    c["tenureDays"] = maybe(rng, .85, max(c["ageDays"] or 0, rng.randint(0, 900)))
    c["toxic"], c["bigName"], c["wholesale"] = (maybe(rng, .5, rng.random() < share) for share in (.04, .1, .1))
    return c


def drawn_settings(rng, at, plan):
    channels = [channel for channel in by_rules.CHANNELS if rng.random() < .55] or ["email"]
    if plan["calls"] > 0 and "call" not in channels:
        channels.insert(0, "call")
    figures = {}
    for channel in channels:
        own = {}
        if rng.random() < .3:
            own["reach"] = rng.choice([0, 5, 33.3, 60, 100])
        if rng.random() < .3:
            own["oddsRatio"] = rng.choice([.8, 1.3, 2.5, 4, 6])
        if rng.random() < .4:
            own["cost"] = rng.choice([0, .001, .25, 1.5, 4])
        if rng.random() < .3:
            own["offer"] = rng.choice([0, 1, 5])
        if channel == "call":
            own.update(cost=rng.choice([.5, 1, 3]), oddsRatio=rng.choice([1.95, 3, 6]))
        if own:
            figures[channel] = own
    rules = by_rules.RULES if rng.random() < .5 else [rule for rule in by_rules.RULES if rng.random() < .6]
    managers = []
    if rng.random() < .75:
        for name in rng.sample(MANAGERS, rng.randint(1, 4)):
            called = rng.choice([0, 5, 20, 20, 40])
            managers.append({"name": name, "calls": rng.randint(1, 6), "called": called, "wonBack": rng.randint(0, called)})
    return {
        "lapsedAre": "silent" if plan["list"] is None else "listed", "lapsedAfterDays": plan["lapsedAfter"], "calls": plan["calls"], "budget": None, "marginPercent": rng.choice([0, 0, 0, 40, 12.5]), "channels": channels, "figures": figures,
        "offer": rng.choice([0, 0, 0, 2]), "rules": rules, "worthTimes": {rule: rng.choice([1, 1.5, 3]) for rule in by_rules.TIMES if rng.random() < .25},
        "oddsFactors": {reason: rng.choice([.5, .95, 1, 1.4]) for reason in by_rules.FACTORS if rng.random() < .15}, "campaign": CAMPAIGNS[at % len(CAMPAIGNS)],
        "holdoutPercent": rng.choice([0, 10, 10, 30]), "secret": maybe(rng, .5, f"a secret of the tests, number {at}"), "skipDays": rng.choice([0, 7, 30]),
        "firstPurchasePercent": rng.choice([0, 4]), "contactWhom": rng.choice(["unlessObjected", "unlessObjected", "unlessObjected", "onlyWithConsent"]), "managers": managers,
        "worth": plan["worth"], "notBefore": rng.choice(["2090-07-01T05:30:00+00:00", "2090-07-01T12:00:00+00:00", "2090-07-01T18:59:59+00:00", "2090-01-15T19:00:00+00:00", "2090-03-09T03:15:00+00:00"]),
    }


def drawn_lists(rng, customers, settings, plan):
    """What stands on the other inputs, and what of it is known by customer."""
    lapsed, rows = None, []
    if plan["list"] is not None:
        lapsed = {}
        for c in customers:
            if rng.random() < .3:
                continue
            last = by_rules.last_day(c)
            on = last.isoformat() if last and rng.random() < .1 else ago(rng.choice([1, 30, 150, 400]))
            lapsed[c["customer"]] = (None if plan["list"] == "names" else on,)
            name = c["email"] if c["emailValid"] and rng.random() < .2 else c["customer"]
            rows.append({"names": {"customer": name}, "asOf": {"customer": name, "asOf": on}, "churnedOn": {"customer": name, "churnedOn": on}}[plan["list"]])
    sent, known = [], {}
    if plan["sentBefore"]:
        for c in customers:
            kind = rng.choice(["none", "none", "none", "none", "none", "none", "none", "same", "earlier", "leftAlone", "heldOut", "unknownDay", "noKey"])
            if kind == "none":
                continue
            key, on = by_rules.key_of(c, settings), ago(rng.choice([-1, 0, 6, 7, 8, 29, 30, 31, 200]))
            row = {"customer": c["customer"], "campaignKey": key, "contactedOn": on, "list": "worthIt", "holdout": False}
            if kind == "earlier":
                row["campaignKey"] = f"{settings['campaign']}:{c['customer']}:2020-01-01"
            if kind == "leftAlone":
                row["list"] = rng.choice(["notContacted", "notWorthIt"])
            if kind == "heldOut":
                row.update(list="notContacted", holdout=True, heldOutFrom=rng.choice(["first", "worthIt", None]))
            if kind == "unknownDay":
                row["contactedOn"] = None
            if kind == "noKey":
                row["campaignKey"] = None
            sent.append(row)
            if kind != "leftAlone":
                known[c["customer"]] = [row]
    return lapsed, rows, sent, known


LISTS = {"callAddsMost": "first", "contactAdds": "worthIt"}
NOT_WORTH_IT = {"ruledOut", "costsMore", "neverBought", "noForecast", "noMargin", "budgetSpent", "callsTaken", "?Spent"}


def list_of(code):
    return LISTS.get(code) or ("?" if code in ("?", "?held") else "notWorthIt" if code in NOT_WORTH_IT else "notContacted")


def expected_row(a, settings):
    option = a.get("option") or a.get("best") or {}
    shown = a["code"] in LISTS
    if a["code"] in ("?", "?held"):
        option = {}
    row = {
        "customer": a["customer"], "list": list_of(a["code"]), "reasonCode": a["code"], "rank": a.get("rank"), "holdout": None if a["code"] == "?held" else a["code"] in ("heldOut", "heldOutBefore"), "heldOutFrom": a.get("heldOutFrom"),
        "campaignKey": a["campaignKey"], "audience": a["audience"], "leftBecause": a["leftBecause"], "reasonFactor": a["reasonFactor"], "suggestedManager": a.get("manager"),
        "sendAfter": by_rules.send_after(settings, a["zone"]) if shown else None, **{name: a.get(name) for name in FIGURES}, **{name: option.get(name) for name in OF_OPTION},
    }
    return [rounded(row[name]) for name in EXPECTED_COLUMNS]


def rounded(value):
    return float(f"{value:.12g}") if isinstance(value, float) else value


def drawn_run(at):
    rng = random.Random(f"win-back {at}")
    size = [rng.randint(20, 40), rng.randint(20, 60), rng.randint(60, 130), rng.randint(150, 400)][[0, 1, 0, 2, 0, 1, 0, 1, 2, 3][at % 10]]
    worth = {}
    currencies = ["EUR"]
    if at % 4 == 1:
        currencies, worth = ["EUR", "EUR", "EUR", "UAH", "USD"], {"UAH": .022, "USD": .9}
    if at % 8 == 3:
        currencies = ["EUR", "EUR", "UAH"]
    if at % 8 == 6:
        currencies = [None]
    plan = {
        "ids": "numbers" if at % 3 == 2 else "names", "lapsedAfter": rng.choice([60, 90, 180]), "currencies": currencies, "worth": worth, "margins": at % 3 != 0,
        "reachable": rng.choice([(12, 1, 1), (12, 1, 1), (3, 1, 1)]), "consents": rng.choice([(10, 6, 1), (10, 6, 1), (2, 2, 1)]), "list": ["names", None, "asOf", None, "churnedOn", None][at % 6], "sentBefore": at % 2 == 0,
        "calls": rng.choice([0, 2, 3, size // 12, size // 8, size]),
    }
    customers = [drawn_customer(rng, place, plan) for place in range(size)]
    settings = drawn_settings(rng, at, plan)
    rng.shuffle(customers)
    lapsed, lapsed_rows, sent, known = drawn_lists(rng, customers, settings, plan)
    given, choice = by_rules.run(customers, settings, lapsed, known)
    if rng.random() < .55:
        spare = sum(a["option"]["cost"] for a in given if a["code"] in LISTS)
        if spare > .1:
            settings["budget"] = max(.01, round(spare * rng.uniform(.1, .9), 2))
            given, choice = by_rules.run(customers, settings, lapsed, known)
    print(at, size, len(given), {k: choice[k] for k in ("candidates", "binds")}, sorted({a["code"] for a in given}))
    return {
        "name": f"run {at}", "secret": settings.pop("secret"), "settings": settings, "items": {"columns": ITEM_COLUMNS, "rows": [[rounded(c[name]) for name in ITEM_COLUMNS] for c in customers]},
        "lapsed": None if lapsed is None else lapsed_rows, "contactedBefore": sent if plan["sentBefore"] else None,
        "expected": {"columns": EXPECTED_COLUMNS, "rows": [expected_row(a, settings) for a in given], "findings": [[a["customer"], *map(rounded_all, f)] for a in given for f in a["findings"]]}, "choice": {name: rounded(value) for name, value in choice.items()},
    }


def rounded_all(value):
    return rounded(value) if not isinstance(value, bool) else value


def main():
    runs = [drawn_run(at) for at in range(40)]
    small = [r for r in runs if r["choice"]["binds"] and r["choice"]["candidates"] <= 16]
    large = [r for r in runs if r["choice"]["binds"] and r["choice"]["candidates"] > 16]
    print(len(small), "by brute force,", len(large), "within bounds")
    write(HERE / "lists.json", {"generatedBy": "winback/lists.py, do not edit", "versions": versions(), "asOf": AS_OF, "runs": runs})


main()
