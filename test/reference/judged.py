"""How well chances and expectations came out: AUC, Brier, log loss, mean absolute error; and a logistic regression by Newton steps."""
import numpy
from scipy.special import expit
from scipy.stats import mannwhitneyu, rankdata

from intervals import close

CLIP = 1e-6


def auc(scores, came):
    """The chance that one who came back scores above one who did not, ties half."""
    scores, came = numpy.asarray(scores, float), numpy.asarray(came, bool)
    ranks = rankdata(scores)
    n1, n0 = int(came.sum()), int((~came).sum())
    by_ranks = (ranks[came].sum() - n1 * (n1 + 1) / 2) / (n1 * n0)
    close(by_ranks, mannwhitneyu(scores[came], scores[~came]).statistic / (n1 * n0), 1e-12)
    return float(by_ranks)


def brier(chance, came):
    return float(numpy.mean((numpy.asarray(chance) - numpy.asarray(came, float)) ** 2))


def losses(chance, came):
    """Log loss of each customer, chances clipped at CLIP from both ends."""
    p = numpy.clip(numpy.asarray(chance, float), CLIP, 1 - CLIP)
    return -numpy.where(came, numpy.log(p), numpy.log1p(-p))


def figures(chance, came):
    return {"auc": auc(chance, came), "brier": brier(chance, came), "logLoss": float(losses(chance, came).mean())}


def mae(expected, happened):
    return float(numpy.mean(numpy.abs(numpy.asarray(expected) - numpy.asarray(happened))))


def logistic(features, came, penalty=None, steps=60):
    """Coefficients (intercept first) of an unpenalised logistic regression, or with a normal prior: penalty is 1/variance of each."""
    X = numpy.column_stack([numpy.ones(len(came)), *features])
    y, beta = numpy.asarray(came, float), numpy.zeros(X.shape[1])
    ridge = numpy.zeros(X.shape[1]) if penalty is None else numpy.asarray(penalty, float)
    for _ in range(steps):
        p = expit(X @ beta)
        step = numpy.linalg.solve((X * (p * (1 - p))[:, None]).T @ X + numpy.diag(ridge), X.T @ (y - p) - ridge * beta)
        beta = beta + step
        if numpy.abs(step).max() < 1e-14:
            break
    assert numpy.abs(X.T @ (y - expit(X @ beta)) - ridge * beta).max() < 1e-8
    return beta, expit(X @ beta), X
