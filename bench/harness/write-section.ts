import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";

/** Puts text between the marks of a section of a Markdown file, and adds the section at its end when it is not there yet. */
export async function writeSection({ file, name, text }: { file: string; name: string; text: string }): Promise<void> {
  const [begin, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const section = `${begin}\n${text}\n${end}`;
  const before = existsSync(file) ? await readFile(file, "utf8") : "";
  const from = before.indexOf(begin);
  const to = before.indexOf(end);
  const after =
    from >= 0 && to > from ? before.slice(0, from) + section + before.slice(to + end.length) : `${before.trimEnd()}\n\n${section}\n`;
  await writeFile(file, after);
}
