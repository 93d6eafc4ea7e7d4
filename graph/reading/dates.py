"""Dates in Arabic text: where they stand and what they mean, as precisely as the words are."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from ...schema import PartialDate
from .calendar import Side, date_table
from .clock import Clock, hijri, ymd
from .datewords import date_pattern, date_trigger
from .text import fold

_DROPPED = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2069\ufeff\u00ad\u061c]"
)
_MARKS = frozenset(map(chr, (0x640, *range(0x64B, 0x660), 0x670)))
_LETTERS = "أإآٱیک٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
_TO_FOLD = re.compile(f"[{_LETTERS}]")
_FOLDS = tuple((letter, fold(letter)) for letter in _LETTERS)
_LAST_WORD = re.compile(r"(\w+)[^\w\n]{0,2}$")
_NEXT_WORD = re.compile(r"[^\w\n]{0,3}(\w+)")
_SURE_YEARS = range(1800, 2100)  # where a number after "in" is a year rather than a count
_THIS_CENTURY = 30  # عام 67 is 1967, عام 11 is 2011
_FROM = re.compile(
    r"(?<!\w)[وف]?(?:بين|من|الفترة)(?: (?:الفترة|عامي|عام|سنة|شهري|شهر|يومي|يوم))?[ (]{0,2}$"
)
_TO = re.compile(
    r"[^\S\n]{0,3}(?:(?:و?الى|و?حتى|-|–|و)[^\S\n]{0,3}(?:عام|سنة|شهر|يوم)?[^\S\n]{0,3})$"
)
_SAME = re.compile(
    r"[^\S\n]{0,3}[،,(/=-]?[^\S\n]{0,3}(?:الموافقة?|المصادفة?)?[^\S\n]{0,3}(?:ل|في)?"
    r"(?:يوم)?[^\S\n]{0,3}$"
)
_OLD_DAY = re.compile(r"[^\S\n]{0,3}[،,(]?[^\S\n]{0,3}(?:الموافقة?|المصادفة?)?[^\S\n]{0,3}$")
_UNITS: dict[str, tuple[int | None, Literal["day", "week", "month", "year"]]] = {
    "يوم": (1, "day"), "يومين": (2, "day"), "ايام": (None, "day"),
    "اسبوع": (1, "week"), "اسبوعين": (2, "week"), "اسابيع": (None, "week"),
    "شهر": (1, "month"), "شهرين": (2, "month"), "اشهر": (None, "month"), "شهور": (None, "month"),
    "عام": (1, "year"), "عامين": (2, "year"), "اعوام": (None, "year"),
    "عقد": (10, "year"), "عقدين": (20, "year"), "عقود": (None, "year"),
    "سنة": (1, "year"), "سنتين": (2, "year"), "سنوات": (None, "year"),
}  # fmt: skip
_STEP: dict[Side, int] = {"past": -1, "current": 0, "next": 1}


class FoundDate(NamedTuple):
    """A date expression: code points `start` to `end` (exclusive) of the text, and its meaning."""

    start: int
    end: int
    date: PartialDate


class _Token(NamedTuple):
    start: int
    end: int
    kind: Literal["date", "hijri", "weekday", "day"]
    edtf: str | None  # None: it cannot be told, for want of the document's date


def find_dates(text: str, anchor: PartialDate | None = None) -> list[FoundDate]:
    """Return the dates in a text, in order, never overlapping; cost is linear in its length.

    `anchor` is the document's date: without it, weekdays, relative dates and days without a year
    are passed over. A season is its year, a part of a year or month the whole of it. Hijri dates
    are converted by the tabular calendar and marked approximate.
    """
    folded, gaps = _folded(text)
    found: list[FoundDate] = []
    for token in _merged(_tokens(folded, Clock(anchor)), folded):
        if token.edtf is None:
            continue
        try:
            date = _date(token.edtf)
        except ValueError:  # an interval that ends before it begins
            continue
        start, end = token.start, token.end
        if gaps:
            start += bisect_right(gaps, start)
            end += bisect_right(gaps, end - 1)
            while end < len(text) and text[end] in _MARKS:
                end += 1
        found.append(FoundDate(start, end, date))
    return found


@lru_cache(maxsize=1 << 12)
def _date(edtf: str) -> PartialDate:
    return PartialDate(edtf=edtf)


def _folded(text: str) -> tuple[str, list[int]]:
    """Return the text as K1 and, for each dropped character, where its gap is in the result."""
    if _TO_FOLD.search(text):
        for letter, plain in _FOLDS:
            text = text.replace(letter, plain)
    gaps = [match.start() - nth for nth, match in enumerate(_DROPPED.finditer(text))]
    return (_DROPPED.sub("", text) if gaps else text), gaps


def _tokens(text: str, clock: Clock) -> Iterator[_Token]:
    trigger = date_trigger()
    place = trigger.search(text)
    while place is not None:
        match = date_pattern().match(text, place.start())
        token = _token(match, text, clock) if match else None
        if token is not None:
            yield token
        end = token.end if token else place.end()
        if match and not token:  # 13:18-27 مارس: no numeral date, but a day may follow
            end = match.end("n1") if match["n1"] else match.end()
        place = trigger.search(text, max(end, place.start() + 1))


def _token(match: re.Match[str], text: str, clock: Clock) -> _Token | None:
    """Return what one match says; None when its surroundings show that it is no date."""
    start, end = match.end("prefix"), match.end()
    get = match.group
    if get("mm"):
        return _named(match, text, clock)
    if get("n1"):
        edtf = _numeral(match)
        return _Token(start, end, "date", edtf) if edtf else None
    if get("r1") or get("l1"):
        first, last = (get("r1"), get("r2")) if get("r1") else (get("l1"), get("l2"))
        if first >= last or (get("r1") and int(last) - int(first) > 200):
            return None
        if get("l1") and get("lsep") in "و،" and not _FROM.search(text[max(0, start - 20) : start]):
            return _Token(start, match.end("l1"), "date", first)  # two years, not from one to one
        return _Token(start, end, "date", f"{first}/{last}")
    if get("y") or get("yq"):
        year = int(get("y") or get("yq"))
        if get("y2"):
            until = int(get("y2")) + (year // 100 * 100 if len(get("y2")) == 2 else 0)
            return _Token(start, end, "date", f"{year:04}/{until:04}")
        old = (get("ykind") or "").startswith(("ه", "هجري"))
        return _Token(start, end, "hijri" if old else "date", hijri(year) if old else ymd(year))
    if get("yy"):
        short = int(get("yy"))
        return _Token(start, end, "date", ymd(short + (1900 if short >= _THIS_CENTURY else 2000)))
    if get("yb"):
        return _bare_year(match, text)
    if get("d") or get("c"):
        edtf = _decade(match, clock)
        return _Token(start, end, "date", edtf)
    return _relative(match, text, clock)


def _named(match: re.Match[str], text: str, clock: Clock) -> _Token | None:
    """Read day, month name (and its second name) and year, each of them as far as given."""
    start, end = match.end("prefix"), match.end()
    get, table = match.group, date_table()
    key = _plain(get("mm"))
    old = key not in table.gregorian
    month = table.hijri[key] if old else table.gregorian[key]
    second = _plain(get("mn") or "")
    other = table.gregorian.get(second)
    if old and other is not None and (get("msep") or "/") in "/\\(–-":  # صفر/ يناير
        month, old = other, False
    day = int(get("m1")) if get("m1") else table.ordinals.get(_plain(get("mo") or ""))
    last_day = int(get("m2")) if get("m2") else None
    side = _side(get("mrel"))
    before = _word_before(text, match.start())
    if get("my"):
        year = int(get("my"))
        marked = (get("mkind") or "").startswith("ه")
        old = old and (marked or year < 1700)
        if not old and key not in table.gregorian and other is None:
            return None
    elif get("myrel"):
        told = clock.year_away(_STEP[_side(get("myrel")) or "current"])
        if told is None or old:
            return _Token(start, end, "date", None)
        year = int(told)
    else:
        named = side is None and (before in table.named_by or _goes_on(text, end))
        unclear = key in table.unclear and (day is None or old) and not get("mn") and side is None
        if named or (unclear and before not in table.month_after):
            return None
        if old:
            return _Token(start, end, "hijri", clock.in_hijri_month(month, day, side))
        told = clock.in_month(month, day, side)
        if told is None:
            return _Token(start, end, "date", None)
        year = int(told[:4])
    if old:
        return _Token(start, end, "hijri", hijri(year, month, day))
    first = ymd(year, month, day)
    if other is not None and other != month and day is None:  # من يناير إلى مارس
        last = ymd(year, other)
        started = ymd(year - (other < month), month)
        return _Token(start, end, "date", f"{started}/{last}")
    if last_day is not None and day is not None and last_day > day:
        return _Token(start, end, "date", f"{first}/{ymd(year, month, last_day)}")
    return _Token(start, end, "date", first) if first else None


def _numeral(match: re.Match[str]) -> str | None:
    """Read 2015-12-17, 17/12/2015, 12/17/2015, 2015-12, 12/2015 and 1990-91; a 3.5 is none."""
    get = match.group
    parts = [get("n1"), get("n2"), *([get("n3")] if get("n3") else [])]
    long = [len(part) == 4 for part in parts]
    numbers = [int(part) for part in parts]
    old = (get("nkind") or "").startswith("ه")
    make = hijri if old else ymd
    if long == [True, True]:
        return f"{parts[0]}/{parts[1]}" if 0 < numbers[1] - numbers[0] <= 200 else None
    if sum(long) != 1 or long == [False, True, False]:
        return None
    if len(parts) == 2:
        if get("nsep") == ".":
            return None
        if long[1]:
            return make(numbers[1], numbers[0]) if 1 <= numbers[0] <= 12 else None
        if 1 <= numbers[1] <= 12:
            return make(numbers[0], numbers[1])
        ends = numbers[0] // 100 * 100 + numbers[1]
        return f"{numbers[0]}/{ends}" if len(parts[1]) == 2 and ends > numbers[0] else None
    year, month, day = numbers if long[0] else numbers[::-1]
    if month > 12 >= day:
        month, day = day, month
    return make(year, month, day) if 1 <= month <= 12 else None


def _bare_year(match: re.Match[str], text: str) -> _Token | None:
    """Take a lone number for a year after words such as in, since, the war of; or in brackets."""
    start, end = match.end("prefix"), match.end()
    year, mark = int(match.group("yb")), match.group("ybkind") or ""
    if mark.startswith("ه"):
        return _Token(start, end, "hijri", hijri(year))
    bracketed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    before = _word_before(text, match.start())
    listed = len(before) == 4 and before.isdigit()  # 1948 و1967
    told = mark or bracketed or listed or before in date_table().year_after
    if not told or (not mark and year not in _SURE_YEARS):
        return None
    return _Token(start, end, "date", ymd(year))


def _decade(match: re.Match[str], clock: Clock) -> str | None:
    table = date_table()
    named = match.group("dc") or match.group("c")
    if named in ("الماضي", "الحالي"):
        now = clock.year_away(0)
        century = (int(now) + 99) // 100 - (named == "الماضي") if now else 20
        if not now and named == "الحالي":
            return None
    else:
        century = table.centuries[_plain(named)] if named else 20
    if match.group("c"):
        return f"{century * 100 - 99:04}/{century * 100:04}"
    first = (century - 1) * 100 + table.decades[match.group("d")]
    return f"{first:04}/{first + 9:04}"


def _relative(match: re.Match[str], text: str, clock: Clock) -> _Token | None:
    start, end = match.end("prefix"), match.end()
    get, table = match.group, date_table()
    before = _word_before(text, match.start())
    if get("w"):
        if _goes_on(text, end):
            return None
        if before in ("بين", "كلا", "صلاة", "خطبة", "هذين") and not get("wrel"):
            return None
        edtf = clock.weekday(table.weekdays[get("w")], _side(get("wrel")))
        return _Token(start, end, "weekday", edtf)
    if get("t"):
        days = table.days[_plain(get("t"))]
        if (days == 0 and _not_today(text, match.start(), end)) or (
            get("t") == "غدا" and not _tomorrow(text, end)
        ):
            return None
        return _Token(start, end, "day", clock.away(days))
    if get("p") or get("pthis"):
        unit = get("p") or get("pthis")
        if before in table.general and unit == "العام":  # الأمين العام الحالي
            return None
        step = _STEP[_side(get("prel")) or "current"]
        if unit == "الاسبوع":
            return _Token(start, end, "date", clock.week_away(step))
        away = clock.month_away if unit == "الشهر" else clock.year_away
        return _Token(start, end, "date", away(step))
    count, unit = _UNITS[get("b")]
    number = get("bn")
    if number is not None:
        count = int(number) if number.isdigit() else table.numbers[number]
    if count is None:
        return None
    decades = get("b").startswith("عق")
    edtf = clock.ago(count * 10 if get("b") == "عقود" else count, unit)
    about = "~" if (get("babout") or decades) and edtf and not edtf.endswith("~") else ""
    return _Token(start, end, "date", f"{edtf}{about}" if edtf else None)


def _goes_on(text: str, end: int) -> bool:
    """Whether the next word makes it a name: أيلول الأسود, الأحد الدامي."""
    follows = _NEXT_WORD.match(text, end, end + 30)
    return follows is not None and follows.group(1) in date_table().name_goes_on


def _not_today(text: str, start: int, end: int) -> bool:
    follows = _NEXT_WORD.match(text, end, end + 30)
    words = date_table()
    return _word_before(text, start) in words.not_today_before or (
        follows is not None and follows.group(1) in words.not_today
    )


def _tomorrow(text: str, end: int) -> bool:
    """Whether غدا is the day and not the verb "became": something other than a noun follows."""
    follows = _NEXT_WORD.match(text, end, end + 30)
    words = date_table()
    return (
        follows is None
        or text[end : end + 1] in "،.؛:!؟"
        or follows.group(1) in words.after_tomorrow
        or follows.group(1) in words.weekdays
    )


def _merged(tokens: Iterator[_Token], text: str) -> list[_Token]:
    """Join what says one date: a weekday with its date, a Hijri with its Gregorian, from and to."""
    merged: list[_Token] = []
    for token in tokens:
        if not merged or token.start - merged[-1].end > 25:
            merged.append(token)
            continue
        last, between = merged[-1], text[merged[-1].end : token.start]
        if last.kind in ("weekday", "day") and _OLD_DAY.match(between):
            end = token.end + ("(" in between and text[token.end : token.end + 1] == ")")
            edtf = _told_day(last, token)
            merged[-1] = _Token(last.start, end, token.kind, edtf)
        elif (
            last.kind != token.kind and "hijri" in (last.kind, token.kind) and _SAME.match(between)
        ):
            solar = token if last.kind == "hijri" else last
            merged[-1] = _Token(last.start, token.end, "date", solar.edtf)
        elif (
            _TO.match(between)
            and last.edtf
            and token.edtf
            and "/" not in last.edtf + token.edtf
            and _FROM.search(text[max(0, last.start - 25) : last.start])
        ):
            merged[-1] = _Token(last.start, token.end, "date", f"{last.edtf}/{token.edtf}")
        else:
            merged.append(token)
    return merged


def _told_day(first: _Token, second: _Token) -> str | None:
    """Return the date of two that stand for one day: أمس الثلاثاء, or الثلاثاء 17 ديسمبر 2015.

    A full date wins over a weekday; a weekday corrects "yesterday" when a text was dated later.
    """
    if first.edtf is None or second.edtf is None:
        return second.edtf or first.edtf
    if {first.kind, second.kind} != {"day", "weekday"}:
        return second.edtf
    day, weekday = (first, second) if first.kind == "day" else (second, first)
    dates = [dt.date.fromisoformat(token.edtf or "") for token in (day, weekday)]
    return day.edtf if dates[0].weekday() == dates[1].weekday() else weekday.edtf


def _side(word: str | None) -> Side | None:
    return date_table().sides[word] if word else None


def _plain(words: str) -> str:
    """Return words with single plain spaces, as they stand in the table."""
    return " ".join(words.split())


def _word_before(text: str, start: int) -> str:
    """Return the word before, on the same line, without a joined و or ف when it is known then."""
    match = _LAST_WORD.search(text[max(0, start - 24) : start])
    if match is None:
        return ""
    word = match.group(1)
    known = date_table()
    for bare in (word, word[1:] if word[0] in "وف" else word):
        for plain in (bare, bare.removeprefix("ال")):
            if any(
                plain in group for group in (known.named_by, known.year_after, known.month_after)
            ):
                return plain
    return word[1:] if word[0] in "وف" and len(word) > 3 else word
