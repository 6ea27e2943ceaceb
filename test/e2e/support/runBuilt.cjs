// Plain JavaScript: Node runs it without a loader.
//
// Runs a bundled program: `node runBuilt.cjs FILE …`. What the engine of Node compiles at the first run is kept beside the
// file when that run ends, so that later ones need not compile it again.
const { readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname } = require('node:path');
const { constants, Script } = require('node:vm');

process.argv.splice(1, 1);
const file = process.argv[1];
const { size, mtimeMs } = statSync(file);
// A bundle that was built anew has another name for what was kept: V8 compares little more than the length of the text.
const keptIn = `${file}.${size}-${mtimeMs}.cache`;

function readKept() {
  try {
    return readFileSync(keptIn);
  } catch {
    return undefined;
  }
}

const kept = readKept();
const script = new Script(
  `(function (exports, require, module, __filename, __dirname) { ${readFileSync(file, 'utf8')}\n})`,
  {
    filename: file,
    cachedData: kept,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  },
);
if (!kept) {
  process.on('exit', (code) => {
    // A run that failed has compiled little.
    if (code !== 0) return;
    const writing = `${keptIn}.${process.pid}`;
    writeFileSync(writing, script.createCachedData());
    renameSync(writing, keptIn);
  });
}
const module_ = { exports: {} };
script.runInThisContext()(module_.exports, createRequire(file), module_, file, dirname(file));
