"""Deterministic JSON: pretty at the top, one case per line inside lists, no NaN and no Infinity."""
import json
import platform

import numpy
import scipy


def versions():
    return {"python": platform.python_version(), "numpy": numpy.__version__, "scipy": scipy.__version__}


def line(value):
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def write(path, sections):
    """`sections`: name -> value. A list is written one element per line, anything else on one line."""
    parts = []
    for name, value in sections.items():
        if isinstance(value, list):
            body = "[\n" + ",\n".join("  " + line(v) for v in value) + "\n ]" if value else "[]"
        else:
            body = line(value)
        parts.append(f" {line(name)}: {body}")
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write("{\n" + ",\n".join(parts) + "\n}\n")
