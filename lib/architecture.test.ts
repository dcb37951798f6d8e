import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

type SourceFile = { path: string; text: string };

const ROOT = path.resolve(import.meta.dirname, "..");
const HOUSES = ["app", "bench", "components", "db", "demo", "e2e", "faults", "inngest", "lib", "scripts"];

/** Which places each place may import from. Tests may reach further down: they own rows. A longer place goes before a shorter one. */
const ARROWS: Record<string, string[]> = {
  "app/api/inngest": ["app", "components", "lib", "db/enums", "inngest"],
  app: ["app", "components", "lib", "db/enums"],
  components: ["components", "lib", "db/enums"],
  "inngest/engine": ["inngest", "lib", "db"],
  "inngest/contract": ["inngest", "lib", "db"],
  inngest: ["inngest", "lib", "db/enums"],
  lib: ["lib", "db"],
  "db/testing": ["db", "lib/env"],
  db: ["db", "lib/env"],
  "e2e/fixtures": ["e2e", "db", "lib"],
  e2e: ["e2e", "db/testing", "db/enums"],
  scripts: ["scripts", "lib", "db", "inngest", "bench"],
  demo: ["demo", "scripts", "lib", "db"],
  bench: ["bench", "scripts", "lib", "db", "inngest", "e2e"],
  faults: ["faults", "scripts", "lib", "db", "inngest", "e2e"],
  // instrumentation.ts, proxy.ts and the configurations.
  "": ["lib", "inngest", "scripts", "db"],
};

const FORBIDDEN_NAMES = /^(utils?|helpers?|common|misc|types?|shared)(\.|$)/;
const MAX_LINES = 250;
/** process.env is read in lib/env.ts; these set variables for others, or run before anything is there. */
const MAY_TOUCH_ENVIRONMENT = /^(lib\/env\.ts$|scripts\/|bench\/|demo\/|e2e\/|faults\/|db\/testing\/|[^/]+\.config\.ts$)|\.test\.tsx?$/;

const files = sourceFiles();

test("imports follow the arrows from app to lib to db, and never back", () => {
  expect(files.flatMap(wrongArrows)).toEqual([]);
});

test("nothing that a browser loads reaches the database, the environment or Node.js", () => {
  expect(serverCodeInBrowser(files)).toEqual([]);
});

test("no file or folder bears a name that says nothing", () => {
  expect(files.flatMap(emptyNames)).toEqual([]);
});

test("no source file is longer than 250 lines", () => {
  expect(files.flatMap(tooLong)).toEqual([]);
});

test("the environment is read in lib/env.ts alone", () => {
  expect(files.flatMap(environmentReads)).toEqual([]);
});

test("shapes are types, no test mocks the database, and nothing is left for later", () => {
  expect(files.flatMap(forbiddenWords)).toEqual([]);
});

test("each of these rules sees a file that breaks it", () => {
  expect(wrongArrows({ path: "db/client.ts", text: 'import { log } from "@/lib/log";' })).toEqual(["db/client.ts imports lib/log"]);
  expect(wrongArrows({ path: "lib/tasks/open-task.ts", text: 'export * from "../../app/page";' })).toEqual([
    "lib/tasks/open-task.ts imports app/page",
  ]);
  expect(wrongArrows({ path: "lib/log.ts", text: 'const x = await import("@/inngest/client");' })).toHaveLength(1);
  expect(wrongArrows({ path: "app/page.tsx", text: 'import { db } from "@/db/client";\nimport { ROLES } from "@/db/enums";' })).toEqual([
    "app/page.tsx imports db/client",
  ]);
  const leak = [
    {
      path: "components/chart.tsx",
      text: '"use client";\nimport { total } from "@/lib/reports/total";\nimport type { Row } from "@/lib/row";',
    },
    { path: "lib/reports/total.ts", text: 'import { db } from "@/db/client";' },
    { path: "lib/row.ts", text: 'import { db } from "@/db/client";' },
  ];
  expect(serverCodeInBrowser(leak)).toEqual(["components/chart.tsx -> lib/reports/total.ts -> db/client"]);
  expect(emptyNames({ path: "lib/tasks/utils.ts", text: "" })).toHaveLength(1);
  expect(emptyNames({ path: "components/common/row.tsx", text: "" })).toHaveLength(1);
  expect(tooLong({ path: "lib/long.ts", text: "\n".repeat(251) })).toHaveLength(1);
  expect(environmentReads({ path: "lib/log.ts", text: "const level = process.env.LOG_LEVEL;" })).toHaveLength(1);
  expect(forbiddenWords({ path: "lib/x.ts", text: "export interface Row {}" })).toHaveLength(1);
  expect(forbiddenWords({ path: "lib/x.test.ts", text: `vi.${"mock"}("@/db/client");` })).toHaveLength(1);
  expect(forbiddenWords({ path: "lib/x.ts", text: `// ${"TO"}${"DO"}: later` })).toHaveLength(1);
});

function wrongArrows(file: SourceFile): string[] {
  const place = Object.keys(ARROWS).find((name) => name === "" || isUnder(file.path, name)) ?? "";
  const isTest = /\.test\.tsx?$|\/testing\//.test(file.path);
  const allowed = [...(ARROWS[place] ?? []), ...(isTest ? ["db", "lib", "inngest", "scripts", "e2e/hosts"] : [])];
  return importsOf(file)
    .map(({ target }) => target)
    .filter((target) => HOUSES.some((house) => isUnder(target, house)) && !allowed.some((name) => isUnder(target, name)))
    .map((target) => `${file.path} imports ${target}`);
}

/** Follows value imports from each client file; a file of server actions is where the browser's code ends. */
function serverCodeInBrowser(all: SourceFile[]): string[] {
  const byPath = new Map(all.map((file) => [file.path.replace(/(\/index)?\.tsx?$/, ""), file]));
  const leaks: string[] = [];
  const visit = (file: SourceFile, trail: string[], seen: Set<string>) => {
    for (const { target, isType } of importsOf(file)) {
      if (isType || seen.has(target)) continue;
      seen.add(target);
      const found = byPath.get(target);
      if (target.startsWith("node:") || /^(db(?!\/enums)|lib\/env)(\/|$)/.test(target)) leaks.push([...trail, target].join(" -> "));
      else if (found && !/^["']use server["']/m.test(found.text)) visit(found, [...trail, found.path], seen);
    }
  };
  for (const file of all) if (/^["']use client["']/.test(file.text)) visit(file, [file.path], new Set());
  return leaks;
}

function emptyNames(file: SourceFile): string[] {
  return file.path.split("/").some((part) => FORBIDDEN_NAMES.test(part)) ? [`${file.path} has a name that says nothing`] : [];
}

function tooLong(file: SourceFile): string[] {
  const lines = file.text.replace(/\n$/, "").split("\n").length;
  return lines > MAX_LINES ? [`${file.path} has ${lines} lines`] : [];
}

function environmentReads(file: SourceFile): string[] {
  // The bundler puts its own word in the place of NEXT_RUNTIME.
  return file.text.replaceAll("process.env.NEXT_RUNTIME", "").includes("process.env") && !MAY_TOUCH_ENVIRONMENT.test(file.path)
    ? [`${file.path} touches process.env`]
    : [];
}

function forbiddenWords(file: SourceFile): string[] {
  // An interface of somebody else's can only be added to by an interface.
  const text = file.text.replace(/declare (module ["'][^"']+["']|global) \{[\s\S]*?\n\}/g, "");
  const words: [RegExp, string][] = [
    [/^\s*(export )?(declare )?interface \w/m, "declares an interface: use a type"],
    [/\bvi\.(do)?mock\(\s*["'](@\/db|postgres|drizzle-orm)/i, "mocks the database"],
    [/\b(TODO|FIXME|XXX)\b|coming soon/, "leaves something for later"],
  ];
  if (file.path === "lib/architecture.test.ts") return [];
  return words.filter(([pattern]) => pattern.test(text)).map(([, problem]) => `${file.path} ${problem}`);
}

/** What a file imports, as paths from the project's folder without their ending; packages keep their names. */
function importsOf(file: SourceFile): { target: string; isType: boolean }[] {
  const statement =
    /(?:^|\n)\s*(?:import|export)(\s+type\b)?(?:[^"';]*?\bfrom)?\s*["']([^"'\n]+)["']|\bimport\(\s*["']([^"'\n]+)["']\s*\)/g;
  return [...file.text.matchAll(statement)].map(([, type, fixed, dynamic]) => {
    const specifier = fixed ?? dynamic ?? "";
    const inProject = specifier.startsWith("@/")
      ? specifier.slice(2)
      : specifier.startsWith(".")
        ? path.posix.join(path.posix.dirname(file.path), specifier)
        : specifier;
    return { target: inProject.replace(/\.(tsx?|mjs)$/, ""), isType: type !== undefined };
  });
}

function isUnder(name: string, place: string): boolean {
  return name === place || name.startsWith(`${place}/`);
}

function sourceFiles(): SourceFile[] {
  const inRoot = readdirSync(ROOT).filter((name) => /\.(ts|mjs)$/.test(name) && name !== "next-env.d.ts");
  const inHouses = HOUSES.flatMap((house) => readFolder(house));
  return [...inRoot, ...inHouses].map((name) => ({ path: name, text: readFileSync(path.join(ROOT, name), "utf8") }));
}

function readFolder(folder: string): string[] {
  try {
    return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
      const name = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return entry.name === "node_modules" || entry.name.startsWith(".") ? [] : readFolder(name);
      return /\.(tsx?|mjs)$/.test(entry.name) ? [name] : [];
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
