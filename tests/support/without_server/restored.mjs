// The engine restored in Node, as a worker restores it in a browser: `node restored.mjs PYODIDE MADE CODE` prints what the code says.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, made, code] = process.argv.slice(2);
process.on("uncaughtException", (error) => { console.error(error.stack ?? String(error)); process.exit(1); });
const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")).href);
const memory = readFileSync(join(made, "memory"));
const python = await loadPyodide({ indexURL: pyodide, stdLibURL: join(made, "late"), _loadSnapshot: memory });
console.log(python.runPython(readFileSync(code, "utf-8")));
