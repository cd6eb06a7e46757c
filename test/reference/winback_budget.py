"""Whom to contact within a budget and a number of calls: the linear and the integer program of ten drawn cases, by SciPy's HiGHS.

Usage: python3 winback_budget.py

A case: {name, budget (null = none), calls, startOf, value, cost, isCall, linear, integer}.
- options of a customer are those from startOf[i] to before startOf[i + 1]; values and costs are whole cents.
- linear: the most that shares of options can add, each customer's adding up to 1 at most (linprog, HiGHS).
- integer: the most that whole options can add (milp, HiGHS, relative gap 0); the choice is added up again here before it is written.
Where costs are whole numbers of at most a few thousand in sum, a plain table over (money, calls) must give the same integer value.
"""
import os
import random

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from data_files import HERE
from write_json import versions, write


def drawn(rng, customers, kind):
    start, value, cost, is_call = [0], [], [], []
    for _ in range(customers):
        worth = rng.lognormvariate(3, 1)
        for channel in range(4):
            if kind == "varied" and rng.random() < .2:
                continue
            call = channel == 0 or (kind == "twoCalls" and channel == 1)
            if kind == "coarse":
                value.append(rng.randint(1, 9)), cost.append(rng.randint(0, 6))
            elif kind == "sameRatio":
                cost.append(rng.randint(1, 400)), value.append(3 * cost[-1])
            elif kind == "alike":
                value.append([700, 300, 120, 40][channel]), cost.append([300, 90, 30, 7][channel])
            else:
                value.append(max(1, round(100 * worth * rng.uniform(.5, 1) * (.5 if call else .2))))
                cost.append(round(100 * (rng.uniform(3, 8) if call else rng.uniform(0, 1.5) ** 2)))
            is_call.append(int(call))
        start.append(len(value))
    return start, value, cost, is_call


def programs(start, value, cost, is_call, budget, calls):
    count = len(value)
    customers = len(start) - 1
    owner = np.repeat(np.arange(customers), np.diff(start))
    rows = (owner == np.arange(customers)[:, None]).astype(float)
    rows = np.vstack([rows, is_call] + ([] if budget is None else [cost]))
    most = np.concatenate([np.ones(customers), [calls], [] if budget is None else [budget]])
    linear = linprog(-np.array(value, float), A_ub=rows, b_ub=most, bounds=(0, 1), method="highs")
    integer = milp(-np.array(value, float), constraints=LinearConstraint(rows, ub=most), bounds=Bounds(0, 1), integrality=np.ones(count), options={"mip_rel_gap": 0})
    assert linear.status == 0 and integer.status == 0, (linear.message, integer.message)
    chosen = np.flatnonzero(integer.x > .5)
    assert len(set(owner[chosen])) == len(chosen)
    assert sum(is_call[o] for o in chosen) <= calls and (budget is None or sum(cost[o] for o in chosen) <= budget)
    total = sum(value[o] for o in chosen)
    assert abs(total + integer.fun) < 1e-6 * total
    return -linear.fun, total


def by_table(start, value, cost, is_call, budget, calls):
    best = np.zeros((calls + 1, budget + 1))
    for first, end in zip(start, start[1:]):
        after = best.copy()
        for option in range(first, end):
            c, k = cost[option], is_call[option]
            if c <= budget and k <= calls:
                after[k:, c:] = np.maximum(after[k:, c:], best[: calls + 1 - k, : budget + 1 - c] + value[option])
        best = after
    return int(best[-1, -1])


CASES = [
    ("small budget, calls to spare", "usual", 200, 5_000, 200),
    ("small budget, few calls", "usual", 200, 7_001, 12),
    ("large budget, few calls", "usual", 200, 21_003, 60),
    ("no budget", "usual", 200, None, 25),
    ("no calls", "usual", 200, 2_003, 0),
    ("some have fewer options", "varied", 230, 9_007, 40),
    ("two kinds of calls", "twoCalls", 200, 20_003, 50),
    ("whole numbers with many ties", "coarse", 200, 97, 30),
    ("everything the same per money", "sameRatio", 120, 5_003, 20),
    ("everybody alike", "alike", 90, 9_001, 17),
]


def main():
    cases = []
    for index, (name, kind, customers, budget, calls) in enumerate(CASES):
        options = drawn(random.Random(f"budget {index}"), customers, kind)
        linear, integer = programs(*options, budget, calls)
        assert integer <= linear * (1 + 1e-9)
        if budget is not None and budget < 10_000:
            assert by_table(*options, budget, calls) == integer, name
        start, value, cost, is_call = options
        cases.append({"name": name, "budget": budget, "calls": calls, "startOf": start, "value": value, "cost": cost, "isCall": is_call, "linear": linear, "integer": integer})
        print(f"{name}: linear {linear:.6f}, integer {integer}")
    write(os.path.join(HERE, "winback_budget.json"), {"generatedBy": "winback_budget.py, do not edit", "versions": versions(), "cases": cases})


if __name__ == "__main__":
    main()
