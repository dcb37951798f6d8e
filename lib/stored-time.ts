import { z } from "zod";

/** The database knows no year 0. */
const knowsYear = (text: string) => !text.startsWith("0000");

/** A moment as the database can take it, in UTC (2026-11-27T10:30:00Z). */
export const storedTime = z.iso.datetime().refine(knowsYear);

/** A day as the database can take it (2026-11-27). */
export const storedDay = z.iso.date().refine(knowsYear);
