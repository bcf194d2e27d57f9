"""GEXF 1.2 for Gephi and networkx: the actor network, each edge with its certainty, weight and the time it spans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TextIO
from xml.sax.saxutils import quoteattr

from teletipo.export.network import Edge, Node, network
from teletipo.export.report import Report
from teletipo.records import Dossier

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
<graph mode="dynamic" defaultedgetype="directed" timeformat="date">
<attributes class="node"><attribute id="kind" title="kind" type="string"/>
<attribute id="country" title="country" type="string"/><attribute id="articles" title="articles" type="integer"/>
</attributes>
<attributes class="edge"><attribute id="act" title="act" type="string"/>
<attribute id="certainty" title="certainty" type="string"/>
<attribute id="mutual" title="mutual" type="boolean"/></attributes>
"""


def write(dossiers: Iterable[Dossier], out: TextIO) -> Report:
    """Write the network of all labels; filter by the attribute `certainty` in Gephi."""
    report = Report()
    made = network(dossiers, report)
    out.write(_HEAD + "<nodes>\n")
    out.writelines(_node(node) for node in made.nodes)
    out.write("</nodes>\n<edges>\n")
    out.writelines(_edge(number, edge) for number, edge in enumerate(made.edges))
    out.write("</edges>\n</graph>\n</gexf>\n")
    return report


def _node(node: Node) -> str:
    values = {"kind": node.kind, "country": node.country, "articles": node.articles}
    return f"<node id={_q(node.key)} label={_q(node.label)}>{_values(values)}</node>\n"


def _edge(number: int, edge: Edge) -> str:
    time = f" start={_q(edge.first)} end={_q(edge.last)}" if edge.first else ""
    ends = f"source={_q(edge.source)} target={_q(edge.target)}"
    values = {"act": edge.type, "certainty": edge.certainty, "mutual": str(edge.mutual).lower()}
    return f'<edge id="{number}" {ends} weight="{edge.weight}"{time}>{_values(values)}</edge>\n'


def _values(values: Mapping[str, object]) -> str:
    inner = "".join(f'<attvalue for="{name}" value={_q(value)}/>' for name, value in values.items())
    return f"<attvalues>{inner}</attvalues>"


def _q(value: object) -> str:
    return quoteattr(str(value))
