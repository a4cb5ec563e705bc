"""The report as one web page: the same content as the pages on paper, for screen readers and for a browser's print.

The file stands alone: no script, nothing from elsewhere, its drawings within it. What a person wrote stays text.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from diary.exchange.whole_file import FileKind
from diary.language import mark
from diary.model.clean_text import clean_text
from diary.report.sections import Listing, Paragraph, Picture, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from diary.report.burden import Figure
    from diary.report.content import ReportContent
    from diary.report.nights_shown import Month, NightRow
    from diary.report.pattern import Pattern
    from diary.report.sections import Content

START = "<!doctype html>\n<!-- Night Cramp Diary: report -->\n"
WEB_PAGE = FileKind(mark("a report as a web page"), START.encode())

STYLE = """
:root { color-scheme: light; --quiet: #44474f; --line: #c8cad3; --accent: #2f4f9a; --alert: #8c1d18; }
body { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1rem; background: #fff; color: #000;
  font: 1rem/1.45 "Noto Sans", system-ui, sans-serif; overflow-wrap: break-word; }
h1 { margin: 0; font-size: 1.7rem; }
h2 { margin: 2rem 0 .6rem; padding-bottom: .2rem; border-bottom: 1px solid var(--line); color: var(--accent);
  font-size: 1.2rem; }
h3 { margin: 0; font-size: 1rem; }
p, li, td, dd { unicode-bidi: plaintext; }
p { margin: .3rem 0; }
ul { margin: .3rem 0; padding-left: 1.2rem; }
.quiet { color: var(--quiet); }
.note, p, li { overflow-wrap: anywhere; }
.note { white-space: pre-line; font-style: italic; }
.summary { margin: 1rem 0; padding: .8rem 1rem; border-radius: .4rem; background: #eef1f9; font-size: 1.1rem; }
.warnings { margin: 1rem 0; padding: 0 1rem .8rem; border: 2px solid var(--alert); border-radius: .4rem; }
.warnings h2 { margin-top: .8rem; border: 0; color: var(--alert); }
.warnings li { font-weight: bold; }
.beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 1rem 2rem; }
.beside ul { padding: 0; list-style: none; }
.tally { display: flex; justify-content: space-between; gap: 1rem; border-bottom: 1px solid var(--line); }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .3rem .8rem .3rem 0; vertical-align: top; text-align: start; }
th { font-weight: normal; }
thead th { color: var(--quiet); }
tr { border-bottom: 1px solid var(--line); }
.month th { padding-top: 1rem; font-weight: bold; }
.wide { overflow-x: auto; }
.wide th, .wide td { min-width: 5rem; overflow-wrap: anywhere; }
.wide th[scope="row"] { min-width: 6.5rem; }
table[aria-labelledby="nights"] th[scope="row"] { min-width: 8.5rem; }
.answer { white-space: nowrap; }
.told { color: var(--quiet); }
figure { margin: .5rem 0; }
figure svg { width: 100%; height: auto; }
.small svg { width: 22rem; max-width: 100%; }
@page { margin: 15mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  h2, h3, thead, .month { break-after: avoid; }
  tr, li, figure, .summary, .warnings, .beside > div { break-inside: avoid; }
  h2 { margin-top: 1.2rem; }
  th, td { padding-top: .15rem; padding-bottom: .15rem; }
}
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What the page may load and run: its own style, and nothing else, whatever stands in a note."""

Html = str
"""Text that is safe in a page."""


def report_html(content: ReportContent, charts: Mapping[str, bytes]) -> bytes:
    """The page. `charts` are SVG, by the keys of the content's pictures. The same content gives the same bytes."""
    words = content.words
    page = [
        START.rstrip("\n"),
        f'<html lang="{_text(content.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_text(content.title)}</title>",
        f"<style>{STYLE}</style>",
        "</head>",
        "<body>",
        *_head(content),
        "<main>",
        *_first_page(content, charts),
        *(_section(section, charts) for section in content.sections),
        *_nights(content),
        *(_section(section, charts) for section in content.closing),
        "</main>",
        f'<footer><p class="quiet">{_text(words.disclaimer)}</p></footer>',
        "</body>",
        "</html>",
    ]
    return ("\n".join(part for part in page if part) + "\n").encode()


def _text(words: str) -> Html:
    return escape(clean_text(words))


def _head(content: ReportContent) -> list[Html]:
    words = content.words
    quiet = (words.made, content.left_out, content.noted_first, content.no_warnings)
    return [
        "<header>",
        f"<h1>{_text(words.heading)}</h1>",
        f"<p><strong>{_text(content.name)}</strong></p>" if content.name else "",
        f"<p>{_text(' · '.join(content.facts))}</p>" if content.facts else "",
        f"<p>{_text(words.period)} <strong>{_text(content.period)}</strong></p>",
        f"<p>{_text(content.counts)}</p>",
        *(f'<p class="quiet">{_text(each)}</p>' for each in quiet if each),
        "</header>",
    ]


def _first_page(content: ReportContent, charts: Mapping[str, bytes]) -> list[Html]:
    """What stands on the first page of the paper, its lists whole."""
    words = content.words
    return [
        _headed("warnings", words.warnings, _list(content.warnings), kind="warnings") if content.warnings else "",
        f'<p class="summary">{_text(content.summary)}</p>',
        _headed("burden", words.burden, _burden(content)) if content.burden else "",
        _headed("pattern", words.pattern, _pattern_with_legs(content, charts)) if content.patterns else "",
        _headed("told", words.told, _list(content.told)) if content.told else "",
        _headed("features", words.features, _features(content)),
        _listed("conditions", words.conditions, content.conditions, words.none),
        _listed("medicines", words.medicines, content.medicines, words.none),
        _listed("tried", words.tried, content.tried, words.none),
        _findings(content),
        _listed("questions", words.questions, content.questions, words.none),
    ]


def _headed(key: str, heading: str, body: Html, *, kind: str = "") -> Html:
    """A section that a screen reader finds by its heading."""
    named = f' class="{kind}"' if kind else ""
    return f'<section{named} aria-labelledby="{key}">\n<h2 id="{key}">{_text(heading)}</h2>\n{body}\n</section>'


def _listed(key: str, heading: str, lines: Sequence[str] | None, none: str) -> Html:
    """A list, or that it is empty; nothing where the person leaves it out."""
    if lines is None:
        return ""
    return _headed(key, heading, _list(lines) if lines else _quiet(none))


def _list(lines: Iterable[str]) -> Html:
    return "<ul>\n" + "\n".join(f"<li>{_text(line)}</li>" for line in lines) + "\n</ul>"


def _quiet(words: str) -> Html:
    return f'<p class="quiet">{_text(words)}</p>' if words.strip() else ""


def _burden(content: ReportContent) -> Html:
    words = content.words
    compared = content.burden[0].before is not None
    columns = (words.measure, words.now, *([words.before] if compared else []))
    rows = "\n".join(
        f'<tr><th scope="row">{_text(one.name)}</th><td>{_figure(one.now)}</td>'
        + (f"<td>{_figure(one.before)}</td>" if compared else "")
        + "</tr>"
        for one in content.burden
    )
    return f"{_table('burden', columns, rows)}\n{_quiet(words.interval)}{_quiet(content.change)}"


def _figure(figure: Figure | None) -> Html:
    if figure is None:
        return ""
    value = f"<strong>{_text(figure.value)}</strong> " if figure.value else ""
    return f'{value}<span class="quiet">{_text(figure.basis)}</span>'


def _table(key: str, columns: Sequence[str], rows: Html) -> Html:
    """A table that is named by the heading of its section."""
    head = "".join(f'<th scope="col">{_text(name)}</th>' for name in columns)
    return (
        f'<div class="wide"><table aria-labelledby="{key}">\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table></div>"
    )


def _pattern_with_legs(content: ReportContent, charts: Mapping[str, bytes]) -> Html:
    legs = content.legs
    return _patterns(content.patterns) + (_picture(legs, charts[legs.key], kind="small") if legs else "")


def _patterns(patterns: Iterable[Pattern]) -> Html:
    return '<div class="beside">\n' + "\n".join(map(_pattern, patterns)) + "\n</div>"


def _pattern(pattern: Pattern) -> Html:
    tallies = "\n".join(
        f'<li class="tally"><span>{_text(one.name)}</span> <span>{one.count}</span></li>' for one in pattern.tallies
    )
    told = f"<ul>\n{tallies}\n</ul>" if tallies else ""
    return f"<div>\n<h3>{_text(pattern.heading)}</h3>\n{_quiet(pattern.told)}\n{told}\n</div>"


def _features(content: ReportContent) -> Html:
    rows = "\n".join(
        f'<tr><th scope="row">{_text(one.name)}</th><td class="answer">{_answer(one.answer, recorded=one.recorded)}</td>'
        f'<td class="quiet">{_text(one.basis)}</td></tr>'
        for one in content.features
    )
    return f'<table aria-labelledby="features">\n<tbody>\n{rows}\n</tbody>\n</table>\n{_quiet(content.words.features_note)}'


def _answer(answer: str, *, recorded: bool) -> Html:
    return f"<strong>{_text(answer)}</strong>" if recorded else f'<span class="quiet">{_text(answer)}</span>'


def _findings(content: ReportContent) -> Html:
    if content.findings is None:
        return ""
    told = [f"<li><strong>{_text(one.verdict)}:</strong> {_text(one.counts)}</li>" for one in content.findings.in_words]
    told += [f"<li>{_text(line)}</li>" for line in content.findings.by_name]
    words = content.words
    body = "<ul>\n" + "\n".join(told) + f"\n</ul>\n{_quiet(words.not_proof)}" if told else _quiet(words.no_findings)
    return _headed("findings", words.findings, body)


def _section(section: Section, charts: Mapping[str, bytes]) -> Html:
    key = f"section-{section.key}"
    return _headed(key, section.heading, "\n".join(_part(key, part, charts) for part in section.parts))


def _part(key: str, part: Content, charts: Mapping[str, bytes]) -> Html:
    if isinstance(part, Paragraph):
        return _quiet(part.text)
    if isinstance(part, Listing):
        return _list(part.lines)
    if isinstance(part, Table):
        return _table(key, part.columns, "\n".join(map(_row, part.rows)))
    return _picture(part, charts[part.key])


def _row(cells: Sequence[str]) -> Html:
    first, *others = cells
    return f'<tr><th scope="row">{_text(first)}</th>' + "".join(f"<td>{_text(cell)}</td>" for cell in others) + "</tr>"


def _picture(picture: Picture, drawing: bytes, *, kind: str = "whole") -> Html:
    """As wide as the page, or as small as it was drawn."""
    return f'<figure class="{kind}">\n{inlined(drawing.decode(), picture.key, picture.alternative)}\n</figure>'


_BEFORE = re.compile(r"\A.*?(?=<svg\b)", re.DOTALL)
_METADATA = re.compile(r"<metadata>.*?</metadata>", re.DOTALL)
_NAMED = re.compile(r'(\bid="|href="#|url\(#)')
_FOR_ALL = re.compile(r'(<style type="text/css">)\s*\*')


def inlined(svg: str, key: str, alternative: str) -> Html:
    """A drawing within a page, as one picture with its words; its inner names are its own, and so is its style."""
    name = f"chart-{key}"
    drawing = _METADATA.sub("", _BEFORE.sub("", svg)).strip()
    drawing = _FOR_ALL.sub(rf"\1#{name} *", _NAMED.sub(rf"\1{name}-", drawing))
    return drawing.replace("<svg ", f'<svg id="{name}" role="img" aria-label="{_text(alternative)}" ', 1)


def _nights(content: ReportContent) -> list[Html]:
    """A table of all nights, each month a group of rows."""
    if not content.months:
        return []
    words = content.words
    head = (
        f'<thead><tr><th scope="col">{_text(words.night)}</th><th scope="col">{_text(words.cramps)}</th></tr></thead>'
    )
    months = "\n".join(map(_month, content.months))
    table = f'<table aria-labelledby="nights">\n{head}\n{months}\n</table>'
    return [_headed("nights", words.nights, f"{_quiet(words.counted)}\n{table}")]


def _month(month: Month) -> Html:
    name = f'{_text(month.name)} <span class="quiet">{_text(month.counts)}</span>'
    rows = "\n".join(map(_night, month.rows))
    return f'<tbody>\n<tr class="month"><th scope="rowgroup" colspan="2">{name}</th></tr>\n{rows}\n</tbody>'


def _night(row: NightRow) -> Html:
    told = [f"<div>{_text(line)}</div>" for line in row.told]
    if row.answers:
        told.append(f'<div class="quiet">{_text(row.answers)}</div>')
    if row.note:
        told.append(f'<div class="note">{_text(row.note)}</div>')
    kind = "" if row.cramps else ' class="told"'
    return f'<tr{kind}><th scope="row">{_text(row.nights)}</th><td>{"".join(told)}</td></tr>'
