// The map and the strip of days over one set of incidents, tied to the filters of the form.
//
// The page works without this: the form, the drawn timeline and the list are the server's. Here a
// brushed period and a box are put into the form's fields and the address, and the server's
// answer to that address takes the place of the list.

import {choose, counted, dayOf, dayText, figure, lowHigh, unpack, whenText} from "./data.js";
import {makeMap} from "./map.js";
import {tallied} from "./marks.js";
import {makeStrip} from "./strip.js";

const SHOWN = 12; // incidents of a mark that are listed beside it
const HERE = ["since", "until", "box", "page"]; // what is worked out here, not asked of the server

const by = (id) => document.getElementById(id);
const room = by("room");
const form = document.querySelector("form.facets");
const json = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
};

const state = {data: null, period: null, box: null, asked: null, search: "", frame: null};
const files = {near: () => json(room.dataset.near), towns: () => json(room.dataset.towns)};
const map = makeMap(by("map"), files, {
  picked,
  named: (mark) => `${title(mark)}: ${counted([mark.n, mark.n])}`,
  moved: () => {},
});
const strip = makeStrip(by("strip"), {
  chose: (period, done) => {
    state.period = period;
    soon();
    if (done) commit();
  },
});

// -- the address ------------------------------------------------------------------------

function read() {
  state.search = location.search;
  const asked = new URLSearchParams(state.search);
  const day = (name, last) => edge(asked.get(name), last);
  const [since, until] = [day("since", false), day("until", true)];
  state.period = since === null && until === null ? null : [since ?? -Infinity, until ?? Infinity];
  const box = (asked.get("box") ?? "").split(",").map(Number);
  state.box = box.length === 4 && box.every(Number.isFinite) ? box : null;
}

/** A day of `2023`, `2023-10` or `2023-10-17`: the first, or the last, that it can mean. */
function edge(text, last) {
  const parts = /^(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?$/.exec((text ?? "").trim());
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map((p) => (p ? Number(p) : null));
  const time = last
    ? Date.UTC(year, day ? month - 1 : (month ?? 12), day ?? 0)
    : Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  return Math.round(time / 86400000);
}

function query() {
  const asked = new URLSearchParams(location.search);
  for (const name of HERE) asked.delete(name);
  return asked.toString();
}

/** Puts the period and the box into the form and the address, and asks for the list anew. */
async function commit() {
  const [from, to] = state.period ?? [null, null];
  const text = (day) => (Number.isFinite(day) && day !== null ? dayText(day) : "");
  const set = {since: text(from), until: text(to), box: state.box ? state.box.join(",") : ""};
  const asked = new URLSearchParams(location.search);
  asked.delete("page");
  for (const [name, value] of Object.entries(set)) {
    if (form.elements[name]) form.elements[name].value = value;
    if (value) asked.set(name, value);
    else asked.delete(name);
  }
  history.pushState(null, "", `?${asked}`);
  state.search = location.search;
  await renew(location.href);
}

async function renew(address) {
  state.asked?.abort();
  state.asked = new AbortController();
  try {
    const answer = await fetch(address, {signal: state.asked.signal});
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of ["answer", "found"]) by(id).replaceWith(page.getElementById(id));
    room.dataset.renewed = Number(room.dataset.renewed ?? 0) + 1;
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
  }
}

// -- what is shown ------------------------------------------------------------------------

/** However many moves of the brush a frame brings, all is counted once for it. */
function soon() {
  state.frame ??= requestAnimationFrame(() => {
    state.frame = null;
    refresh();
  });
}

function refresh() {
  const {data, period, box} = state;
  const chosen = choose(data, period, box);
  const tally = tallied(data, chosen);
  map.tally(tally);
  strip.chosen(chosen);
  const bounds = lowHigh(data, chosen);
  const drawn = data.places.lat.reduce((n, lat, p) => n + (lat === null ? 0 : tally.all[p]), 0);
  const rest = bounds[1] - drawn;
  const days = period ? ` · ${period.map((d) => (Number.isFinite(d) ? dayText(d) : "…")).join(" to ")}` : "";
  by("live").textContent =
    counted(bounds) + days + (rest ? ` · ${figure(rest)} without a point on the map` : "");
  by("unbox").hidden = !box;
}

/** What a place is called: of a country, that it is somewhere there. */
function spotName(p) {
  const {name, precision} = state.data.places;
  return precision[p] === "country" ? `somewhere in ${name[p]}` : name[p];
}

function title(mark) {
  const name = spotName(mark.spots[0].p);
  const others = mark.spots.length - 1;
  return others ? `${name} and ${figure(others)} more place${others > 1 ? "s" : ""}` : name;
}

/** What a mark stands for: its incidents as links, and where the rest are. */
function picked(mark) {
  const {data} = state;
  const inside = new Set(mark.spots.map(({p}) => p));
  const chosen = choose(data, state.period, state.box);
  const members = [];
  for (let i = 0; i < data.size; i++) if (chosen[i] && inside.has(data.place[i])) members.push(i);
  const panel = by("picked");
  const list = element("ul", "", {class: "plain-list"});
  for (const i of members.slice(0, SHOWN)) list.append(entry(i));
  const parts = [element("h2", `${title(mark)}: ${counted([mark.n, mark.n])}`), list];
  const more = members.length - SHOWN;
  if (more > 0) parts.push(element("p", `and ${figure(more)} more: come closer, or see the list.`));
  const close = element("button", "Close", {type: "button"});
  close.addEventListener("click", () => {
    panel.hidden = true;
    by("map").focus();
  });
  panel.replaceChildren(...parts, close);
  panel.hidden = false;
  panel.focus();
}

function entry(i) {
  const {data} = state;
  const words = `${whenText(data, i)} · ${data.kinds[data.kind[i]]}, ${spotName(data.place[i])}`;
  const item = element("li");
  item.append(element("a", words, {href: room.dataset.incident.replace("ID", data.id(i))}));
  if (data.contested[i]) item.append(" ", element("span", "contested", {class: "contested"}));
  return item;
}

function element(name, text = "", given = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(given)) made.setAttribute(key, value);
  return made;
}

/** The degrees that hold all points, those of whole countries and regions only if need be. */
function extent({lat, lon, precision}) {
  const known = lat.flatMap((y, p) => (y === null ? [] : [p]));
  const fine = known.filter((p) => precision[p] !== "country" && precision[p] !== "region");
  const used = fine.length ? fine : known;
  if (!used.length) return [-170, -50, 170, 70];
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const p of used) {
    [west, east] = [Math.min(west, lon[p]), Math.max(east, lon[p])];
    [south, north] = [Math.min(south, lat[p]), Math.max(north, lat[p])];
  }
  return [west, south, east, north];
}

const rounded = ([west, south, east, north]) => {
  const cut = (n, way) => way(n * 100) / 100;
  return [cut(west, Math.floor), cut(south, Math.floor), cut(east, Math.ceil), cut(north, Math.ceil)];
};

const acts = {
  in: () => map.by(0, 0, 1.6),
  out: () => map.by(0, 0, 1 / 1.6),
  all: () => map.show(extent(state.data.places)),
  box: () => {
    state.box = rounded(map.box());
    refresh();
    commit();
  },
  unbox: () => {
    state.box = null;
    refresh();
    commit();
  },
};

async function start() {
  room.hidden = false;
  read();
  const query_ = query();
  const address = room.dataset.incidents + (query_ ? `?${query_}` : "");
  const [world, body] = await Promise.all([json(room.dataset.world), json(address)]);
  state.data = unpack(body);
  map.resize();
  map.base(world);
  map.places(state.data.places);
  map.show(state.box ?? extent(state.data.places));
  strip.data(state.data);
  strip.period(state.period);
  refresh();
  for (const button of room.querySelectorAll("[data-act]")) {
    button.addEventListener("click", acts[button.dataset.act]);
  }
  window.addEventListener("popstate", () => {
    if (location.search !== state.search) location.reload();
  });
  requestAnimationFrame(() => performance.mark("map drawn"));
}

start().catch(() => {
  room.hidden = true; // the page without the map is whole
});
