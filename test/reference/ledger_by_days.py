"""Who is here on which day, as plain sets, one day after the other. Slow and obvious on purpose.

`here[t]` is the set of customers here as day t opens. From it alone follows the rest: who is in here[t] and not in
here[t + 1] left on day t; who is in here[t + 1] and not in here[t] started on day t, as new when never here before,
else as returned. Spells that touch need no rule of their own: leaving and starting on the same day changes neither set.

As Of: purchases after it are not read; from that day on nobody leaves, because the day is not over.
"""
from datetime import date, timedelta

from intervals import Z95, garwood, wilson

DEFINITIONS = ["startOfPeriod", "includingNew", "averageCustomers", "customerDays", "dailySum", "ignoreSamePeriod"]


def day(text):
    return date.fromisoformat(text[:10]).toordinal()


def iso(number):
    return date.fromordinal(number).isoformat()


class Ledger:
    """`present(t)` gives the set of those here as day t opens, asked only for t <= as_of; `buyers_on_as_of` joins after."""

    def __init__(self, first_day, last_day, as_of, present, starting_on_as_of):
        self.first_day, self.as_of = first_day, as_of
        self.here, self.new, self.returned, self.left = {}, {}, {}, {}
        for t in range(first_day, last_day + 1):
            if t <= as_of:
                self.here[t] = present(t)
            else:
                self.here[t] = self.here[as_of] | starting_on_as_of
        ever = set()
        for t in range(first_day, last_day):
            started = self.here[t + 1] - self.here[t]
            self.new[t] = started - ever
            self.returned[t] = started & ever
            self.left[t] = self.here[t] - self.here[t + 1]
            ever |= started


def purchase_ledger(days_of, window, as_of, first_day, last_day):
    """`days_of`: customer -> set of purchase days. A purchase on day p keeps its customer here as p + 1 … p + window open."""
    buyers = {}
    for customer, days in days_of.items():
        for p in days:
            if p <= as_of:
                buyers.setdefault(p, set()).add(customer)

    def present(t):
        found = set()
        for p in range(t - window, t):
            found |= buyers.get(p, set())
        return found

    return Ledger(first_day, last_day, as_of, present, buyers.get(as_of, set()))


def spell_ledger(spells, as_of, first_day, last_day):
    """`spells`: (customer, start, end or None). Here as day t opens when start < t <= end; an end on As Of or later is not known yet."""
    def present(t):
        return {c for c, start, end in spells if start < t and (end is None or end >= as_of or t <= end)}

    return Ledger(first_day, last_day, as_of, present, {c for c, start, end in spells if start == as_of and end != start})


def reason_for(a, b, as_of, first_event, window):
    """leftEdge before any other, then periodUnfinished. Without a window (contracts) there is no left edge."""
    if window is not None and a < first_event + window:
        return "leftEdge"
    if b > as_of:
        return "periodUnfinished"
    return None


def measure(ledger, a, b, reason, only=None, z=Z95, alpha=0.05):
    """Movements and the six definitions in [a, b), of the customers in `only` (all when None)."""
    def those(customers):
        return customers if only is None else customers & only

    days = b - a
    start, end = those(ledger.here[a]), those(ledger.here[b])
    n = sum(len(those(ledger.new[t])) for t in range(a, b))
    r = sum(len(those(ledger.returned[t])) for t in range(a, b))
    losses = sum(len(those(ledger.left[t])) for t in range(a, b))
    left = set()
    for t in range(a, b):
        left |= those(ledger.left[t])
    assert len(end) == len(start) + n + r - losses, "E = S + N + R - L"

    complete = b <= ledger.as_of
    customer_days = sum(len(those(ledger.here[t])) for t in range(a, b)) if complete else None
    daily_sum = None
    if complete:
        daily_sum = sum(len(those(ledger.left[t])) / len(those(ledger.here[t]))
                        for t in range(a, b) if those(ledger.left[t]))
    s = len(start)
    found = {
        "startOfPeriod": share(len(start - end), s, z),
        "includingNew": counted(losses, s + n, 1, alpha),
        "averageCustomers": counted(losses, (s + len(end)) / 2, 1, alpha),
        "customerDays": counted(losses, customer_days, days, alpha),
        "dailySum": daily(losses, daily_sum, customer_days, alpha),
        "ignoreSamePeriod": share(len(start & left), s, z),
    }
    for name, d in found.items():
        d["reason"] = reason
        if reason is not None:
            d["rate"] = d["low"] = d["high"] = None
        elif d["rate"] is None:
            d["reason"] = "noCustomersAtStart"
    return {
        "S": s, "N": n, "R": r, "L": losses, "E": len(end), "customerDays": customer_days, "days": days,
        "definitions": found,
    }, {"start": start, "end": end, "left": left}


def share(k, n, z):
    if n == 0:
        return {"numerator": k, "denominator": n, "rate": None, "low": None, "high": None}
    low, high = wilson(k, n, z)
    return {"numerator": k, "denominator": n, "rate": k / n, "low": low, "high": high}


def counted(losses, denominator, times, alpha):
    """Losses x times / denominator, with Garwood's limits on the losses times the same factor."""
    if not denominator:
        return {"numerator": losses, "denominator": denominator, "rate": None, "low": None, "high": None}
    low, high = garwood(losses, alpha)
    return {"numerator": losses, "denominator": denominator, "rate": losses / denominator * times,
            "low": low * times / denominator, "high": high * times / denominator}


def daily(losses, value, customer_days, alpha):
    """The sum of daily shares has no denominator of its own. Its limits: Garwood times value / losses; null when nobody left."""
    if not customer_days:
        return {"numerator": losses, "denominator": None, "rate": None, "low": None, "high": None}
    low, high = garwood(losses, alpha) if losses else (None, None)
    return {"numerator": losses, "denominator": None, "rate": value,
            "low": low * value / losses if losses else None, "high": high * value / losses if losses else None}


def periods(unit, first, last, week_start=1):
    """Calendar periods [a, b) from the one that holds day `first` to the one that holds day `last`; week_start 1 = Monday, 7 = Sunday."""
    a = floor_to(unit, first, week_start)
    while a <= last:
        b = next_after(unit, a)
        yield a, b
        a = b


def floor_to(unit, number, week_start):
    d = date.fromordinal(number)
    if unit == "day":
        return number
    if unit == "week":
        return number - (d.isoweekday() - week_start) % 7
    if unit == "month":
        return d.replace(day=1).toordinal()
    if unit == "quarter":
        return date(d.year, (d.month - 1) // 3 * 3 + 1, 1).toordinal()
    return date(d.year, 1, 1).toordinal()


def next_after(unit, a):
    d = date.fromordinal(a)
    if unit == "day":
        return a + 1
    if unit == "week":
        return (d + timedelta(days=7)).toordinal()
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    index = d.year * 12 + d.month - 1 + months
    return date(index // 12, index % 12 + 1, 1).toordinal()


def counts_by_spells(days_of, window, as_of, a, b):
    """The same counts by a second road, customer by customer from merged spells: a twin for the day sets above."""
    s = n = r = losses = e = gone = left_at_least_once = customer_days = 0
    for days in days_of.values():
        spells = []
        for p in sorted(d for d in days if d <= as_of):
            if spells and p <= spells[-1][1]:
                spells[-1][1] = p + window
            else:
                spells.append([p, p + window])
        for spell in spells:
            if spell[1] >= as_of:
                spell[1] = float("inf")
        at_start = any(start < a <= end for start, end in spells)
        at_end = any(start < b <= end for start, end in spells)
        ended = sum(a <= end < b for _, end in spells)
        s += at_start
        e += at_end
        n += bool(spells) and a <= spells[0][0] < b
        r += sum(a <= start < b for start, _ in spells[1:])
        losses += ended
        gone += at_start and not at_end
        left_at_least_once += at_start and ended > 0
        # Here as day t opens: start < t <= end, for t in a … b - 1.
        customer_days += sum(max(0, min(end, b - 1) - max(start, a - 1)) for start, end in spells)
    return {"S": s, "N": n, "R": r, "L": losses, "E": e, "gone": gone, "left": left_at_least_once, "customerDays": customer_days}


def assert_twin(row, days_of, window, as_of, a, b):
    twin = counts_by_spells(days_of, window, as_of, a, b)
    d = row["definitions"]
    assert all(row[key] == twin[key] for key in "SNRLE"), (row, twin)
    assert d["startOfPeriod"]["numerator"] == twin["gone"] and d["ignoreSamePeriod"]["numerator"] == twin["left"], (row, twin)
    assert row["customerDays"] is None or row["customerDays"] == twin["customerDays"], (row, twin)
