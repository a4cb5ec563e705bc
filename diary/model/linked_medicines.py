"""Medicines that the literature reports with leg cramps, by class and by name. A mark for the doctor's page, no more.

The classes are those of Garrison and others, Arch Intern Med 2012;172:120 (diuretics, statins, inhaled long-acting
beta-agonists) and Allen and Kirby, Am Fam Physician 2012;86:350 (iron sucrose, conjugated estrogens, raloxifene,
naproxen, teriparatide), and nifedipine. The names are generic ones and some common brands; a medicine that is not
listed is not for that free of them.
"""

from __future__ import annotations

import re
from enum import StrEnum

from diary.language import mark
from diary.model.search_text import search_text

REPORTED = mark("reported with leg cramps")
"""What stands beside a linked medicine."""


class LinkedClass(StrEnum):
    """A kind of medicine that is reported with leg cramps."""

    THIAZIDE = "thiazide"
    LOOP = "loop"
    POTASSIUM_SPARING = "potassium_sparing"
    STATIN = "statin"
    LONG_ACTING_BETA_AGONIST = "long_acting_beta_agonist"
    IRON_SUCROSE = "iron_sucrose"
    CONJUGATED_ESTROGENS = "conjugated_estrogens"
    RALOXIFENE = "raloxifene"
    NAPROXEN = "naproxen"
    TERIPARATIDE = "teriparatide"
    NIFEDIPINE = "nifedipine"


NAMES = {
    LinkedClass.THIAZIDE: (
        "hydrochlorothiazide", "hydrochlorothiazid", "hct", "hctz", "chlorothiazide", "bendroflumethiazide",
        "bendrofluazide", "chlorthalidone", "chlortalidone", "chlortalidon", "indapamide", "indapamid", "metolazone",
        "xipamide", "xipamid", "microzide", "hydrodiuril", "esidrix", "hygroton", "thalitone", "natrilix", "lozol",
        "zaroxolyn", "aquaphor", "thiazide",
    ),
    LinkedClass.LOOP: (
        "furosemide", "furosemid", "frusemide", "bumetanide", "bumetanid", "torasemide", "torasemid", "torsemide",
        "etacrynic acid", "ethacrynic acid", "lasix", "bumex", "burinex", "demadex", "torem", "unat", "edecrin",
    ),
    LinkedClass.POTASSIUM_SPARING: (
        "spironolactone", "spironolacton", "eplerenone", "eplerenon", "amiloride", "amilorid", "triamterene",
        "triamteren", "finerenone", "aldactone", "aldacton", "inspra", "midamor", "dyrenium", "dyazide", "maxzide",
        "dytide", "moduretic",
    ),
    LinkedClass.STATIN: (
        "atorvastatin", "simvastatin", "rosuvastatin", "pravastatin", "fluvastatin", "lovastatin", "pitavastatin",
        "cerivastatin", "lipitor", "sortis", "zocor", "zocord", "crestor", "pravachol", "lipostat", "lescol",
        "mevacor", "altoprev", "livalo", "zypitamag", "vytorin", "inegy", "statin", "statins",
    ),
    LinkedClass.LONG_ACTING_BETA_AGONIST: (
        "salmeterol", "formoterol", "eformoterol", "arformoterol", "indacaterol", "olodaterol", "vilanterol",
        "serevent", "foradil", "oxis", "advair", "seretide", "viani", "symbicort", "dulera", "breo", "relvar",
        "anoro", "trelegy", "fostair", "foster", "trimbow", "flutiform", "striverdi", "stiolto", "spiolto", "onbrez",
        "ultibro", "breztri", "trixeo", "brovana", "perforomist",
    ),
    LinkedClass.IRON_SUCROSE: ("iron sucrose", "ferric saccharate", "venofer"),
    LinkedClass.CONJUGATED_ESTROGENS: (
        "conjugated estrogens", "conjugated estrogen", "conjugated oestrogens", "conjugated oestrogen",
        "conjugated equine estrogens", "conjugated equine oestrogens", "premarin", "prempro", "premphase", "presomen",
        "duavee", "duavive",
    ),
    LinkedClass.RALOXIFENE: ("raloxifene", "raloxifen", "evista", "optruma"),
    LinkedClass.NAPROXEN: ("naproxen", "naprosyn", "aleve", "anaprox", "naprelan", "vimovo", "proxen", "dolormin gs"),
    LinkedClass.TERIPARATIDE: ("teriparatide", "teriparatid", "forteo", "forsteo", "movymia", "terrosa"),
    LinkedClass.NIFEDIPINE: ("nifedipine", "nifedipin", "adalat", "procardia", "coracten", "tensipine"),
}  # fmt: skip
"""In small letters; each matches as whole words anywhere in what the person wrote."""


def linked_class(name: str) -> LinkedClass | None:
    """The class under which a medicine of this name is reported with leg cramps; None where it is not listed."""
    words = f" {' '.join(_words(name))} "
    return next((kind for kind, names in NAMES.items() if any(f" {word} " in words for word in names)), None)


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", search_text(name))
