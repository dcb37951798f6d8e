import { z } from "zod";

/** The files that a list or a report is kept as. */
export const exportFormat = z.enum(["csv", "xlsx"]);
export type ExportFormat = z.infer<typeof exportFormat>;

export const EXPORT_MEDIA_TYPES: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
