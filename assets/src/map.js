// The map: a canvas that is panned and zoomed; draws the base map, areas, marks and names.

import {select} from "d3-selection";
import {zoom, zoomIdentity} from "d3-zoom";
import {CLOSER, PLANE, level, levelSlowly, project, townsOf, unproject} from "./basemap.js";
import {drawBase, drawCross, drawMarks, drawTowns, inks} from "./draw.js";
import {marks, placed} from "./marks.js";

const MOST = 700; // px a unit
const TARGET = 12; // px around a point: targets are 24 px

export function makeMap(canvas, files, told) {
  const state = {t: zoomIdentity, width: 0, height: 0, marks: [], step: null, focus: false};
  const context = canvas.getContext("2d");
  let ink = inks(canvas);
  let frame = 0;

  const again = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      draw();
    });
  };

  function draw() {
    if (!state.base || !state.width) return;
    gather();
    const ratio = canvas.width / state.width;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawBase(context, state, ink);
    drawTowns(context, state, ink);
    drawMarks(context, state, ink);
    if (state.focus) drawCross(context, state, ink);
    canvas.dataset.drawn = state.marks.length;
  }

  /** Marks change with the chosen incidents, and by half steps of the zoom: not while panned. */
  function gather() {
    const step = Math.round(Math.log2(state.t.k) * 2) / 2;
    if (!state.tally || step === state.step) return;
    state.step = step;
    state.marks = marks(state.placed, state.tally, 2 ** step);
  }

  const behaviour = zoom()
    .filter((event) => {
      if (event.type === "wheel") return event.ctrlKey || document.activeElement === canvas;
      return event.touches ? event.touches.length > 1 : !event.button;
    })
    .on("zoom", ({transform}) => {
      state.t = transform;
      if (transform.k > CLOSER) closer();
      again();
    })
    .on("end", ({sourceEvent}) => sourceEvent && told.moved());
  const selection = select(canvas).call(behaviour).on("dblclick.zoom", null);

  function resize() {
    const {width, height} = canvas.getBoundingClientRect();
    if (!width || (width === state.width && height === state.height)) return;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    Object.assign(state, {width, height});
    [canvas.width, canvas.height] = [width * ratio, height * ratio];
    behaviour.extent([[0, 0], [width, height]]).translateExtent([[0, 0], [PLANE, PLANE]])
      .scaleExtent([Math.max(width, height) / PLANE, MOST]);
    selection.call(behaviour.transform, state.t);
    again();
  }

  async function closer() {
    if (state.near) return;
    state.near = true;
    state.towns = townsOf(await files.towns());
    again();
    state.closer = await levelSlowly(await files.near());
    again();
  }

  /** Shows a box of degrees: west, south, east, north. */
  function show([west, south, east, north]) {
    const [[x0, y1], [x1, y0]] = [project(west, south), project(east, north)];
    const k = Math.min(state.width / Math.max(6, x1 - x0), state.height / Math.max(6, y1 - y0));
    move((x0 + x1) / 2, (y0 + y1) / 2, Math.min(60, k * 0.85));
  }

  function move(x, y, k) {
    const least = Math.max(state.width, state.height) / PLANE;
    k = Math.max(least, Math.min(MOST, k));
    const there = zoomIdentity.translate(state.width / 2 - k * x, state.height / 2 - k * y);
    selection.call(behaviour.transform, there.scale(k));
  }

  const by = (dx, dy, factor = 1) => {
    const [x, y] = state.t.invert([state.width / 2 + dx, state.height / 2 + dy]);
    move(x, y, state.t.k * factor);
    told.moved();
  };

  /** The mark at a point of the canvas, the nearest of several; null where there is none. */
  function at(px, py, reach = 0) {
    let [best, least] = [null, Infinity];
    for (const mark of state.marks) {
      const [x, y] = state.t.apply([mark.x, mark.y]);
      const away = Math.hypot(x - px, y - py);
      if (away < least && away <= Math.max(TARGET, mark.r, reach)) [best, least] = [mark, away];
    }
    return best;
  }

  canvas.addEventListener("click", (event) => {
    if (event.defaultPrevented) return;
    const found = at(event.offsetX, event.offsetY);
    if (found) told.picked(found);
    else by(event.offsetX - state.width / 2, event.offsetY - state.height / 2);
  });
  canvas.addEventListener("pointermove", (event) => {
    const found = at(event.offsetX, event.offsetY);
    canvas.classList.toggle("over", Boolean(found));
    canvas.title = found ? told.named(found) : "";
  });

  const keys = {
    ArrowLeft: () => by(-60, 0), ArrowRight: () => by(60, 0),
    ArrowUp: () => by(0, -60), ArrowDown: () => by(0, 60),
    "+": () => by(0, 0, 1.6), "=": () => by(0, 0, 1.6), "-": () => by(0, 0, 1 / 1.6),
    Enter: () => {
      const found = at(state.width / 2, state.height / 2, Infinity);
      if (found) told.picked(found);
    },
  };
  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  for (const [type, focus] of [["focus", true], ["blur", false]]) {
    canvas.addEventListener(type, () => {
      state.focus = focus && canvas.matches(":focus-visible");
      again();
    });
  }
  new ResizeObserver(resize).observe(canvas);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    ink = inks(canvas);
    again();
  });

  return {
    by,
    show,
    resize,
    base: (world) => {
      state.base = level(world);
      again();
    },
    places: (places) => {
      state.placed = placed(places);
    },
    tally: (tally) => {
      Object.assign(state, {tally, step: null});
      again();
    },
    /** What is in view, in degrees: west, south, east, north. */
    box: () => {
      const corner = (x, y) => unproject(state.t.invert([x, y]));
      const [[west, north], [east, south]] = [corner(0, 0), corner(state.width, state.height)];
      return [west, south, east, north];
    },
  };
}
