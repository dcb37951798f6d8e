/** Prints a command's result: as JSON for programs, or as lines for people, `none` standing for an empty list. */
export function print(result: object | object[], { json, none = "None." }: { json?: boolean; none?: string }): void {
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else if (!Array.isArray(result)) process.stdout.write(`${lines(result).join("\n")}\n`);
  else process.stdout.write(result.length === 0 ? `${none}\n` : `${result.map((row: object) => lines(row).join("  ")).join("\n")}\n`);
}

function lines(record: object): string[] {
  return Object.entries(record).map(([name, value]) => `${name}: ${inWords(value)}`);
}

function inWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "-";
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
