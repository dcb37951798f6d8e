import type { Source } from "@/db/enums";

/** The audio sources that a campaign can be given now. Imports nothing that a browser may not load. */
export const OFFERED_SOURCES = ["anura", "aria"] as const satisfies readonly Source[];
export type OfferedSource = (typeof OFFERED_SOURCES)[number];
