"""What the model expects of whoever feeds it and its own files do not say: string keys and spelling norms.

The embeddings were trained on 64-bit keys of strings. A key is MurmurHash64A (Austin Appleby, public domain) of the
UTF-8 bytes with seed 1, except for some hundred strings that spaCy numbers from a fixed list (its `symbols`), among
them ordinary short strings such as "X", which is the shape of every one-letter capital word.
"""

from __future__ import annotations

ORTH_KEY, NORM_KEY = 65, 67  # numbers of the attributes in the tokenizer's exceptions

_NUMBERED = {
    64: "ID ORTH LOWER NORM SHAPE PREFIX SUFFIX LENGTH CLUSTER LEMMA POS TAG DEP",
    79: "HEAD",
    81: "SPACY PROB LANG",
    84: "ADJ ADP ADV AUX CONJ CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X EOL SPACE",
    380: "PERSON NORP FACILITY ORG GPE LOC PRODUCT EVENT",
    389: "LANGUAGE LAW DATE TIME PERCENT MONEY QUANTITY ORDINAL CARDINAL",
    398: "acomp advcl advmod agent amod appos attr aux auxpass cc ccomp complm conj cop csubj csubjpass dep det dobj",
    417: "expl hmod hyph infmod intj iobj mark meta neg nmod nn npadvmod nsubj nsubjpass num number oprd obj obl",
    436: "parataxis partmod pcomp pobj poss possessive preconj prep prt punct quantmod relcl rcmod root xcomp acl",
    453: "MORPH",
    455: "IDX",
}

#: Strings whose key is a small number.
RESERVED: dict[str, int] = {
    word: first + offset for first, words in _NUMBERED.items() for offset, word in enumerate(words.split())
}

_SAME_AS = {
    "'": "’ ‘ ´ `",
    '"': "” “ '' `` ´´ „ » « ‘‘ ’’",
    "'s": "'s 'S ’s ’S",
    "-": "— – -- --- ——",
    "$": "€ £ ¥ ฿ US$ C$ A$ ₺ ₹ ৳ ₩ Mex$ ₣ E£",
    "?": "？",
    "!": "！",
    ",": "，",
    ";": "；",
    ":": "：",
    ".": "。 ।",
    "...": "…",
}

#: Forms that the model saw under another spelling; all other forms are seen in lower case.
NORMS: dict[str, str] = {form: norm for norm, forms in _SAME_AS.items() for form in forms.split()}

_M, _MASK = 0xC6A4A7935BD1E995, (1 << 64) - 1


def key(text: str) -> int:
    """The number under which the model knows a string."""
    if text in RESERVED:
        return RESERVED[text]
    data = text.encode()
    value = 1 ^ (len(data) * _M & _MASK)
    whole = len(data) - len(data) % 8
    for start in range(0, whole, 8):
        block = int.from_bytes(data[start : start + 8], "little") * _M & _MASK
        value = (value ^ (block ^ block >> 47) * _M & _MASK) * _M & _MASK
    if whole < len(data):
        value = (value ^ int.from_bytes(data[whole:], "little")) * _M & _MASK
    value = (value ^ value >> 47) * _M & _MASK
    return value ^ value >> 47
