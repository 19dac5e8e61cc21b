"""The report as one picture: limits kept and late by unit, and who is unpaid at which site.

The font comes with the package zhplot, so that a machine without Chinese fonts draws the same.
"""

import io
from importlib.resources import as_file, files

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ticker import MaxNLocator

from casework.statistics_sheet import StatisticsSheet
from documents import labels
from documents.statistics.figures import site_name, span, title, unit_name

MOST_BARS = 8
_INK, _KEPT, _LATE, _UNPAID = "#333333", "#4c8c6b", "#c0504d", "#d08a3c"
_LONGEST_NAME = 14
_FONT = files("zhplot").joinpath("fonts/NotoSansSC-Regular.ttf")


def draw_chart(sheet: StatisticsSheet) -> bytes:
    """The picture as a .png file, 1,600 pixels wide."""
    with as_file(_FONT) as path:
        font = FontProperties(fname=str(path), size=11)
        figure = Figure(figsize=(10, 9), dpi=160, layout="constrained")
        canvas = FigureCanvasAgg(figure)
        report = sheet.report
        figure.suptitle(
            f"{title(sheet)}　{span(report.period)}",
            fontproperties=_larger(font),
            color=_INK,
        )
        upper, lower = figure.subplots(2, 1)
        _draw_units(upper, sheet, font)
        _draw_sites(lower, sheet, font)
        lower.set_xlabel(
            f"统计到 {labels.instant(report.as_of)}；超期：本期内超过日期才履行或还没履行的期限",
            fontproperties=font,
            color=_INK,
        )
        stream = io.BytesIO()
        canvas.print_figure(stream, format="png")
    return stream.getvalue()


def _larger(font: FontProperties) -> FontProperties:
    larger = font.copy()
    larger.set_size(15)
    return larger


def _draw_units(axes: Axes, sheet: StatisticsSheet, font: FontProperties) -> None:
    rows = [row for row in sheet.report.units if row.kept or row.late][:MOST_BARS]
    names = [_short(unit_name(row.unit, sheet)) for row in rows]
    places = range(len(rows))
    kept = [row.kept for row in rows]
    axes.barh(places, kept, color=_KEPT, label="按时")
    axes.barh(places, [row.late for row in rows], left=kept, color=_LATE, label="超期")
    for place, row in zip(places, rows, strict=True):
        axes.annotate(
            f" 按时 {row.kept}，超期 {row.late}",
            (row.kept + row.late, place),
            va="center",
            fontproperties=font,
            color=_INK,
        )
    _finish(axes, names, "本期期限（个）", font)
    if rows:
        axes.legend(prop=font, loc="lower right", frameon=False)


def _draw_sites(axes: Axes, sheet: StatisticsSheet, font: FontProperties) -> None:
    rows = sheet.report.sites[:MOST_BARS]
    places = range(len(rows))
    axes.barh(places, [row.unpaid.people for row in rows], color=_UNPAID)
    for place, row in zip(places, rows, strict=True):
        axes.annotate(
            f" {row.unpaid.people} 人，{labels.sum_of_money(row.unpaid.money)} 元，{row.days} 天",
            (row.unpaid.people, place),
            va="center",
            fontproperties=font,
            color=_INK,
        )
    _finish(
        axes, [_short(site_name(row, sheet)) for row in rows], "各工地还没拿到钱的工人（人）", font
    )


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def _finish(axes: Axes, names: list[str], heading: str, font: FontProperties) -> None:
    axes.set_title(heading, fontproperties=font, color=_INK, loc="left")
    axes.set_yticks(range(len(names)), names, fontproperties=font, color=_INK)
    axes.invert_yaxis()
    axes.margins(x=0.35)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    if not names:
        axes.text(0.5, 0.5, "没有", transform=axes.transAxes, ha="center", fontproperties=font)
        axes.set_xticks([])
