import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** The Node.js that the project is pinned to, as npm installs it. */
export const PINNED_NODE = path.join(ROOT, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");

/** What the pinned Node.js is told before a TypeScript file: to read it as it is, and variables from .env where they are not set. */
export function optionsForScripts() {
  return [...(existsSync(path.join(ROOT, ".env")) ? ["--env-file=.env"] : []), "--import", "tsx"];
}

/** Every child finds programs without this project's own: npm must not run on the Node.js that it is about to replace. */
export function pathWithoutOurs() {
  const ours = path.join(ROOT, "node_modules");
  return (process.env.PATH ?? "")
    .split(path.delimiter)
    .filter((folder) => !folder.startsWith(ours))
    .join(path.delimiter);
}
