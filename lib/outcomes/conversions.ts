/** What came of a pay-per-call call; `unknown`: its platform has not said. */
export const CONVERSIONS = ["converted", "not_converted", "unknown"] as const;
export type Conversion = (typeof CONVERSIONS)[number];
