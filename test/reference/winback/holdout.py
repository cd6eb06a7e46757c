"""The hold-out's draws by Python's own hmac, and the limits between which counts of the held-out lie.

A draw is the first 48 bits of HMAC-SHA-256(key, campaign NUL customer), each as UTF-8, over 2^48. Needs SciPy for the
binomial limits alone.
"""
import hashlib
import hmac
import sys
from pathlib import Path

from scipy.stats import binom

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
from write_json import versions, write  # noqa: E402

KEYS = ["winter 2026", "5f1d9c0b7a3e48269d6f", "ключ, що його знаємо лише ми", "k" * 64, "k" * 65]
CAMPAIGNS = ["winter 2026", "", "Повернення", "بازگشت", "c" * 100]
CUSTOMERS = ["17850", "017850", "17850.0", "anna@example.com", "+380 50 123 45 67", "Ганна Коваль", "سارا", "", " ", "\U0001f6d2 7", "x" * 300]

# Chance that a count lies outside by chance: one in a million, in both tails together.
OUTSIDE = 1e-6


def draw(key, campaign, customer):
    bits = hmac.new(key.encode(), campaign.encode() + b"\0" + customer.encode(), hashlib.sha256).digest()[:6]
    return int.from_bytes(bits, "big")


def limits(n, p):
    return [int(binom.ppf(OUTSIDE / 2, n, p)), int(binom.ppf(1 - OUTSIDE / 2, n, p))]


def held(key, campaign, share, n):
    """Customers customer-0 … customer-(n-1)."""
    return {i for i in range(n) if draw(key, campaign, f"customer-{i}") < share * 2**48}


def main():
    # RFC 4231, test case 2: the vector that every HMAC has.
    assert hmac.new(b"Jefe", b"what do ya want for nothing?", hashlib.sha256).hexdigest() == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    # Each key meets each customer once; the campaigns go round beside them.
    draws = []
    for at in range(len(KEYS) * len(CUSTOMERS)):
        key, campaign, customer = KEYS[at % len(KEYS)], CAMPAIGNS[(at // 2) % len(CAMPAIGNS)], CUSTOMERS[at % len(CUSTOMERS)]
        draws.append({"key": key, "campaign": campaign, "customer": customer, "of48Bits": draw(key, campaign, customer)})

    look_alikes = [{"customer": c, "of48Bits": draw(KEYS[0], CAMPAIGNS[0], c)} for c in ("17850", "017850", "17850.0")]

    n, key = 100_000, "a secret of the tests"
    winter, spring = held(key, "winter", .1, n), held(key, "spring", .2, n)
    crowd = {
        "customers": n, "key": key, "outside": OUTSIDE,
        "winter": {"share": .1, "heldOut": len(winter), "limits": limits(n, .1)},
        "spring": {"share": .2, "heldOut": len(spring), "limits": limits(n, .2)},
        "both": {"heldOut": len(winter & spring), "limits": limits(n, .1 * .2)},
    }
    for part in ("winter", "spring", "both"):
        low, high = crowd[part]["limits"]
        assert low <= crowd[part]["heldOut"] <= high, part
    write(HERE / "holdout.json", {"versions": versions(), "draws": draws, "lookAlikes": look_alikes, "crowd": crowd})


main()
