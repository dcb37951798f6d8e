import { globSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
const METHODS = "GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS";

/** A server action of the build: `file#export`, the id that it is called by, and a page that it can be posted to. */
export type ActionDoor = { name: string; id: string; page: string };

/** Every page of the application, as an address with its parameters in brackets. */
export function findPages(): string[] {
  return globSync("app/**/page.tsx", { cwd: ROOT }).map(addressOf).sort();
}

/** Every method of every route, such as `GET /api/health`. */
export function findRoutes(): string[] {
  return globSync("app/**/route.ts", { cwd: ROOT })
    .flatMap((file) => methodsOf(readFileSync(path.join(ROOT, file), "utf8")).map((method) => `${method} ${addressOf(file)}`))
    .sort();
}

/** Every server action that the build has, by whatever file. */
export function findActions(): ActionDoor[] {
  const manifest: { node: Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }> } = JSON.parse(
    readFileSync(path.join(ROOT, ".next/server/server-reference-manifest.json"), "utf8"),
  );
  return Object.entries(manifest.node)
    .map(([id, { workers, filename, exportedName }]) => ({
      name: `${filename}#${exportedName}`,
      id,
      page: addressOf(`${Object.keys(workers)[0]}.tsx`),
    }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

function addressOf(file: string): string {
  const folders = path.posix.dirname(file.replaceAll("\\", "/")).split("/").slice(1);
  return `/${folders.filter((folder) => !/^\(.*\)$/.test(folder)).join("/")}`;
}

function methodsOf(text: string): string[] {
  const declared = [...text.matchAll(new RegExp(`^export (?:async )?(?:function|const|let) (${METHODS})\\b`, "gm"))].map(
    ([, method]) => method,
  );
  const listed = [...text.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, names = ""]) =>
    [...names.matchAll(new RegExp(`(?:^|,)\\s*(?:\\w+ as )?(${METHODS})\\b`, "g"))].map(([, method]) => method),
  );
  return [...declared, ...listed].filter((method) => method !== undefined);
}
