"""The purchase-timing models straight from the papers: likelihoods, maximum likelihood, P(alive), chance, expected purchases.

BG/NBD: Fader, Hardie, Lee 2005. MBG/NBD: Batislam, Denizel, Filiztekin 2007 (may leave right after the first purchase too).
Pareto/NBD: Schmittlein, Morrison, Colombo 1987, written as in Fader and Hardie's note on its likelihood (2F1, two cases).
NBD: nobody leaves, rates gamma over customers. All of them by the moments of purchases, given the first one (no constant T^x/x!), so
that their likelihoods compare; in other units of time they differ by Σx·ln(unit).

Two roads everywhere. Doubles (NumPy, SciPy, analytic gradients) find the maximum; mpmath with DIGITS digits gives every printed
likelihood of one customer, gradient, P(alive), chance and expectation. In mpmath, expected purchases by 2F1 are held against a plain
sum or integral (`expected_otherwise`), the likelihood of Pareto/NBD against the integral over the moment of leaving.

PARAMETERS names each model's parameters in order; everything is in terms of their logarithms. A population is {x, tx, T, n}: columns
of the distinct rows and how many customers have each.
"""
import mpmath as mp
import numpy
from numpy import exp, log
from scipy.optimize import minimize
from scipy.special import digamma, gammaln, hyp2f1

DIGITS = 60
PARAMETERS = {"bgNbd": ["r", "alpha", "a", "b"], "mbgNbd": ["r", "alpha", "a", "b"], "paretoNbd": ["r", "alpha", "s", "beta"],
              "steadyRates": ["r", "alpha"]}
mp.mp.dps = DIGITS


# ---------------------------------------------------------------- doubles: likelihood and gradient in log parameters, by row

def steady_rows(theta, x, tx, T):
    r, alpha = exp(theta)
    value = gammaln(r + x) - gammaln(r) + r * log(alpha) - (r + x) * log(alpha + T)
    by_r = digamma(r + x) - digamma(r) + log(alpha) - log(alpha + T)
    by_alpha = r / alpha - (r + x) / (alpha + T)
    return value, numpy.array([r * by_r, alpha * by_alpha])


def leaving_rows(theta, x, tx, T, modified):
    """BG (modified False) and MBG (True): L = Γ(r+x)/Γ(r) α^r · [stayed + left right after the last purchase]."""
    r, alpha, a, b = exp(theta)
    k = x + (1 if modified else 0)                       # chances to leave survived by who is still here
    may_have_left = k > 0
    safe = numpy.maximum(k, 1)
    rate = gammaln(r + x) - gammaln(r) + r * log(alpha)
    survived = gammaln(a + b) - gammaln(b) + gammaln(b + k) - gammaln(a + b + k)
    here = survived - (r + x) * log(alpha + T)
    gone = numpy.where(may_have_left, survived + log(a) - log(b + safe - 1) - (r + x) * log(alpha + tx), -numpy.inf)
    both = numpy.logaddexp(here, gone)
    w = exp(gone - both)                                 # chance that the customer has left
    d_r = digamma(r + x) - digamma(r) + log(alpha) - (1 - w) * log(alpha + T) - w * log(alpha + tx)
    d_alpha = r / alpha - (r + x) * ((1 - w) / (alpha + T) + w / (alpha + tx))
    d_a = digamma(a + b) - digamma(a + b + k) + w / a
    d_b = digamma(a + b) - digamma(b) + digamma(b + k) - digamma(a + b + k) - numpy.where(may_have_left, w / (b + safe - 1), 0)
    return rate + both, numpy.array([r * d_r, alpha * d_alpha, a * d_a, b * d_b])


NODES, WEIGHTS = numpy.polynomial.legendre.leggauss(160)


def pareto_rows(theta, x, tx, T):
    """By the integral over the moment of leaving, in v = ln(min(alpha, beta) + u), so that it can be differentiated inside."""
    r, alpha, s, beta = exp(theta)
    low = min(alpha, beta)
    v0, v1 = log(low + tx), log(low + T)
    half = (v1 - v0) / 2
    u = exp((v0 + v1)[:, None] / 2 + half[:, None] * NODES) - low
    la, lb = log(alpha + u), log(beta + u)
    with numpy.errstate(divide="ignore"):
        terms = log(s) - (r + x)[:, None] * la - (s + 1) * lb + log(half)[:, None] + log(WEIGHTS) + log(low + u)
    here = -(r + x) * log(alpha + T) - s * log(beta + T)
    top = numpy.maximum(here, terms.max(axis=1))
    weights = exp(terms - top[:, None])
    stay = exp(here - top)
    total = stay + weights.sum(axis=1)
    value = gammaln(r + x) - gammaln(r) + r * log(alpha) + s * log(beta) + top + log(total)

    def mean(at_T, inside):
        return (stay * at_T + (weights * inside).sum(axis=1)) / total
    d_r = digamma(r + x) - digamma(r) + log(alpha) + mean(-log(alpha + T), -la)
    d_alpha = r / alpha + mean(-(r + x) / (alpha + T), -(r + x)[:, None] / (alpha + u))
    d_s = log(beta) + mean(-log(beta + T), 1 / s - lb)
    d_beta = s / beta + mean(-s / (beta + T), -(s + 1) / (beta + u))
    return value, numpy.array([r * d_r, alpha * d_alpha, s * d_s, beta * d_beta])


def pareto_rows_by_2f1(theta, x, tx, T):
    """The likelihood as in the note, in doubles."""
    r, alpha, s, beta = exp(theta)
    if alpha >= beta:
        def piece(t):
            return hyp2f1(r + s + x, s + 1, r + s + x + 1, (alpha - beta) / (alpha + t)) * ((alpha + T) / (alpha + t)) ** (r + s + x)
        base = alpha
    else:
        def piece(t):
            return hyp2f1(r + s + x, r + x, r + s + x + 1, (beta - alpha) / (beta + t)) * ((beta + T) / (beta + t)) ** (r + s + x)
        base = beta
    a0 = (piece(tx) - piece(T))
    inside = numpy.exp((r + s + x) * log(base + T) - (r + x) * log(alpha + T) - s * log(beta + T)) + s / (r + s + x) * a0
    return gammaln(r + x) - gammaln(r) + r * log(alpha) + s * log(beta) - (r + s + x) * log(base + T) + log(inside)


ROWS = {"bgNbd": lambda *a: leaving_rows(*a, False), "mbgNbd": lambda *a: leaving_rows(*a, True), "paretoNbd": pareto_rows,
        "steadyRates": steady_rows}


# ---------------------------------------------------------------- maximum likelihood

def compress(x, tx, T):
    rows, n = numpy.unique(numpy.column_stack([x, tx, T]).astype(float), axis=0, return_counts=True)
    return {"x": rows[:, 0], "tx": rows[:, 1], "T": rows[:, 2], "n": n.astype(float)}


def total(model, theta, population):
    value, gradient = ROWS[model](numpy.asarray(theta, float), population["x"], population["tx"], population["T"])
    return float(population["n"] @ value), gradient @ population["n"]


def information(model, theta, population):
    """Minus the Hessian in log parameters: central differences of the analytic gradient, Richardson over two steps."""
    size = len(theta)

    def hessian(h):
        columns = []
        for i in range(size):
            step = numpy.eye(size)[i] * h
            columns.append((total(model, theta + step, population)[1] - total(model, theta - step, population)[1]) / (2 * h))
        return numpy.array(columns)
    found = (4 * hessian(5e-4) - hessian(1e-3)) / 3
    return -(found + found.T) / 2


STARTS = {4: [[0, 4, 0, 1], [-1, 3, -.5, 1], [1, 5, 0, 5], [-1, 4, -3, 0], [0, 5, 3, 5]], 2: [[0, 4], [-1, 3], [1, 5]]}


def fit(model, population, bound=12.):
    """Maximum likelihood from several starts, sharpened by Newton steps. `inside` tells whether the maximum is one (gradient 0,
    information positive definite); where it is not, the best value within |ln parameter| <= bound is what is returned."""
    best = None
    for start in STARTS[len(PARAMETERS[model])]:
        found = minimize(lambda p: tuple(-v for v in total(model, p, population)), start, jac=True, method="L-BFGS-B",
                         bounds=[(-bound, bound)] * len(start), options={"maxiter": 2000, "ftol": 1e-15, "gtol": 1e-9})
        if best is None or found.fun < best.fun:
            best = found
    theta = best.x.copy()
    for _ in range(12):
        value, gradient = total(model, theta, population)
        info = information(model, theta, population)
        if numpy.linalg.eigvalsh(info)[0] <= 0:
            break
        step = numpy.linalg.solve(info, gradient)
        if numpy.abs(step).max() > .5 or total(model, theta + step, population)[0] < value - 1e-9:
            break
        theta = theta + step
    value, gradient = total(model, theta, population)
    info = information(model, theta, population)
    eigenvalues = numpy.linalg.eigvalsh(info)
    inside = bool(numpy.abs(gradient).max() < 1e-6 * max(1., abs(value)) ** .5 and eigenvalues[0] > 1e-4 and numpy.abs(theta).max() < bound - .01)
    covariance = numpy.linalg.inv(info) if inside else None
    return {"theta": theta, "logLikelihood": value, "gradient": gradient, "inside": inside, "covariance": covariance,
            "smallestEigenvalue": float(eigenvalues[0])}


def shown(model, population):
    """A fit as the JSON keeps it."""
    found = fit(model, population)
    result = {"model": model, "logLikelihood": found["logLikelihood"], "inside": found["inside"],
              "parameters": dict(zip(PARAMETERS[model], map(float, exp(found["theta"])))),
              "steepest": float(f"{numpy.abs(found['gradient']).max():.1g}")}
    if found["inside"]:
        deviation = numpy.sqrt(numpy.diag(found["covariance"]))
        result["standardErrorsOfLogs"] = [float(f"{v:.9g}") for v in deviation]
        result["covarianceOfLogs"] = [[float(f"{v:.9g}") for v in row] for row in found["covariance"]]
        result["intervals95"] = [[float(f"{v:.9g}") for v in exp(t + numpy.array([-1, 1]) * 1.959963984540054 * d)]
                                 for t, d in zip(found["theta"], deviation)]
    return result


def one_rate(population):
    """The maximum of one Poisson rate, and the rate that half a purchase more gives."""
    purchases, days = population["n"] @ population["x"], population["n"] @ population["T"]
    rate = purchases / days
    return {"model": "oneRate", "rate": float(rate), "rateWithHalf": float((purchases + .5) / days),
            "logLikelihood": float(purchases * log(rate) - rate * days) if purchases else 0.}


# ---------------------------------------------------------------- mpmath

def mp_log_likelihood(model, p, x, tx, T):
    x, tx, T = mp.mpf(x), mp.mpf(tx), mp.mpf(T)
    r, alpha = p[0], p[1]
    rate = mp.loggamma(r + x) - mp.loggamma(r) + r * mp.log(alpha)
    if model == "steadyRates":
        return rate - (r + x) * mp.log(alpha + T)
    if model == "paretoNbd":
        s, beta = p[2], p[3]
        stay = (alpha + T) ** -(r + x) * (beta + T) ** -s
        return rate + s * mp.log(beta) + mp.log(stay + s / (r + s + x) * a_zero(p, x, tx, T))
    a, b = p[2], p[3]
    k = x + 1 if model == "mbgNbd" else x
    log_beta = lambda m, n: mp.loggamma(m) + mp.loggamma(n) - mp.loggamma(m + n)
    inside = mp.exp(log_beta(a, b + k) - log_beta(a, b)) * (alpha + T) ** -(r + x)
    if k > 0:
        inside += mp.exp(log_beta(a + 1, b + k - 1) - log_beta(a, b)) * (alpha + tx) ** -(r + x)
    return rate + mp.log(inside)


def a_zero(p, x, tx, T):
    r, alpha, s, beta = p
    if alpha >= beta:
        def piece(t):
            return mp.hyp2f1(r + s + x, s + 1, r + s + x + 1, (alpha - beta) / (alpha + t)) / (alpha + t) ** (r + s + x)
    else:
        def piece(t):
            return mp.hyp2f1(r + s + x, r + x, r + s + x + 1, (beta - alpha) / (beta + t)) / (beta + t) ** (r + s + x)
    return piece(tx) - piece(T)


def mp_pareto_by_integral(p, x, tx, T):
    """The same likelihood by the integral over the moment of leaving, in v = ln(alpha + u)."""
    r, alpha, s, beta = p
    inside = lambda v: s * mp.exp(v * (1 - r - x)) * (beta + mp.exp(v) - alpha) ** -(s + 1)
    low, high = mp.log(alpha + tx), mp.log(alpha + T)
    points = [low] + [low + (high - low) / mp.mpf(2) ** k for k in range(14, -1, -1)]
    scale = inside(low)                                  # quad looks at absolute errors
    left = scale * mp.quad(lambda v: inside(v) / scale, points) if high > low else mp.mpf(0)
    stay = (alpha + T) ** -(r + x) * (beta + T) ** -s
    return mp.loggamma(r + x) - mp.loggamma(r) + r * mp.log(alpha) + s * mp.log(beta) + mp.log(stay + left)


def mp_gradient(model, p, x, tx, T):
    """In log parameters, by central differences at a step of 1e-18 (error 1e-36 of the third derivative)."""
    h = mp.mpf(10) ** -18
    result = []
    for i in range(len(p)):
        up = [v * mp.exp(h) if j == i else v for j, v in enumerate(p)]
        down = [v * mp.exp(-h) if j == i else v for j, v in enumerate(p)]
        result.append((mp_log_likelihood(model, up, x, tx, T) - mp_log_likelihood(model, down, x, tx, T)) / (2 * h))
    return result


def mp_alive(model, p, x, tx, T):
    x, tx, T = mp.mpf(x), mp.mpf(tx), mp.mpf(T)
    if model == "steadyRates":
        return mp.mpf(1)
    r, alpha = p[0], p[1]
    if model == "paretoNbd":
        s, beta = p[2], p[3]
        return 1 / (1 + s / (r + s + x) * (alpha + T) ** (r + x) * (beta + T) ** s * a_zero(p, x, tx, T))
    a, b = p[2], p[3]
    ratio = ((alpha + T) / (alpha + tx)) ** (r + x)
    if model == "mbgNbd":
        return 1 / (1 + a / (b + x) * ratio)
    return 1 / (1 + a / (b + x - 1) * ratio) if x > 0 else mp.mpf(1)


def mp_chance_given_here(model, p, x, T, h):
    """At least one purchase within h by somebody who is still here at T."""
    r, alpha = p[0] + x, p[1] + T
    if model != "paretoNbd":
        return 1 - (alpha / (alpha + h)) ** r
    # A purchase at u, not having left before: r α^r/(α+u)^(r+1) · (β/(β+u))^s, integrated over (0, h] as A0 is.
    s, beta = p[2], p[3] + T
    if alpha >= beta:
        piece = lambda t: mp.hyp2f1(r + s, s, r + s + 1, (alpha - beta) / (alpha + t)) / (alpha + t) ** (r + s)
    else:
        piece = lambda t: mp.hyp2f1(r + s, r + 1, r + s + 1, (beta - alpha) / (beta + t)) / (beta + t) ** (r + s)
    return r * alpha ** r * beta ** s / (r + s) * (piece(mp.mpf(0)) - piece(h))


def mp_expected_given_here(model, p, x, T, h):
    """Purchases within h of somebody who is still here at T: the closed forms of the papers. At a = 1 (s = 1) they are 0/0 and the
    limit is meant: a step of 1e-25 beside it, both sides."""
    r, alpha = p[0] + x, p[1] + T
    if model == "steadyRates":
        return r / alpha * h
    if p[2] == 1:
        near = lambda e: mp_expected_given_here(model, [p[0], p[1], p[2] + e, p[3]], x, T, h)
        e = mp.mpf(10) ** -25
        return (near(e) + near(-e)) / 2
    if model == "paretoNbd":
        s, beta = p[2], p[3] + T
        return r * beta / (alpha * (s - 1)) * (1 - (beta / (beta + h)) ** (s - 1))
    a, b = p[2], p[3] + (1 if model == "mbgNbd" else 0)
    z = h / (alpha + h)
    return (a + b + x - 1) / (a - 1) * (1 - (1 - z) ** r * gauss(r, b + x, a + b + x - 1, z))


def gauss(a, b, c, z):
    """2F1 for 0 <= z < 1: the plain series, and near 1 where it is slow what mpmath makes of it."""
    if z > mp.mpf("0.995"):
        return mp.hyp2f1(a, b, c, z)
    term, result, j = mp.mpf(1), mp.mpf(1), 0
    while abs(term) > mp.eps * abs(result) / 1000 or j < 50:
        term *= (a + j) * (b + j) / ((c + j) * (j + 1)) * z
        result += term
        j += 1
    return result


def expected_otherwise(model, p, x, T, h, most=20000):
    """The same by another road: Σ P(N>j)·Π (b'+i)/(a+b'+i), N negative binomial; Pareto/NBD: the integral of the rate of those
    still here. None where the sum would need more than `most` terms."""
    r, alpha = p[0] + x, p[1] + T
    if model == "steadyRates":
        return r * h / alpha
    if model == "paretoNbd":
        s, beta = p[2], p[3] + T
        return r / alpha * mp.quad(lambda v: mp.exp(v) * (beta / mp.exp(v)) ** s, mp.linspace(mp.log(beta), mp.log(beta + h), 9))
    a, b = p[2], p[3] + x + (1 if model == "mbgNbd" else 0)
    with mp.workdps(40):
        z = h / (alpha + h)
        mass = (1 - z) ** r
        above, stays, result = 1 - mass, mp.mpf(1), mp.mpf(0)
        for j in range(most):
            result += above * stays
            if above < mp.mpf(10) ** -18 * result and j > r * z / (1 - z):
                return result
            stays *= (b + j) / (a + b + j)
            mass *= (r + j) / (j + 1) * z
            above -= mass
    return None


def forecast(model, p, x, tx, T, h):
    """{alive, chance, expected} in mpmath."""
    p = [mp.mpf(v) for v in p]
    alive = mp_alive(model, p, x, tx, T)
    return {"alive": alive, "chance": alive * mp_chance_given_here(model, p, mp.mpf(x), mp.mpf(T), mp.mpf(h)),
            "expected": alive * mp_expected_given_here(model, p, mp.mpf(x), mp.mpf(T), mp.mpf(h))}


# ---------------------------------------------------------------- where the likelihood has no maximum

MODELS_WITH_LEAVING = ["bgNbd", "mbgNbd", "paretoNbd"]


def profile(model, population, share, start):
    """The highest log-likelihood of BG or MBG at a given a/(a+b); start: ln r, ln alpha."""
    def lowered(theta):
        a, b = theta[2] + log(share), theta[2] + log(1 - share)
        value, gradient = total(model, [theta[0], theta[1], a, b], population)
        return -value, -numpy.array([gradient[0], gradient[1], gradient[2] + gradient[3]])
    return max(-minimize(lowered, [*start, size], jac=True, method="L-BFGS-B", bounds=[(-12, 12)] * 3,
                         options={"ftol": 1e-15, "gtol": 1e-9, "maxiter": 1000}).fun for size in [-6, 0, 4])
