"""How well the overdue order foretells on Online Retail: as of 2011-08-31, who buys nothing in the 100 days after. DOMAIN.md S6, S24.

Usage: python3 signs_retail.py [online_retail_invoices.csv]

- Customers: all who bought by As Of; `silent` are those whose last purchase day is at most 90 days before As Of.
- Label: no purchase on 2011-09-01 .. 2011-12-09 (the last day of the file; 100 days).
- AUC: the chance that one who left scores above one who stayed, ties half. Of all (`auc`): daysSince as it is; the strength of
  orderOverdue, null (fewer than three purchase days) counted as 0; and `oneLessQWithoutTheRuleOfThree`, 1 - q by the formula for
  everybody, those who bought once or twice too, for whom the node tells nothing. That one is the .565 of the specification:
  it is not the AUC of what the node gives.
- `withRhythm`: only those with three purchase days or more, which are all who have a strength and a risk: the same, and the risk with
  purchases alone (base .05, odds ratio 8, means over those scored). Risk grows with the strength alone, so its AUC is the strength's.
  The others have risk null (no family with data) and can be put in no order, so no AUC of the risk is given over all.
- r and alpha: of everybody as of that day, the long silent too (`habit`), as a run over all customers has them; `habitOfSilent`
  is what a run over the silent ones alone would have, and `aucOfSilentRun` what comes of it.
- `fires`: how many have a strength above 0. Also `everybody`: the same without the line at 90 days.
"""
import csv
import os
from datetime import date

import numpy
from scipy.stats import mannwhitneyu, rankdata

from data_files import HERE, find
from intervals import close
from signs_by_rules import combine
from signs_tails import chance, habit, silence_q
from write_json import versions, write

AS_OF, LAST = date(2011, 8, 31), date(2011, 12, 9)
MOST_SILENT = 90


def auc(scores, left):
    scores, left = numpy.array(scores, float), numpy.array(left, bool)
    ranks = rankdata(scores)
    n1, n0 = int(left.sum()), int((~left).sum())
    by_ranks = (ranks[left].sum() - n1 * (n1 + 1) / 2) / (n1 * n0)
    close(by_ranks, mannwhitneyu(scores[left], scores[~left]).statistic / (n1 * n0), 1e-12)
    return float(by_ranks)


def purchase_days():
    days = {}
    with open(find("online_retail_invoices.csv"), newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            days.setdefault(row["customer_id"], set()).add(date.fromisoformat(row["order_date"][:10]))
    return days


def rows():
    """customer, x, tx, s, left: everybody who bought by As Of."""
    result = []
    for customer, days in sorted(purchase_days().items()):
        before = [d for d in days if d <= AS_OF]
        if before:
            left = not any(AS_OF < d <= LAST for d in days)
            result.append((customer, len(before) - 1, (max(before) - min(before)).days, (AS_OF - max(before)).days, left))
    return result


def told(people, population):
    """AUC of everything told of these people, by this r and alpha."""
    left = [p[4] for p in people]
    q = [silence_q(population["r"], population["alpha"], x, tx, s) if x >= 2 else None for _, x, tx, s, _ in people]
    strength = [None if v is None else chance(v) for v in q]
    none = dict.fromkeys(["silence", "usageFalling", "complaints", "lowSatisfaction", "slowAnswers", "paymentsChanged", "paymentFailing",
                          "priceRise", "contactPersonChanged", "contractEnding", "bonusesLapsing", "toldUs"])
    scored = {p[0]: {**none, "orderOverdue": v} for p, v in zip(people, strength)}
    risks = combine(scored, {"odds": {}, "base": .05, "mode": "odds", "bounds": None})
    risk = [risks[p[0]]["risk"] for p in people]
    known = [i for i, v in enumerate(q) if v is not None]
    assert all(risk[i] is None for i in range(len(people)) if i not in set(known))
    of = lambda values, which: auc([values[i] for i in which], [left[i] for i in which])
    everybody = range(len(people))
    days = [p[3] for p in people]
    by_formula = [1 - silence_q(population["r"], population["alpha"], x, tx, s) for _, x, tx, s, _ in people]
    return {
        "n": len(people), "left": sum(left),
        "auc": {"daysSince": of(days, everybody), "strength": of([v or 0. for v in strength], everybody),
                "oneLessQWithoutTheRuleOfThree": of(by_formula, everybody)},
        "withRhythm": {"n": len(known), "left": sum(left[i] for i in known), "fires": sum(strength[i] > 0 for i in known),
                       "leftOfThoseWhoFire": sum(left[i] for i in known if strength[i] > 0),
                       "auc": {"daysSince": of(days, known), "strength": of(strength, known), "oneLessQ": of(by_formula, known),
                               "risk": of([round(v, 9) if v is not None else None for v in risk], known)}},
        "means": {"strength": float(numpy.mean([strength[i] for i in known])), "squaredStrength": float(numpy.mean([strength[i] ** 2 for i in known])),
                  "risk": float(numpy.mean([risk[i] for i in known])), "lowestRisk": min(risk[i] for i in known), "highestRisk": max(risk[i] for i in known)},
    }


def digits(value):
    if isinstance(value, float):
        return float(f"{value:.12g}")
    return {k: digits(v) for k, v in value.items()} if isinstance(value, dict) else value


def main():
    everybody = rows()
    silent = [p for p in everybody if p[3] <= MOST_SILENT]
    of_all = habit([(x, tx) for _, x, tx, _, _ in everybody])
    of_silent = habit([(x, tx) for _, x, tx, _, _ in silent])
    result = told(silent, of_all)
    close(result["auc"]["daysSince"], .598, 5e-4)
    close(result["auc"]["oneLessQWithoutTheRuleOfThree"], .565, 5e-4)
    write(os.path.join(HERE, "signs_retail.json"), digits({
        "generatedBy": "signs_retail.py, do not edit", "versions": versions(), "asOf": AS_OF.isoformat(), "last": LAST.isoformat(),
        "mostSilentDays": MOST_SILENT, "customers": len(everybody), "habit": of_all, "habitOfSilent": of_silent, "silent": result,
        "aucOfSilentRun": told(silent, of_silent)["auc"], "everybody": told(everybody, of_all)}))


if __name__ == "__main__":
    main()
