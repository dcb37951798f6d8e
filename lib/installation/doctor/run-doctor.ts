import { openInstallation } from "../open-installation";
import { checkDataFolder } from "./check-data-folder";
import { AUDIO_FORMATS, checkDecoding } from "./check-decoding";
import { checkLanguageModel } from "./check-language-model";
import { checkMail } from "./check-mail";
import { checkNode } from "./check-node";
import { checkPublicAddress } from "./check-public-address";
import { checkStorage } from "./check-storage";
import type { Finding } from "./finding";

/** All that was found; `broken` when anything is. */
export type Diagnosis = { status: Finding["status"]; findings: Finding[]; formats: typeof AUDIO_FORMATS };

type Check = () => Finding | Finding[] | Promise<Finding | Finding[]>;

/**
 * Checks the installation as it is, changing nothing. A check that can't be made counts as broken, with the reason, and the others are made
 * all the same. The embedded PostgreSQL is started for it when it does not run.
 */
export async function runDoctor(): Promise<Diagnosis> {
  const findings = [
    ...(await findingsOf("Node.js", checkNode)),
    ...(await findingsOf("Data folder", checkDataFolder)),
    ...(await findingsOf("PostgreSQL", checkDatabaseAndWork)),
    ...(await findingsOf("Storage", checkStorage)),
    ...(await findingsOf("ffmpeg", checkDecoding)),
    ...(await findingsOf("Public address", checkPublicAddress)),
    ...(await findingsOf("Language model", checkLanguageModel)),
    ...(await findingsOf("Mail", checkMail)),
  ];
  return { status: worstOf(findings), findings, formats: AUDIO_FORMATS };
}

async function checkDatabaseAndWork(): Promise<Finding[]> {
  const installation = await openInstallation({ migrate: false });
  try {
    // Loaded once the environment names the database.
    const [{ checkDatabase }, { checkWork }, { checkSources }, { checkSpeech }] = await Promise.all([
      import("./check-database"),
      import("./check-work"),
      import("./check-sources"),
      import("./check-speech"),
    ]);
    return [
      ...(await findingsOf("PostgreSQL", checkDatabase)),
      ...(await findingsOf("Work", checkWork)),
      ...(await findingsOf("Sources", checkSources)),
      ...(await findingsOf("Speech", checkSpeech)),
    ];
  } finally {
    const { closeDatabase } = await import("@/db/client");
    await closeDatabase();
    await installation.close();
  }
}

async function findingsOf(name: string, check: Check): Promise<Finding[]> {
  try {
    return [await check()].flat();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ name, status: "broken", message: reason }];
  }
}

function worstOf(findings: Finding[]): Finding["status"] {
  const statuses = findings.map(({ status }) => status);
  return statuses.includes("broken") ? "broken" : statuses.includes("warning") ? "warning" : "ok";
}
