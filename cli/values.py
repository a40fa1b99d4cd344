"""Values of parameters as they are written on the command line."""

from collections.abc import Sequence
from typing import Any

from sederunt.graph.errors import QueryError
from sederunt.queries.catalogue import saved


def given_values(values: Sequence[str] | None) -> dict[str, str]:
    """The values, by the names of their parameters.

    Raises:
        QueryError: one is not NAME=VALUE.

    """
    pairs = [value.partition("=") for value in values or []]
    for name, sign, _ in pairs:
        if not sign or not name:
            raise QueryError(f'{name!r} is not NAME=VALUE: write a parameter as body="…".')
    return {name.strip(): value for name, _, value in pairs}


def values_for(query: str, values: Sequence[str] | None, *, stated: bool) -> dict[str, Any]:
    """The values for a saved query; that only what is stated counts is told to it where it can be.

    Raises:
        QueryError: there is no such query, or a value is not NAME=VALUE.

    """
    given: dict[str, Any] = dict(given_values(values))
    return ({"stated": True} if stated and saved(query).takes("stated") else {}) | given
