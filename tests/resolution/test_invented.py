"""Invented mentions of invented people, put together: rarely wrongly, and most of them."""

import random
from collections import Counter

from sederunt.graph.clusters import clusters

from tests.resolution.invented import invented, pairs

COUNT = 2_000


def told(people, groups):
    """Precision and recall over pairs."""
    right = sum(pairs([[0] * count for count in Counter(people[at] for at in group).values()]) for group in groups)
    return right / pairs(groups), right / pairs([[0] * count for count in Counter(people).values()])


def test_mentions_are_put_together_rarely_wrongly():
    mentions = invented(COUNT)
    precision, recall = told(mentions.people, clusters(mentions.sightings).groups)
    assert precision >= 0.99
    assert recall >= 0.6


def test_the_order_of_many_makes_no_difference():
    mentions = invented(COUNT // 4, seed=2)
    order = random.Random(5).sample(range(len(mentions.people)), len(mentions.people))
    shuffled = clusters([mentions.sightings[at] for at in order]).groups
    known = {frozenset(group) for group in clusters(mentions.sightings).groups}
    assert {frozenset(order[at] for at in group) for group in shuffled} == known


def test_the_same_are_invented_each_time():
    assert invented(300) == invented(300)
    assert invented(300) != invented(300, seed=2)
