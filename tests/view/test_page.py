"""The page: every character of the text is there once, escaped; records and words light each other up in a browser."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import teletipo
from teletipo.cli.source import sample
from teletipo.records import Dossier
from teletipo.spans import Span
from teletipo.view.page import Mark, page, pieces

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
HOSTILE = 'Rusia & «China» se reunieron en Pekín. <script>alert("x")</script> \x07 "comillas" </article> dijo Putin.'


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The dossier of the sample article."""
    source = sample()
    return teletipo.read(source.text, **source.about())


def text_of(made: str) -> str:
    """The words of the text pane, as a browser would show them."""
    pane = made.partition('<article id="text"')[2].partition(">")[2].partition("</article>")[0]
    return html.unescape(re.sub(r"<[^>]+>", "", pane)).strip()


def test_the_text_is_whole(dossier: Dossier) -> None:
    """Cutting the text at the boundaries of overlapping spans loses and doubles nothing."""
    assert text_of(page(dossier, "es")).split("\n") == (dossier.article.text or "").split("\n")


def test_the_page_needs_nothing_else(dossier: Dossier) -> None:
    """No address, no file: the page works with the cable out, and a policy forbids it to ask for anything."""
    made = page(dossier, "es")
    assert not re.search(r"""(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?//""", made)
    assert "default-src 'none'" in made
    assert made == page(dossier, "es")


def test_what_comes_from_the_article_is_escaped() -> None:
    """Markup in a text, a title or an address is shown, never run."""
    dossier = teletipo.read(HOSTILE, title="<img src=x onerror=alert(1)>", url='"><script>')
    made = page(dossier, "en")
    assert made.count("<script>") == 1
    assert "<img" not in made
    assert text_of(made) == HOSTILE.replace("\x07", "\ufffd")


def test_a_notebook_shows_the_page_in_a_frame(dossier: Dossier) -> None:
    """The page inside `_repr_html_` is the page, and can touch nothing outside."""
    frame = dossier._repr_html_()
    assert frame.startswith('<iframe sandbox="allow-scripts"')
    assert html.unescape(frame.partition('srcdoc="')[2].rpartition('"')[0]) == page(dossier, "es")


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted), max_size=8)


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(SPANS)
def test_pieces_are_exact(bounds: list[list[int]]) -> None:
    """Pieces cover a stretch without gap or overlap, and each knows all marks on it."""
    marks = [Mark(Span(a, b), f"e:{n}", "part.anchor", "fact") for n, (a, b) in enumerate(bounds)]
    made = list(pieces(0, 30, marks))
    assert [p.span.start for p in made[1:]] == [p.span.end for p in made[:-1]]
    assert (made[0].span.start, made[-1].span.end) == (0, 30)
    for piece in made:
        assert {m.id for m in piece.marks} == {
            m.id for m in marks if m.span.overlaps(piece.span) and m.span.start < m.span.end
        }


def test_many_records_in_one_paragraph_take_no_longer_each() -> None:
    """30,000 marks took more than a minute."""
    marks = [Mark(Span(n, n + 2), str(n), "part.anchor", "events") for n in range(30_000)]
    made = list(pieces(0, 30_001, marks))
    assert [len(piece.marks) for piece in made] == [1, *[2] * 29_999, 1]


#: what a reader does with mouse and keyboard, and what must be lit afterwards
SESSION = """
{
const fire = (e, type) => e.dispatchEvent(new MouseEvent(type, {bubbles: type === "click"}));
const press = key => document.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}));
const lit = () => [...document.querySelectorAll("#text .lit-act")].map(e => e.textContent);
const cardsLit = () => [...document.querySelectorAll(".card.lit")].map(e => e.dataset.id);
const said = {};
const card = document.querySelector(".card.fact");
fire(card, "mouseenter"); said.hover = lit(); said.id = card.dataset.id;
fire(card, "mouseleave"); said.left = lit();
const act = pieces.find(p => p.dataset.r.includes(card.dataset.id + "|act"));
fire(act, "mouseenter"); said.back = cardsLit(); fire(act, "mouseleave");
fire(act, "click"); said.kept = cardsLit(); press("Escape"); said.escaped = cardsLit();
press("j"); said.first = cardsLit(); press("j"); said.second = cardsLit(); press("k"); said.again = cardsLit();
document.querySelector("nav button.fact").click();
said.hidden = getComputedStyle(document.querySelector("section.fact")).display;
const style = e => getComputedStyle(e).textDecorationStyle;
said.styles = [...new Set([...document.querySelectorAll("#text .act")].map(style))];
const out = document.createElement("pre");
out.id = "said"; out.textContent = JSON.stringify(said); document.body.append(out);
}
"""


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: the page is not clicked through")
def test_records_and_words_light_each_other_up(dossier: Dossier, tmp_path: Path) -> None:
    """Hover, focus, click, j, k, Esc and the switches do what the page says, in a real browser."""
    made = page(dossier, "es")
    (tmp_path / "page.html").write_text(made.replace("</script>\n</body>", f"{SESSION}</script>\n</body>"), "utf-8")
    flags = (
        "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
        "--disable-component-update --disable-sync --dump-dom"
    ).split()
    command = [str(CHROMIUM), *flags, f"--user-data-dir={tmp_path / 'profile'}", f"file://{tmp_path / 'page.html'}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    said = json.loads(html.unescape(done.stdout.partition('<pre id="said">')[2].partition("</pre>")[0]))
    event = next(e for e in dossier.events if e.id == said["id"])
    assert event.anchors[0].of(dossier.article.text or "") in "".join(said["hover"])
    assert said["left"] == []
    assert said["id"] in said["back"]
    assert said["id"] in said["kept"]
    assert said["escaped"] == []
    assert len(said["first"]) == len(said["second"]) == 1
    assert said["first"] != said["second"]
    assert said["again"] == said["first"]
    assert said["hidden"] == "none"
    assert len(said["styles"]) > 1
