import { checkFiles } from "./check-files";
import { packFolder } from "./pack-folder";
import { installedBytes, PACKS, type PackName } from "./pack-list";
import { findPackRecord } from "./pack-record";

export type PackState = "installed" | "missing" | "damaged";

export type PackListItem = {
  name: PackName;
  state: PackState;
  purpose: "voice_activity" | "recognition";
  languages: string[];
  model: string;
  licence: string;
  needsAcceptance: boolean;
  /** ISO 8601; null where it was not asked for, or the pack is not there. */
  licenceAcceptedAt: string | null;
  attribution: string | null;
  /** package@version in the registry. */
  source: string;
  downloadBytes: number;
  installedBytes: number;
};

/** Every pack there is, and whether it is here whole. Reads every byte of what is installed: some tenths of a second. */
export async function listPacks(): Promise<PackListItem[]> {
  const items: PackListItem[] = [];
  for (const pack of PACKS) {
    const folder = packFolder(pack.name);
    const record = await findPackRecord(folder);
    items.push({
      name: pack.name,
      state: await stateOf(folder, pack, record !== null),
      purpose: pack.purpose,
      languages: [...pack.languages],
      model: pack.model,
      licence: pack.licence.name,
      needsAcceptance: pack.licence.needsAcceptance,
      licenceAcceptedAt: record?.licence.acceptedAt ?? null,
      attribution: pack.attribution,
      source: `${pack.source.package}@${pack.source.version}`,
      downloadBytes: pack.source.bytes,
      installedBytes: installedBytes(pack),
    });
  }
  return items;
}

/** Weights without their record are as good as damaged: nobody knows on which terms they are here. */
async function stateOf(folder: string, pack: (typeof PACKS)[number], hasRecord: boolean): Promise<PackState> {
  const state = await checkFiles(folder, pack);
  return state === "installed" && !hasRecord ? "damaged" : state;
}
