"""The parser's runtime: text in, tagged and parsed arrays out, with numpy and the files of a model package.

It computes what spaCy 3 computes with the same weights (tests/runtime compares the two), from the published
descriptions of the algorithms; each module names its source. Nothing here knows anything about news.
"""
