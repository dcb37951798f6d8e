import { z } from "zod";
import { DIRECTIONS, SOURCES, TASK_STATUSES } from "@/db/enums";
import { CONVERSIONS } from "@/lib/outcomes/conversions";
import { MAX_PAGE_SIZE } from "@/lib/pagination";
import { AMOUNT_PATTERN, type TaskFilters } from "../task-filters";

/** The filters of the list as they lie in a job, where times are texts. */
const storedFilters = z.object({
  campaignIds: z.array(z.int()).optional(),
  operatorIds: z.array(z.uuid()).optional(),
  isOperatorUnknown: z.boolean().optional(),
  statuses: z.array(z.enum(TASK_STATUSES)).optional(),
  directions: z.array(z.enum(DIRECTIONS)).optional(),
  sources: z.array(z.enum(SOURCES)).optional(),
  startedFrom: z.coerce.date().optional(),
  startedBefore: z.coerce.date().optional(),
  createdBefore: z.coerce.date(),
  scoreFrom: z.number().optional(),
  scoreTo: z.number().optional(),
  tagIds: z.array(z.uuid()).optional(),
  conversions: z.array(z.enum(CONVERSIONS)).optional(),
  buyers: z.array(z.string()).optional(),
  publishers: z.array(z.string()).optional(),
  revenueFrom: z.string().regex(AMOUNT_PATTERN).optional(),
  revenueTo: z.string().regex(AMOUNT_PATTERN).optional(),
  text: z.string().max(500).optional(),
}) satisfies z.ZodType<TaskFilters>;

/** Which tasks a job is about: those picked on a page, or all that match the list's filters, of those made before the order. */
export const taskSelection = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("picked"), taskIds: z.array(z.uuid()).min(1).max(MAX_PAGE_SIZE) }),
  z.object({ kind: z.literal("matching"), filters: storedFilters }),
]);
export type TaskSelection = z.infer<typeof taskSelection>;
