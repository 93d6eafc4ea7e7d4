"""Date tokens: what one match of the pattern says, by the kind of expression it is."""

import re
from calendar import monthrange

from .calendar import date_table
from .clock import Clock, hijri, ymd
from .datearound import FROM_BEFORE, STEP, DateToken, goes_on, plain, side_of, word_before
from .daterelative import day_of, relative, told

_SURE_YEARS = range(1800, 2100)  # where a number after "in" is a year rather than a count
_THIS_CENTURY = 30  # عام 67 is 1967, عام 11 is 2011


def token_of(match: re.Match[str], text: str, clock: Clock) -> DateToken | None:
    """Return what one match says; None when its surroundings show that it is no date."""
    start, end = match.end("prefix"), match.end()
    get = match.group
    if get("mm"):
        return _named(match, text, clock)
    if get("n1"):
        edtf = _numeral(match)
        return DateToken(start, end, "date", edtf) if edtf else None
    if get("r1") or get("l1"):
        first, last = (get("r1"), get("r2")) if get("r1") else (get("l1"), get("l2"))
        if first >= last or (get("r1") and int(last) - int(first) > 200):
            return None
        if (
            get("l1")
            and get("lsep") in "و،"
            and not FROM_BEFORE.search(text[max(0, start - 20) : start])
        ):
            return DateToken(
                start, match.end("l1"), "date", first
            )  # two years, not from one to one
        return DateToken(start, end, "date", f"{first}/{last}")
    if get("y") or get("yq"):
        year = int(get("y") or get("yq"))
        if get("y2"):
            until = int(get("y2")) + (year // 100 * 100 if len(get("y2")) == 2 else 0)
            return DateToken(start, end, "date", f"{year:04}/{until:04}")
        old = (get("ykind") or "").startswith(("ه", "هجري"))
        return DateToken(start, end, "hijri" if old else "date", hijri(year) if old else ymd(year))
    if get("yy"):
        short = int(get("yy"))
        return DateToken(
            start, end, "date", ymd(short + (1900 if short >= _THIS_CENTURY else 2000))
        )
    if get("yb"):
        return _bare_year(match, text)
    if get("a1") or get("a2") or get("s") or get("s3u"):
        return told(match, text, clock)
    if get("q1") or get("qo"):
        return day_of(match, text, clock)
    if get("d") or get("c"):
        edtf = _decade(match, clock)
        return DateToken(start, end, "date", edtf)
    return relative(match, text, clock)


def _named(match: re.Match[str], text: str, clock: Clock) -> DateToken | None:
    """Read day, month name (and its second name) and year, each of them as far as given."""
    start, end = match.end("prefix"), match.end()
    get, table = match.group, date_table()
    key = plain(get("mm"))
    old = key not in table.gregorian
    month = table.hijri[key] if old else table.gregorian[key]
    second = plain(get("mn") or "")
    other = table.gregorian.get(second)
    if old and other is not None and (get("msep") or "/") in "/\\(–-":  # صفر/ يناير
        month, old = other, False
    day = int(get("m1")) if get("m1") else table.ordinals.get(plain(get("mo") or ""))
    day = 1 if get("mfirst") else day
    coming: str | None = None
    last_day = int(get("m2")) if get("m2") else None
    side = side_of(get("mrel"))
    before = word_before(text, match.start())
    if get("my"):
        year = int(get("my"))
        marked = (get("mkind") or "").startswith("ه")
        old = old and (marked or year < 1700)
        if not old and key not in table.gregorian and other is None:
            return None
    elif get("myagain"):
        then = clock.since(table.again[plain(get("myagain"))], "year")
        if then is None or old:
            return DateToken(start, end, "date", None)
        year = int(then)
    elif get("myrel"):
        away = clock.year_away(STEP[side_of(get("myrel")) or "current"])
        if away is None or old:
            return DateToken(start, end, "date", None)
        year = int(away)
    else:
        named = side is None and (before in table.named_by or goes_on(text, end))
        unclear = key in table.unclear and (day is None or old) and not get("mn") and side is None
        if named or (unclear and before not in table.month_after):
            return None
        if old:
            return DateToken(start, end, "hijri", clock.in_hijri_month(month, day, side))
        near = clock.in_month(month, day, side)
        if near is None:
            return DateToken(start, end, "date", None)
        year = int(near[:4])
        coming = clock.in_month(month, day, "next") if side is None else None
    if old:
        return DateToken(start, end, "hijri", hijri(year, month, day))
    if get("mlast"):
        day = monthrange(year, month)[1]
    first = ymd(year, month, day)
    if other is not None and other != month and day is None:  # من يناير إلى مارس
        last = ymd(year, other)
        started = ymd(year - (other < month), month)
        return DateToken(start, end, "date", f"{started}/{last}")
    if last_day is not None and day is not None and last_day > day:
        return DateToken(start, end, "date", f"{first}/{ymd(year, month, last_day)}")
    return DateToken(start, end, "date", first, coming) if first else None


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


def _bare_year(match: re.Match[str], text: str) -> DateToken | None:
    """Take a lone number for a year after words such as in, since, the war of; or in brackets."""
    start, end = match.end("prefix"), match.end()
    year, mark = int(match.group("yb")), match.group("ybkind") or ""
    if mark.startswith("ه"):
        return DateToken(start, end, "hijri", hijri(year))
    bracketed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    before = word_before(text, match.start())
    listed = len(before) == 4 and before.isdigit()  # 1948 و1967
    told = mark or bracketed or listed or before in date_table().year_after
    if not told or (not mark and year not in _SURE_YEARS):
        return None
    return DateToken(start, end, "date", ymd(year))


def _decade(match: re.Match[str], clock: Clock) -> str | None:
    table = date_table()
    named = match.group("dc") or match.group("c")
    if named in ("الماضي", "الحالي"):
        now = clock.year_away(0)
        century = (int(now) + 99) // 100 - (named == "الماضي") if now else 20
        if not now and named == "الحالي":
            return None
    else:
        century = table.centuries[plain(named)] if named else 20
    if match.group("c"):
        return f"{century * 100 - 99:04}/{century * 100:04}"
    first = (century - 1) * 100 + table.decades[match.group("d")]
    return f"{first:04}/{first + 9:04}"
