// The base map: TopoJSON made into paths on a plane once, so that a view only moves the plane.

import {geoMercator, geoPath} from "d3-geo";
import {feature, mesh} from "topojson-client";

export const PLANE = 1000; // units that the world is wide
export const CLOSER = 3.5; // px a unit from which the nearer level is worth its bytes
const EQUATOR = 40075; // km
const SLICE = 6; // ms
const FURTHEST = 84; // degrees of latitude that are drawn

const projection = geoMercator().scale(PLANE / (2 * Math.PI)).translate([PLANE / 2, PLANE / 2]);

export const project = (lon, lat) =>
  projection([lon, Math.max(-FURTHEST, Math.min(FURTHEST, lat))]);
export const unproject = (point) => projection.invert(point);

/** How many units of the plane a distance is at a latitude. */
export const units = (km, lat) =>
  ((km / EQUATOR) * PLANE) / Math.cos((Math.min(FURTHEST, Math.abs(lat)) * Math.PI) / 180);

/** A shape with the box of the plane that holds it; its path is made when first drawn. */
function drawn(shape) {
  const [west, south, east, north] = bounds(shape.coordinates);
  const [[x0, y1], [x1, y0]] = [project(west, south), project(east, north)];
  let path = null;
  return {
    x0, y0, x1, y1,
    get path() {
      if (!path) geoPath(projection, (path = new Path2D()))(shape);
      return path;
    },
  };
}

function bounds(coordinates, box = [180, 90, -180, -90]) {
  if (typeof coordinates[0] !== "number") {
    for (const part of coordinates) bounds(part, box);
    return box;
  }
  const [lon, lat] = coordinates;
  if (lon < box[0]) box[0] = lon;
  if (lat < box[1]) box[1] = lat;
  if (lon > box[2]) box[2] = lon;
  if (lat > box[3]) box[3] = lat;
  return box;
}

/** Lines one by one, so that those out of view are passed over. */
const lines = (shape) =>
  shape.coordinates.map((coordinates) => drawn({type: "LineString", coordinates}));

/** A level of the base map as paths. Borders of areas that ISO 3166 does not number are apart. */
export function level(world) {
  const made = [...steps(world)];
  return Object.assign({}, ...made);
}

/** The same, a little at a time: keys and frames come between, and all paths are there at once. */
export async function levelSlowly(world) {
  const made = {};
  for (const part of steps(world)) {
    Object.assign(made, part);
    await pause();
  }
  let begun = performance.now();
  for (const shape of [made.land, made.borders, made.broken, made.rivers, made.lakes].flat()) {
    shape.path;
    if (performance.now() - begun < SLICE) continue;
    await pause();
    begun = performance.now();
  }
  return made;
}

const pause = () => new Promise((resolve) => setTimeout(resolve));

function* steps(world) {
  const {countries, rivers, lakes} = world.objects;
  const shapes = feature(world, countries).features;
  const land = shapes.map((shape) => drawn(shape.geometry));
  const sure = (a, b) => !a.properties.unnumbered && !b.properties.unnumbered;
  const border = (numbered) =>
    lines(mesh(world, countries, (a, b) => a !== b && sure(a, b) === numbered));
  const water = (layer) => feature(world, layer).features.map((each) => drawn(each.geometry));
  yield {land, byCode: new Map(shapes.map((shape, s) => [shape.id, land[s]]))};
  yield {borders: border(true)};
  yield {broken: border(false)};
  yield {rivers: water(rivers), lakes: water(lakes)};
}

/** Towns as points of the plane, largest first. */
export const townsOf = ({name, lat, lon}) =>
  name.map((name, i) => ({name, point: project(lon[i] / 100, lat[i] / 100)}));
