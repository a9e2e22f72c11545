#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks the rules of the house that a compiler does not: which layer includes which, and what is refused anywhere.

  app -> ui -> models -> workers;  workers: base <- engines, formats <- bundles, changes <- jobs, session
"""
import os
import re
import sys

ROOT = os.path.abspath(sys.argv[1])
MAY = {
    "workers/base": {"workers/base"},
    "workers/engines": {"workers/base", "workers/engines"},
    "workers/formats": {"workers/base", "workers/formats"},
    "workers/bundles": {"workers/base", "workers/engines", "workers/formats", "workers/bundles"},
    "workers/changes": {"workers/base", "workers/engines", "workers/formats", "workers/bundles", "workers/changes"},
    "workers/connections": {"workers/base", "workers/engines", "workers/connections"},
    "workers/session": {"workers/base", "workers/engines", "workers/session"},
    "workers/jobs": {"workers"},
    "models": {"workers", "models"},
    "ui": {"workers", "models", "ui"},
    "app": {"workers", "models", "ui", "app"},
}
REFUSED = {
    r"\bprocessEvents\b": "nested event loops",
    r"\bJlCompress\b": "it follows links out of the folder",
    r"class\s+\w+\s*(final)?\s*:\s*public\s+QThread": "no QThread subclass",
    r"\bfriend\s+class\s+Test": "tests use what everybody uses",
}
NO_GUI = re.compile(r"#include <(QtGui|QtWidgets|QWidget|QIcon|QColor|QBrush|QPixmap|QFont|QPainter|QGui\w+|QApplication)")


def layer_of(path):
    parts = path.split("/")
    return "/".join(parts[:2]) if parts[0] == "workers" else parts[0]


def main():
    wrong, files = [], 0
    for top in ("app", "ui", "models", "workers"):
        for folder, _, names in os.walk(os.path.join(ROOT, top)):
            for name in names:
                if not name.endswith((".h", ".cpp")):
                    continue
                path = os.path.relpath(os.path.join(folder, name), ROOT)
                files += 1
                layer = layer_of(path)
                if layer not in MAY:
                    wrong.append("%s: workers/ has no such room" % path)
                    continue
                with open(os.path.join(ROOT, path), encoding="utf-8") as f:
                    text = f.read()
                if not text.startswith("// SPDX-License-Identifier: MIT"):
                    wrong.append("%s: opens with the SPDX line" % path)
                for number, line in enumerate(text.split("\n"), 1):
                    include = re.match(r'\s*#include "(?P<path>[^"]+)"', line)
                    if include and "/" in include["path"]:
                        other = layer_of(include["path"])
                        allowed = MAY[layer]
                        if other not in allowed and other.split("/")[0] not in allowed:
                            wrong.append("%s:%d: %s may not include %s" % (path, number, layer, other))
                    if top in ("workers", "models") and NO_GUI.search(line):
                        wrong.append("%s:%d: no Qt Gui below ui/" % (path, number))
                    for pattern, why in REFUSED.items():
                        if re.search(pattern, line) and not line.lstrip().startswith("//"):
                            wrong.append("%s:%d: %s" % (path, number, why))
    for line in wrong:
        print(line)
    print("%d files, %d findings" % (files, len(wrong)))
    return 1 if wrong or files < 20 else 0


sys.exit(main())
