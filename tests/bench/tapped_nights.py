"""What nights must hold after taps, by the program's published rules alone: it shares nothing with the program.

The rules: each tap counts as it was meant, in its order. The same tap twice within half a second is one, but for + and
-, where each counts. A cramp is changed or removed by what it is, not by its place, and a second tap on *Remove* within
that time leaves the next one alone. A tap on an answer that is given takes it back. *Undo* takes back the act beside
which it stands, and nothing where another came since. *No cramps* on a night that holds cramps asks first, and then
removes those that it named. Nothing that comes up under the finger is hit by the second tap of a double one.
"""

from __future__ import annotations

import copy
import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Any

MOMENT = 0.5
"""Seconds in which the same tap is one."""
MOST_CRAMPS = 20

ANSWERS: dict[str, tuple[str, dict[str, Any]]] = {
    "How did you mostly lie?": ("position", {"Back": "back", "Side": "side", "Front": "front", "Mixed": "mixed"}),
    "Stayed in one position most of the night?": ("one_position", {"Yes": True, "No": False}),
    "Did the covers press on your feet (tucked in, or heavy)?": ("covers_pressed", {"Yes": True, "No": False}),
    "Lying on your front: were your toes pushed against the bed?": ("toes_pushed", {"Yes": True, "No": False}),
    "Legs or feet outside the covers?": ("legs_outside", {"Yes": True, "No": False}),
    "How thick were the covers?": (
        "bedding",
        {"None or sheet": "none", "Thin": "thin", "Medium": "medium", "Thick": "thick"},
    ),
    "Socks in bed?": ("socks", {"Yes": True, "No": False}),
    "No thermometer? The room felt …": (
        "room_felt",
        {"Cold": "cold", "Cool": "cool", "Comfortable": "comfortable", "Warm": "warm"},
    ),
    "How much exercise?": (
        "exercise",
        {"None": "none", "Light": "light", "Moderate": "moderate", "Hard": "hard"},
    ),
    "What kind?": (
        "exercise_kind",
        {"Endurance": "endurance", "Strength or sprint": "strength", "Walking": "walking", "Other": "other"},
    ),
    "Stretched before bed?": ("stretched", {"Yes": True, "No": False}),
    "Stood for a long time?": ("long_standing", {"Yes": True, "No": False}),
    "Calcium-rich portions (a glass of milk, a yoghurt, a slice of cheese, a bowl of greens)": (
        "calcium_portions",
        {"0": 0, "1": 1, "2": 2, "3 or more": 3},
    ),
    "Coffee, tea or cola after noon?": ("caffeine", {"Yes": True, "No": False}),
    "Took a calcium supplement?": ("calcium_supplement", {"Yes": True, "No": False}),
    "Took a magnesium supplement?": ("magnesium_supplement", {"Yes": True, "No": False}),
    "Vomiting or diarrhoea?": ("stomach_upset", {"Yes": True, "No": False}),
    "How well did you sleep? 1 is very badly, 5 is very well": ("sleep_quality", {str(n): n for n in range(1, 6)}),
    "How much did the cramps disturb your sleep? 0 is not at all, 10 is completely": (
        "sleep_disturbance",
        {str(n): n for n in range(11)},
    ),
}
"""Each question about a night: its key, and what its chips stand for."""
AFTERWARDS = tuple(question for question, (key, _) in ANSWERS.items() if key == "sleep_disturbance")
"""What is asked of a cramp night only; answered and then hidden, it stays in the diary."""
HANGING = {
    "Lying on your front: were your toes pushed against the bed?": ("position", {"front"}),
    "What kind?": ("exercise", {"light", "moderate", "hard"}),
}
"""What is asked only where another question has such an answer; it stays in the diary too where that changes."""
STEPS = {"Glasses of fluids": ("fluids", 30), "Alcoholic drinks": ("alcohol", 30)}
"""What is counted by + and -: its key, and the most there can be."""
TEN = {str(n): n for n in range(11)}
CRAMP_ANSWERS: dict[str, tuple[str, dict[str, Any]]] = {
    "How bad? 0 is no pain, 10 the worst there could be": ("intensity", TEN),
    "How many minutes?": ("minutes", {"½": 0.5, "1": 1, "2": 2, "3": 3, "5": 5, "10": 10, "15": 15}),
    "Which side?": ("side", {"Left": "left", "Right": "right", "Both": "both"}),
    "Where?": (
        "muscle",
        {
            "Calf": "calf",
            "Foot or toes": "foot",
            "Front of thigh": "front_thigh",
            "Back of thigh": "back_thigh",
            "Hand or arm": "hand_arm",
            "Trunk": "trunk",
            "Face": "face",
        },
    ),
    "Did it wake you?": ("woke_me", {"Yes": True, "No": False}),
    "Still sore the next day?": ("sore_next_day", {"Yes": True, "No": False}),
    "How distressing? 0 is not at all, 10 the most there could be": ("distress", TEN),
}
"""Each question about a cramp: its field, and what its chips stand for."""
HOUR, RELIEF = "About what hour?", "What relieved it?"
POSITION, EXERCISE = "How did you mostly lie?", "How much exercise?"
MORE = (
    "Did it wake you?",
    "Still sore the next day?",
    RELIEF,
    "How distressing? 0 is not at all, 10 the most there could be",
)
"""What is asked of a cramp only where more about it is shown."""
RELIEFS = {
    "Stretching": "stretching",
    "Standing or walking": "standing",
    "Massage": "massage",
    "Heat": "heat",
    "Medicine": "medicine",
    "Drinking": "drinking",
    "Nothing": "nothing",
}
COPIED = ("bedding", "socks", "room_felt")
"""What *Same as the night before* copies, of all that the monkey answers."""
QUIET, CRAMPS, ANOTHER, COPY, UNDO = (
    "No cramps",
    "I had cramps",
    "Another cramp this night",
    "Same as the night before",
    "Undo",
)
KEEP, REMOVE_ALL = re.compile(r"Keep (it|them)"), re.compile(r"Remove \d+ cramps?")
"""The two answers to the question whether cramps are to go."""
REACH = 12
"""Pixels between two taps of a double one."""
HIT = "hit what came up under the finger"
PUT_AWAY = "Close for this night"
"""Puts a word about a doctor away; within the moment after it nothing counts, for all below it moves."""


@dataclass(frozen=True, slots=True)
class Tap:
    """One tap as the page saw it: what lay under the finger at that moment, and what stood around it."""

    at: float
    """Seconds by the page's steady clock."""
    x: float
    y: float
    name: str
    """Of what was tapped, as a screen reader says it."""
    night: str
    """The name of the night in the heading."""
    cramp: int | None
    """The number of the cramp on whose card it lies."""
    cramps: int
    """How many cramp cards there were."""
    notice: str
    """The words beside Undo."""
    under: str | None = None
    """What lay under the finger when it came down."""


Identity = tuple[str, str, int | None]
"""The night, the name and the cramp of what is tapped."""


@dataclass(slots=True)
class TappedNight:
    """What a night holds."""

    cramps: list[dict[str, Any]] | None = None
    """Each with its identity under the key "#"."""
    answers: dict[str, Any] = field(default_factory=dict)

    def plain(self) -> dict[str, Any]:
        """As the program's own list of nights has it, without moments."""
        plain: dict[str, Any] = {}
        if self.cramps is not None:
            plain["cramps"] = [{key: value for key, value in cramp.items() if key != "#"} for cramp in self.cramps]
        if self.answers:
            plain["answers"] = dict(self.answers)
        return plain


@dataclass(slots=True)
class Act:
    """One act that changed a night, to be taken back."""

    night: str
    before: TappedNight
    words: str


class TappedNights:
    """All nights, by their names on the screen."""

    def __init__(self, mornings: dict[str, dt.date]) -> None:
        self.mornings = mornings
        self.nights: dict[str, TappedNight] = {name: TappedNight() for name in mornings}
        self._acts: list[Act] = []
        self._identities = 0
        self._shown: dict[str, list[list[int]]] = {}
        self._last: tuple[Identity, float] | None = None
        self._asked: tuple[str, frozenset[int]] | None = None
        self._before: Tap | None = None
        self._removed = self._put_away = -1.0

    def plain(self) -> dict[str, dict[str, Any]]:
        """The nights of which anything is known, by morning."""
        nights = {self.mornings[name].isoformat(): night.plain() for name, night in self.nights.items()}
        return {morning: night for morning, night in sorted(nights.items()) if night}

    def chosen(self, night: str) -> list[tuple[int, str]]:
        """What the page must show as given in a night: the number of the cramp, or 0, and the name of the chip."""
        held = self.nights[night]
        found = [(0, name) for name in _given(held.answers, ANSWERS) if _is_asked(name.partition("\n")[0], held)]
        for number, cramp in enumerate(held.cramps or [], 1):
            found += [(number, name) for name in _given(cramp, CRAMP_ANSWERS)]
            reliefs = cramp.get("relief", [])
            found += [(number, f"{RELIEF}\n{name}") for name, relief in RELIEFS.items() if relief in reliefs]
            if "at" in cramp:
                found.append((number, f"{HOUR}\n{int(cramp['at'][11:13])}"))
        return sorted(found)

    def tap(self, tap: Tap) -> str:
        """Do what a tap means; gives what came of it, for the log of a disagreement."""
        before, self._before = self._before, tap
        if before and _is_double(before, tap) and before.name != tap.name:
            return HIT
        identity = (tap.night, tap.name, self._cramp_of(tap))
        if not self._counts(identity, tap):
            return "one with the tap before"
        name = self._asked[0] if self._asked and REMOVE_ALL.fullmatch(tap.name) else tap.night
        if tap.name == UNDO:
            self._undo(tap.notice)
        elif KEEP.fullmatch(tap.name):
            self._asked = None
        elif name:
            self._act(name, tap, identity[2])
        return "counted"

    def _act(self, name: str, tap: Tap, cramp: int | None) -> None:
        night = self.nights[name]
        before = copy.deepcopy(night)
        words = self._do(name, night, tap, cramp)
        if night.plain() != before.plain():
            self._acts.append(Act(name, before, words))
        self._remember(name)

    def _counts(self, identity: Identity, tap: Tap) -> bool:
        name = identity[1]
        removal = name.startswith("Remove cramp ")
        if tap.at < self._put_away + MOMENT or (removal and tap.at < self._removed + MOMENT):
            return False
        steps = name.endswith((": more", ": fewer")) or name in {"The night before", "The night after"}
        if not steps and self._last and self._last[0] == identity and tap.at < self._last[1] + MOMENT:
            return False
        self._last = (identity, tap.at)
        if removal:
            self._removed = tap.at
        if name == PUT_AWAY:
            self._put_away = tap.at
        return True

    def _do(self, name: str, night: TappedNight, tap: Tap, cramp: int | None) -> str:
        """Do it; gives the words beside which its Undo will stand, empty where it has none."""
        question, _, option = tap.name.partition("\n")
        if tap.name == QUIET or REMOVE_ALL.fullmatch(tap.name):
            self._be_quiet(name, night, said=tap.name != QUIET)
            return f"Saved: no cramps, {name}."
        if tap.name == CRAMPS:
            night.cramps = night.cramps or [self._new_cramp()]
            return f"Saved: a cramp, {name}."
        if tap.name == ANOTHER:
            if len(night.cramps or []) < MOST_CRAMPS:
                night.cramps = [*(night.cramps or []), self._new_cramp()]
            return "One more cramp."
        if tap.name.startswith("Remove cramp "):
            others = [each for each in night.cramps or [] if each["#"] != cramp]
            if len(others) < len(night.cramps or []):
                night.cramps = others or None
            return f"Cramp {tap.name.split()[-1]} removed."
        if tap.name == COPY:
            self._copy(name, night)
            return "Covers, socks and room copied from the night before."
        if question in ANSWERS and option:
            key, values = ANSWERS[question]
            _toggle(night.answers, key, values[option])
        elif question.rpartition(": ")[0] in STEPS:
            self._step(night, question)
        else:
            self._tell(night, cramp, question, option)
        return ""

    def _be_quiet(self, name: str, night: TappedNight, *, said: bool) -> None:
        """Log it as quiet; cramps that it holds go only where that was said of all of them."""
        held = frozenset(cramp["#"] for cramp in night.cramps or [])
        if held and not said:
            self._asked = (name, held)
            return
        if not held or (self._asked and held <= self._asked[1]):
            night.cramps = []
        self._asked = None

    def _tell(self, night: TappedNight, cramp: int | None, question: str, option: str) -> None:
        told = next((each for each in night.cramps or [] if each["#"] == cramp), None)
        if told is None:
            return
        if question == HOUR:
            at = self._hour(night, int(option))
            given = told.get("about") and told.get("at") == at
            told |= {"at": None if given else at, "about": not given}
            for key in ("at", "about"):
                if not told[key]:
                    del told[key]
        elif question == RELIEF:
            reliefs = set(told.get("relief", [])) ^ {RELIEFS[option]}
            told["relief"] = sorted(reliefs)
            if not reliefs:
                del told["relief"]
        elif question in CRAMP_ANSWERS:
            key, values = CRAMP_ANSWERS[question]
            _toggle(told, key, values[option])

    def _hour(self, night: TappedNight, hour: int) -> str:
        name = next(name for name, each in self.nights.items() if each is night)
        day = self.mornings[name] - dt.timedelta(days=hour >= 12)
        return f"{day.isoformat()}T{hour:02}:00"

    def _step(self, night: TappedNight, name: str) -> None:
        question, _, way = name.rpartition(": ")
        key, most = STEPS[question]
        count = night.answers.get(key)
        if way == "more":
            night.answers[key] = 1 if count is None else min(most, count + 1)
        elif count is None:
            night.answers[key] = 0
        elif count == 0:
            del night.answers[key]
        else:
            night.answers[key] = count - 1

    def _copy(self, name: str, night: TappedNight) -> None:
        evening = self.mornings[name] - dt.timedelta(days=1)
        before = next((self.nights[each] for each, day in self.mornings.items() if day == evening), TappedNight())
        for key in COPIED:
            if key in before.answers:
                night.answers.setdefault(key, before.answers[key])

    def _undo(self, notice: str) -> None:
        if self._acts and self._acts[-1].words and self._acts[-1].words == notice:
            act = self._acts.pop()
            self.nights[act.night] = act.before
            self._remember(act.night)

    def _new_cramp(self) -> dict[str, Any]:
        self._identities += 1
        return {"#": self._identities}

    def _remember(self, name: str) -> None:
        """Note which cramps the page will show; it may show an earlier state of them still when the next tap comes."""
        identities = [cramp["#"] for cramp in self.nights[name].cramps or []]
        states = self._shown.setdefault(name, [])
        if not states or states[-1] != identities:
            states.append(identities)

    def _cramp_of(self, tap: Tap) -> int | None:
        """The cramp whose card lies under the finger: by its place among those that the page showed."""
        if tap.cramp is None or not is_about_cramp(tap.name):
            return None
        states = self._shown.get(tap.night, [])
        shown = next((state for state in reversed(states) if len(state) == tap.cramps), None)
        return shown[tap.cramp - 1] if shown else None


def is_about_cramp(name: str) -> bool:
    """Whether what has this name stands on the card of a cramp."""
    question = name.partition("\n")[0]
    return question in CRAMP_ANSWERS or question in (HOUR, RELIEF) or name.startswith("Remove cramp ")


def _is_asked(question: str, night: TappedNight) -> bool:
    """Whether the form asks a question about a night, given what else it holds; what is not asked is not shown."""
    if question in AFTERWARDS:
        return bool(night.cramps)
    key, values = HANGING.get(question, ("", {None}))
    return night.answers.get(key) in values


def _is_double(before: Tap, tap: Tap) -> bool:
    """Whether a finger that means one place tapped it twice."""
    near = abs(before.x - tap.x) <= REACH and abs(before.y - tap.y) <= REACH
    return near and tap.at < before.at + MOMENT


def _toggle(answers: dict[str, Any], key: str, value: Any) -> None:
    """Give an answer, or take it back where it is the one that is given. Yes is not 1."""
    given = answers.get(key)
    if key in answers and given == value and isinstance(given, bool) == isinstance(value, bool):
        del answers[key]
    else:
        answers[key] = value


def _given(answers: dict[str, Any], questions: dict[str, tuple[str, dict[str, Any]]]) -> list[str]:
    """The names of the chips that stand for these answers."""
    return [
        f"{question}\n{option}"
        for question, (key, values) in questions.items()
        for option, value in values.items()
        if key in answers and answers[key] == value and isinstance(answers[key], bool) == isinstance(value, bool)
    ]
