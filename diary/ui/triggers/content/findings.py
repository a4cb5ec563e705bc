"""What Triggers and the page of a finding show: which cards in which order with which words, and the nights behind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass, field
from typing import TYPE_CHECKING

from diary.analysis.accuracy import accuracy_sentences, suspicion_accuracy_sentences, weighed_with_sentence
from diary.analysis.answering_words import (
    answered_sentence,
    before_the_night_sentence,
    held_back_sentence,
    helped_by_tonight,
)
from diary.analysis.cold_threshold import ColdThreshold
from diary.analysis.finding import Finding, Verdict
from diary.analysis.interim import nights_of_last_analysis
from diary.analysis.reasons import reason_sentences
from diary.analysis.suspicion_words import suspicion_sentence
from diary.analysis.words import (
    NEVER_ANSWERED,
    analysis_sentence,
    apart_sentence,
    counts_sentence,
    dated_sentence,
    direction_sentence,
    missing_sentence,
    odds_sentence,
    verdict_sentence,
    weighed_counts_sentence,
    weighed_sentence,
)
from diary.language import mark, tr
from diary.model.damage import DamagedNight
from diary.model.exposure import Exposure, ExposureState, Section, Threshold, Thresholds
from diary.model.exposures import exposures_by_key, unanswered_keys
from diary.model.factors import Catalogue
from diary.model.night import Night
from diary.model.night_tally import NightTally
from diary.model.period import ALL_TIME, Period
from diary.model.preferences import TemperatureUnit
from diary.ui.page.content.rule_words import card_notes, cold_threshold_words, left_out_words, rule_words
from diary.ui.page.spans import Span, period_back
from diary.ui.triggers.content.amounts import AmountShown, amount_shown

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from diary.book import Diary

SPANS = (Span.ALL, Span.QUARTER, Span.HALF, Span.YEAR)
COUNTED = {
    Span.ALL: mark("all nights"),
    Span.QUARTER: mark("the last 90 nights"),
    Span.HALF: mark("the last 180 nights"),
    Span.YEAR: mark("the last 365 nights"),
}
"""Which nights are counted; verdicts use all, whatever is chosen."""
_RANK = {
    Verdict.STANDS_OUT: 0,
    Verdict.LIKELY: 1,
    Verdict.POSSIBLE: 2,
    Verdict.CANNOT_TELL_APART: 2,
    Verdict.FROM_MEMORY: 2,
    Verdict.NOT_JUDGED: 3,
    Verdict.NO_CLEAR_PATTERN: 3,
    Verdict.NOT_ENOUGH_NIGHTS: 4,
}


@dataclass(frozen=True, slots=True)
class Selection:
    """What the screen is asked to show: while it shows something else, this is being computed."""

    span: Span
    early: bool


@dataclass(frozen=True, slots=True)
class FindingCard:
    """One card of Triggers."""

    exposure: Exposure
    finding: Finding
    counts: str
    sentences: tuple[str, ...]
    """Below the verdict, a few short sentences."""
    held_back: str
    """Why its answers hold it back; empty where they do not."""
    tonight: bool
    """Whether answering it the evening before would help it."""
    has_shares: bool = True
    """Whether the nights give a share of cramp nights, to be drawn."""
    is_answered: bool = True
    """Whether any night was ever answered about it."""


@dataclass(frozen=True, slots=True, eq=False)
class TriggersContent:
    """All of Triggers. Two are equal only if they are the same: comparing takes time."""

    cards: dict[Section, tuple[FindingCard, ...]]
    never_answered: tuple[Exposure, ...]
    """What is also asked, and was never answered."""
    look: str
    early: bool
    judged: bool
    """Whether there is any verdict."""
    logged: bool
    """Whether there is any night."""
    selection: Selection
    damaged: tuple[DamagedNight, ...] = ()
    also_missing: tuple[str, ...] = ()
    """Nights that cannot be read, and are in no count."""
    suspicion: str = ""
    """What is suspected, or that it can still be named; empty where it is too late."""
    no_rate: str = ""
    """Why these nights give no share of cramp nights; empty where they do."""


@dataclass(frozen=True, slots=True, eq=False)
class TriggerContent:
    """The page of one finding. Two are equal only if they are the same: comparing thousands of nights takes time."""

    card: FindingCard
    below: tuple[str, ...]
    """Below the verdict: what is missing, what must be known to read it, and of when the look is."""
    article: str
    research: str
    diary: str
    odds: str
    counting: tuple[str, ...]
    """When a night counts, and which were left out."""
    amount: AmountShown | None
    sure: tuple[str, ...]
    nights: dict[ExposureState, tuple[Night, ...]]
    """The logged nights that are counted, newest first, by what their answers say."""
    selection: Selection


@dataclass(frozen=True, slots=True)
class CardSource:
    """What the words of cards are made from."""

    exposures: tuple[Exposure, ...]
    catalogue: Catalogue
    cold: ColdThreshold
    supplement_nights: int
    unit: TemperatureUnit
    counted: str
    has_shares: bool = True
    """Whether the nights that are counted give a share of cramp nights."""
    unanswered: frozenset[str] = frozenset()
    """The keys of those about which no logged night was answered; none where none was logged."""
    weighed: Mapping[str, Finding] = field(default_factory=dict)
    """By key, the findings with the counts that verdicts weigh; empty where all nights are counted."""


def triggers_content(book: Diary, span: Span, *, early: bool) -> TriggersContent:
    """The whole screen, with counts of a span of nights."""
    nights, exposures = book.nights.all(), book.results.exposures()
    period = _period(nights, span, book.nights.latest())
    found = book.results.findings(period, early=early)
    whole = book.results.findings(early=early)
    source = _card_source(book, nights, exposures, span=span, early=early)
    unanswered = unanswered_keys(exposures, nights)
    asked = [each for each in exposures if each.section is Section.ARTICLE or each.key not in unanswered]
    return TriggersContent(
        cards={
            section: cards_of(found, [exposure for exposure in asked if exposure.section is section], source)
            for section in Section
        },
        never_answered=tuple(
            exposure
            for exposure in exposures
            if exposure not in asked and _is_asked(exposure, book.questions.catalogue())
        ),
        look=analysis_sentence(whole[0]),
        early=whole[0].early,
        judged=any(each.verdict is not Verdict.NOT_ENOUGH_NIGHTS for each in whole),
        logged=any(night.logged for night in nights),
        selection=Selection(span, early),
        damaged=book.nights.damaged(),
        also_missing=book.files.missing_sentences(),
        suspicion=_suspicion(book, exposures),
        no_rate=NightTally.of(nights, period).no_rate_words,
    )


def _suspicion(book: Diary, exposures: Sequence[Exposure]) -> str:
    suspicion = book.person.profile().suspicion
    if suspicion:
        exposure = exposures_by_key(exposures).get(suspicion.key)
        return tr("You suspect: {name}.").format(name=tr(exposure.name) if exposure else suspicion.key)
    if not book.person.can_name_suspicion():
        return ""
    return tr("Do you suspect one thing? Named before the first look, it shows with fewer nights.")


def cards_of(findings: Iterable[Finding], exposures: Iterable[Exposure], source: CardSource) -> tuple[FindingCard, ...]:
    """The cards of those: what carries most first, then by probability; last what cannot be judged yet, by what it lacks."""
    by_key = {finding.key: finding for finding in findings}
    cards = [_card(exposure, by_key[exposure.key], source) for exposure in exposures if exposure.key in by_key]
    return tuple(sorted(cards, key=_place))


def _place(card: FindingCard) -> tuple[int, float, int]:
    finding = card.finding
    return _RANK[finding.verdict], -(finding.probability or 0.0), sum(astuple(finding.missing))


def _card(exposure: Exposure, finding: Finding, source: CardSource) -> FindingCard:
    weighed = source.weighed.get(finding.key, finding)
    is_answered = finding.key not in source.unanswered
    sentences = (
        direction_sentence(finding),
        suspicion_sentence(finding),
        weighed_counts_sentence(weighed, finding, exposure),
        apart_sentence(finding, source.exposures),
        weighed_sentence(weighed, source.exposures),
        missing_sentence(finding, exposure) if is_answered and (finding.exposed or finding.unexposed) else "",
        *reason_sentences(weighed, exposure),
        *_notes(exposure, source),
        before_the_night_sentence(finding, exposure),
        dated_sentence(finding, source.counted),
    )
    ahead = _ahead(exposure, source.catalogue)
    return FindingCard(
        exposure,
        finding,
        counts=counts_sentence(finding, exposure) if is_answered else tr(NEVER_ANSWERED),
        sentences=tuple(words for words in sentences if words),
        held_back=held_back_sentence(finding, ahead=ahead),
        tonight=ahead and helped_by_tonight(finding),
        has_shares=source.has_shares,
        is_answered=is_answered,
    )


def _notes(exposure: Exposure, source: CardSource) -> tuple[str, ...]:
    return card_notes(exposure, source.cold, source.supplement_nights, source.unit)


def trigger_content(book: Diary, exposure: Exposure, span: Span, *, early: bool) -> TriggerContent:
    """The page of one finding, with counts of a span of nights."""
    nights, exposures, unit = book.nights.all(), book.results.exposures(), book.person.preferences().temperature
    period = _period(nights, span, book.nights.latest())
    found = book.results.findings(period, early=early)
    finding = next(each for each in found if each.key == exposure.key)
    thresholds, source = (
        book.results.thresholds(early=early),
        _card_source(book, nights, exposures, span=span, early=early),
    )
    counted = period.nights_in(nights)
    logged = [night for night in nights if night.logged]
    cold = (cold_threshold_words(source.cold, unit),) if exposure.threshold is Threshold.COLD else ()
    return TriggerContent(
        card=_card(exposure, finding, source),
        below=_below(exposure, finding, source, span),
        article=_article(exposure),
        research=tr(exposure.research) if exposure.research else "",
        diary=verdict_sentence(
            source.weighed.get(finding.key, finding),
            exposures,
            ahead=_ahead(exposure, source.catalogue),
            answered=finding.key not in source.unanswered,
        ),
        odds=odds_sentence(finding),
        counting=(rule_words(exposure, thresholds, unit), *cold, *left_out_words(finding)),
        amount=amount_shown(exposure, counted, book.questions.catalogue(), unit) if source.has_shares else None,
        sure=(
            *([weighed_with_sentence(_judged(found) - 1)] if _judged([finding]) else []),
            *_answering_sentences(finding, exposure),
            *accuracy_sentences(
                weighed_nights := len(logged if early else nights_of_last_analysis(logged)), _weighed(found, exposures)
            ),
            *suspicion_accuracy_sentences(finding, weighed_nights),
        ),
        nights=nights_by_exposure(counted, exposure, thresholds),
        selection=Selection(span, early),
    )


def _weighed(findings: Iterable[Finding], exposures: Iterable[Exposure]) -> int:
    """How many questions are weighed: the article's, and whatever else was answered."""
    answered = {each.key for each in findings if each.probability is not None or each.exposed or each.unexposed}
    return sum(exposure.section is Section.ARTICLE or exposure.key in answered for exposure in exposures)


def _answering_sentences(finding: Finding, exposure: Exposure) -> tuple[str, ...]:
    """How it was answered; nothing before there is a verdict to read it by."""
    sentences = (answered_sentence(finding), before_the_night_sentence(finding, exposure))
    return tuple(words for words in sentences if words) if _judged([finding]) else ()


def _judged(findings: Iterable[Finding]) -> int:
    return sum(each.probability is not None for each in findings)


def _below(exposure: Exposure, finding: Finding, source: CardSource, span: Span) -> tuple[str, ...]:
    counted = tr("Counts and pictures are of {nights}; the verdict weighs all.").format(nights=source.counted)
    sentences = (
        suspicion_sentence(finding),
        weighed_counts_sentence(source.weighed.get(finding.key, finding), finding, exposure),
        missing_sentence(finding, exposure) if finding.key not in source.unanswered else "",
        *reason_sentences(source.weighed.get(finding.key, finding), exposure),
        *_notes(exposure, source),
        analysis_sentence(finding),
        "" if span is Span.ALL else counted,
    )
    return tuple(words for words in sentences if words)


def _article(exposure: Exposure) -> str:
    if exposure.article:
        return tr(exposure.article)
    return tr("It does not name this.") if exposure.research else ""


def _period(nights: Sequence[Night], span: Span, last: dt.date) -> Period:
    """The nights that are counted: from the first of a span on, those after today's morning too."""
    if span is Span.ALL:
        return ALL_TIME
    begun = min((night.morning for night in nights if night.logged), default=None)
    return Period(first=period_back(span, today=last, begun=begun).first)


def _card_source(
    book: Diary, nights: Sequence[Night], exposures: tuple[Exposure, ...], *, span: Span, early: bool
) -> CardSource:
    supplements = sum(night.logged and night.value("calcium_supplement") is True for night in nights)
    unit = book.person.preferences().temperature
    is_logged = any(night.logged for night in nights)
    return CardSource(
        exposures,
        book.questions.catalogue(),
        book.results.cold_threshold(early=early),
        supplements,
        unit,
        counted=tr(COUNTED[span]),
        unanswered=unanswered_keys(exposures, nights) if is_logged else frozenset(),
        weighed={} if span is Span.ALL else {each.key: each for each in book.results.findings(early=early)},
        has_shares=NightTally.of(nights, _period(nights, span, book.nights.latest())).has_rate,
    )


def _ahead(exposure: Exposure, catalogue: Catalogue) -> bool:
    """Whether any of what it reads can be told before the night."""
    return any(catalogue.get(key).evening for key in exposure.factors if key in catalogue)


def _is_asked(exposure: Exposure, catalogue: Catalogue) -> bool:
    """Whether the form asks any of what it reads."""
    return any(key in catalogue.on_form for key in exposure.factors)


def nights_by_exposure(
    nights: Sequence[Night], exposure: Exposure, thresholds: Thresholds
) -> dict[ExposureState, tuple[Night, ...]]:
    """The logged nights, newest first, by what their answers say about it."""
    newest_first = sorted((night for night in nights if night.logged), key=lambda night: night.morning, reverse=True)
    by_state = [(exposure.state(night.values(), thresholds), night) for night in newest_first]
    return {state: tuple(night for each, night in by_state if each is state) for state in ExposureState}
