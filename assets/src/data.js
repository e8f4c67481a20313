// The incidents as columns, as /api/v1/map gives them, and what a period and a box leave of them.

const DAY = 86400000;

export const dayOf = (text) => Math.round(Date.parse(`${text}T00:00:00Z`) / DAY);
export const dayText = (day) => new Date(day * DAY).toISOString().slice(0, 10);

const WIDE = new Set(["country", "region"]); // no point stands for these: never inside a box

/** Typed columns. `from` and `to` are days since 1970; open ends are infinite, no date is NaN. */
export function unpack(body) {
  const dated = body.from.map((from, i) => from !== null || body.to[i] !== null);
  const edge = (days, open) => Float64Array.from(days, (d, i) => (dated[i] ? d ?? open : NaN));
  return {
    ...body,
    size: body.place.length,
    id: (i) => `i-${body.ids.slice(i * body.id_digits, (i + 1) * body.id_digits)}`,
    from: edge(body.from, -Infinity),
    to: edge(body.to, Infinity),
    place: Int32Array.from(body.place),
  };
}

/** The first day known of an incident, by which it is drawn; NaN where there is none. */
export const begins = (data, i) => (data.from[i] === -Infinity ? data.to[i] : data.from[i]);

/** Which incidents can lie in the period and are in the box; either may be null. */
export function choose(data, period, box) {
  const within = box && data.places.lat.map((lat, p) => inside(box, data.places, p, lat));
  const chosen = new Uint8Array(data.size);
  for (let i = 0; i < data.size; i++) {
    const timely = !period || (data.from[i] <= period[1] && data.to[i] >= period[0]);
    chosen[i] = timely && (!within || (data.place[i] >= 0 && within[data.place[i]])) ? 1 : 0;
  }
  return chosen;
}

function inside([west, south, east, north], places, p, lat) {
  const lon = places.lon[p];
  if (lat === null || WIDE.has(places.precision[p])) return false;
  const across = west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
  return across && lat >= south && lat <= north;
}

/** How many there are at least, all that may be one taken as one, and at most. */
export function lowHigh(data, chosen) {
  let high = 0;
  for (const one of chosen) high += one;
  const leader = new Map();
  const find = (i) => {
    while (leader.has(i)) i = leader.get(i);
    return i;
  };
  let low = high;
  for (const [a, b] of data.pairs) {
    if (!chosen[a] || !chosen[b]) continue;
    const [x, y] = [find(a), find(b)];
    if (x !== y) {
      leader.set(x, y);
      low -= 1;
    }
  }
  return [low, high];
}

export const figure = (n) => n.toLocaleString("en");

export const counted = ([low, high]) =>
  `${low === high ? figure(high) : `${figure(low)}–${figure(high)}`} incident${high === 1 ? "" : "s"}`;

/** When an incident happened, in digits. */
export function whenText(data, i) {
  const [from, to] = [data.from[i], data.to[i]];
  if (Number.isNaN(from)) return "no date";
  if (from === to) return dayText(from);
  if (from === -Infinity) return `by ${dayText(to)}`;
  return to === Infinity ? `since ${dayText(from)}` : `${dayText(from)} to ${dayText(to)}`;
}
