"""What the diary asks from the start, in the order of the form."""

from __future__ import annotations

from diary.language import mark
from diary.model.clock_text import TimeOf
from diary.model.factors import Catalogue, Choice, Factor, Group, Number, Option, TimeOfDay, Unit, YesNo


def _choice(*options: tuple[str, str]) -> Choice:
    return Choice(tuple(Option(key, name) for key, name in options))


BUILT_IN = Catalogue(
    (
        Factor(
            "position",
            Group.BEDDING,
            mark("How did you mostly lie?"),
            mark("Mostly lay on"),
            _choice(
                ("back", mark("Back")),
                ("side", mark("Side")),
                ("front", mark("Front")),
                ("mixed", mark("Mixed")),
            ),
        ),
        Factor(
            "one_position",
            Group.BEDDING,
            mark("Stayed in one position most of the night?"),
            mark("Stayed in one position"),
            YesNo(),
        ),
        Factor(
            "covers_pressed",
            Group.BEDDING,
            mark("Did the covers press on your feet (tucked in, or heavy)?"),
            mark("Covers pressed on the feet"),
            YesNo(),
        ),
        Factor(
            "toes_pushed",
            Group.BEDDING,
            mark("Lying on your front: were your toes pushed against the bed?"),
            mark("Toes pushed against the bed"),
            YesNo(),
            only_if=("position", ("front",)),
        ),
        Factor(
            "legs_outside",
            Group.BEDDING,
            mark("Legs or feet outside the covers?"),
            mark("Legs or feet outside the covers"),
            YesNo(),
        ),
        Factor(
            "bedding",
            Group.BEDDING,
            mark("How thick were the covers?"),
            mark("Covers"),
            _choice(
                ("none", mark("None or sheet")),
                ("thin", mark("Thin")),
                ("medium", mark("Medium")),
                ("thick", mark("Thick")),
            ),
            stable=True,
            evening=True,
        ),
        Factor("socks", Group.BEDDING, mark("Socks in bed?"), mark("Socks in bed"), YesNo(), stable=True, evening=True),
        Factor(
            "room_temperature",
            Group.ROOM,
            mark("Room temperature"),
            mark("Room temperature"),
            Number(-20, 50, 0.01, Unit.CELSIUS),
            stable=True,
            evening=True,
        ),
        Factor(
            "room_felt",
            Group.ROOM,
            mark("No thermometer? The room felt …"),
            mark("The room felt"),
            _choice(
                ("cold", mark("Cold")),
                ("cool", mark("Cool")),
                ("comfortable", mark("Comfortable")),
                ("warm", mark("Warm")),
            ),
            stable=True,
            evening=True,
        ),
        Factor("bed_time", Group.SLEEP, mark("Went to bed at"), mark("Bed time"), TimeOfDay(TimeOf.BED)),
        Factor("wake_time", Group.SLEEP, mark("Got up at"), mark("Wake time"), TimeOfDay(TimeOf.WAKE)),
        Factor(
            "sleep_quality",
            Group.SLEEP,
            mark("How well did you sleep? 1 is very badly, 5 is very well"),
            mark("Sleep quality"),
            Number(1, 5),
        ),
        Factor(
            "exercise",
            Group.DAY,
            mark("How much exercise?"),
            mark("Exercise"),
            _choice(
                ("none", mark("None")),
                ("light", mark("Light")),
                ("moderate", mark("Moderate")),
                ("hard", mark("Hard")),
            ),
            evening=True,
        ),
        Factor(
            "exercise_kind",
            Group.DAY,
            mark("What kind?"),
            mark("Kind of exercise"),
            _choice(
                ("endurance", mark("Endurance")),
                ("strength", mark("Strength or sprint")),
                ("walking", mark("Walking")),
                ("other", mark("Other")),
            ),
            evening=True,
            only_if=("exercise", ("light", "moderate", "hard")),
        ),
        Factor(
            "exercise_minutes",
            Group.DAY,
            mark("How many minutes?"),
            mark("Minutes of exercise"),
            Number(0, 1440, 1, Unit.MINUTES),
            evening=True,
            only_if=("exercise", ("light", "moderate", "hard")),
        ),
        Factor(
            "stretched", Group.DAY, mark("Stretched before bed?"), mark("Stretched before bed"), YesNo(), evening=True
        ),
        Factor(
            "long_standing",
            Group.DAY,
            mark("Stood for a long time?"),
            mark("Stood for a long time"),
            YesNo(),
            evening=True,
        ),
        Factor(
            "calcium_portions",
            Group.DIET,
            mark("Calcium-rich portions (a glass of milk, a yoghurt, a slice of cheese, a bowl of greens)"),
            mark("Calcium-rich portions"),
            Number(0, 3, 1, Unit.PORTIONS, open_ended=True),
            evening=True,
        ),
        Factor(
            "fluids",
            Group.DIET,
            mark("Glasses of fluids"),
            mark("Fluids"),
            Number(0, 30, 1, Unit.GLASSES),
            evening=True,
        ),
        Factor(
            "alcohol",
            Group.DIET,
            mark("Alcoholic drinks"),
            mark("Alcohol"),
            Number(0, 30, 1, Unit.DRINKS),
            evening=True,
        ),
        Factor(
            "caffeine",
            Group.DIET,
            mark("Coffee, tea or cola after noon?"),
            mark("Caffeine after noon"),
            YesNo(),
            evening=True,
        ),
        Factor(
            "calcium_supplement",
            Group.DIET,
            mark("Took a calcium supplement?"),
            mark("Calcium supplement"),
            YesNo(),
            evening=True,
        ),
        Factor(
            "magnesium_supplement",
            Group.DIET,
            mark("Took a magnesium supplement?"),
            mark("Magnesium supplement"),
            YesNo(),
            evening=True,
        ),
        Factor(
            "stomach_upset",
            Group.DIET,
            mark("Vomiting or diarrhoea?"),
            mark("Vomiting or diarrhoea"),
            YesNo(),
            evening=True,
        ),
        Factor(
            "sleep_disturbance",
            Group.AFTER,
            mark("How much did the cramps disturb your sleep? 0 is not at all, 10 is completely"),
            mark("Sleep disturbance by cramps"),
            Number(0, 10),
        ),
    )
)
"""What the diary asks from the start, in the order of the form."""
