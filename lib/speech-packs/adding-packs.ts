import type { PackName } from "@/lib/speech/packs/pack-list";

/** How far the fetching of a pack has come in this process, or why it ended. */
export type AddingPack = { share: number; failure: string | null };

const holder = globalThis as typeof globalThis & { auditoriaAddingPacks?: Map<PackName, AddingPack> };

/** The packs that this process fetches, or could not fetch, by name. */
export function addingPacks(): Map<PackName, AddingPack> {
  holder.auditoriaAddingPacks ??= new Map();
  return holder.auditoriaAddingPacks;
}
