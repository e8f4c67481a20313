// How the map is inked. Colours are the sheet's, so that light and dark are the same code.

import {CLOSER} from "./basemap.js";

const NAMES = ["paper", "ink", "soft", "line", "bar", "contest", "sea", "land", "border", "focus"];
const AREA = 3; // px by which an area has to be larger than its mark to be drawn
const LABELS = 45;
const ROOM = {width: 6.4, height: 16}; // px that a letter, and a line of a label, need

export function inks(canvas) {
  const style = getComputedStyle(canvas);
  return Object.fromEntries(NAMES.map((n) => [n, style.getPropertyValue(`--${n}`).trim()]));
}

const inView = ({t, width, height}) => {
  const [[x0, y0], [x1, y1]] = [t.invert([0, 0]), t.invert([width, height])];
  return (shape) => shape.x0 <= x1 && shape.x1 >= x0 && shape.y0 <= y1 && shape.y1 >= y0;
};

export function drawBase(context, state, ink) {
  const {t, width, height} = state;
  const seen = inView(state);
  const base = state.closer && t.k > CLOSER ? state.closer : state.base;
  const each = (shapes, act) => shapes.filter(seen).forEach(({path}) => act(path));
  const stroke = (shapes, colour, px, dash = []) => {
    context.strokeStyle = colour;
    context.lineWidth = px / t.k;
    context.setLineDash(dash.map((d) => d / t.k));
    each(shapes, (path) => context.stroke(path));
  };
  context.fillStyle = ink.sea;
  context.fillRect(0, 0, width, height);
  context.save();
  context.translate(t.x, t.y);
  context.scale(t.k, t.k);
  context.fillStyle = ink.land;
  each(base.land, (path) => context.fill(path));
  tint(context, state, base, ink);
  context.fillStyle = ink.sea;
  each(base.lakes, (path) => context.fill(path, "evenodd"));
  stroke(base.rivers, ink.sea, 1.4);
  stroke(base.borders, ink.border, 1);
  stroke(base.broken, ink.border, 1, [3, 3]);
  context.restore();
}

/** Countries of which no more than the country is known. */
function tint(context, state, base, ink) {
  context.fillStyle = ink.bar;
  context.globalAlpha = 0.14;
  const spots = state.marks.flatMap((mark) => mark.spots);
  for (const country of new Set(spots.map((spot) => spot.country))) {
    const shape = country && base.byCode.get(country);
    if (shape) context.fill(shape.path);
  }
  context.globalAlpha = 1;
}

/** Names of towns, the largest first, as many as have room beside the marks. */
export function drawTowns(context, state, ink) {
  if (!state.towns || state.t.k < 4) return;
  const taken = state.marks.map(({x, y, r}) => around(state.t.apply([x, y]), r + 1));
  let left = LABELS;
  context.font = "12px system-ui, sans-serif";
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const {name, point} of state.towns) {
    const [x, y] = state.t.apply(point);
    if (x < 0 || y < 10 || x > state.width - 20 || y > state.height - 10) continue;
    const room = [x - 3, y - ROOM.height / 2, x + 8 + name.length * ROOM.width, y + ROOM.height / 2];
    if (room[2] > state.width || taken.some((other) => overlap(room, other))) continue;
    taken.push(room);
    context.fillStyle = ink.soft;
    context.fillRect(x - 1.5, y - 1.5, 3, 3);
    context.strokeStyle = ink.land;
    context.lineWidth = 3;
    context.strokeText(name, x + 5, y);
    context.fillText(name, x + 5, y);
    left -= 1;
    if (!left) return;
  }
}

const around = ([x, y], r) => [x - r, y - r, x + r, y + r];
const overlap = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

/** Areas first, then marks, the fullest on top. */
export function drawMarks(context, state, ink) {
  const {t, width, height} = state;
  const near = ({x, y, r}) => {
    const [px, py] = t.apply([x, y]);
    return px > -r && py > -r && px < width + r && py < height + r;
  };
  context.strokeStyle = ink.bar;
  context.lineWidth = 1;
  context.setLineDash([4, 3]);
  for (const mark of state.marks) {
    for (const spot of mark.spots) area(context, t, spot, mark.r, ink);
  }
  context.setLineDash([]);
  context.font = "600 12px system-ui, sans-serif";
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const mark of state.marks.filter(near).reverse()) {
    const [x, y] = t.apply([mark.x, mark.y]);
    (mark.n === 1 && !mark.wide ? one : several)(context, x, y, mark, ink);
  }
}

function area(context, t, spot, r, ink) {
  if (spot.area * t.k < r + AREA) return;
  const [x, y] = t.apply([spot.x, spot.y]);
  context.beginPath();
  context.arc(x, y, spot.area * t.k, 0, 2 * Math.PI);
  context.fillStyle = ink.bar;
  context.globalAlpha = 0.1;
  context.fill();
  context.globalAlpha = 1;
  context.stroke();
}

function one(context, x, y, {contested, r}, ink) {
  context.beginPath();
  if (contested) diamond(context, x, y, r + 1);
  else context.arc(x, y, r - 1, 0, 2 * Math.PI);
  context.fillStyle = contested ? ink.contest : ink.bar;
  context.strokeStyle = ink.paper;
  context.lineWidth = 1.5;
  context.fill();
  context.stroke();
}

/** A number in a ring, or in a square where no more than the country is known. */
function several(context, x, y, {n, contested, wide, r}, ink) {
  context.beginPath();
  if (wide) context.rect(x - r, y - r, 2 * r, 2 * r);
  else context.arc(x, y, r, 0, 2 * Math.PI);
  context.fillStyle = ink.paper;
  context.strokeStyle = ink.bar;
  context.lineWidth = 2;
  context.fill();
  context.stroke();
  context.fillStyle = ink.ink;
  context.fillText(short(n), x, y + 0.5);
  if (!contested) return;
  context.beginPath();
  diamond(context, x + r * 0.75, y - r * 0.75, 6);
  context.fillStyle = ink.contest;
  context.strokeStyle = ink.paper;
  context.lineWidth = 1;
  context.fill();
  context.stroke();
}

const short = (n) => (n < 10000 ? String(n) : `${Math.floor(n / 1000)}k`);

function diamond(context, x, y, r) {
  context.moveTo(x, y - r);
  context.lineTo(x + r, y);
  context.lineTo(x, y + r);
  context.lineTo(x - r, y);
  context.closePath();
}

/** Where Enter picks from, for those who move the map by keys. */
export function drawCross(context, {width, height}, ink) {
  const [x, y] = [width / 2, height / 2];
  context.beginPath();
  context.moveTo(x - 14, y);
  context.lineTo(x + 14, y);
  context.moveTo(x, y - 14);
  context.lineTo(x, y + 14);
  context.strokeStyle = ink.focus;
  context.lineWidth = 2;
  context.stroke();
}
