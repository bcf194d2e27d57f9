"""The words for fields and values of records, in Spanish and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Lang = Literal["es", "en"]

#: key -> (Spanish, English); keys of closed sets are `field.value`
WORDS: Mapping[str, tuple[str, str]] = {
    "section.entities": ("Entidades", "Entities"),
    "section.fact": ("Hechos", "Facts"),
    "section.stated": ("Según fuentes", "On somebody's word"),
    "section.planned": ("Previsto", "Planned"),
    "section.proposed": ("Propuesto", "Proposed"),
    "section.possible": ("Posible", "Possible"),
    "section.speculated": ("Rumor", "Rumour"),
    "section.denied": ("Negado", "Denied"),
    "section.statements": ("Dicho", "Said"),
    "section.quantities": ("Cifras", "Figures"),
    "section.links": ("Vínculos", "Links"),
    "section.problems": ("Problemas", "Problems"),
    "certainty.fact": ("hecho", "fact"),
    "certainty.stated": ("según fuentes", "stated"),
    "certainty.planned": ("previsto", "planned"),
    "certainty.proposed": ("propuesto", "proposed"),
    "certainty.possible": ("posible", "possible"),
    "certainty.speculated": ("rumor", "speculated"),
    "certainty.denied": ("negado", "denied"),
    "kind.person": ("persona", "person"),
    "kind.state": ("Estado", "state"),
    "kind.organisation": ("organización", "organisation"),
    "kind.group": ("grupo", "group"),
    "kind.facility": ("instalación", "facility"),
    "kind.place": ("lugar", "place"),
    "form.name": ("nombre", "name"),
    "form.title": ("cargo", "title"),
    "form.description": ("descripción", "description"),
    "form.demonym": ("gentilicio", "demonym"),
    "form.metonym": ("metonimia", "metonym"),
    "form.pronoun": ("pronombre", "pronoun"),
    "form.elided": ("sujeto elidido", "elided subject"),
    "said.direct": ("directa", "direct"),
    "said.indirect": ("indirecta", "indirect"),
    "said.mixed": ("mixta", "mixed"),
    "role.actor": ("actor", "actor"),
    "role.recipient": ("destinatario", "recipient"),
    "role.place": ("lugar", "place"),
    "role.time": ("tiempo", "time"),
    "role.good": ("bien", "good"),
    "role.topic": ("asunto", "topic"),
    "role.instrument": ("medio", "instrument"),
    "role.reason": ("motivo", "reason"),
    "part.anchor": ("acto", "act"),
    "part.cue": ("indicio", "cue"),
    "part.source": ("fuente", "source"),
    "part.speaker": ("hablante", "speaker"),
    "part.addressee": ("dirigida a", "addressed to"),
    "part.verb": ("verbo", "cue"),
    "part.content": ("contenido", "content"),
    "part.post": ("cargo", "post"),
    "part.number": ("cifra", "figure"),
    "part.value": ("valor", "value"),
    "part.of": ("de qué", "of what"),
    "part.status": ("estado", "status"),
    "part.when": ("fecha", "date"),
    "part.also": ("también", "also"),
    "part.mode": ("modo", "mode"),
    "part.rule": ("regla", "rule"),
    "part.weights": ("pesó", "weighed"),
    "part.link": ("enlace", "link"),
    "basis.explicit": ("en el texto", "in the text"),
    "basis.published": ("desde la fecha de publicación", "from the date of publication"),
    "basis.dateline": ("desde la data", "from the dateline"),
    "basis.anchor": ("desde otra fecha del texto", "from another date of the text"),
    "basis.story": ("día de la noticia", "day of the story"),
    "status.planned": ("previsto", "planned"),
    "status.done": ("realizado", "done"),
    "link.earlier": ("anterior a", "earlier than"),
    "link.later": ("posterior a", "later than"),
    "link.part_of": ("parte de", "part of"),
    "link.because": ("a causa de", "because of"),
    "link.repeats": ("repite", "repeats"),
    "no cue": ("ninguno: lo afirma el artículo", "none: the article says so"),
    "many cues": ("ninguno por sí solo: lo indica la frase", "none alone: the sentence says so"),
    "taken for a fact": (
        "ninguno: lo dice alguien, y se toma por un hecho",
        "none: somebody says so, and it is taken for a fact",
    ),
    "dropped": ("Reglas cuyas palabras están aquí, sin hecho:", "Rules whose words are here, without an event:"),
    "dropped.excluded": ("la excluye su `only` o su `unless`", "its `only` or `unless` excludes it"),
    "dropped.unfit": ("no se cumple su `when`", "its `when` does not hold"),
    "dropped.outweighed": ("otro acto es aquí más probable", "another act is likelier here"),
    "dropped.unlikely": ("el juez no lo ve probable", "the judge does not find it likely"),
    "language.en": ("inglés", "English"),
    "language.fr": ("francés", "French"),
    "language.pt": ("portugués", "Portuguese"),
    "language.it": ("italiano", "Italian"),
    "language.ca": ("catalán", "Catalan"),
    "language.und": ("otra lengua, en otro alfabeto", "another language, in another alphabet"),
    "language.gl": ("gallego", "Galician"),
    "standard input": ("entrada estándar", "standard input"),
    "undated": ("sin fecha", "undated"),
    "nobody": ("alguien", "somebody"),
    "unknown speaker": ("hablante sin identificar", "unidentified speaker"),
    "and": ("y", "and"),
    "act": ("acto", "act"),
    "acts": ("actos", "acts"),
    "statement": ("declaración", "statement"),
    "statements": ("declaraciones", "statements"),
    "problem": ("problema", "problem"),
    "problems": ("problemas", "problems"),
    "mentions": ("menciones", "mentions"),
    "mention": ("mención", "mention"),
    "characters": ("caracteres", "characters"),
    "paragraph": ("párrafo", "paragraph"),
    "paragraphs": ("párrafos", "paragraphs"),
    "nothing": (
        "Ningún acto político ni declaración en este texto.",
        "No political act and no statement in this text.",
    ),
    "sum.read": ("leídos", "read"),
    "sum.coded": ("codificados", "coded"),
    "sum.near_copies": ("copias casi iguales", "near-copies"),
    "sum.same_text": ("mismo texto", "same text"),
    "sum.again": ("releídos", "read again"),
    "sum.known": ("ya estaban", "already there"),
    "sum.problems": ("problemas", "problems"),
    "sum.unused": ("campos no usados", "unused fields"),
    "sum.exported": ("exportados", "exported"),
    "sum.left_out": ("fuera", "left out"),
    "sum.articles": ("artículos", "articles"),
    "who.articles": ("artículos", "articles"),
    "who.mentions": ("menciones", "mentions"),
    "who.acts": ("actúa", "acts"),
    "who.received": ("recibe", "receives"),
    "who.statements": ("declara", "speaks"),
    "sum.spans": ("posiciones", "spans"),
    "sum.found": ("halladas", "found"),
    "sum.orphaned": ("huérfanas", "orphaned"),
    "left out.no date": ("sin fecha", "no date"),
    "left out.date coarser than a day": ("fecha menos exacta que un día", "date coarser than a day"),
    "left out.no known actor": ("sin actor conocido", "no known actor"),
    "left out.no recipient": ("sin destinatario", "no recipient"),
    "left out.fewer than two known parties": ("menos de dos partes conocidas", "fewer than two known parties"),
    "left out.statements": ("declaraciones", "statements"),
    "left out.quantities": ("cifras", "quantities"),
    "left out.quantities (in user data only)": ("cifras (solo en user_data)", "quantities (in user data only)"),
    "left out.links": ("vínculos", "links"),
    "left out.articles with the text of another": (
        "artículos con el texto de otro",
        "articles with the text of another",
    ),
    "left out.near-copies of articles": ("copias casi iguales de artículos", "near-copies of articles"),
    "note.certainty and offsets in summary and recordId, none for mentions": (
        "certeza y posiciones en summary y recordId, de las menciones ninguna",
        "certainty and offsets in summary and recordId, none for mentions",
    ),
    "page.text": ("Texto", "Text"),
    "page.records": ("Registros", "Records"),
    "page.published": ("publicado", "published"),
    "page.no date": ("sin fecha de publicación", "no date of publication"),
    "page.help": (
        "Pase el cursor por un registro o por las palabras subrayadas; con el teclado, Tab, j y k; Esc para soltar.",
        "Point at a record or at underlined words; on the keyboard, Tab, j and k; Esc lets go.",
    ),
    "page.made by": ("Leído por", "Read by"),
}


def word(lang: Lang, key: str) -> str:
    """The word for `key` in `lang`; for a key without one (a new unit, a free text) its last part unchanged."""
    pair = WORDS.get(key)
    if pair is None:
        return key.partition(".")[2] or key
    return pair[0 if lang == "es" else 1]


def count(lang: Lang, number: int) -> str:
    """A whole number with the thousands mark of `lang`."""
    grouped = f"{number:,}"
    return grouped.replace(",", ".") if lang == "es" else grouped


def marks(words: str) -> tuple[str, str]:
    """The quotation marks for `words`: those that they neither begin nor end with themselves."""
    return ("“", "”") if words.startswith("«") or words.endswith("»") else ("«", "»")


def joined(lang: Lang, names: tuple[str, ...]) -> str:
    """ "A, B y C"; in Spanish "e" before the sound i."""
    if len(names) < 2:
        return "".join(names)
    last = names[-1].lower()
    link = "e" if lang == "es" and last.startswith(("i", "í", "hi", "hí")) else word(lang, "and")
    return f"{', '.join(names[:-1])} {link} {names[-1]}"
