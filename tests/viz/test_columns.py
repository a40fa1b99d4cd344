from itertools import combinations, permutations

from hypothesis import given
from hypothesis import strategies as some
from sederunt.viz.columns import crossings, ordered

lines = some.sets(some.tuples(some.sampled_from("abcdefg"), some.sampled_from("123456")), max_size=20)


def names(pairs):
    return {end: end.upper() for pair in pairs for end in pair}


def crossing(one, other, columns):
    (a, b), (c, d) = [(columns[0].index(left), columns[1].index(right)) for left, right in (one, other)]
    return (a - c) * (b - d) < 0


@given(lines)
def test_every_end_stands_once_in_its_column(pairs):
    left, right = ordered(pairs, names(pairs))
    assert sorted(left) == sorted({one for one, _ in pairs})
    assert sorted(right) == sorted({other for _, other in pairs})


@given(lines, some.randoms())
def test_the_order_of_the_lines_does_not_matter(pairs, random):
    mixed = sorted(pairs)
    random.shuffle(mixed)
    assert ordered(mixed, names(pairs)) == ordered(pairs, names(pairs))


@given(lines)
def test_crossings_are_counted(pairs):
    columns = ordered(pairs, names(pairs))
    assert crossings(pairs, columns) == sum(crossing(one, other, columns) for one, other in combinations(sorted(pairs), 2))


def test_what_need_not_cross_does_not():
    pairs = [(one, other) for at, one in enumerate("gbdface") for other in (f"{at}", f"{at + 1}")]
    assert crossings(pairs, ordered(pairs, names(pairs))) == 0


def test_few_lines_cross():
    pairs = [("a", "3"), ("a", "4"), ("b", "1"), ("b", "3"), ("c", "2"), ("c", "1"), ("d", "4")]
    fewest = min(crossings(pairs, ([*left], [*right])) for left in permutations("abcd") for right in permutations("1234"))
    assert crossings(pairs, ordered(pairs, names(pairs))) == fewest
