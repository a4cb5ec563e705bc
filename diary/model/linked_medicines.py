"""Medicines that the literature reports with leg cramps, by class and by name. A mark for the doctor's page, no more.

The classes are those of Garrison and others, Arch Intern Med 2012;172:120 (diuretics, statins, inhaled long-acting
beta-agonists) and Allen and Kirby, Am Fam Physician 2012;86:350 (iron sucrose, conjugated estrogens, raloxifene,
naproxen, teriparatide), and nifedipine, salbutamol and terbutaline (NICE CKS). The names are generic ones and some common brands; a medicine that is not
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
    SHORT_ACTING_BETA_AGONIST = "short_acting_beta_agonist"


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
    LinkedClass.SHORT_ACTING_BETA_AGONIST: (
        "salbutamol", "albuterol", "terbutaline", "terbutalin", "ventolin", "salamol", "airomir", "asmasal", "proair",
        "proventil", "sultanol", "berodual", "combivent", "bricanyl",
    ),
}  # fmt: skip
"""In small letters; each matches as whole words anywhere in what the person wrote."""
OTHER_SCRIPTS = {
    LinkedClass.THIAZIDE: (
        "гидрохлоротиазид", "гипотиазид", "индапамид", "хлорталидон", "氢氯噻嗪", "氫氯噻嗪", "吲达帕胺", "ヒドロクロロチアジド", "インダパミド",
        "히드로클로로티아지드", "هيدروكلوروثيازيد", "إنداباميد", "υδροχλωροθειαζιδη", "ινδαπαμιδη", "हाइड्रोक्लोरोथियाजाइड",
    ),
    LinkedClass.LOOP: ("фуросемид", "торасемид", "呋塞米", "速尿", "フロセミド", "푸로세미드", "فوروسيميد", "φουροσεμιδη", "फ्यूरोसेमाइड"),
    LinkedClass.POTASSIUM_SPARING: (
        "спиронолактон", "верошпирон", "эплеренон", "螺内酯", "スピロノラクトン", "스피로노락톤", "سبيرونولاكتون", "σπειρονολακτονη",
        "स्पिरोनोलैक्टोन",
    ),
    LinkedClass.STATIN: (
        "аторвастатин", "симвастатин", "розувастатин", "правастатин", "аторис", "липримар", "крестор", "阿托伐他汀", "立普妥", "辛伐他汀",
        "瑞舒伐他汀", "可定", "普伐他汀", "アトルバスタチン", "ロスバスタチン", "プラバスタチン", "シンバスタチン", "リピトール", "クレストール", "아토르바스타틴",
        "로수바스타틴", "심바스타틴", "أتورفاستاتين", "سيمفاستاتين", "روسوفاستاتين", "ατορβαστατινη", "σιμβαστατινη", "ροσουβαστατινη",
        "एटोरवास्टेटिन", "रोसुवास्टेटिन",
    ),
    LinkedClass.LONG_ACTING_BETA_AGONIST: (
        "формотерол", "салметерол", "симбикорт", "серетид", "福莫特罗", "沙美特罗", "信必可", "舒利迭", "ホルモテロール", "サルメテロール",
        "シムビコート", "アドエア", "포르모테롤", "살메테롤", "فورموتيرول", "سالميتيرول", "φορμοτερολη", "σαλμετερολη",
    ),
    LinkedClass.NAPROXEN: ("напроксен", "萘普生", "ナプロキセン", "나프록센", "نابروكسين", "ναπροξενη", "नेप्रोक्सन"),
    LinkedClass.NIFEDIPINE: ("нифедипин", "кордафлекс", "коринфар", "硝苯地平", "ニフェジピン", "アダラート", "니페디핀", "نيفيديبين", "νιφεδιπινη"),
    LinkedClass.SHORT_ACTING_BETA_AGONIST: (
        "сальбутамол", "вентолин", "беродуал", "тербуталин", "沙丁胺醇", "万托林", "特布他林", "サルブタモール", "살부타몰", "سالبوتامول",
        "σαλβουταμολη", "सालबुटामोल",
    ),
    LinkedClass.TERIPARATIDE: ("терипаратид", "特立帕肽", "テリパラチド", "테리파라타이드"),
    LinkedClass.RALOXIFENE: ("ралоксифен", "雷洛昔芬", "ラロキシフェン", "랄록시펜"),
}  # fmt: skip
"""The common names in other scripts. Some are written without spaces between words, so each matches anywhere in a text."""


def linked_class(name: str) -> LinkedClass | None:
    """The class under which a medicine of this name is reported with leg cramps; None where it is not listed."""
    words = f" {' '.join(_words(name))} "
    found = next((kind for kind, names in NAMES.items() if any(f" {word} " in words for word in names)), None)
    return found if found or name.isascii() else _in_other_scripts(search_text(name))


def _in_other_scripts(text: str) -> LinkedClass | None:
    return next(
        (kind for kind, names in OTHER_SCRIPTS.items() if any(search_text(word) in text for word in names)), None
    )


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", search_text(name))
