#!/usr/bin/env python3
"""Writes the golden values that lib/statistics is held against, one JSON file a topic, beside this script.

    apt-get install python3-scipy python3-statsmodels    (scipy 1.10.1, statsmodels 0.13.5, Debian 12)
    /usr/bin/python3 lib/statistics/golden/make_golden.py

Each file is a list of {"input": ..., "expected": ...}. Where a package has the method, the package is asked; where
none has it (Newcombe's paired interval, mid-p, the e-processes, exact power), the published formula is written out
here on top of the package's distributions, or in exact fractions.
"""
import itertools
import json
import math
import pathlib
from fractions import Fraction

import numpy
import statsmodels.api
from scipy import optimize, special, stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

HERE = pathlib.Path(__file__).parent
generator = numpy.random.default_rng(20260101)


def write(name, rows):
    rows = list(rows)
    text = ",\n".join("  " + json.dumps({"input": i, "expected": e}) for i, e in rows)
    (HERE / f"{name}.json").write_text(f"[\n{text}\n]\n")
    print(f"{name}: {len(rows)}")


def plain(values):
    return [float(value) for value in values]


COUNTS = [(5, 5), (10, 10), (8, 10), (27, 30), (3, 20), (0, 1), (1, 1), (0, 5), (1, 2), (1, 3), (0, 10), (1, 10),
          (13, 17), (50, 100), (99, 100), (100, 100), (0, 100), (7, 250), (481, 500), (1234, 5000)]
LEVELS = [0.95, 0.9, 0.99]


def rates(method):
    for (passes, samples), level in itertools.product(COUNTS, LEVELS):
        yield [passes, samples, level], plain(proportion_confint(passes, samples, 1 - level, method))


write("wilson", rates("wilson"))
write("jeffreys", rates("jeffreys"))

DISCORDANT = [(0, 0), (1, 0), (0, 5), (0, 6), (1, 8), (2, 10), (3, 12), (6, 0), (4, 4), (7, 7), (5, 6), (10, 25),
              (40, 41), (100, 140), (300, 300), (1000, 1100), (2400, 2600), (0, 60), (1, 2), (2, 1)]


def mcnemar_rows():
    for only_a, only_b in DISCORDANT:
        exact = float(mcnemar([[0, only_a], [only_b, 0]], exact=True).pvalue) if only_a + only_b else 1.0
        n = only_a + only_b
        point = float(stats.binom.pmf(min(only_a, only_b), n, 0.5))
        mid = 1.0 if n == 0 else 1 - point / 2 if only_a == only_b else exact - point
        yield [only_a, only_b], {"exact": exact, "midP": mid}


write("mcnemar", mcnemar_rows())


def newcombe_paired(both, only_a, only_b, neither, level):
    """Newcombe (1998b), method 10, for B less A."""
    n = both + only_a + only_b + neither
    a, b = both + only_a, both + only_b
    low_a, high_a = proportion_confint(a, n, 1 - level, "wilson")
    low_b, high_b = proportion_confint(b, n, 1 - level, "wilson")
    margins = a * (n - a) * b * (n - b)
    cross = both * neither - only_a * only_b
    cross = max(cross - n / 2, 0) if cross > 0 else cross
    phi = cross / math.sqrt(margins) if margins else 0
    pa, pb = a / n, b / n
    delta = math.sqrt((pb - low_b) ** 2 - 2 * phi * (pb - low_b) * (high_a - pa) + (high_a - pa) ** 2)
    epsilon = math.sqrt((high_b - pb) ** 2 - 2 * phi * (high_b - pb) * (pa - low_a) + (pa - low_a) ** 2)
    return [pb - pa - delta, pb - pa + epsilon]


PAIRED = [(36, 12, 2, 0), (36, 12, 0, 2), (20, 10, 10, 10), (0, 0, 6, 4), (5, 0, 0, 0), (0, 0, 5, 0), (0, 5, 0, 5),
          (10, 1, 8, 11), (50, 2, 30, 18), (30, 0, 0, 10), (0, 3, 4, 0), (1, 0, 0, 0), (80, 5, 7, 8), (2, 12, 2, 34),
          (400, 30, 60, 510)]
write("newcombe-paired", ((list(t) + [level], plain(newcombe_paired(*t, level)))
                          for t in PAIRED for level in (0.95, 0.9)))

TWO = [((5, 5), (0, 5)), ((3, 3), (0, 3)), ((10, 10), (7, 10)), ((56, 70), (48, 80)), ((9, 10), (3, 10)),
       ((6, 7), (2, 7)), ((5, 56), (0, 29)), ((0, 10), (0, 20)), ((10, 10), (0, 20)), ((1, 2), (1, 2)),
       ((180, 200), (182, 200)), ((3, 8), (5, 9)), ((12, 15), (7, 15)), ((20, 20), (11, 20)), ((2, 12), (9, 14))]


def independent():
    for (xa, na), (xb, nb) in TWO:
        low, high = confint_proportions_2indep(xb, nb, xa, na, method="newcomb", compare="diff")
        yield [xa, na, xb, nb], [float(low), float(high)]


write("newcombe-independent", independent())


def boschloo(xa, na, xb, nb):
    """scipy.stats.boschloo_exact, its search over the common rate carried on to full precision."""
    def side(xa, na, xb, nb):
        x, y = numpy.meshgrid(numpy.arange(na + 1), numpy.arange(nb + 1), indexing="ij")
        fisher = stats.hypergeom.sf(x - 1, na + nb, x + y, na)
        extreme = fisher <= fisher[xa, xb] * (1 + 1e-9)
        ways = special.comb(na, x) * special.comb(nb, y)

        def chance(p):
            return float((ways * p ** (x + y) * (1 - p) ** (na + nb - x - y))[extreme].sum())

        grid = numpy.linspace(0, 1, 2001)
        best = grid[int(numpy.argmax([chance(p) for p in grid]))]
        found = optimize.minimize_scalar(lambda p: -chance(p), method="bounded", options={"xatol": 1e-13},
                                         bounds=(max(0, best - 1e-3), min(1, best + 1e-3)))
        return max(chance(best), -found.fun)

    value = min(1.0, 2 * min(side(xa, na, xb, nb), side(xb, nb, xa, na)))
    known = stats.boschloo_exact([[xa, xb], [na - xa, nb - xb]]).pvalue
    assert math.isnan(known) or abs(known - value) < 1e-6, (xa, na, xb, nb, known, value)
    return value


write("boschloo", ([*a, *b] and ([*a, *b], boschloo(*a, *b)) for a, b in TWO if a[1] <= 30))


def sign_flip_rows():
    lists = [[1, 1, 1, 1, 1], [0.5, -0.25, 1, 0.75, 0, 0.2], [0, 0, 0], [-1, -0.6, -0.2, 0.4],
             [0.1, 0.2, 0.3, 0.4, -0.5, 0.6, 0.7, -0.8, 0.9, 1.0]]
    for size in (2, 3, 6, 8, 10, 12, 14, 15, 16):
        lists.append(plain(numpy.round(generator.normal(0.2, 0.5, size), 3)))
        lists.append(plain(generator.integers(-5, 6, size) / 5))
    for values in lists:
        # Whole thousandths: floating sums that should tie then do.
        scaled = numpy.round(numpy.array(values) * 1000)
        result = stats.permutation_test((scaled,), lambda x, axis: numpy.abs(numpy.sum(x, axis=axis)),
                                        permutation_type="samples", n_resamples=numpy.inf, vectorized=True,
                                        alternative="greater")
        yield values, float(result.pvalue)


write("sign-flip", sign_flip_rows())


def multiple(method):
    lists = [[0.01], [0.01, 0.04, 0.03, 0.005], [0.05, 0.05, 0.05], [1, 0.5, 0.001], [0.2, 0.02, 0.002, 0.0002, 1e-9]]
    lists += [plain(generator.uniform(0, 1, size) ** 3) for size in (3, 5, 8, 14, 14, 20, 40)]
    for values in lists:
        yield values, plain(multipletests(values, method=method)[1])


write("holm", multiple("holm"))
write("benjamini-hochberg", multiple("fdr_bh"))


def kappa_rows():
    tables = [[[20, 5], [10, 15]], [[45, 15], [25, 15]], [[25, 35], [5, 35]], [[10, 0], [0, 10]], [[0, 10], [10, 0]],
              [[1, 1], [1, 1]], [[30, 1], [0, 2]], [[88, 14, 18], [10, 40, 10], [2, 6, 12]],
              [[9, 1, 0], [2, 7, 1], [0, 3, 7]], [[5, 1, 0, 0], [1, 6, 1, 0], [0, 2, 7, 1], [0, 0, 1, 5]],
              [[12, 3], [1, 14]], [[7, 2, 1], [1, 8, 1], [2, 0, 8]]]
    for table in tables:
        result = cohens_kappa(numpy.array(table))
        yield table, plain([result.kappa, result.std_kappa, result.kappa_low, result.kappa_upp])


write("cohen-kappa", kappa_rows())


def bradley_terry_rows():
    """Logistic regression of "first wins" on item dummies, a tie as half a win; centred. With a prior, every item
    plays that many tied games against an item of log strength 0."""
    leagues = [
        [["a", "b", 7, 3, 0]],
        [["a", "b", 2, 5, 3]],
        [["a", "b", 4, 2, 1], ["b", "c", 5, 1, 0], ["a", "c", 6, 2, 2]],
        [["a", "b", 10, 1, 0], ["b", "c", 10, 1, 0], ["c", "a", 3, 4, 1]],
        [["a", "b", 3, 2, 0], ["c", "d", 4, 4, 2], ["a", "d", 1, 5, 1], ["b", "c", 2, 2, 2], ["a", "c", 2, 3, 0]],
    ]
    names = "abcdef"
    for size in (3, 4, 5, 6):
        leagues.append([[x, y, *map(int, generator.integers(1, 9, 2)), int(generator.integers(0, 4))]
                        for x, y in itertools.combinations(names[:size], 2)])
    for league, prior in itertools.product(leagues, (0, 1)):
        items = sorted({name for row in league for name in row[:2]})
        rows, share, weight = [], [], []
        for first, second, won, lost, tied in league:
            row = numpy.zeros(len(items))
            row[items.index(first)], row[items.index(second)] = 1, -1
            rows.append(row)
            weight.append(won + lost + tied)
            share.append((won + tied / 2) / weight[-1])
        if prior:
            rows += list(numpy.eye(len(items)))
            share += [0.5] * len(items)
            weight += [prior] * len(items)
            design = numpy.array(rows)
        else:
            design = numpy.array(rows)[:, 1:]
        fit = statsmodels.api.GLM(numpy.array(share), design, family=statsmodels.api.families.Binomial(),
                                  var_weights=numpy.array(weight, float)).fit(tol=1e-15, maxiter=1000, tol_criterion="params")
        strengths = fit.params if prior else numpy.concatenate([[0.0], fit.params])
        yield {"games": league, "priorGames": prior}, dict(zip(items, plain(strengths - strengths.mean())))


write("bradley-terry", bradley_terry_rows())


def clustered_rows():
    for groups in ([1, 1, 1, 1], [3, 3, 3], [1, 2, 3, 4, 5], [5] * 12, [2, 7, 1, 9]):
        clusters = [plain(numpy.round(generator.uniform(0, 1, size) + generator.normal(), 4)) for size in groups]
        scores = numpy.concatenate(clusters)
        labels = numpy.repeat(numpy.arange(len(groups)), groups)
        fit = statsmodels.api.OLS(scores, numpy.ones(len(scores))).fit(
            cov_type="cluster", cov_kwds={"groups": labels, "use_correction": False, "df_correction": False})
        yield clusters, float(fit.bse[0])


write("clustered-error", clustered_rows())


def bca_rows():
    """Efron's BCa end points (as scipy.stats.bootstrap works them out) for given replicates."""
    for size, level in itertools.product((4, 7, 12), (0.95, 0.9)):
        data = numpy.round(generator.exponential(1, size), 3)
        replicates = numpy.sort(numpy.round(generator.choice(data, (199, size)).mean(axis=1), 6))
        estimate = round(float(data.mean()), 6)
        left_out = numpy.array([numpy.delete(data, index).mean() for index in range(size)])
        below = (numpy.sum(replicates < estimate) + numpy.sum(replicates == estimate) / 2) / len(replicates)
        bias = stats.norm.ppf(below)
        off = left_out.mean() - left_out
        acceleration = (off ** 3).sum() / (6 * (off ** 2).sum() ** 1.5)
        tail = (1 - level) / 2
        places = [stats.norm.cdf(bias + (bias + z) / (1 - acceleration * (bias + z)))
                  for z in stats.norm.ppf([tail, 1 - tail])]
        yield ({"replicates": plain(replicates), "estimate": estimate, "leftOut": plain(left_out), "level": level},
               plain(numpy.quantile(replicates, places)))


write("bca", bca_rows())


def mcnemar_e_rows():
    for only_a, only_b in DISCORDANT + [(0, 7), (0, 8), (1, 10), (5000, 0), (2500, 2500)]:
        n = only_a + only_b
        value = Fraction(2 ** n * math.factorial(only_a) * math.factorial(only_b), math.factorial(n + 1))
        yield [only_a, only_b], math.log(value.numerator) - math.log(value.denominator)


write("mcnemar-log-e", mcnemar_e_rows())


def safe_rows():
    lists = ["01" * 8, "01" * 4 + "11" + "00" + "01" * 4, "", "11", "10" * 5, "0110" * 6, "11" * 20, "00" * 9]
    lists += ["".join(map(str, generator.integers(0, 2, 2 * size))) for size in (3, 10, 25, 40, 60)]
    lists += ["".join(f"{int(x)}{int(y)}" for x, y in zip(generator.random(40) < 0.3, generator.random(40) < 0.8))
              for _ in range(4)]
    half = Fraction(1, 2)
    for digits in lists:
        pairs = [(int(digits[i]), int(digits[i + 1])) for i in range(0, len(digits), 2)]
        e, a, b = Fraction(1), 0, 0
        for index, (ya, yb) in enumerate(pairs):
            ta, tb = (a + half) / (index + 1), (b + half) / (index + 1)
            t0 = (ta + tb) / 2
            f = lambda t, y: t if y else 1 - t
            e *= f(ta, ya) * f(tb, yb) / (f(t0, ya) * f(t0, yb))
            a, b = a + ya, b + yb
        yield digits, math.log(e.numerator) - math.log(e.denominator)


write("safe-two-by-two", safe_rows())


def power_rows():
    for rate_a, rate_b, regress in [(0.4, 0.9, 0.02), (0.5, 0.8, 0.05), (0.6, 0.8, 0.05), (0.7, 0.8, 0.05)]:
        for cases in (5, 16, 36, 61, 168):
            improve = rate_b - rate_a + regress
            total = 0.0
            for n in range(cases + 1):
                c = numpy.arange(n + 1)
                p = numpy.minimum(1, 2 * stats.binom.cdf(numpy.minimum(c, n - c), n, 0.5))
                inside = stats.binom.pmf(c, n, improve / (improve + regress))[p < 0.05].sum()
                total += stats.binom.pmf(n, cases, improve + regress) * inside
            yield [rate_a, rate_b, regress, cases], float(total)


write("mcnemar-power", power_rows())

write("log-gamma", ((x, float(special.gammaln(x))) for x in (0.01, 0.5, 1, 1.5, 2, 3.7, 10, 14.9, 15, 100.25, 5001, 1e6)))
write("incomplete-beta", (([x, a, b], float(special.betainc(a, b, x))) for x, a, b in
                          [(0.5, 0.5, 0.5), (0.1, 5.5, 0.5), (0.9, 0.5, 5.5), (0.3, 20, 40), (0.001, 0.5, 100.5),
                           (0.5, 2500, 2501), (0.48, 2500, 2501), (0.999, 300, 1.5), (0.25, 1, 1), (0.7, 2, 3)]))
write("normal-quantile", ((p, float(stats.norm.ppf(p))) for p in
                          (1e-300, 1e-20, 1e-10, 1e-5, 0.005, 0.025, 0.05, 0.074, 0.2, 0.5, 0.6, 0.93, 0.975, 0.99999)))
write("normal-cumulative", ((z, float(stats.norm.cdf(z))) for z in
                            (-37, -20, -8, -7.1, -7, -3.5, -1.96, -0.5, 0, 0.1, 1, 1.959964, 4, 7.05, 9)))


def xoshiro_rows():
    mask = 0xFFFFFFFF
    rotate = lambda x, k: ((x << k) | (x >> (32 - k))) & mask
    for state in ([1, 2, 3, 4], [0xDEADBEEF, 0x12345678, 0x9ABCDEF0, 0xFFFFFFFF]):
        s, out = list(state), []
        for _ in range(12):
            out.append(rotate(s[1] * 5 & mask, 7) * 9 & mask)
            t = s[1] << 9 & mask
            s[2] ^= s[0]
            s[3] ^= s[1]
            s[1] ^= s[2]
            s[0] ^= s[3]
            s[2] ^= t
            s[3] = rotate(s[3], 11)
        yield state, out


write("xoshiro128", xoshiro_rows())
