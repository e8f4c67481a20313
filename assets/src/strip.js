// The strip of all days: how many incidents begin when, and the brush that chooses a period.

import {brushX} from "d3-brush";
import {select} from "d3-selection";
import {begins, dayOf, dayText} from "./data.js";

const HEIGHT = 56;
const COLUMN = 4; // px that a column has at least
const STEPS = [1, 7, 28, 91, 364, 3640]; // days
const LABEL = 76; // px that a label needs

export function makeStrip(svg, told) {
  const root = select(svg);
  const paths = ["all", "chosen", "hatched"].map((name) => root.append("path").attr("class", name));
  paths[2].attr("fill", "url(#hatch-days)"); // the pattern stands in the page, with the key
  const axis = root.append("g").attr("class", "days");
  const hold = root.append("g").attr("class", "brush");
  const state = {data: null, chosen: null, period: null, scale: null};

  const brush = brushX()
    .on("brush end", ({type, selection, sourceEvent}) => {
      if (!sourceEvent || !state.scale) return;
      state.period = selection && read(selection);
      told.chose(state.period, type === "end");
    });

  const read = ([a, b]) => {
    const [from, to] = [state.scale.day(a), state.scale.day(b - 0.01)].map(Math.floor);
    return [from, Math.max(from, to)];
  };

  function layout() {
    const width = svg.clientWidth;
    if (!state.ends || !width) return;
    const [first, last] = state.ends;
    const span = last - first + 1;
    const step = STEPS.find((s) => span / s <= width / COLUMN) ?? STEPS.at(-1);
    const x = (day) => ((day - first) / span) * width;
    state.scale = {first, last, span, step, width, x, day: (px) => first + (px / width) * span};
    state.highest = Math.max(1, ...columns(() => true));
    paths[0].attr("d", bars(columns(() => true)));
    ticks();
    hold.call(brush.extent([[0, 0], [width, HEIGHT]]));
    fill();
    place();
  }

  /** How many incidents that pass begin in each column. */
  function columns(passes) {
    const {data, scale: {first, span, step}} = state;
    const made = new Array(Math.ceil(span / step)).fill(0);
    for (let i = 0; i < data.size; i++) {
      const day = begins(data, i);
      if (day === day && passes(i)) made[Math.floor((day - first) / step)] += 1;
    }
    return made;
  }

  function bars(heights) {
    const {x, first, step} = state.scale;
    return heights.map((n, c) => {
      if (!n) return "";
      const [left, right] = [x(first + c * step), x(first + (c + 1) * step)];
      const high = Math.max(1.5, (n / state.highest) * (HEIGHT - 4));
      return `M${left.toFixed(1)} ${HEIGHT}v${-high.toFixed(1)}h${Math.max(1, right - left - 1).toFixed(1)}v${high.toFixed(1)}z`;
    }).join("");
  }

  function fill() {
    if (!state.scale || !state.chosen) return;
    const {chosen, data} = state;
    paths[1].attr("d", bars(columns((i) => chosen[i])));
    paths[2].attr("d", bars(columns((i) => chosen[i] && data.contested[i])));
  }

  /** Puts the brush where the period is. */
  function place() {
    if (!state.scale) return;
    const {x, first, last} = state.scale;
    const shown = state.period &&
      [Math.max(first, state.period[0]), Math.min(last, state.period[1]) + 1].map(x);
    hold.call(brush.move, shown && shown[1] > shown[0] ? shown : null);
  }

  function ticks() {
    const {first, last, width, x} = state.scale;
    axis.selectAll("*").remove();
    for (const [day, label] of labels(first, last, Math.max(1, Math.floor(width / LABEL)))) {
      const at = x(day);
      if (at > width - LABEL / 2) continue;
      axis.append("path").attr("d", `M${at.toFixed(1)} 0V${HEIGHT + 6}`);
      axis.append("text").attr("x", at + 3).attr("y", HEIGHT + 15).text(label);
    }
  }

  /** Arrows move the period by a column, with Shift its end; Escape lets go of it. */
  svg.addEventListener("keydown", (event) => {
    const way = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    if (!state.scale || (!way && event.key !== "Escape")) return;
    event.preventDefault();
    const {first, last, span, step} = state.scale;
    if (!way) state.period = null;
    else {
      const [from, to] = (state.period ?? [first, first + Math.ceil(span / 10)]).map(Number);
      const [a, b] = [event.shiftKey ? from : from + way * step, to + way * step];
      if (a >= first && b <= last && a <= b) state.period = [a, b];
    }
    place();
    told.chose(state.period, true);
  });
  new ResizeObserver(layout).observe(svg);

  return {
    data: (data) => {
      Object.assign(state, {data, ends: ends(data)});
      svg.toggleAttribute("hidden", !state.ends); // no days are drawn where nothing has one
      layout();
    },
    chosen: (chosen) => {
      state.chosen = chosen;
      fill();
    },
    period: (period) => {
      state.period = period;
      place();
    },
  };
}

/** The first and last day that anything begins, with a little room; null where nothing has a day. */
function ends(data) {
  let [first, last] = [Infinity, -Infinity];
  for (let i = 0; i < data.size; i++) {
    const day = begins(data, i);
    if (day < first) first = day;
    if (day > last) last = day;
  }
  if (first > last) return null;
  const room = Math.max(1, Math.round((last - first) / 60));
  return [first - room, last + room];
}

/** Days to name, at most so many: beginnings of years or months. */
function labels(first, last, most) {
  const found = [];
  const [start, end] = [dayText(first), dayText(last)].map((t) => t.split("-").map(Number));
  const months = (end[0] - start[0]) * 12 + end[1] - start[1] + 1;
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240].find((s) => months / s <= most) ?? 480;
  const from = Math.ceil((start[0] * 12 + start[1] - 1) / step) * step;
  for (let m = from; m <= end[0] * 12 + end[1] - 1; m += step) {
    const [year, month] = [Math.floor(m / 12), String((m % 12) + 1).padStart(2, "0")];
    const day = dayOf(`${String(year).padStart(4, "0")}-${month}-01`);
    if (day >= first) found.push([day, step < 12 ? `${year}-${month}` : String(year)]);
  }
  return found;
}
