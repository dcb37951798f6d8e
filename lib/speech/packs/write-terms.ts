import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { licenceText } from "./licence-text";
import type { Pack } from "./pack-list";
import { PACK_RECORD, type PackRecord } from "./pack-record";

type TermsInput = { pack: Pack; folder: string; acceptsLicence: boolean };

/** Writes beside the weights on which terms they are here: LICENSE, the NOTICE that a licence asks for, and when which text was accepted. */
export async function writeTerms({ pack, folder, acceptsLicence }: TermsInput): Promise<PackRecord> {
  const text = await licenceText(pack);
  const now = new Date().toISOString();
  const record: PackRecord = {
    source: `${pack.source.package}@${pack.source.version}`,
    sha512: pack.source.sha512,
    addedAt: now,
    licence: {
      name: pack.licence.name,
      textSha256: createHash("sha256").update(text).digest("hex"),
      acceptedAt: pack.licence.needsAcceptance && acceptsLicence ? now : null,
    },
  };
  await writeFile(path.join(folder, "LICENSE"), text, { flush: true });
  if (pack.licence.notice !== null) await writeFile(path.join(folder, "NOTICE"), `${pack.licence.notice}\n`, { flush: true });
  await writeFile(path.join(folder, PACK_RECORD), `${JSON.stringify(record, null, 2)}\n`, { flush: true });
  return record;
}
