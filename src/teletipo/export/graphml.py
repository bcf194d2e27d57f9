"""GraphML for networkx, igraph, yEd and Gephi: the actor network."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from teletipo.export.network import network
from teletipo.export.report import Report
from teletipo.records import Dossier

_NODE = {"label": "string", "kind": "string", "country": "string", "articles": "int"}
_EDGE = {
    "type": "string",
    "certainty": "string",
    "weight": "int",
    "mutual": "boolean",
    "first": "string",
    "last": "string",
}


def write(dossiers: Iterable[Dossier], out: TextIO) -> Report:
    """Write the network of all labels, one edge for each pair, act and certainty."""
    report = Report()
    made = network(dossiers, report)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
    for kind, names in (("node", _NODE), ("edge", _EDGE)):
        for name, type_ in names.items():
            out.write(f'<key id="{kind}-{name}" for="{kind}" attr.name="{name}" attr.type="{type_}"/>\n')
    out.write('<graph edgedefault="directed">\n')
    for node in made.nodes:
        out.write(f"<node id={quoteattr(node.key)}>{_data('node', _NODE, node)}</node>\n")
    for number, edge in enumerate(made.edges):
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        out.write(f'<edge id="{number}" {ends}>{_data("edge", _EDGE, edge)}</edge>\n')
    out.write("</graph>\n</graphml>\n")
    return report


def _data(kind: str, names: dict[str, str], item: object) -> str:
    values = ((name, getattr(item, name)) for name in names)
    return "".join(f'<data key="{kind}-{n}">{escape(_text(v))}</data>' for n, v in values if v != "")


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
