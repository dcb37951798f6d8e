import { openInstallation } from "@/lib/installation/open-installation";

/** Does the work of a command with the installation open: on the database that runs, or on one started for it and stopped after it. */
export async function withInstallation<Result>(work: () => Promise<Result>): Promise<Result> {
  const installation = await openInstallation();
  try {
    return await work();
  } finally {
    const { closeDatabase } = await import("@/db/client");
    await closeDatabase();
    await installation.close();
  }
}
