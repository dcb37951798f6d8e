/** Changes installed packages where they would break a promise of ours: docs/decisions/patched-database-driver.md says which, and why. */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./paths.mjs";

const DRIVER_CHANGES = {
  "index.js": [
    // A transaction whose connection was lost must not go on in the session that this connection serves next.
    [
      "      , prepare = null\n\n    try {\n      await sql.unsafe('begin '",
      "      , prepare = null\n      , lost = null\n\n    try {\n      await sql.unsafe('begin '",
    ],
    ["connection.onclose = reject)", "connection.onclose = error => reject(lost = error))"],
    [
      "      function handler(q) {\n        q.catch(e => uncaughtError",
      "      function handler(q) {\n        if (lost)\n          return q.reject(lost)\n\n        q.catch(e => uncaughtError",
    ],
  ],
  "connection.js": [
    // What was not written when the connection closed must not be left for the next one, which would wait for it in vain.
    [
      "    remaining = 0\n    incomings = null\n    clearImmediate(nextWriteTimer)\n",
      "    remaining = 0\n    incomings = null\n    clearImmediate(nextWriteTimer)\n    nextWriteTimer = chunk = null\n",
    ],
    ["    !hadError && (query || sent.length) && error(", "    ;(query || sent.length) && error("],
    // A write after the close fails its statement, not the process.
    [
      "    const x = socket.write(chunk, fn)\n",
      "    const x = socket ? socket.write(chunk, fn) : (error(Errors.connection('CONNECTION_CLOSED', options)), true)\n",
    ],
  ],
};

/** Makes the changes that are not made yet. Throws a sentence when a package reads otherwise than the one they were written for. */
export function patchPackages() {
  for (const variant of ["src", "cjs/src"])
    for (const [name, changes] of Object.entries(DRIVER_CHANGES))
      patchFile(path.join(ROOT, "node_modules/postgres", variant, name), changes);
}

/** The file appears whole or not at all, since several processes may start at once. */
function patchFile(file, changes) {
  const installed = readFileSync(file, "utf8");
  const patched = changes.reduce((text, [from, to]) => applyChange(text, from, to, file), installed);
  if (patched === installed) return;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, patched);
  renameSync(draft, file);
}

function applyChange(text, from, to, file) {
  if (text.includes(to)) return text;
  if (text.split(from).length !== 2)
    throw new Error(`${file} is not what its change was written for: see docs/decisions/patched-database-driver.md.`);
  return text.replace(from, () => to);
}
