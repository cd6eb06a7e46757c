"""Win-Back Priority by its rules (DOMAIN W1 to W8 and the settled flow of a run), one customer after the other; no file of domain/winback but the registries was read for it.

Readings of what the rules leave open, each held against a run of the node and found the same:
- where a rule of W1 and one of W2 both fire, money alone decides: nobody is ruled out, and a return counts once;
- of several rules of W2 the largest number of times counts;
- somebody without a purchase is looked at where the rule "Never Bought" is on, without a list only if they are not known to be a customer for "Lapsed After" days or fewer;
- only who objected or did not agree is not scored; of the others who are left alone the figures stand that are known;
- a first purchase is expected to bring what is usual in the currency of most;
- of those who add the same the first by their id has the better rank;
- what was sent is this campaign's attempt in this silence by its key, else if it came after the last purchase; who was held out then stays held out;
- a call that none but the one who handled the customer before could make goes to somebody else, again and again until each has a caller;
- the usual margin is that of all who brought something, as in Customer Forecast: net above 0;
- held out is only who would be contacted at the prices of the run: whom no price leaves anything is on Not Worth It like others of their kind.
"""
import datetime
import hashlib
import hmac
import math
from zoneinfo import ZoneInfo

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

CHANNELS = ["call", "email", "sms", "messenger", "voiceRobot", "customAudience"]
NEEDS = {"call": ["phone"], "email": ["email"], "sms": ["phone"], "messenger": ["messenger"], "voiceRobot": ["phone"], "customAudience": ["email", "phone"]}
ASSUMED = {
    "call": {"reach": 44, "oddsRatio": 1.95, "cost": 3}, "email": {"reach": 20, "oddsRatio": 1.5, "cost": .01},
    "sms": {"reach": 98, "oddsRatio": 1.05, "cost": .05}, "messenger": {"reach": 70, "oddsRatio": 1.2, "cost": .02},
    "voiceRobot": {"reach": 44, "oddsRatio": 1.15, "cost": .04}, "customAudience": {"reach": 30, "oddsRatio": 1.05, "cost": .02},
}
FACTORS = {
    "indifference": 1.2, "priceRise": 1, "missingProduct": .9, "badService": 1.2, "lowQuality": .9, "noBonusProgramme": 1.1, "backwardTechnology": .9,
    "ignoredComplaints": 1.1, "changedNeeds": .7, "movedAway": .7, "competitor": .9, "satisfied": 1.1,
}
RULES = ["onlyOnPromotion", "rareAndSmall", "instalments", "paysLate", "returns", "toxic", "longAndFrequent", "wholesaleOrHighMargin", "bigName", "neverBought"]
SPEAKS_AGAINST = set(RULES[:6])
TIMES = {"longAndFrequent": 1.25, "wholesaleOrHighMargin": 1.25, "bigName": 2}
ASSUMED_MARGIN = .3
Z = 1.959963984540054


def day(text):
    return datetime.date.fromisoformat(text)


def last_day(c):
    return None if not c["purchaseDays"] else day(c["asOf"]) - datetime.timedelta(c["ageDays"] - c["recencyDays"])


def fifths(values, groups):
    """1 + floor(5 · how many are strictly smaller / n) within a group; 0 where unknown or fewer than five are known."""
    scores = []
    for value, group in zip(values, groups):
        known = [v for v, g in zip(values, groups) if v is not None and g == group]
        scores.append(0 if value is None or len(known) < 5 else 1 + math.floor(5 * sum(v < value for v in known) / len(known)))
    return scores


def fifths_fast(values, groups):
    """The same for many customers."""
    sorted_of = {g: np.sort([v for v, h in zip(values, groups) if h == g and v is not None]) for g in set(groups)}
    return [0 if v is None or len(sorted_of[g]) < 5 else 1 + int(5 * int(np.searchsorted(sorted_of[g], v, "left")) // len(sorted_of[g])) for v, g in zip(values, groups)]


def median(values):
    values = sorted(values)
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


def facts_of(customers):
    """What rules know of each that their own item does not say."""
    buyers = [bool(c["purchaseDays"]) for c in customers]
    money = [c["currency"] if b else None for c, b in zip(customers, buyers)]
    average = [c["net"] / c["purchaseDays"] if b and c["net"] is not None else None for c, b in zip(customers, buyers)]
    none = [None] * len(customers)
    frequency = fifths_fast([c["purchaseDays"] if b else None for c, b in zip(customers, buyers)], none)
    age = fifths_fast([c["ageDays"] if b else None for c, b in zip(customers, buyers)], none)
    purchase = fifths_fast(average, money)
    usual, rates = {}, {}
    for currency in set(money):
        known = [a for a, m in zip(average, money) if m == currency and a is not None]
        usual[currency] = median(known) if known else None
        both = [(c["margin"], c["net"]) for c, b, m in zip(customers, buyers, money) if b and m == currency and c["margin"] is not None and (c["net"] or 0) > 0]
        net = sum(n for _, n in both)
        rates[currency] = sum(m for m, _ in both) / net if net > 0 else None
    out = []
    for at, c in enumerate(customers):
        own = c["margin"] / c["net"] if buyers[at] and c["margin"] is not None and c["net"] is not None and c["net"] > 0 else None
        out.append({
            "frequencyScore": frequency[at], "ageScore": age[at], "purchaseScore": purchase[at], "averagePurchase": average[at],
            "usualPurchase": usual[money[at]] if buyers[at] else None, "marginRate": own, "usualMarginRate": rates[money[at]] if buyers[at] else None,
        })
    return out, usual, rates


def half_up(x):
    return math.floor(x + .5)


def finding(rule, c, f):
    """[count, of, days, measured, usual] of a rule that fires, else None."""
    def share(part, known, least):
        if c[part] is None or c[known] is None or c[known] < 3 or c[part] < least:
            return None
        return [half_up(c[part] * c[known]), c[known], None, None, None]
    if rule == "onlyOnPromotion":
        return share("promotionShare", "promotionKnown", .8)
    if rule == "instalments":
        return share("instalmentShare", "instalmentsKnown", .5)
    if rule == "rareAndSmall":
        rare = 0 < f["frequencyScore"] <= 2 and f["purchaseScore"] == 1 and c["purchaseDays"] <= 2 and f["averagePurchase"] <= f["usualPurchase"] / 2
        return [c["purchaseDays"], None, c["ageDays"], f["averagePurchase"], f["usualPurchase"]] if rare else None
    if rule == "paysLate":
        if c["onTime"] is None or c["late"] is None:
            return None
        payments = c["onTime"] + c["late"]
        return [c["late"], payments, None, None, None] if payments >= 3 and 2 * c["late"] >= payments else None
    if rule == "returns":
        if c["orders"] is None or c["returnedShare"] is None or c["returnedShare"] < .3:
            return None
        if c["returnedShare"] == 1:
            return [None, None, None, 1, None]
        every = half_up(c["orders"] / (1 - c["returnedShare"]))
        return [every - c["orders"], every, None, c["returnedShare"], None] if every >= 3 else None
    if rule in ("toxic", "bigName"):
        return [None] * 5 if c[rule] is True else None
    if rule == "longAndFrequent":
        return [c["purchaseDays"], None, c["ageDays"], None, None] if f["ageScore"] >= 4 and f["frequencyScore"] >= 4 and c["purchaseDays"] >= 5 and c["ageDays"] >= 180 else None
    if rule == "wholesaleOrHighMargin":
        average, usual = f["averagePurchase"], f["usualPurchase"]
        if average is not None and usual is not None and usual > 0 and c["purchaseDays"] >= 2 and average >= 5 * usual:
            return [c["purchaseDays"], None, None, average, usual]
        if c["wholesale"] is True:
            return [None] * 5
        rate, all_rate = f["marginRate"], f["usualMarginRate"]
        return [None, None, None, rate, all_rate] if rate is not None and all_rate is not None and all_rate > 0 and rate >= 1.5 * all_rate else None
    return [None] * 5 if c["purchaseDays"] == 0 else None


def figures_of(settings):
    """Channel -> reach as a share, odds ratio, cost, offer."""
    out = {}
    for channel in settings["channels"]:
        own = settings["figures"].get(channel, {})
        offer = own.get("offer", settings["offer"])
        f = {**ASSUMED[channel], **own}
        out[channel] = (f["reach"] / 100, f["oddsRatio"], f["cost"], offer)
    return out


def is_held(customer, settings):
    key = settings["secret"] or settings["campaign"]
    digest = hmac.new(key.encode(), settings["campaign"].encode() + b"\0" + str(customer).encode(), hashlib.sha256).digest()
    return int.from_bytes(digest[:6], "big") / 2**48 < settings["holdoutPercent"] / 100


def options_of(chance, worth, factor, figures, usable):
    """By channel in the order of the registry: what it adds, and what all of that is made of."""
    out = []
    for channel in CHANNELS:
        if channel not in figures or not usable(channel):
            continue
        reach, ratio, cost, offer = figures[channel]
        odds = ratio * factor
        if factor < 1:
            odds = max(odds, min(ratio, 1))
        with_contact = chance * odds / (1 - chance + chance * odds)
        offer_cost = reach * with_contact * offer
        out.append({"channel": channel, "reach": reach, "oddsRatio": odds, "chanceWithContact": with_contact, "offerCost": offer_cost, "contactCost": cost,
                    "priority": reach * (with_contact - chance) * worth - offer_cost - cost, "cost": cost + offer_cost})
    return out


def currency_of_most(customers):
    counts = {}
    for c in customers:
        if c["purchaseDays"] and c["currency"] is not None:
            counts[c["currency"]] = counts.get(c["currency"], 0) + 1
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None


def verdict_of(c, settings, lapsed_row, contacted, currency):
    """Why nobody contacts them, before anything is scored; None where money is asked."""
    last = last_day(c)
    if c["consent"] is False:
        return "objected"
    if settings["contactWhom"] == "onlyWithConsent" and c["consent"] is not True:
        return "noConsent"
    if lapsed_row is not None and c["isSubscribed"]:
        return "subscribed"
    if lapsed_row is not None and lapsed_row[0] is not None and last is not None and last > day(lapsed_row[0]):
        return "boughtSince"
    sent = contacted.get(c["customer"], [])
    attempts = [row for row in sent if is_attempt(row, c, settings)]
    if any(not row["holdout"] for row in attempts):
        return "alreadyContacted"
    if attempts:
        c["heldOutFrom"] = attempts[0].get("heldOutFrom")
        return "heldOutBefore"
    days = [day(d) for d in (c["lastContactOn"], c["lastTouch"], *(row["contactedOn"] for row in sent if not row["holdout"])) if d is not None]
    if days and max(0, (day(c["asOf"]) - max(days)).days) < settings["skipDays"]:
        return "contactedRecently"
    if not any(usable(c, channel) for channel in settings["channels"]):
        return "unreachable"
    return None if is_known(c, settings, currency) else "otherCurrency"


def is_attempt(row, c, settings):
    """Whether a row of what was sent was this campaign's attempt in this silence: by its key, else by its day; a row of neither counts."""
    key, last = row["campaignKey"], last_day(c)
    if key == key_of(c, settings):
        return True
    if key is not None and not key.startswith(settings["campaign"] + ":"):
        return False
    if row["contactedOn"] is None:
        return key is None
    return last is None or day(row["contactedOn"]) > last


def is_known(c, settings, currency):
    """Whether it is known what their money is worth."""
    return not c["purchaseDays"] or c["currency"] in (None, currency) or c["currency"] in settings["worth"]


def usable(c, channel):
    return any(c[address + "Valid"] for address in NEEDS[channel])


def key_of(c, settings):
    last = last_day(c)
    return f"{settings['campaign']}:{c['customer']}:{last.isoformat() if last else 'never'}"


def assessed(customers, settings, lapsed, contacted):
    """Each lapsed customer with code (None of the candidates), figures, findings, options."""
    facts, usual, rates = facts_of(customers)
    currency = currency_of_most(customers)
    figures = figures_of(settings)
    out = []
    for c, f in zip(customers, facts):
        last = last_day(c)
        row = None if lapsed is None else lapsed.get(c["customer"])
        if lapsed is not None:
            if row is None:
                continue
        elif c["purchaseDays"] is None or c["isSubscribed"]:
            continue
        elif c["purchaseDays"] == 0:
            if "neverBought" not in settings["rules"] or (c["tenureDays"] is not None and c["tenureDays"] <= settings["lapsedAfterDays"]):
                continue
        elif (day(c["asOf"]) - last).days <= settings["lapsedAfterDays"]:
            continue
        never = c["purchaseDays"] == 0
        code = verdict_of(c, settings, row, contacted, currency)
        factor = 1 if c["leftBecause"] is None else settings["oddsFactors"].get(c["leftBecause"], FACTORS[c["leftBecause"]])
        a = {"customer": c["customer"], "code": code, "findings": [], "options": [], "campaignKey": key_of(c, settings), "owner": c["owner"], "zone": c["zone"],
             "audience": "neverBought" if never else "lapsed", "leftBecause": c["leftBecause"], "reasonFactor": None if c["leftBecause"] is None else factor}
        out.append(a)
        if code == "heldOutBefore":
            a["heldOutFrom"] = c["heldOutFrom"]
        if code in ("objected", "noConsent"):
            a["leftBecause"] = a["reasonFactor"] = None
            continue
        found = [(rule, numbers) for rule in settings["rules"] for numbers in [finding(rule, c, f)] if numbers is not None]
        a["findings"] = [[rule, *numbers] for rule, numbers in found]
        against = [rule for rule, _ in found if rule in SPEAKS_AGAINST]
        times = [settings["worthTimes"].get(rule, TIMES[rule]) for rule, _ in found if rule in TIMES]
        chance, margin, source = forecast_of(c, settings, never, usual.get(currency), rates.get(currency))
        ruled_out = bool(against) and (not times or "toxic" in against)
        if chance is not None and margin is not None and is_known(c, settings, currency):
            a["returnCounts"] = max(times) if times and not against else 1
            worth = 1 if c["currency"] in (None, currency) or not c["purchaseDays"] else settings["worth"][c["currency"]]
            a.update(chanceToReturn=chance, expectedMargin=margin * worth, marginIs=source)
            a["worthOfReturn"] = margin / chance * worth * a["returnCounts"] if chance > 0 else 0
            a["options"] = options_of(chance, a["worthOfReturn"], factor, figures, lambda channel, c=c: usable(c, channel))
            a["best"] = max(a["options"], key=lambda o: o["priority"], default=None)
        if code is not None:
            continue
        if ruled_out:
            a["code"] = "ruledOut"
        elif never and (chance is None):
            a["code"] = "neverBought"
        elif chance is None:
            a["code"] = "noForecast"
        elif margin is None:
            a["code"] = "noMargin"
        elif a["best"]["priority"] <= 0:
            a["code"] = "costsMore"
        elif is_held(c["customer"], settings):
            a["code"] = "heldOut"
    return out, currency


def forecast_of(c, settings, never, brings, usual_rate):
    rate = settings["marginPercent"] / 100
    if never:
        chance = settings["firstPurchasePercent"] / 100
        if not chance:
            return None, None, None
        return chance, None if brings is None else chance * brings * (rate or usual_rate or ASSUMED_MARGIN), "set" if rate else "rows" if usual_rate is not None else "assumed"
    if rate:
        return c["chance"], None if c["spend"] is None else rate * c["spend"], "set"
    if c["expectedMargin"] is not None:
        return c["chance"], c["expectedMargin"], "forecast"
    return c["chance"], None if c["spend"] is None else ASSUMED_MARGIN * c["spend"], "assumed"


def most_calls(settings):
    return min(settings["calls"], sum(m["calls"] for m in settings["managers"])) if settings["managers"] else settings["calls"]


def worthwhile(a):
    return [o for o in a["options"] if o["priority"] > 0 and not (o["channel"] == "call" and a.get("nobodyCalls"))]


def can_be_called(a, settings):
    return not settings["managers"] or any(m["calls"] > 0 and m["name"] != a["owner"] for m in settings["managers"])


def gain_of_call(a):
    """What the best call adds beyond the best other use; None without a call that adds."""
    calls = [o["priority"] for o in worthwhile(a) if o["channel"] == "call"]
    others = [o["priority"] for o in worthwhile(a) if o["channel"] != "call"]
    return max(calls) - max(others, default=0) if calls else None


def without_budget(opened, calls):
    """The exact optimum: calls to the largest gains, everybody else by the best other channel."""
    gains = sorted(((gain_of_call(a), at) for at, a in enumerate(opened) if (gain_of_call(a) or 0) > 0), reverse=True)
    called = {at for _, at in gains[:calls]}
    chosen = []
    for at, a in enumerate(opened):
        own = [o for o in worthwhile(a) if (o["channel"] == "call") == (at in called)]
        chosen.append(max(own, key=lambda o: o["priority"], default=None))
    return chosen, [g for g, _ in gains]


def exact(opened, budget, calls):
    """Every combination that none of at most the same calls and cost beats: brute force, with what is beaten left out after each customer."""
    states = [(0.0, 0, 0.0, ())]
    for a in opened:
        more = [(cost + o["cost"], made + (o["channel"] == "call"), value + o["priority"], (*picks, o)) for cost, made, value, picks in states for o in worthwhile(a)]
        more = [s for s in more if s[0] <= budget and s[1] <= calls] + [(c, m, v, (*p, None)) for c, m, v, p in states]
        more.sort(key=lambda s: (s[0], s[1], -s[2]))
        states, best = [], {}
        for s in more:
            if all(value < s[2] for made, value in best.items() if made <= s[1]):
                states.append(s)
                best[s[1]] = max(best.get(s[1], -1), s[2])
    return list(max(states, key=lambda s: s[2])[3])


def programs(opened, budget, calls):
    """The linear and the integer optimum by HiGHS."""
    rows = [(at, o) for at, a in enumerate(opened) for o in worthwhile(a)]
    value, cost = np.array([o["priority"] for _, o in rows]), np.array([o["cost"] for _, o in rows])
    owner = np.array([at for at, _ in rows])
    table = np.vstack([(owner == np.arange(len(opened))[:, None]).astype(float), [float(o["channel"] == "call") for _, o in rows], cost])
    most = np.concatenate([np.ones(len(opened)), [calls, budget]])
    linear = linprog(-value, A_ub=table, b_ub=most, bounds=(0, 1), method="highs")
    integer = milp(-value, constraints=LinearConstraint(table, ub=most), bounds=Bounds(0, 1), integrality=np.ones(len(rows)), options={"mip_rel_gap": 0})
    assert linear.status == 0 and integer.status == 0
    return -linear.fun, -integer.fun, float(value.max())


def wilson_low(won, called):
    p = won / called
    return (p + Z * Z / 2 / called - Z * math.sqrt(p * (1 - p) / called + Z * Z / 4 / called**2)) / (1 + Z * Z / called)


def most_assigned(owners, left):
    """How many of these can have a manager who is not their owner: by augmenting paths over single calls."""
    slots = [name for name, calls in left.items() for _ in range(calls)]
    holder = {}

    def place(at, seen):
        for slot, name in enumerate(slots):
            if name == owners[at] or slot in seen:
                continue
            seen.add(slot)
            if slot not in holder or place(holder[slot], seen):
                holder[slot] = at
                return True
        return False
    return sum(place(at, set()) for at in range(len(owners)))


def assign(owners, managers):
    """In rank order each takes the best who leaves the rest as well off as can be."""
    if not managers:
        return [None] * len(owners)
    order = sorted(managers, key=lambda m: (0, -wilson_low(m["wonBack"], m["called"])) if m["called"] else (1, 0))
    left = {m["name"]: min(m["calls"], len(owners)) for m in managers}
    out = []
    for at, owner in enumerate(owners):
        most = most_assigned(owners[at:], left)
        choice = None
        for m in order:
            name = m["name"]
            if name == owner or left[name] == 0:
                continue
            if 1 + most_assigned(owners[at + 1:], {**left, name: left[name] - 1}) == most:
                choice = name
                break
        if choice is not None:
            left[choice] -= 1
        out.append(choice)
    return out


def send_after(settings, zone):
    """Now, or when quiet hours (before 8:00, from 21:00 on) end in a zone."""
    moment = datetime.datetime.fromisoformat(settings["notBefore"]).astimezone(ZoneInfo(zone or "UTC"))
    if not 8 <= moment.hour < 21:
        later = moment + datetime.timedelta(days=1) if moment.hour >= 21 else moment
        moment = later.replace(hour=8, minute=0, second=0)
    return moment.isoformat()


def held_out_from(a, gains, calls, decides):
    """The list on which somebody held out would be; "?" where several prices of a call would do."""
    if not decides:
        return "?"
    gain = gain_of_call(a)
    other = "worthIt" if any(o["channel"] != "call" for o in worthwhile(a)) else None
    if gain is None or gain <= 0 or calls == 0:
        return other
    if len(gains) < calls or gain > gains[calls - 1]:
        return "first"
    if len(gains) > calls and gain < gains[calls]:
        return other
    return "?"


def run(customers, settings, lapsed, contacted):
    """Items by customer, and what can be said of the choice as a whole."""
    given, currency = assessed(customers, settings, lapsed, contacted)
    for a in given:
        a["nobodyCalls"] = not can_be_called(a, settings)
    opened = [a for a in given if a["code"] is None]
    chosen, gains, choice = choose(opened, settings)
    # A call that only the one who handled the customer before could make goes to somebody else.
    while "total" in choice and settings["managers"]:
        called = sorted((a for a, o in zip(opened, chosen) if o and o["channel"] == "call"), key=lambda a: (-max(o["priority"] for o in a["options"] if o["channel"] == "call"), a["customer"]))
        without = [a for a, name in zip(called, assign([a["owner"] for a in called], settings["managers"])) if name is None]
        if not without:
            break
        for a in without:
            a["nobodyCalls"] = True
        chosen, gains, choice = choose(opened, settings)
    choice["currency"] = currency
    place(given, opened, chosen, gains, choice, settings)
    return given, choice


def choose(opened, settings):
    """What each gets, the gains of calls, and what can be said of the choice as a whole."""
    calls, budget = most_calls(settings), settings["budget"]
    chosen, gains = without_budget(opened, calls)
    spare = sum(o["cost"] for o in chosen if o)
    binds = budget is not None and spare > budget
    choice = {"candidates": len(opened), "binds": binds, "calls": calls}
    if binds and opened:
        linear, integer, largest = programs(opened, budget, calls)
        choice.update(linear=linear, integer=integer, largest=largest)
        if len(opened) <= 16:
            chosen = exact(opened, budget, calls)
            assert abs(sum(o["priority"] for o in chosen if o) - integer) < 1e-6 * max(1, integer), (integer, sum(o["priority"] for o in chosen if o))
    if not binds or len(opened) <= 16:
        choice["total"] = sum(o["priority"] for o in chosen if o)
    return chosen, gains, choice


def place(given, opened, chosen, gains, choice, settings):
    """Codes, ranks, managers, and where the held-out would be."""
    calls, binds, is_open = choice["calls"], choice["binds"], "total" not in choice
    for a, option in zip(opened, chosen):
        if is_open:
            a["code"] = "?"
            continue
        a["option"] = option
        if option:
            a["code"] = "callAddsMost" if option["channel"] == "call" else "contactAdds"
        elif any(o["channel"] != "call" for o in worthwhile(a)) or sum(1 for o in chosen if o and o["channel"] == "call") < calls:
            a["code"] = "budgetSpent"
        else:
            a["code"] = "?Spent" if binds else "callsTaken"
    for code in ("callAddsMost", "contactAdds"):
        ranked = sorted((a for a in opened if a["code"] == code), key=lambda a: (-round(a["option"]["priority"], 9), a["customer"]))
        before = 0 if code == "callAddsMost" else sum(a["code"] == "callAddsMost" for a in opened)
        for at, a in enumerate(ranked):
            a["rank"] = before + at + 1
        if code == "callAddsMost":
            for a, manager in zip(ranked, assign([a["owner"] for a in ranked], settings["managers"])):
                a["manager"] = manager
    for a in given:
        if a["code"] == "heldOut":
            a["heldOutFrom"] = held_out_from(a, gains, calls, not binds)
            if a["heldOutFrom"] is None:
                a["code"] = "callsTaken"
            if a["heldOutFrom"] == "?":
                a["code"] = "?held"
            if a["heldOutFrom"] in ("first", "worthIt"):
                own = [o for o in worthwhile(a) if (o["channel"] == "call") == (a["heldOutFrom"] == "first")]
                a["option"] = max(own, key=lambda o: o["priority"])
