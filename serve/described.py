"""What the saved queries take and give, as JSON Schema, for OpenAPI and for tools; and what was given, read by it."""

import re
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any

from sederunt.graph.errors import QueryError
from sederunt.graph.store import Limits
from sederunt.queries.catalogue import Parameter, SavedQuery

Schema = dict[str, Any]

DATE = "^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$"
_MOST = 1_000_000
"""The highest number that a parameter may be."""
_PLAIN: Mapping[str, Schema] = {
    "text": {"type": "string"},
    "words": {"type": "string", "pattern": r"[^\s]"},
    "ids": {"type": "array", "items": {"type": "string", "minLength": 1}},
    "number": {"type": "integer", "minimum": 0, "maximum": _MOST},
    "flag": {"type": "boolean"},
    "date": {"type": "string", "pattern": DATE},
}
_LIMIT = "limit"
_NUMBER = re.compile(r"[0-9]{1,7}")
_ERROR: Schema = {"type": "object", "properties": {"error": {"type": "string"}}, "required": ["error"]}
_THING: Schema = {
    "type": "object",
    "properties": {name: {"type": "string"} for name in ("id", "kind", "name")},
    "required": ["id", "kind", "name"],
}


def is_list(parameter: Parameter) -> bool:
    """Whether a parameter takes several values."""
    return parameter.type == "ids" or parameter.type.endswith(" list")


def is_of_all(query: SavedQuery, values: Mapping[str, Any]) -> bool:
    """Whether an answer may go through all of the graph: it is about nothing that is named."""
    return not any(values.get(p.name) for p in query.parameters if p.type not in _PLAIN)


def taken(parameter: Parameter) -> Schema:
    """The schema of a parameter."""
    if parameter.type in _PLAIN:
        kind = dict(_PLAIN[parameter.type])
        meaning = parameter.meaning
    else:
        kinds = " or ".join(part.lower() for part in parameter.type.removesuffix(" list").split("|"))
        name = {"type": "string", "minLength": 1}
        # What may be left out may be empty too.
        kind = {"type": "array", "items": name} if is_list(parameter) else name if parameter.required else {"type": "string"}
        meaning = f"{parameter.meaning} (the name or the id of a {kinds})"
    if parameter.required:
        return {**kind, "description": meaning} | ({"minItems": 1} if kind["type"] == "array" else {})
    return {**kind, "description": meaning, "default": [*parameter.default] if is_list(parameter) else parameter.default}


def arguments(query: SavedQuery, most: int) -> Schema:
    """The schema of everything that a query is given at once."""
    return {
        "type": "object",
        "properties": {p.name: taken(p) for p in query.parameters} | {_LIMIT: _limit(most)},
        "required": [p.name for p in query.parameters if p.required],
        "additionalProperties": False,
    }


def answer(query: SavedQuery) -> Schema:
    """The schema of the answer to a query."""
    columns = {column.name: {"description": column.meaning} for column in query.columns}
    row = {"type": "object", "properties": columns, "required": list(columns), "additionalProperties": False}
    cut = {"type": "boolean", "description": "whether there are more rows than these"}
    return {
        "type": "object",
        "properties": {"rows": {"type": "array", "items": row}, "cut": cut},
        "required": ["rows", "cut"],
    }


def _limit(most: int) -> Schema:
    return {"type": "integer", "minimum": 1, "maximum": most, "description": "how many rows at most", "default": most}


def read(query: SavedQuery, given: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The values for a query that stand in an address.

    Raises:
        QueryError: one is not known, given twice, or not of its type.

    """
    found: dict[str, Any] = {}
    for name, text in given:
        if name == _LIMIT:
            _note(found, name, _number(name, text))
            continue
        parameter = query.parameter(name)
        if is_list(parameter):
            found.setdefault(name, []).append(_filled(name, text))
        else:
            _note(found, name, _value(parameter, text))
    return found


def _note(found: dict[str, Any], name: str, value: Any) -> None:
    if name in found:
        raise QueryError(f"{name} is given twice, and takes one value.")
    found[name] = value


def _value(parameter: Parameter, text: str) -> Any:
    if parameter.type == "number":
        return _number(parameter.name, text)
    if parameter.type == "flag":
        if text not in ("true", "false"):
            raise QueryError(f"{parameter.name} wants true or false, not {text!r}.")
        return text == "true"
    return _filled(parameter.name, text) if parameter.required else text


def _filled(name: str, text: str) -> str:
    if not text:
        raise QueryError(f"{name} wants a value.")
    return text


def _number(name: str, text: str) -> int:
    if not _NUMBER.fullmatch(text) or int(text) > _MOST:
        raise QueryError(f"{name} wants a whole number up to {_MOST}, not {text!r}.")
    return int(text)


def split_limit(values: Mapping[str, Any], most: int) -> tuple[dict[str, Any], int]:
    """The values for a query, and how many rows are wanted.

    Raises:
        QueryError: more, or fewer, than may be had.

    """
    rest = {name: value for name, value in values.items() if name != _LIMIT}
    limit = values.get(_LIMIT, most)
    if isinstance(limit, bool) or not isinstance(limit, int) or not 1 <= limit <= most:
        raise QueryError(f"{_LIMIT} wants a whole number from 1 to {most}.")
    return rest, limit


# The whole API ---------------------------------------------------------------------------


def openapi(queries: Sequence[SavedQuery], limits: Limits, *, token: bool) -> Schema:
    """The description of the API in the words of OpenAPI."""
    paths = {f"/api/queries/{query.name}": {"get": _operation(query, limits)} for query in queries}
    told: Schema = {
        "openapi": "3.1.0",
        "info": {
            "title": "Sederunt",
            "version": version("sederunt"),
            "description": "What papers say of people, bodies and structures: saved questions, each row with the line that proves it.",
        },
        "paths": {"/api/queries": {"get": _listing()}, "/api/names": {"get": _naming()}, **paths},
    }
    if token:
        schemes = {"token": {"type": "http", "scheme": "bearer"}}
        told |= {"components": {"securitySchemes": schemes}, "security": [{"token": []}]}
    return told


def _operation(query: SavedQuery, limits: Limits) -> Schema:
    known = arguments(query, limits.rows or 1)
    parameters = [_in_address(name, schema, required=name in known["required"]) for name, schema in known["properties"].items()]
    named = any(parameter.type not in _PLAIN for parameter in query.parameters)
    return {
        "operationId": query.name,
        "summary": query.title,
        "description": f"{query.question} At most {limits.rows} rows, and {limits.seconds:g} seconds for them.\n\nSuch as: `{query.example}`",
        "parameters": parameters,
        "responses": {"200": _reply("The rows", answer(query)), **_refusals(400, 503), **(_unclear() if named else {})},
    }


def _in_address(name: str, schema: Schema, *, required: bool) -> Schema:
    meaning = schema["description"]
    own = {key: value for key, value in schema.items() if key != "description"}
    return {"name": name, "in": "query", "required": required, "description": meaning, "schema": own}


def _listing() -> Schema:
    one = {name: {"type": "string"} for name in ("name", "title", "question", "example", "address")}
    row = {"type": "object", "properties": one, "required": list(one)}
    body = {"type": "object", "properties": {"queries": {"type": "array", "items": row}}, "required": ["queries"]}
    return {
        "operationId": "list-queries",
        "summary": "The saved queries",
        "responses": {"200": _reply("Each with its address", body)},
    }


def _naming() -> Schema:
    body = {"type": "object", "properties": {"names": {"type": "array", "items": _THING}}, "required": ["names"]}
    name = {"type": "string", "minLength": 1, "description": "a name, or a part of one"}
    return {
        "operationId": "find-names",
        "summary": "What a name may stand for",
        "parameters": [_in_address("name", name, required=True)],
        "responses": {"200": _reply("Everything that the name fits", body), **_refusals(400, 404, 503)},
    }


_REFUSED = {400: "What is asked is wrong, or too much", 404: "Nothing bears the name", 503: "The graph cannot answer just now"}


def _refusals(*statuses: int) -> Schema:
    return {str(status): _reply(_REFUSED[status], _ERROR) for status in statuses}


def _unclear() -> Schema:
    several = {**_ERROR, "properties": {**_ERROR["properties"], "candidates": {"type": "array", "items": _THING}}}
    return {**_refusals(404), "409": _reply("Several things bear the name", several)}


def _reply(meaning: str, schema: Schema) -> Schema:
    return {"description": meaning, "content": {"application/json": {"schema": schema}}}
