/** Does the work of a command with the installation open: on the database that runs, or on one started for it and stopped after it. */
export async function withInstallation<Result>(work: () => Promise<Result>): Promise<Result> {
  const { openInstallation } = await import("@/lib/installation/open-installation");
  const installation = await openInstallation();
  try {
    return await work();
  } finally {
    const { closeDatabase } = await import("@/db/client");
    await closeDatabase();
    await installation.close();
  }
}
