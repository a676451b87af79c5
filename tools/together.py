#!/usr/bin/env python3
"""Which sources can be compiled as one: files that share a folder, where no file uses a name that another keeps
to itself (in its nameless namespace) for something else (docs/adr/0032-compiled-together.md).

    tools/together.py ROOT FILE...    prints one line for each such unit: its files

A reading in common saves most of the time of a build or of clang-tidy: the headers are read, and the templates
made, once for all of them: cmake/together.cmake and tools/check_tidy ask for it."""
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True

most_lines = 1600   # of one unit: more would leave a core without work at the end
# Comments, strings and characters say nothing about names.
unread = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)
opening = re.compile(r"^using namespace ([\w:]+);", re.MULTILINE)
alias = re.compile(r"namespace (\w+) = ([\w:]+);")
type_head = re.compile(r"(?:template <.*> )?(?:struct|class|enum class|enum|union) (\w+)|using (\w+) =")
thing_head = re.compile(r"(\w+)\s*(?:\(|=|\{|\[|;)")
no_names = {"static_assert", "decltype", "requires", "alignas", "operator"}
# How a nameless namespace ends, written so that it is still there without comments. One that ends otherwise seems to
# go on: then a file keeps more to itself than it does, and stands alone more often.
ending, closing = re.compile(r"^\}  // namespace$", re.MULTILINE), "} nameless"
used = re.compile(r"(?<![\w.:>])(\w+)")


def own_names(text):
    """What a file keeps to itself: {name} declared at the margin of its nameless namespaces, and {alias: target}."""
    kept, aliases = set(), {}
    nameless = False
    for line in text.split("\n"):
        if line.startswith("namespace {"):
            nameless = True
        elif line.startswith(closing):
            nameless = False
        elif found := alias.match(line):
            aliases[found[1]] = found[2]
        elif not nameless or not line or line[0] in " \t}#)" or line.startswith(("using namespace", "TEST", "INSTANTIATE")):
            continue
        elif found := type_head.match(line):
            kept.add(found[1] or found[2])
        elif (found := thing_head.search(line)) and found[1] not in no_names:
            kept.add(found[1])
    return kept, aliases


class Source:
    """One file: what it keeps to itself and every name it mentions."""

    def __init__(self, root, name):
        text = (root / name).read_text(encoding="utf-8")
        self.name = name
        self.lines = text.count("\n")
        text = ending.sub(closing, text)
        text = unread.sub(lambda m: "\n" * m[0].count("\n"), text)
        self.kept, self.aliases = own_names(text)
        self.mentioned = set(used.findall(text))
        self.opened = set(opening.findall(text))
        self.alone = "\nusing enum " in text   # which names that brings does not stand here

    def agrees_with(self, other):
        """True when the two can stand in one unit, in either order."""
        if self.alone or other.alone or self.opened != other.opened or self.kept & other.mentioned or other.kept & self.mentioned:
            return False
        return all(other.aliases.get(name, target) == target for name, target in self.aliases.items())


def units(root, names):
    """The names in units, the largest first. They are laid together in the order of their names, so that a file
    that grows does not move the others."""
    made = []
    for source in [Source(root, name) for name in sorted(names)]:
        folder = str(Path(source.name).parent)
        for unit in made:
            if unit["folder"] == folder and unit["lines"] + source.lines <= most_lines and all(source.agrees_with(other) for other in unit["sources"]):
                unit["sources"].append(source)
                unit["lines"] += source.lines
                break
        else:
            made.append({"folder": folder, "lines": source.lines, "sources": [source]})
    made.sort(key=lambda unit: -unit["lines"])
    return [[source.name for source in unit["sources"]] for unit in made]


if __name__ == "__main__":
    for unit in units(Path(sys.argv[1]), sys.argv[2:]):
        print(" ".join(unit))
