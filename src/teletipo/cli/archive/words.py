"""The messages of the commands over archives, in Spanish and English."""

from __future__ import annotations

from collections.abc import Mapping

from teletipo.cli.messages import filled
from teletipo.view.words import Lang

#: key -> (Spanish, English)
WORDS: Mapping[str, tuple[str, str]] = {
    "ingest": (
        "Leer archivos, carpetas o patrones y guardar sus registros en un archivo de expedientes.",
        "Read files, folders or patterns and keep their records in an archive.",
    ),
    "query": (
        "Hechos que cumplen unos filtros: type=CONSULT actor=RUS certainty>=stated since=2013-01 …",
        "Events that match filters: type=CONSULT actor=RUS certainty>=stated since=2013-01 …",
    ),
    "statements": ("Quién dijo qué, con cita y posición.", "Who said what, with quote and position."),
    "exchanges": (
        "Quién da qué a quién, según los textos y con qué certeza.",
        "Who gives what to whom according to the texts, and how certain it is.",
    ),
    "timeline": (
        "Hechos por fecha; los que no tienen fecha, al final.",
        "Events by date; undated ones at the end.",
    ),
    "who": (
        "Una persona, un Estado o una organización en todos los artículos.",
        "A person, state or organisation across all articles.",
    ),
    "search": (
        "Artículos que contienen unas palabras, con el pasaje.",
        "Articles that contain some words, with the passage.",
    ),
    "export": (
        "Escribir los registros en otro formato; dice qué ha dejado fuera.",
        "Write the records in another format, and say what was left out.",
    ),
    "verify": (
        "Releer cada posición del texto guardado; sale con 1 si alguna falla.",
        "Read every span again from the stored text; exits with 1 if one does not fit.",
    ),
    "upgrade": ("Pasar un archivo antiguo al esquema actual.", "Convert an old archive to the current schema."),
    "paths": ("Archivos, carpetas, patrones o - .", "Files, folders, patterns or - ."),
    "archive": ("Archivo de expedientes (.duckdb).", "Archive (.duckdb)."),
    "verified": (
        "Archivo de expedientes (.duckdb), o expedientes en JSON Lines; - lee la entrada estándar.",
        "Archive (.duckdb), or dossiers as JSON Lines; - reads standard input.",
    ),
    "into": ("Archivo de expedientes donde se guarda.", "Archive to write the records to."),
    "format": (
        "Formato: text, html, jsonl, csv, feed, warc, newsml, nitf, ninjs, pdf; si falta, se detecta.",
        "Format: text, html, jsonl, csv, feed, warc, newsml, nitf, ninjs, pdf; if left out, it is detected.",
    ),
    "encoding": ("Codificación de los textos.", "Encoding of the texts."),
    "map": (
        "Campos de JSON Lines o CSV: text=cuerpo,published=fecha (admite puntos: a.b).",
        "Fields of JSON Lines or CSV: text=body,published=date (a.b for a nested field).",
    ),
    "profile": (
        "Campos conocidos: teletipo, news-please, fundus, trafilatura, ninjs.",
        "Known fields: teletipo, news-please, fundus, trafilatura, ninjs.",
    ),
    "outlet": ("Medio, si la fuente no lo dice.", "Outlet, if the source does not give it."),
    "published": ("Fecha, si la fuente no la dice (AAAA-MM-DD).", "Date, if the source does not give it (YYYY-MM-DD)."),
    "gazetteer": ("Carpeta con nombres suyos en YAML (docs/gazetteer.md).", "Folder with your own names in YAML."),
    "again": (
        "Releer los artículos que ya estaban si se leyeron con otra versión, con otros nombres o sin su fecha.",
        "Also read again articles in the archive that were read by another version, with other names or undated.",
    ),
    "otherwise": (
        "{n} de los que ya estaban se leyeron con otra versión, con otros nombres o sin su fecha; --again los relee",
        "{n} of those already there were read by another version, with other names or undated; --again rereads them",
    ),
    "dateless": (
        "{n} sin fecha de publicación: sus fechas relativas quedan sin resolver (--published la da)",
        "{n} without a date of publication: their relative dates stay unresolved (--published gives one)",
    ),
    "more": ("… y {n} más", "… and {n} more"),
    "jobs": ("Procesos que leen a la vez.", "Number of processes that read."),
    "filters": (
        "Filtros nombre=valor; la coma es «o», los filtros se suman.",
        "Filters name=value; a comma is OR, filters are joined by AND.",
    ),
    "sql": ("Una consulta SQL sobre las tablas del archivo.", "An SQL query over the tables of the archive."),
    "speaker": ("Quién habla (parte del nombre).", "Who speaks (part of the name)."),
    "entity": ("Nombre, país (tres mayúsculas) o identificador.", "Name, country (three capitals) or id."),
    "words": ("Palabras; entre comillas, seguidas.", "Words; those in quotation marks as a phrase."),
    "json": ("Una fila JSON por línea.", "One JSON object per line."),
    "csv": ("CSV con cabecera.", "CSV with a header."),
    "limit": ("Como mucho tantas filas.", "At most this many rows."),
    "copies": ("Contar también las copias casi iguales.", "Include near-copies."),
    "to": ("Formato de salida.", "Output format."),
    "output": ("Archivo o carpeta de salida; si falta, stdout.", "Output file or folder; if left out, stdout."),
    "certainty": (
        "Certezas que se exportan: fact,stated,planned,… o all.",
        "Certainties to export: fact,stated,planned,… or all.",
    ),
    "undated": (
        "Hechos sin fecha en una serie: se dejan fuera o toman la de publicación.",
        "Undated events in an event series: left out, or given the date of publication.",
    ),
    "left_copies": (
        "{n} filas más en copias casi iguales (--copies)",
        "{n} more rows in near-copies (--copies)",
    ),
    "counted": (
        "«actúa» y «recibe» cuentan sus propios hechos: query who=CLAVE --copies; por nombre o país, query da más",
        "acts and receives count its own events: query who=KEY --copies; by name or country, query gives more",
    ),
    "nothing": ("sin resultados", "no results"),
    "upgraded": ("esquema {before} → {after}", "schema {before} → {after}"),
    "interrupted": (
        "interrumpido; lo leído queda guardado, repita la orden para seguir",
        "interrupted; what was read is kept, run the command again to continue",
    ),
    "unwritten": ("interrumpido; {path} queda como estaba", "interrupted; {path} is as it was before"),
}


def say(lang: Lang, key: str, **values: object) -> str:
    """The words of `key` in `lang`, filled with `values`; KeyError for a key that the catalogue lacks."""
    return filled(WORDS[key], lang, values)
