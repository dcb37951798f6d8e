/** Measures one line in a process of its own, whose installation is under DATA_DIR, and sends its report to the parent. */
import type { LineReport } from "./harness/line-report";
import { LINES } from "./lines";

const [name = "", mode] = process.argv.slice(2);
const line = LINES[name];
if (!line) throw new Error(`There is no line ${name}.`);
try {
  const measure = await line.load();
  await tellParent({ report: await measure({ isQuick: mode === "quick" }) });
  process.exit(0);
} catch (error) {
  console.error(error);
  await tellParent({ failure: error instanceof Error ? error.message : String(error) });
  process.exit(1);
}

function tellParent(message: { report: LineReport } | { failure: string }): Promise<void> {
  return new Promise((resolve) => (process.send ? process.send(message, () => resolve()) : resolve()));
}
