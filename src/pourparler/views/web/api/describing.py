"""The OpenAPI description, made from the table of operations and the types of the answers."""

from typing import Any

import msgspec

from pourparler import __version__
from pourparler.model import Brief, Report
from pourparler.views.export import EXPORTS
from pourparler.views.web.api.operations import AS_OF, OPERATIONS, PROCESS, Operation, Parameter

MOST = 1000
USUAL = 100
FURTHEST = 10**9

_REF = "#/components/schemas/{name}"
_ERRORS = {"400": "The question cannot mean anything.", "404": "There is no such thing."}


def describe() -> dict[str, Any]:
    """The OpenAPI 3.1 description of the API."""
    types = [Brief, Report, *(one.answer for one in OPERATIONS)]
    schemas, components = msgspec.json.schema_components(types, ref_template=_REF)
    brief, report, *answers = schemas
    paths: dict[str, Any] = {
        "/api/brief": _get("brief", "Where the process stands.", (AS_OF, PROCESS), brief),
        "/api/processes": _get(
            "processes",
            "The negotiations that the codebook knows.",
            (),
            {
                "type": "object",
                "required": ["items"],
                "properties": {"items": {"type": "array", "items": {"type": "object"}}},
            },
        ),
        "/api/reports/{id}": _get(
            "report", "One report, by its whole id.", (AS_OF, PROCESS), report, path="id"
        ),
    }
    for operation, schema in zip(OPERATIONS, answers, strict=True):
        paths[f"/api/{operation.name}"] = _listing(operation, schema)
    for style, media in (("csv", "text/csv"), ("jsonl", "application/x-ndjson")):
        paths[f"/api/export/{{kind}}.{style}"] = _export(style, media)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Pourparler",
            "version": __version__,
            "description": "What a record of a negotiation answers, as it was known on any day. "
            "Every answer carries its evidence: report, start and end in code points of the "
            "report's text, and the words themselves.",
        },
        "paths": paths,
        "components": {"schemas": {**components, "Error": _error_schema()}},
    }


def _listing(operation: Operation, item: dict[str, Any]) -> dict[str, Any]:
    found = {
        "type": "object",
        "required": ["as_of", "process", "total", "next", "items"],
        "properties": {
            "as_of": {"type": "string", "format": "date"},
            "process": {"type": ["string", "null"]},
            "total": {"type": "integer", "minimum": 0},
            "next": {
                "type": ["string", "null"],
                "description": "Where the answers go on; null where these are the last.",
            },
            "items": {"type": "array", "items": item},
        },
    }
    described = _get(
        operation.name, operation.meaning, (AS_OF, PROCESS, *operation.parameters), found
    )
    described["get"]["parameters"] += [
        _number("limit", "How many answers at most.", 1, MOST, USUAL),
        _number("offset", "How many answers to pass over.", 0, FURTHEST, 0),
    ]
    return described


def _export(style: str, media: str) -> dict[str, Any]:
    kind = {"type": "string", "enum": sorted(EXPORTS)}
    return {
        "get": {
            "operationId": f"export_{style}",
            "summary": "Everything of one kind, streamed.",
            "parameters": [
                {"name": "kind", "in": "path", "required": True, "schema": kind},
                *map(_parameter, (AS_OF, PROCESS)),
            ],
            "responses": {
                "200": {"description": "The rows.", "content": {media: {}}},
                **_failures(),
            },
        }
    }


def _get(
    name: str,
    meaning: str,
    parameters: tuple[Parameter, ...],
    schema: dict[str, Any],
    *,
    path: str | None = None,
) -> dict[str, Any]:
    given = [_parameter(one) for one in parameters]
    if path is not None:
        text = {"type": "string", "minLength": 1}
        given.insert(0, {"name": path, "in": "path", "required": True, "schema": text})
    return {
        "get": {
            "operationId": name,
            "summary": meaning,
            "parameters": given,
            "responses": {
                "200": {
                    "description": meaning,
                    "content": {"application/json": {"schema": schema}},
                },
                **_failures(),
            },
        }
    }


def _parameter(one: Parameter) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string", "minLength": 1, "maxLength": 500}
    if one.values:
        schema = {"type": "string", "enum": list(one.values)}
    elif one.format:
        schema = {"type": "string", "format": one.format}
    return {"name": one.name, "in": "query", "description": one.meaning, "schema": schema}


def _number(name: str, meaning: str, least: int, most: int, usual: int) -> dict[str, Any]:
    schema = {"type": "integer", "minimum": least, "maximum": most, "default": usual}
    return {"name": name, "in": "query", "description": meaning, "schema": schema}


def _failures() -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": _REF.format(name="Error")}}}
    return {
        status: {"description": meaning, "content": content} for status, meaning in _ERRORS.items()
    }


def _error_schema() -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["error"],
        "properties": {
            "error": {
                "type": "object",
                "required": ["status", "message", "try"],
                "properties": {
                    "status": {"type": "integer"},
                    "message": {"type": "string"},
                    "try": {"type": "string", "description": "What to do about it."},
                },
            }
        },
    }
