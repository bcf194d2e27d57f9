"""The messages of the command line, in Spanish and English."""

from __future__ import annotations

from collections.abc import Mapping

from teletipo.errors import TeletipoError
from teletipo.view.words import Lang, word

#: key -> (Spanish, English)
MESSAGES: Mapping[str, tuple[str, str]] = {
    "help": (
        "Lee noticias políticas en español y las convierte en registros comprobables.",
        "Read Spanish-language political news into records that can be checked.",
    ),
    "read.help": (
        "Leer un artículo: entidades, hechos, declaraciones y rumores, con las palabras que los sostienen.",
        "Read one article: entities, facts, statements and rumours, each with the words it rests on.",
    ),
    "explain.help": (
        "Explicar un registro de un artículo (o una frase suelta): regla, papeles, indicios, resoluciones.",
        "Explain a record of an article (or a bare sentence): rule, roles, cues, resolutions.",
    ),
    "schema.help": ("Escribir el esquema JSON de los registros.", "Write the JSON Schema of the records."),
    "check.help": (
        "Comprobar el libro de códigos, cada ejemplo y contraejemplo de cada regla, y los ejemplos del nomenclátor.",
        "Check the codebook, every example and counterexample of every rule, and the examples of the gazetteer.",
    ),
    "check.gazetteer": (
        "Comprobar solo los archivos de esta carpeta de nombres suyos.",
        "Check only the files in this folder of your own names.",
    ),
    "error.both checks": ("CLASS y --gazetteer se excluyen", "CLASS and --gazetteer exclude each other"),
    "file": ("Archivo de texto o JSON; - lee la entrada estándar.", "Text or JSON file; - reads standard input."),
    "file or sentence": (
        "Archivo, archivo de expedientes (con ID), - o una frase entre comillas.",
        "File, archive (with ID), - or a sentence in quotation marks.",
    ),
    "demo": ("Leer el artículo de muestra.", "Read the sample article."),
    "published": (
        "Fecha de publicación (AAAA-MM-DD); sin ella, las fechas relativas quedan sin resolver.",
        "Date of publication (YYYY-MM-DD); without it relative dates stay unresolved.",
    ),
    "json": ("Escribir el expediente como JSON.", "Write the dossier as JSON."),
    "html": (
        "Escribir además una página en este archivo; - la escribe en la salida.",
        "Also write a page to this file; - writes it to stdout.",
    ),
    "lang": ("Lengua de los mensajes: es, en.", "Language of the messages: es, en."),
    "timing": ("Escribir en stderr lo que tarda cada parte.", "Write to stderr how long each part takes."),
    "version": ("Escribir la versión.", "Write the version."),
    "target": (
        "Identificador de un registro (o su principio); sin él, todos los actos y declaraciones.",
        "Id of a record (or its beginning); if left out, all events and statements.",
    ),
    "class": ("Clase del libro de códigos; sin ella, todas.", "Class of the codebook; if left out, all."),
    "error": ("error: {message}", "error: {message}"),
    "checked": (
        "{number} frases, {failed} fallos, {pending} pendientes",
        "{number} sentences, {failed} failures, {pending} pending",
    ),
    "gazetteer": ("Carpeta con nombres suyos en YAML (docs/gazetteer.md).", "Folder with your own names in YAML."),
    "rules": ("Solo reglas: ningún modelo aprendido decide.", "Use only the rules, no learned models."),
    "written": ("página escrita en {path}", "page written to {path}"),
    "hint.published": (
        "sin --published: las fechas relativas quedan sin resolver",
        "no --published: relative dates stay unresolved",
    ),
    "empty": ("falta el valor", "the value is missing"),
    "error.nothing": (
        "falta FILE: un archivo, - para la entrada estándar, o --demo",
        "FILE is missing: a file, - for standard input, or --demo",
    ),
    "error.both": ("FILE y --demo se excluyen", "FILE and --demo exclude each other"),
    "error.both outputs": (
        "--json y --html - se excluyen: ambos escriben en la salida",
        "--json and --html - exclude each other: both write to stdout",
    ),
    "error.missing": ("{name}: no existe ese archivo", "{name}: no such file"),
    "error.address": (
        "{name}: es una dirección; no se trae nada de la red, guarde la página y dé el archivo",
        "{name}: is an address; nothing is fetched from the network, save the page and give the file",
    ),
    "error.unreadable": ("{name}: no se puede leer: {reason}", "{name}: cannot be read: {reason}"),
    "error.refused": ("{name}: no se puede leer: {reason}", "{name}: cannot be read: {reason}"),
    "error.unwritable": ("{name}: no se puede escribir: {reason}", "{name}: cannot be written: {reason}"),
    "error.overwritten": (
        "{name}: es el propio artículo; dé otro nombre a la página",
        "{name}: is the article itself; give the page another name",
    ),
    "error.output": ("no se puede escribir la salida: {reason}", "the output cannot be written: {reason}"),
    "error.directory": (
        "{name}: es una carpeta; `teletipo ingest` lee carpetas",
        "{name}: is a folder; `teletipo ingest` reads folders",
    ),
    "error.no folder": ("{name}: no existe esa carpeta", "{name}: no such folder"),
    "error.no names": ("{name}: no hay archivos .yaml en esta carpeta", "{name}: no .yaml files in this folder"),
    "error.archive": (
        "{name}: es un archivo de expedientes; lo leen `teletipo query` y `teletipo explain {name} ID`",
        "{name}: is an archive; ask it with `teletipo query`, or `teletipo explain {name} ID`",
    ),
    "error.which": (
        "{name}: indique qué registro: `teletipo explain {name} ID`; `teletipo query` da los identificadores",
        "{name}: say which record: `teletipo explain {name} ID`; `teletipo query` gives the ids",
    ),
    "error.not kept": ("{name}: no hay ningún registro {id}", "{name}: no record {id}"),
    "error.records": (
        "{name}: varios registros empiezan por {id}; dé más letras",
        "{name}: several records begin with {id}; give more of it",
    ),
    "error.kept as read": (
        "{name}: en un archivo los registros están como se leyeron; --published, --rules-only y --gazetteer no sirven",
        "{name}: an archive has its records as they were read; --published, --rules-only and --gazetteer are of no use",
    ),
    "error.many": (
        "{name}: tiene varios artículos; `read` lee uno, `teletipo ingest` los lee todos",
        "{name}: holds several articles; `read` takes one, `teletipo ingest` takes them all",
    ),
    "error.none": ("{name}: no contiene ningún artículo", "{name}: holds no article"),
    "error.too_long": (
        "{name}: demasiado largo para un artículo (más de un millón de caracteres)",
        "{name}: too long for an article (more than one million characters)",
    ),
    "error.binary": ("{name}: no es texto, es un archivo binario", "{name}: not a text but a binary file"),
    "error.encoding": (
        "{name}: no es UTF-8; conviértalo, por ejemplo: iconv -f cp1252 -t utf-8",
        "{name}: not UTF-8; convert it, for example: iconv -f cp1252 -t utf-8",
    ),
    "error.empty": ("{name}: no hay texto", "{name}: there is no text"),
    "error.language": (
        "{name}: el texto no parece español (parece {found})",
        "{name}: the text does not seem to be Spanish (it seems to be {found})",
    ),
    "error.unasked": ("no hay nada que buscar", "nothing to search for"),
    "error.date": (
        "--published: no es una fecha ISO (AAAA-MM-DD): {value}",
        "--published: not an ISO date (YYYY-MM-DD): {value}",
    ),
    "error.class": (
        "no hay ninguna clase {name} en el libro de códigos; hay {known}",
        "there is no class {name} in the codebook; there are {known}",
    ),
    "error.record": (
        "no hay ningún registro {id} en este artículo; los identificadores están en `teletipo read`",
        "no record {id} in this article; `teletipo read` shows the ids",
    ),
}


def say(lang: Lang, key: str, **values: object) -> str:
    """The message `key` in `lang`, filled with `values`; KeyError for a key that the catalogue lacks."""
    return filled(MESSAGES[key], lang, values)


def filled(message: tuple[str, str], lang: Lang, values: Mapping[str, object]) -> str:
    """One message of a catalogue in `lang`, filled with `values`."""
    spanish, english = message
    return (spanish if lang == "es" else english).format(**values)


def said(lang: Lang, error: TeletipoError) -> str:
    """An error as one line in `lang`, with the words of the catalogue if it has the code of the error."""
    from teletipo.view.told import told

    key = f"error.{error.code}"
    if key in MESSAGES:
        text = say(lang, key, **{name: _value(lang, name, value) for name, value in error.values.items()})
    else:
        text = told(lang, str(error))
    return say(lang, "error", message=" ".join(text.removeprefix(": ").split()))


def _value(lang: Lang, name: str, value: object) -> str:
    from teletipo.view.told import named, told

    if name == "found":
        return word(lang, f"language.{value}")
    if name == "name":
        return named(lang, str(value))
    return told(lang, str(value)) if name == "reason" else str(value)


def language(arguments: list[str], environment: Mapping[str, str]) -> Lang:
    """The language of the messages: `--lang` if given, else the first locale variable that is set, else English."""
    for n, argument in enumerate(arguments):
        value = argument.partition("=")[2] if argument.startswith("--lang=") else ""
        if argument == "--lang" and n + 1 < len(arguments):
            value = arguments[n + 1]
        if value in ("es", "en"):
            return "es" if value == "es" else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "es" if environment[name].lower().startswith("es") else "en"
    return "en"
