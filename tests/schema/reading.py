"""YAML as an editor with a schema reads it, and what the schema of its kind says of it."""
import copy
import functools
import json
import os
import re

import jsonschema
import yaml

TOP = os.environ.get("TOP", os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
KINDS = ("area", "consideration", "scenario")


class Core(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML 1.2's core schema: `no` and `2019-20` are text, 1e6 is a number."""
    yaml_implicit_resolvers = {}


for tag, pattern, first in (
        ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
        ("int", r"[-+]?[0-9]+", "-+0123456789"),
        ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
        ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""])):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))
Core.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(loader.construct_scalar(node)))


def mapping(loader, node):
    """Keys are text to a schema, whatever they look like."""
    loader.flatten_mapping(node)
    return {str(key.value): loader.construct_object(value, deep=True) for key, value in node.value}


Core.add_constructor("tag:yaml.org,2002:map", mapping)


def schema(kind):
    with open(os.path.join(TOP, "scenarios", "schema", kind + ".json"), encoding="utf-8") as file:
        return json.load(file)


VALIDATORS = {kind: jsonschema.Draft202012Validator(schema(kind)) for kind in KINDS}


@functools.cache
def composed(path):
    """A file as nodes, each with its place; None when it is no mapping, or no YAML to PyYAML."""
    try:
        with open(os.path.join(TOP, path), encoding="utf-8") as file:
            node = yaml.compose(file, Loader=Core)
            value(node)
    except (OSError, UnicodeError, yaml.YAMLError, AttributeError):
        return None
    return node if isinstance(node, yaml.MappingNode) else None


def compose(path):
    """The same, of which one may change the mappings."""
    return copy.deepcopy(composed(path)) if composed(path) else None


def value(node):
    """What a tree of nodes stands for."""
    return Core("").construct_document(node)


def kind_of(node):
    """By its first key, as the reader tells."""
    first = node.value[0][0].value if node.value else None
    return first if first in KINDS else None


def item(node, key):
    """The last node beside a key, with the key's own."""
    for each, beside in reversed(node.value):
        if each.value == str(key):
            return each, beside
    return None, None


def at(node, path):
    for step in path:
        node = node.value[step] if isinstance(node, yaml.SequenceNode) else item(node, step)[1]
    return node


def complaints(node, kind):
    """Whatever its schema says against it, as (file, first line, last line, what)."""
    for error in VALIDATORS[kind].iter_errors(value(node)):
        place = at(node, error.absolute_path)
        if error.validator == "additionalProperties" and error.schema["additionalProperties"] is False:
            allowed = error.schema.get("properties", {})
            patterns = error.schema.get("patternProperties", {})
            for key, _ in place.value:
                name = str(key.value)
                if "maxProperties" in error.schema:  # of the whole: one key too many
                    yield span(place, error.message)
                elif name not in allowed and not any(re.search(p, name) for p in patterns):
                    yield span(key, f"key {name}")
        elif error.validator in ("required", "dependentRequired"):
            yield *span(place, error.message)[:2], place.start_mark.line + 1, error.message
        else:
            yield span(place, error.message)


def span(node, what):
    last = node.end_mark.line + (node.end_mark.column > 0)
    return node.start_mark.name, node.start_mark.line + 1, max(last, node.start_mark.line + 1), what[:90]
