import { z } from "zod";
import { CONTACT_CHANNELS } from "@/db/enums";

const REFERENCE_MAX_LENGTH = 120;

/** What a person says of a contact that is audited without a recording of ours. `contactAt` is the time that clocks showed in the campaign's zone. */
export const manualAuditInput = z.object({
  campaignId: z.coerce.number().int().positive(),
  operatorId: z.uuid(),
  channel: z.enum(CONTACT_CHANNELS),
  contactAt: z.iso.datetime({ local: true }).transform((text) => text.slice(0, 16)),
  reference: z
    .string()
    .transform((text) =>
      text
        .toWellFormed()
        .replace(/[\s\p{Cc}]+/gu, " ")
        .trim(),
    )
    .refine((text) => text.length <= REFERENCE_MAX_LENGTH)
    .default(""),
});
export type ManualAuditInput = z.output<typeof manualAuditInput>;
