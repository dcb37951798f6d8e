/**
 * Names in package-lock.json the optional packages of other platforms that npm left out, because the registry of this machine lacks them or
 * because they were not installed here. Without them npm ci refuses to install, on every machine. To be run after npm install.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { missingPackages } from "./bootstrap/missing-packages.mjs";
import { ROOT } from "./bootstrap/paths.mjs";

const FILE = path.join(ROOT, "package-lock.json");
const SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "openbsd", "sunos", "win32"];
const PROCESSORS = ["arm", "arm64", "ia32", "loong64", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

const lock = JSON.parse(readFileSync(FILE, "utf8"));
for (const { name, version, isDev } of missingPackages(lock)) {
  if (!/^\d+\.\d+\.\d+/.test(version))
    throw new Error(`${name} is wanted as ${version}: only an exact version can be named without asking the registry.`);
  lock.packages[`node_modules/${name}`] = entryFor(name, version, isDev);
  console.log(`${name} ${version}`);
}
const { "": root, ...packages } = lock.packages;
lock.packages = { "": root, ...Object.fromEntries(Object.entries(packages).sort(([one], [other]) => (one < other ? -1 : 1))) };
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);

/** What the package's own name says of the machines that it is for, in the order in which npm writes it. */
function entryFor(name, version, isDev) {
  const words = name.replace(/^.*\//, "").split("-");
  const cpu = words.filter((word) => PROCESSORS.includes(word));
  const os = words.filter((word) => SYSTEMS.includes(word));
  const libc = words.includes("musl") ? ["musl"] : words.includes("gnu") ? ["glibc"] : [];
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(isDev && { dev: true }),
    ...(libc.length > 0 && { libc }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}
