const BYTES_A_LINE = 16;

/** Bytes as people read them: where each line begins, sixteen bytes in hexadecimal, and what of them is printable ASCII. */
export function dumpBytes(bytes: Buffer): string {
  const lines: string[] = [];
  for (let offset = 0; offset < bytes.length; offset += BYTES_A_LINE) {
    const line = bytes.subarray(offset, offset + BYTES_A_LINE);
    const hex = line.toString("hex").replace(/..(?!$)/g, "$& ");
    const printable = line.toString("latin1").replace(/[^\x20-\x7e]/g, ".");
    lines.push(`${offset.toString(16).padStart(8, "0")}  ${hex.padEnd(3 * BYTES_A_LINE - 1)}  ${printable}`);
  }
  return lines.join("\n");
}
