/** Words that were put in, left out or taken for others, as a share of those that were said: the least that turn one into the other. */
export function wordErrorRate({ said, heard }: { said: string[]; heard: string[] }): number {
  let previous = Uint32Array.from({ length: heard.length + 1 }, (_, i) => i);
  for (const [row, word] of said.entries()) {
    const current = new Uint32Array(heard.length + 1);
    current[0] = row + 1;
    for (let column = 1; column <= heard.length; column++) {
      const same = (previous[column - 1] ?? 0) + (heard[column - 1] === word ? 0 : 1);
      current[column] = Math.min(same, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
    }
    previous = current;
  }
  return (previous[heard.length] ?? 0) / said.length;
}
