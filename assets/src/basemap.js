// The base map: TopoJSON made into paths on a plane once, so that a view only moves the plane.

import {geoMercator, geoPath} from "d3-geo";
import {feature, mesh} from "topojson-client";

export const PLANE = 1000; // units that the world is wide
const EQUATOR = 40075; // km
const FURTHEST = 84; // degrees of latitude that are drawn

const projection = geoMercator().scale(PLANE / (2 * Math.PI)).translate([PLANE / 2, PLANE / 2]);

export const project = (lon, lat) =>
  projection([lon, Math.max(-FURTHEST, Math.min(FURTHEST, lat))]);
export const unproject = (point) => projection.invert(point);

/** How many units of the plane a distance is at a latitude. */
export const units = (km, lat) =>
  ((km / EQUATOR) * PLANE) / Math.cos((Math.min(FURTHEST, Math.abs(lat)) * Math.PI) / 180);

const measure = geoPath(projection);

function drawn(shape) {
  const path = new Path2D();
  geoPath(projection, path)(shape);
  const [[x0, y0], [x1, y1]] = measure.bounds(shape);
  return {path, x0, y0, x1, y1};
}

/** Lines one by one, so that those out of view are passed over. */
const lines = (shape) =>
  shape.coordinates.map((coordinates) => drawn({type: "LineString", coordinates}));

/** A level of the base map as paths. Borders of areas that ISO 3166 does not number are apart. */
export function level(world) {
  const {countries, rivers, lakes} = world.objects;
  const shapes = feature(world, countries).features;
  const border = (numbered) =>
    lines(mesh(world, countries, (a, b) => a !== b && Boolean(a.id && b.id) === numbered));
  return {
    land: shapes.map(drawn),
    byCode: new Map(shapes.filter((s) => s.id).map((s) => [s.id, drawn(s)])),
    borders: border(true),
    broken: border(false),
    rivers: feature(world, rivers).features.map(drawn),
    lakes: feature(world, lakes).features.map(drawn),
  };
}

/** Towns as points of the plane, largest first. */
export const townsOf = ({name, lat, lon}) =>
  name.map((name, i) => ({name, point: project(lon[i] / 100, lat[i] / 100)}));
