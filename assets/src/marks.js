// What stands on the map: places with their incidents; near ones share a mark at the fullest.
//
// Nothing is moved to where nothing happened: a mark always stands at the point of one place.

import KDBush from "kdbush";
import {project, units} from "./basemap.js";

const NEAR = 30; // px within which places share a mark

/** The places that have a point, on the plane. */
export function placed(places) {
  const known = places.lat.flatMap((lat, p) => (lat === null ? [] : [p]));
  const spots = known.map((p) => {
    const [x, y] = project(places.lon[p], places.lat[p]);
    const area = places.precision[p] === "country" ? 0 : units(places.radius_km[p], places.lat[p]);
    return {p, x, y, area, country: places.precision[p] === "country" ? places.country[p] : null};
  });
  const index = new KDBush(Math.max(1, spots.length));
  for (const {x, y} of spots) index.add(x, y);
  if (!spots.length) index.add(NaN, NaN);
  index.finish();
  return {spots, index};
}

/** How many of the chosen incidents each place has, and how many of these are contested. */
export function tallied(data, chosen) {
  const all = new Int32Array(data.places.lat.length);
  const contested = new Int32Array(all.length);
  for (let i = 0; i < data.size; i++) {
    const p = data.place[i];
    if (!chosen[i] || p < 0) continue;
    all[p] += 1;
    contested[p] += data.contested[i];
  }
  return {all, contested};
}

/** The marks at a scale (px a unit), the fullest first. */
export function marks({spots, index}, {all, contested}, scale) {
  const order = spots.map((_, s) => s).filter((s) => all[spots[s].p]);
  order.sort((a, b) => all[spots[b].p] - all[spots[a].p] || a - b);
  const taken = new Uint8Array(spots.length);
  const made = [];
  for (const s of order) {
    if (taken[s]) continue;
    const spot = spots[s];
    const reach = Math.max(NEAR, radius(all[spot.p]) + NEAR / 2);
    const near = index.within(spot.x, spot.y, reach / scale);
    const mine = near.filter((o) => !taken[o] && all[spots[o].p]);
    for (const o of mine) taken[o] = 1;
    mine.sort((a, b) => (a === s ? -1 : b === s ? 1 : all[spots[b].p] - all[spots[a].p]));
    made.push(mark(spot, mine.map((o) => spots[o]), all, contested));
  }
  return made;
}

function mark(spot, spots, all, contested) {
  const sum = (of) => spots.reduce((n, {p}) => n + of[p], 0);
  const n = sum(all);
  const wide = spots.every(({country}) => country); // no more than countries are known
  const r = n === 1 && !wide ? 7 : radius(n);
  return {x: spot.x, y: spot.y, wide, spots, n, contested: sum(contested), r};
}

const radius = (n) => 10 + 3.5 * Math.log10(n);
