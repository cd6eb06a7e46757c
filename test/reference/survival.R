# Kaplan-Meier with delayed entry, log-rank and Aalen-Johansen, from R's survival package; two plain loops beside it.
#
# Usage: Rscript survival.R [foodie_fi_subscriptions.csv]   (default ../shared/data beside the repository)
#
# A subject is (entry, exit, status): at risk at time t when entry < t <= exit, so somebody who enters at t is not at
# risk at t, and somebody censored at t is. Times are whole days. Status 0 = censored, 1 (or 1, 2, 3) = the event's cause.
# Every Kaplan-Meier figure of R is recounted by a loop over event times before it is written; so is log-rank, where the
# loop is the only road with delayed entry, because survdiff takes none; so are the Aalen-Johansen curves and their
# standard errors, from each subject's influence.
#
# What R does that another program need not:
# - `lower` and `upper` are NA (here null) where the curve is 0; where it is 1 they are 1 before the first exit and NA
#   from it on.
# - `median`: where the curve is exactly .5 on a flat stretch R takes the middle of the stretch. `medianFirst` is the
#   first event time at which the curve (its limits) is at most .5, for a program that takes that; both are null when never.
#   Where a limit rises again (few at risk early, many later: nobodyAtRiskBetween) R's own search finds a later time.
# - A curve that once is 0 stays 0 although delayed entries come later.
suppressPackageStartupMessages({
  library(survival)
  library(jsonlite)
})
RNGkind("Mersenne-Twister", "Inversion", "Rejection")

here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)[1])))
repository <- dirname(dirname(here))
arguments <- commandArgs(TRUE)
foodie_path <- if (length(arguments)) arguments[1] else file.path(repository, "../shared/data/foodie_fi_subscriptions.csv")
if (!file.exists(foodie_path)) stop("foodie_fi_subscriptions.csv is not in the shared folder; give its path.")

many <- function(x) I(unname(as.vector(x)))
agree <- function(got, expected, tolerance = 1e-12, what = "") {
  same_gaps <- identical(is.na(as.vector(got)), is.na(as.vector(expected)))
  off <- abs(as.vector(got) - as.vector(expected)) > tolerance * pmax(1, abs(as.vector(expected)))
  if (!same_gaps || any(off, na.rm = TRUE)) stop("disagreement: ", what)
}
null_if_na <- function(x) if (is.na(x)) NULL else unname(x)

## Kaplan-Meier -----------------------------------------------------------------------------------------------------

surv_object <- function(s) {
  if (any(s$entry > 0)) Surv(s$entry, s$exit, s$status) else Surv(s$exit, s$status)
}

loop_km <- function(s, horizon) {
  z <- qnorm(.975)
  times <- sort(unique(s$exit[s$status == 1]))
  rows <- data.frame()
  surv <- 1
  green <- 0
  for (t in times) {
    n <- sum(s$entry < t & t <= s$exit)
    d <- sum(s$exit == t & s$status == 1)
    surv <- surv * (n - d) / n
    green <- green + if (n > d) d / (n * (n - d)) else Inf
    half <- if (surv > 0) z * sqrt(green) / abs(log(surv)) else NA
    rows <- rbind(rows, data.frame(time = t, n = n, d = d, surv = surv, se = surv * sqrt(green),
                                   lower = surv^exp(half), upper = surv^exp(-half)))
  }
  # The area under the curve up to the horizon, and what each event time takes from it behind itself.
  value_at <- function(t) if (any(times <= t)) rows$surv[max(which(times <= t))] else 1
  cuts <- c(0, times[times < horizon], horizon)
  area_from <- function(t) {
    grid <- c(t, cuts[cuts > t])
    if (length(grid) < 2) return(0)
    sum(diff(grid) * vapply(grid[-length(grid)], value_at, 0))
  }
  variance <- 0
  for (i in seq_along(times)) {
    if (times[i] <= horizon && rows$n[i] > rows$d[i]) {
      variance <- variance + area_from(times[i])^2 * rows$d[i] / (rows$n[i] * (rows$n[i] - rows$d[i]))
    }
  }
  list(rows = rows, rmean = area_from(0), rmean_se = sqrt(variance))
}

first_at_most <- function(time, curve, level = .5) {
  found <- which(!is.na(curve) & curve <= level + 1e-12)
  if (length(found)) time[found[1]] else NA
}

km_of <- function(s, horizon = NULL, times = NULL) {
  if (is.null(horizon)) horizon <- max(floor(.8 * max(s$exit)), min(s$exit))  # R refuses one before the first exit
  fit <- survfit(surv_object(s) ~ 1, conf.type = "log-log", conf.int = .95)
  at_event <- which(fit$n.event > 0)
  twin <- loop_km(s, horizon)
  if (length(at_event)) {
    agree(fit$time[at_event], twin$rows$time, what = "times")
    agree(fit$n.risk[at_event], twin$rows$n, what = "at risk")
    agree(fit$n.event[at_event], twin$rows$d, what = "events")
    agree(fit$surv[at_event], twin$rows$surv, what = "curve")
    agree(fit$lower[at_event], ifelse(twin$rows$surv == 0, NA, twin$rows$lower), what = "lower")
    agree(fit$upper[at_event], ifelse(twin$rows$surv == 0, NA, twin$rows$upper), what = "upper")
  }
  table <- summary(fit, rmean = horizon)$table
  agree(table[["rmean"]], twin$rmean, what = "restricted mean")
  agree(table[["se(rmean)"]], twin$rmean_se, what = "its standard error")
  middle <- quantile(fit, .5)
  if (is.null(times)) {
    last <- max(s$exit)
    times <- sort(unique(c(0, 1, floor(last * c(.1, .25, .5, .75)), last)))
  }
  given <- summary(fit, times = times)
  stopifnot(length(given$time) == length(times))
  std_err <- (fit$surv * fit$std.err)[at_event]
  list(
    n = length(s$exit), totalEvents = sum(s$status == 1), lastTime = max(s$exit),
    time = many(fit$time[at_event]), atRisk = many(fit$n.risk[at_event]), events = many(fit$n.event[at_event]),
    surv = many(fit$surv[at_event]), stdErr = many(ifelse(is.nan(std_err), NA, std_err)),
    lower = many(fit$lower[at_event]), upper = many(fit$upper[at_event]),
    median = list(value = null_if_na(middle$quantile), lower = null_if_na(middle$lower), upper = null_if_na(middle$upper)),
    medianFirst = list(value = null_if_na(first_at_most(fit$time[at_event], fit$surv[at_event])),
                       lower = null_if_na(first_at_most(fit$time[at_event], fit$lower[at_event])),
                       upper = null_if_na(first_at_most(fit$time[at_event], fit$upper[at_event]))),
    restrictedMean = list(horizon = horizon, value = table[["rmean"]], stdErr = table[["se(rmean)"]]),
    atTimes = list(time = many(times), surv = many(given$surv), lower = many(given$lower), upper = many(given$upper))
  )
}

subjects <- function(entry, exit, status) data.frame(entry = entry, exit = exit, status = status)

draw <- function(seed, n, delayed, ties, causes = 1) {
  set.seed(seed)
  scale <- if (ties) 12 else 90
  entry <- if (delayed) pmax(0, round(runif(n, -.6, 1) * scale)) else rep(0, n)
  event <- ceiling(scale * rweibull(n, .9, 1))
  censored <- ceiling(runif(n, .1, 2.2) * scale)
  status <- ifelse(event <= censored, if (causes == 1) 1L else sample.int(causes, n, TRUE, prob = (causes:1) / sum(1:causes)), 0L)
  subjects(entry, entry + pmin(event, censored), as.integer(status))
}

km_hand <- list(
  domainDelayedEntry = subjects(c(0, 3, 6, 0), c(5, 8, 10, 4), c(1, 1, 0, 0)),
  noEvent = subjects(rep(0, 5), c(3, 5, 5, 8, 9), rep(0, 5)),
  noEventDelayed = subjects(c(0, 2, 4), c(3, 5, 9), rep(0, 3)),
  allEvent = subjects(rep(0, 5), c(2, 4, 7, 7, 11), rep(1, 5)),
  allEventEven = subjects(rep(0, 4), 1:4, rep(1, 4)),
  oneEvent = subjects(0, 6, 1),
  oneCensored = subjects(0, 6, 0),
  tiesOfEventsAndCensorings = subjects(rep(0, 8), c(4, 4, 4, 6, 6, 6, 6, 9), c(1, 1, 0, 1, 0, 0, 1, 0)),
  dropsToZero = subjects(rep(0, 6), c(1, 3, 3, 5, 8, 8), c(1, 0, 1, 0, 1, 1)),
  dropsToZeroCensoredAtLast = subjects(rep(0, 4), c(2, 5, 5, 5), c(1, 1, 1, 0)),
  entersAtAnEvent = subjects(c(0, 0, 5, 5, 4), c(5, 9, 9, 12, 7), c(1, 1, 0, 1, 1)),
  zeroEarlyThenLateEntries = subjects(c(0, 0, 6, 6, 7), c(3, 5, 9, 12, 12), c(1, 1, 1, 0, 1)),
  nobodyAtRiskBetween = subjects(c(0, 0, 6, 6, 7), c(3, 5, 9, 12, 12), c(1, 0, 1, 0, 1)),
  firstEntryAfterZero = subjects(c(4, 4, 6, 8), c(7, 10, 9, 14), c(1, 0, 1, 0))
)
km_drawn <- list()
sizes <- c(5, 7, 10, 15, 25, 40, 60, 90, 130, 180, 240, 300)
for (i in seq_along(sizes)) {
  delayed <- i %% 2 == 0
  ties <- i %% 4 < 2
  name <- sprintf("drawn%d_%s_%s", sizes[i], if (delayed) "delayed" else "plain", if (ties) "ties" else "fewTies")
  km_drawn[[name]] <- draw(1500 + i, sizes[i], delayed, ties)
}
km_cases <- c(km_hand, km_drawn)
kaplan_meier <- Map(function(s, name) {
  c(list(id = name, delayedEntry = any(s$entry > 0), entry = many(s$entry), exit = many(s$exit), status = many(s$status)),
    list(expected = km_of(s)))
}, km_cases, names(km_cases))

vector <- kaplan_meier$domainDelayedEntry$expected
stopifnot(identical(c(vector$time), c(5, 8)))
agree(c(vector$surv), c(.5, .25))

## Log-rank ---------------------------------------------------------------------------------------------------------

loop_log_rank <- function(s, group) {
  levels <- sort(unique(group))
  k <- length(levels)
  observed <- expected <- setNames(numeric(k), levels)
  variance <- matrix(0, k, k)
  for (t in sort(unique(s$exit[s$status == 1]))) {
    at_risk <- s$entry < t & t <= s$exit
    dead <- s$exit == t & s$status == 1
    n <- sum(at_risk)
    d <- sum(dead)
    share <- vapply(levels, function(g) sum(at_risk & group == g) / n, 0)
    observed <- observed + vapply(levels, function(g) sum(dead & group == g), 0)
    expected <- expected + d * share
    if (n > 1) variance <- variance + d * (n - d) / (n - 1) * (diag(share, k) - outer(share, share))
  }
  # A group with nothing expected was never at risk at an event: it says nothing and is left out. Of the others one
  # is redundant, so the last is dropped.
  said <- which(expected > 0)
  df <- length(said) - 1
  use <- said[-length(said)]
  gap <- (observed - expected)[use]
  chisq <- if (df >= 1) sum(gap * solve(variance[use, use, drop = FALSE], gap)) else NA
  list(group = levels, n = vapply(levels, function(g) sum(group == g), 0), observed = observed, expected = expected,
       variance = variance, df = df, chisq = chisq, p = if (df >= 1) pchisq(chisq, df, lower.tail = FALSE) else NA)
}

log_rank_of <- function(s, group) {
  found <- loop_log_rank(s, group)
  delayed <- any(s$entry > 0)
  if (!delayed) {
    r <- survdiff(Surv(s$exit, s$status) ~ group)
    agree(found$observed, r$obs, what = "observed")
    agree(found$expected, r$exp, what = "expected")
    agree(found$variance, r$var, what = "variance")
    agree(found$chisq, r$chisq, what = "chi squared")
    agree(found$p, pchisq(r$chisq, sum(r$exp > 0) - 1, lower.tail = FALSE), what = "p")
  }
  list(group = many(found$group), n = many(found$n), observed = many(found$observed), expected = many(found$expected),
       variance = lapply(seq_len(nrow(found$variance)), function(i) many(found$variance[i, ])),
       chisq = found$chisq, df = found$df, p = found$p, from = if (delayed) "loop" else "survdiff and loop")
}

draw_groups <- function(seed, n, k, delayed, ties, effect) {
  s <- draw(seed, n, delayed, ties)
  group <- sample(LETTERS[1:k], n, TRUE)
  if (effect > 0) {
    # Group A leaves later, the others sooner and sooner.
    stretch <- exp(-effect * (match(group, LETTERS) - 1))
    s$exit <- s$entry + pmax(1, ceiling((s$exit - s$entry) * stretch))
  }
  list(s = s, group = group)
}

log_rank_cases <- list(
  twoSmall = list(s = subjects(rep(0, 10), c(2, 3, 3, 5, 8, 1, 2, 2, 3, 4), c(1, 1, 0, 1, 0, 1, 1, 1, 0, 1)), group = rep(c("A", "B"), each = 5)),
  twoIdentical = list(s = subjects(rep(0, 8), rep(c(2, 4, 4, 7), 2), rep(c(1, 1, 0, 1), 2)), group = rep(c("A", "B"), each = 4)),
  oneGroupWithoutEvents = list(s = subjects(rep(0, 8), c(2, 4, 4, 7, 6, 8, 9, 9), c(1, 1, 0, 1, 0, 0, 0, 0)), group = rep(c("A", "B"), each = 4)),
  oneGroupNeverAtRiskAtAnEvent = list(s = subjects(rep(0, 10), c(3, 5, 5, 8, 4, 6, 9, 9, 1, 2), c(1, 1, 0, 1, 1, 0, 1, 0, 0, 0)),
                                      group = rep(c("A", "B", "C"), c(4, 4, 2))),
  lastAtRiskAlone = list(s = subjects(rep(0, 6), c(1, 2, 3, 4, 5, 6), rep(1, 6)), group = c("A", "A", "B", "A", "B", "B")),
  two60 = draw_groups(1601, 60, 2, FALSE, TRUE, 0),
  two150Apart = draw_groups(1602, 150, 2, FALSE, TRUE, 1),
  two300FewTies = draw_groups(1603, 300, 2, FALSE, FALSE, .2),
  four80 = draw_groups(1604, 80, 4, FALSE, TRUE, 0),
  four200Apart = draw_groups(1605, 200, 4, FALSE, TRUE, .25),
  four300FewTies = draw_groups(1606, 300, 4, FALSE, FALSE, .1),
  two300FarApart = draw_groups(1607, 300, 2, FALSE, TRUE, 1.2),
  twoSmallDelayed = list(s = subjects(c(0, 1, 0, 2, 3, 0, 0, 1, 2, 3), c(2, 3, 3, 5, 8, 1, 2, 2, 3, 4), c(1, 1, 0, 1, 0, 1, 1, 1, 0, 1)),
                         group = rep(c("A", "B"), each = 5)),
  two60Delayed = draw_groups(1611, 60, 2, TRUE, TRUE, 0),
  two150DelayedApart = draw_groups(1612, 150, 2, TRUE, TRUE, 1),
  two300DelayedFewTies = draw_groups(1613, 300, 2, TRUE, FALSE, .2),
  four80Delayed = draw_groups(1614, 80, 4, TRUE, TRUE, 0),
  four200DelayedApart = draw_groups(1615, 200, 4, TRUE, TRUE, .25)
)
log_rank <- Map(function(case, name) {
  c(list(id = name, delayedEntry = any(case$s$entry > 0), group = many(case$group), entry = many(case$s$entry),
         exit = many(case$s$exit), status = many(case$s$status)),
    list(expected = log_rank_of(case$s, case$group)))
}, log_rank_cases, names(log_rank_cases))

## Aalen-Johansen ---------------------------------------------------------------------------------------------------

# The curves and each subject's influence on them (how the curve moves when that subject weighs a little more), in plain
# loops. The standard error is the root of the sum of the squared influences: the infinitesimal jackknife.
loop_aj <- function(s, causes) {
  times <- sort(unique(s$exit[s$status > 0]))
  people <- length(s$exit)
  surv <- 1
  incidence <- rep(0, causes)
  influence <- matrix(0, people, causes)
  surv_influence <- numeric(people)
  curve <- se <- greenwood <- matrix(0, length(times), causes)
  surv_curve <- numeric(length(times))
  at_risk_curve <- numeric(length(times))
  d_curve <- matrix(0, length(times), causes)
  before <- numeric(length(times))
  for (i in seq_along(times)) {
    t <- times[i]
    y <- as.numeric(s$entry < t & t <= s$exit)
    n <- sum(y)
    before[i] <- surv
    hazard <- 0
    hazard_influence <- numeric(people)
    for (cause in seq_len(causes)) {
      dead <- as.numeric(s$exit == t & s$status == cause)
      h <- sum(dead) / n
      moves <- (dead - y * h) / n
      influence[, cause] <- influence[, cause] + surv * moves + h * surv_influence
      incidence[cause] <- incidence[cause] + surv * h
      hazard <- hazard + h
      hazard_influence <- hazard_influence + moves
      d_curve[i, cause] <- sum(dead)
    }
    surv_influence <- surv_influence * (1 - hazard) - surv * hazard_influence
    surv <- surv * (1 - hazard)
    if (sum(d_curve[i, ]) == n) surv <- 0
    curve[i, ] <- incidence
    se[i, ] <- sqrt(colSums(influence^2))
    surv_curve[i] <- surv
    at_risk_curve[i] <- n
  }
  # The other standard error of the textbooks (delta method; Marubini and Valsecchi 1995), for comparison.
  for (i in seq_along(times)) {
    for (cause in seq_len(causes)) {
      v <- 0
      for (j in seq_len(i)) {
        n <- at_risk_curve[j]
        d <- sum(d_curve[j, ])
        dj <- d_curve[j, cause]
        behind <- curve[i, cause] - curve[j, cause]
        if (n > d) v <- v + behind^2 * d / (n * (n - d))
        v <- v + before[j]^2 * (n - dj) * dj / n^3 - 2 * behind * before[j] * dj / n^2
      }
      greenwood[i, cause] <- sqrt(max(0, v))
    }
  }
  list(time = times, n = at_risk_curve, d = d_curve, surv = surv_curve, curve = curve, se = se, greenwood = greenwood)
}

aj_of <- function(s, causes) {
  status <- factor(s$status, 0:causes)
  people <- seq_along(s$exit)
  delayed <- any(s$entry > 0)
  fit_as <- function(...) {
    if (delayed) survfit(Surv(s$entry, s$exit, status) ~ 1, id = people, ...) else survfit(Surv(s$exit, status) ~ 1, ...)
  }
  fit <- fit_as()
  stopifnot(fit$conf.type == "log")
  log_log <- fit_as(conf.type = "log-log")
  keep <- which(rowSums(fit$n.event) > 0)
  twin <- loop_aj(s, causes)
  agree(fit$time[keep], twin$time, what = "times")
  agree(fit$n.risk[keep, 1], twin$n, what = "at risk")
  agree(fit$pstate[keep, -1], twin$curve, what = "incidence")
  agree(fit$std.err[keep, -1], twin$se, what = "influence")
  km <- survfit(surv_object(transform(s, status = as.integer(s$status > 0))) ~ 1)
  km_at <- km$surv[km$n.event > 0]
  agree(rowSums(fit$pstate[keep, -1, drop = FALSE]), 1 - km_at, what = "sum and 1 - KM")
  list(
    n = length(people), lastTime = max(s$exit), time = many(fit$time[keep]), atRisk = many(fit$n.risk[keep, 1]), surv = many(km_at),
    addsUpToOneMinusKm = TRUE,
    causes = lapply(seq_len(causes), function(cause) {
      list(cause = cause, events = many(fit$n.event[keep, cause + 1]), incidence = many(fit$pstate[keep, cause + 1]),
           stdErr = many(fit$std.err[keep, cause + 1]), deltaMethodStdErr = many(twin$greenwood[, cause]),
           log = list(lower = many(fit$lower[keep, cause + 1]), upper = many(fit$upper[keep, cause + 1])),
           logLog = list(lower = many(log_log$lower[keep, cause + 1]), upper = many(log_log$upper[keep, cause + 1])))
    })
  )
}

aj_cases <- list(
  small = list(s = subjects(rep(0, 6), c(1, 2, 2, 4, 5, 5), c(1, 2, 0, 1, 0, 2)), causes = 2),
  toTheLast = list(s = subjects(rep(0, 5), c(1, 3, 3, 4, 6), c(2, 1, 2, 1, 1)), causes = 2),
  oneCauseNeverSeen = list(s = subjects(rep(0, 5), c(1, 3, 3, 4, 6), c(1, 1, 0, 1, 0)), causes = 2),
  smallDelayed = list(s = subjects(c(0, 0, 2, 2, 4, 4), c(3, 5, 6, 7, 8, 9), c(1, 0, 2, 1, 2, 0)), causes = 2),
  threeSmallDelayed = list(s = subjects(c(0, 0, 1, 3, 3, 4, 0, 2), c(3, 5, 6, 6, 8, 9, 9, 7), c(1, 0, 2, 3, 1, 2, 0, 3)), causes = 3),
  two30 = list(s = draw(1701, 30, FALSE, TRUE, 2), causes = 2),
  two120FewTies = list(s = draw(1702, 120, FALSE, FALSE, 2), causes = 2),
  two250 = list(s = draw(1703, 250, FALSE, TRUE, 2), causes = 2),
  three60 = list(s = draw(1704, 60, FALSE, TRUE, 3), causes = 3),
  three200 = list(s = draw(1705, 200, FALSE, TRUE, 3), causes = 3),
  two40Delayed = list(s = draw(1711, 40, TRUE, TRUE, 2), causes = 2),
  two150DelayedFewTies = list(s = draw(1712, 150, TRUE, FALSE, 2), causes = 2),
  three80Delayed = list(s = draw(1713, 80, TRUE, TRUE, 3), causes = 3),
  three200Delayed = list(s = draw(1714, 200, TRUE, TRUE, 3), causes = 3)
)
aalen_johansen <- Map(function(case, name) {
  c(list(id = name, delayedEntry = any(case$s$entry > 0), numberOfCauses = case$causes, entry = many(case$s$entry),
         exit = many(case$s$exit), status = many(case$s$status)),
    list(expected = aj_of(case$s, case$causes)))
}, aj_cases, names(aj_cases))

## Foodie-Fi: totals only -------------------------------------------------------------------------------------------

foodie_fi <- function(path) {
  rows <- read.csv(path, colClasses = c("character", "integer", "Date", "character", "numeric"))
  as_of <- max(rows$start_date) + 1
  rows <- rows[rows$start_date < as_of, ]
  paid <- rows[rows$plan_id %in% 1:3, ]
  paid <- paid[order(paid$customer_id, paid$start_date), ]
  first <- paid[!duplicated(paid$customer_id), ]
  gone <- rows[rows$plan_id == 4, ]
  end <- gone$start_date[match(first$customer_id, gone$customer_id)]
  exit <- as.integer(ifelse(is.na(end), as_of - 1, end)) - as.integer(first$start_date)
  s <- subjects(rep(0, nrow(first)), exit, as.integer(!is.na(end)))
  stopifnot(all(s$exit > 0), nrow(first) == 908, sum(s$status) == 307 - 92)
  plans <- c("basic monthly", "pro monthly", "pro annual")
  stopifnot(setequal(plans, first$plan_name))
  horizon <- 365
  times <- c(30, 60, 90, 180, 270, 365)
  list(source = "foodie_fi_subscriptions.csv", asOf = format(as_of), days = "from the first paid plan to the churn row",
       all = km_of(s, horizon, times),
       byFirstPaidPlan = lapply(plans, function(plan) {
         part <- s[first$plan_name == plan, ]
         c(list(plan = plan), km_of(part, horizon, times[times <= max(part$exit)]))
       }),
       logRank = log_rank_of(s, first$plan_name))
}

## Out --------------------------------------------------------------------------------------------------------------

as_line <- function(x) as.character(toJSON(x, auto_unbox = TRUE, digits = NA, na = "null", null = "null"))
as_lines <- function(cases) {
  paste0("[\n", paste0("  ", vapply(unname(cases), as_line, ""), collapse = ",\n"), "\n ]")
}
sections <- list(
  generatedBy = as_line("survival.R, do not edit"),
  versions = as_line(list(R = paste(R.version$major, R.version$minor, sep = "."), survival = as.character(packageVersion("survival")))),
  confidence = as_line(list(level = .95, kaplanMeier = "log-log", aalenJohansen = "log (R's default) and log-log")),
  kaplanMeier = as_lines(kaplan_meier),
  logRank = as_lines(log_rank),
  aalenJohansen = as_lines(aalen_johansen),
  foodieFi = as_line(foodie_fi(foodie_path))
)
text <- paste0("{\n", paste0(" \"", names(sections), "\": ", unlist(sections), collapse = ",\n"), "\n}\n")
file <- file(file.path(here, "survival.json"), "wb")
writeBin(charToRaw(enc2utf8(text)), file)
close(file)
