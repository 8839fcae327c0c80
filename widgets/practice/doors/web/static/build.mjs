// Makes the engine: Python for browsers with the course in its memory. Run by Node, once, where the folder is written.
// `node build.mjs PYODIDE STAGED OUTPUT MODULE EDITION` writes memory.bin and late.zip.
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, staged, output, module, edition] = process.argv.slice(2);
process.on("uncaughtException", (error) => { // without the source of Pyodide, which Node would show
  console.error(error.stack ?? String(error), error);
  process.exit(1);
});
const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")).href);
const ENV = { PYTHONHASHSEED: "0", PYTHONOPTIMIZE: "2", PYTHONDONTWRITEBYTECODE: "1", PYTHONNODEBUGRANGES: "1" };

function start(options) {
  return loadPyodide({ indexURL: pyodide, env: ENV, stdout: () => {}, ...options });
}

function put(python, from, to, kinds) {
  python.FS.mkdirTree(to);
  for (const name of readdirSync(from)) {
    const [here, there] = [join(from, name), `${to}/${name}`];
    if (statSync(here).isDirectory()) put(python, here, there, kinds);
    else if (kinds.test(name)) python.FS.writeFile(there, readFileSync(here));
  }
}

function take(python, from, to) {
  mkdirSync(to, { recursive: true });
  for (const name of python.FS.readdir(from).filter((one) => !/^\.\.?$/.test(one))) {
    const [there, here] = [`${from}/${name}`, join(to, name)];
    if (python.FS.isDir(python.FS.stat(there).mode)) take(python, there, here);
    else writeFileSync(here, python.FS.readFile(there));
  }
}

const BEGIN = `
import sys
sys.path.insert(0, "/course/widgets")
from pathlib import Path
from practice.doors.web import freezing
folder = Path("/course")
`;

const LISTEN = `
import sys
compiled = {}
sys.addaudithook(lambda event, told: event == "exec" and compiled.setdefault(told[0].co_filename, told[0]))
`;

console.log("import");
// A first Python imports all, and says what that was, compiled: it keeps what it compiles, to say it.
const first = await start();
put(first, staged, "/course", /./);
first.runPython(`${LISTEN}${BEGIN}freezing.everything("${module}", folder, compiled)`);
take(first, "/course/compiled", join(output, "compiled"));
writeFileSync(join(output, "library.zip"), first.FS.readFile("/course/library.zip"));

console.log("remember");
// A second one starts from that: its memory holds the course, and not how it came to be.
const second = await start({ stdLibURL: join(output, "library.zip"), _makeSnapshot: true });
put(second, staged, "/course", /^(?!.*\.py$)/);
put(second, join(output, "compiled"), "/course/widgets", /./);
second.runPython(`${BEGIN}engine = freezing.ready("${module}", "${edition}", folder)`);
writeFileSync(join(output, "memory.bin"), second.makeMemorySnapshot());
console.log("late");
second.runPython("freezing.late(engine, folder)");
writeFileSync(join(output, "late.zip"), second.FS.readFile("/course/late.zip"));
