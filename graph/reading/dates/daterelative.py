"""Relative dates: what a weekday, yesterday, last month or two years ago means."""

import re

from .calendar import date_table
from .clock import Clock, Unit
from .datearound import STEP, DateToken, goes_on, next_word, plain, side_of, word_before

UNITS: dict[str, tuple[int | None, Unit]] = {
    "يوم": (1, "day"), "يومين": (2, "day"), "يوما": (None, "day"), "ايام": (None, "day"),
    "اسبوع": (1, "week"), "اسبوعين": (2, "week"), "اسبوعا": (None, "week"),
    "اسابيع": (None, "week"),
    "شهر": (1, "month"), "شهرين": (2, "month"), "شهرا": (None, "month"),
    "اشهر": (None, "month"), "شهور": (None, "month"),
    "عام": (1, "year"), "عامين": (2, "year"), "عاما": (None, "year"), "اعوام": (None, "year"),
    "عقد": (10, "year"), "عقدين": (20, "year"), "عقدا": (None, "year"), "عقود": (None, "year"),
    "سنة": (1, "year"), "سنتين": (2, "year"), "سنوات": (None, "year"),
}  # fmt: skip
_ROUND = frozenset({20, 30, 40, 50, 60, 70, 80, 90, 100})
_TOLD: dict[str, Unit] = {
    "اليوم": "day", "الليلة": "day", "الاسبوع": "week", "الشهر": "month",
    "العام": "year", "السنة": "year",
}  # fmt: skip


def relative(match: re.Match[str], text: str, clock: Clock) -> DateToken | None:
    """Return what depends on the day of the document; None for what is no date in its place."""
    start, end = match.end("prefix"), match.end()
    get, table = match.group, date_table()
    before = word_before(text, match.start())
    if get("w"):
        if goes_on(text, end):
            return None
        if before in ("بين", "كلا", "صلاة", "خطبة", "هذين") and not get("wrel"):
            return None
        weekday, side = table.weekdays[get("w")], side_of(get("wrel"))
        coming = clock.weekday(weekday, "next") if side is None else None
        return DateToken(start, end, "weekday", clock.weekday(weekday, side), coming)
    if get("t"):
        days = table.days[plain(get("t"))]
        if (days == 0 and _not_today(text, match.start(), end)) or (
            get("t") == "غدا" and not _tomorrow(text, end)
        ):
            return None
        return DateToken(start, end, "day", clock.away(days))
    if get("p") or get("pthis") or get("pbare"):
        unit = get("p") or get("pthis") or get("pbare")
        if before in table.general and unit == "العام":  # الأمين العام الحالي
            return None
        step = STEP[side_of(get("prel")) or "current"]
        if unit == "الاسبوع":
            return DateToken(start, end, "date", clock.week_away(step))
        away = clock.month_away if unit == "الشهر" else clock.year_away
        return DateToken(start, end, "date", away(step))
    size = _counted(get("bn"), get("b"))
    if size is None:
        return None
    round_ = get("b").startswith("عق") or size[0] in _ROUND
    edtf = _about(clock.ago(*size), get("babout") or round_)
    return DateToken(start, end, "date", edtf)


def told(match: re.Match[str], text: str, clock: Clock) -> DateToken | None:
    """Return what goes back to the date told before: the same year, two days later."""
    start, end = match.end("prefix"), match.end()
    get = match.group
    thing = get("a1") or get("a2")
    if thing:
        step = date_table().again[plain(get("arel"))] if get("arel") else 0
        unit = _TOLD[thing]
        return DateToken(start, end, "date", clock.since(step, unit))
    if get("s3") and not (get("prefix") or text[:start].rstrip()[-1:] in "،.؛:؟!"):
        return None  # عاد *بعد يومين*: from today
    size = _counted(get("sn") or get("s3n"), get("s") or get("s3u"))
    if size is None:
        return None
    count, unit = size
    back = "قبل" in (get("s1"), get("s2"))
    edtf = clock.since(-count if back else count, unit)
    return DateToken(start, end, "date", _about(edtf, get("sabout") or get("s3about")))


def day_of(match: re.Match[str], text: str, clock: Clock) -> DateToken | None:
    """Return a day of this month, of last month, of the month told before."""
    start, end = match.end("prefix"), match.end()
    get, table = match.group, date_table()
    day = int(get("q1")) if get("q1") else table.ordinals[plain(get("qo"))]
    if get("qit") and word_before(text, match.start()) not in table.year_after:
        return None  # the sixth chapter of it
    if get("qnow") and word_before(text, match.start()) not in ("في", "يوم", "حتى", "منذ"):
        return None  # the fourth, the current: السكرتير الرابع *الجاري*
    if get("qthis") or get("qnow") or get("qrel"):
        return DateToken(
            start, end, "date", clock.own_month(day, STEP[side_of(get("qrel")) or "current"])
        )
    return DateToken(start, end, "date", clock.told_month(day))


def _counted(number: str | None, unit: str) -> tuple[int, Unit] | None:
    """Return how many of which unit "three weeks", "two years" and "decades" are."""
    count, kind = UNITS[unit]
    if number is not None:
        count = int(number) if number.isdigit() else date_table().numbers[plain(number)]
    if count is None:
        return None
    decades = unit in ("عقدا", "عقود")
    return (count * 10 if decades else count), kind


def _about(edtf: str | None, about: object) -> str | None:
    return f"{edtf}~" if edtf and about and not edtf.endswith("~") else edtf


def _not_today(text: str, start: int, end: int) -> bool:
    words = date_table()
    before = word_before(text, start) in words.not_today_before
    return before or next_word(text, end) in words.not_today


def _tomorrow(text: str, end: int) -> bool:
    """Whether غدا is the day and not the verb "became": something other than a noun follows."""
    words, follows = date_table(), next_word(text, end)
    known = follows in words.after_tomorrow or follows in words.weekdays
    return not follows or text[end : end + 1] in "،.؛:!؟" or known
