"""The pattern of dates: one compiled expression over folded text, made from the words of dates."""

import re
from collections.abc import Iterable
from functools import cache
from typing import cast

from ..words.text import fold
from .calendar import date_words
from .daterelative import UNITS

_WS = r"[^\S\n\r]{1,3}"
_GAP = r"[^\S\n\r]{0,3}"
_YEAR_UNIT = r"(?:ال|لل)?(?:عام|سنه|سنة)"


@cache
def date_pattern() -> re.Pattern[str]:
    """Return the expression whose alternatives are the kinds of date expression.

    Groups of one kind share a letter: n numerals, m named months, y years, r and l ranges and
    lists of years, d decades and centuries, w weekdays, t days from today, p past and next
    units, q days of a month told, a and s what goes back to the date told, b before.
    """
    words = date_words()
    month = _any([*sum(words.gregorian.values(), ()), *sum(words.hijri.values(), ())])
    when = _any([*words.past, *words.next, *words.current])
    again = _any([*words.same, *words.following, *words.preceding])
    number = r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
    ordinal = _any(sum(words.ordinals.values(), ()))
    weekday = _any(sum(words.weekdays.values(), ()))
    part = _any(words.parts)
    unit = "|".join(UNITS)
    mark = rf"(?:{_GAP}(?P<KIND>هجري(?:ة)?|ه|م(?:يلادي(?:ة)?)?)(?!\w)\.?)?"
    # Years before Christ are none of ours.
    year = rf"[0-9]{{3,4}}(?![0-9])(?!{_GAP}ق\.?{_GAP}م)"
    numeral = (
        r"(?<![0-9][-/.])(?P<n1>[0-9]{4}|[0-9]{1,2})(?P<nsep>[-/.])(?P<n2>[0-9]{4}|[0-9]{1,2})"
        r"(?:(?P=nsep)(?P<n3>[0-9]{4}|[0-9]{1,2}))?(?![-/.]?[0-9])"
        r"(?:[Tt][0-2][0-9]:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:[Zz]|[+-][0-9:]{4,5})?)?"
        + mark.replace("KIND", "nkind")
    )
    named = (
        rf"(?:(?:(?<![0-9]:)(?:ال)?(?P<m1>{number})(?:{_GAP}(?:[-–/]|و|الى|حتى){_GAP}(?:ال)?(?P<m2>{number}))?"
        rf"(?:{_WS}من(?={_WS})|{_GAP}-)?|(?P<mo>{ordinal}){_WS}من|(?P<mlast>(?:اخر{_WS}يوم|اليوم"
        rf"{_WS}الاخير){_WS}من)|(?P<mfirst>اول(?:{_WS}(?:يوم{_WS}من|ايام))?|اليوم{_WS}الاول{_WS}من)"
        rf"(?={_WS}))"
        rf"{_GAP}(?:شهر{_WS})?)?"
        rf"(?P<mm>{month})(?!\w)"
        rf"(?:(?:{_GAP}(?P<msep>[/\\(–-]|و(?={_GAP}\w)|الى|حتى){_GAP}(?:شهر{_WS})?|{_WS})"
        rf"(?P<mn>{month})(?!\w)(?:{_GAP}\))?)?"
        rf"(?:(?:{_GAP}[،,/]{_GAP}|{_WS})(?:من{_WS})?(?:{_YEAR_UNIT}{_WS})?(?P<my>{year})"
        + mark.replace("KIND", "mkind")
        + rf"|{_WS}(?:من{_WS}(?:العام|السنة){_WS}(?:(?P<myrel>{when})|(?P<myagain>{again}))"
        rf"|(?P<mrel>{when}))(?!\w))?"
    )
    ranges = (
        rf"(?P<r1>[12][0-9]{{3}}){_GAP}(?:[-–/]|الى|حتى){_GAP}(?P<r2>[12][0-9]{{3}})(?![-/.]?[0-9])"
        + mark.replace("KIND", "rkind")
    )
    lists = (
        rf"(?:عامي|العامين|سنتي|اعوام|سنوات){_WS}(?P<l1>[12][0-9]{{3}})(?![0-9])"
        rf"{_GAP}(?P<lsep>،|و|-|–){_GAP}(?P<l2>[12][0-9]{{3}})(?![0-9])"
    )
    years = (
        rf"(?:(?:{part}|{_any(words.seasons)})(?:{_WS}من)?{_WS})?{_YEAR_UNIT}{_WS}(?P<y>{year})"
        rf"(?:{_GAP}[-/–]{_GAP}(?P<y2>[12][0-9]{{3}}|[0-9]{{2}})(?![0-9]))?"
        + mark.replace("KIND", "ykind")
        + rf"|(?:عام|سنة){_WS}(?P<yy>[0-9]{{2}})(?![0-9])"
        rf"|(?:{part}|{_any(words.seasons)}){_WS}(?P<yq>[12][0-9]{{3}})(?![0-9])"
        rf"|(?P<yb>[12][0-9]{{3}})(?![-/.,]?[0-9])" + mark.replace("KIND", "ybkind")
    )
    century = rf"القرن{_WS}(?P<DC>الماضي|الحالي|{_any(sum(words.centuries.values(), ()))})"
    decades = (
        rf"(?:(?:{part}){_WS})?(?:عقد{_WS})?(?:ال)?(?P<d>{_any(sum(words.decades.values(), ()))})"
        rf"(?!{_WS}من{_WS}عمر)(?!\w)(?:{_WS}(?:من{_WS})?{century.replace('DC', 'dc')})?"
        rf"|(?:(?:{part}){_WS})?{century.replace('DC', 'c')}"
    )
    weekdays = (
        rf"(?:يوم{_WS})?(?P<w>{weekday})(?!\w)"
        rf"(?:{_WS}(?P<wrel>{when}))?"
    )
    today = rf"(?P<t>{_any(sum(words.days.values(), ()))})"
    seasons = _any("ال" + season for season in words.seasons)
    units = (
        rf"(?:(?:{part}){_WS})?(?:(?P<p>الاسبوع|الشهر|العام|السنة|{seasons})"
        rf"{_WS}(?P<prel>{when})|هذ(?:ا|ه){_WS}(?P<pthis>الاسبوع|الشهر|العام|السنة))"
        rf"|(?:{part}){_WS}(?P<pbare>الشهر|العام|السنة)(?!{_WS}ال)"
    )
    thing = "اليوم|الليلة|الاسبوع|الشهر|العام|السنة"
    day = (
        rf"(?:(?:ال)?(?P<q1>{number})|(?P<qo>{ordinal})){_WS}(?:(?P<qit>منه)|(?P<qnow>الجاري)|من{_WS}"
        rf"(?:(?P<qthis>هذا{_WS}الشهر|الجاري)|الشهر{_WS}(?:(?P<qrel>{when})|(?P<qagain>{again}))))"
    )
    then = (
        rf"(?:(?P<a1>{thing}){_WS}(?P<arel>{again})|(?:ذلك|تلك){_WS}(?P<a2>{thing}))"
        rf"|(?:(?P<s1>قبل|بعد){_WS}ذلك|(?P<s2>قبل|بعد)(?:ها|ه)){_WS}ب(?P<sabout>(?:نحو|حوالي){_WS})?"
        rf"(?:(?P<sn>[0-9]{{1,3}}|{_any(sum(words.numbers.values(), ()))}){_WS})?(?P<s>{unit})"
        rf"|(?P<s3>بعد){_WS}(?P<s3about>(?:نحو|حوالي|قرابة){_WS})?"
        rf"(?:(?P<s3n>[0-9]{{1,3}}|{_any(sum(words.numbers.values(), ()))}){_WS})?(?P<s3u>{unit})"
        rf"(?!\w)(?!{_WS}(?:(?:من|على)(?!\w)|[0-9]|{month}|{weekday}))"
    )
    before = (
        rf"(?:قبل|منذ){_WS}(?P<babout>(?:نحو|حوالي|قرابة|اكثر{_WS}من|ما{_WS}يقارب){_WS})?"
        rf"(?:(?P<bn>[0-9]{{1,3}}|{_any(sum(words.numbers.values(), ()))}){_WS})?(?P<b>{unit})"
        rf"(?!\w)(?!{_WS}(?:(?:من|على)(?!\w)|[0-9]|{month}|{weekday}))"
    )
    kinds = (
        named,
        numeral,
        ranges,
        lists,
        years,
        decades,
        weekdays,
        day,
        then,
        today,
        units,
        before,
    )
    # `prefix` is a joined conjunction or preposition and no part of the date.
    return re.compile(rf"(?<!\w)(?P<prefix>[وف]?[بلك]?)(?:{'|'.join(kinds)})(?!\w)")


@cache
def date_trigger() -> re.Pattern[str]:
    """Return a fast expression for the places where `date_pattern` may match.

    It is a trie of first words; most text is passed over at its speed.
    """
    words = date_words()
    tables = (words.gregorian, words.hijri, words.weekdays, words.ordinals, words.days)
    firsts = {
        fold(word).split()[0] for table in tables for group in table.values() for word in group
    }
    firsts |= {fold(word) for word in (*words.parts, *words.seasons)}
    firsts |= {fold("ال" + word) for word in words.seasons}
    firsts |= {fold(word) for group in words.decades.values() for word in group}
    firsts |= {fold("ال" + word) for group in words.decades.values() for word in group}
    firsts |= set("0123456789") | {"ال" + digit for digit in "0123456789"}
    firsts |= {
        "عام",
        "سنة",
        "عامي",
        "العامين",
        "اعوام",
        "العام",
        "السنة",
        "للعام",
        "للسنة",
        "سنوات",
        "سنتي",
    }
    firsts |= {
        "عقد",
        "القرن",
        "يوم",
        "الاسبوع",
        "الشهر",
        "هذا",
        "هذه",
        "قبل",
        "منذ",
        "ذلك",
        "تلك",
        "بعد",
        "اول",
        "اخر",
        "قبلها",
        "بعدها",
        "الليلة",
    }
    return re.compile(rf"\b[وف]?[بلك]?{_trie(firsts)}(?![^\W0-9_])")


def _trie(words: Iterable[str]) -> str:
    """Return an expression for any of the words that tests each letter once."""
    root: dict[str, dict[str, object]] = {}
    for word in words:
        node = root
        for letter in word:
            node = cast("dict[str, dict[str, object]]", node.setdefault(letter, {}))
        node[""] = {}

    def expression(node: dict[str, dict[str, object]]) -> str:
        branches = [
            re.escape(letter) + expression(cast("dict[str, dict[str, object]]", node[letter]))
            for letter in sorted(node)
            if letter
        ]
        if not branches:
            return ""
        choice = "|".join(branches)
        return f"(?:{choice})?" if "" in node else f"(?:{choice})" if branches[1:] else choice

    return expression(root)


def _any(words: Iterable[str]) -> str:
    """Return an expression for any of the words, folded, longest first."""
    folded = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace("\\ ", _WS) for word in folded) + ")"
