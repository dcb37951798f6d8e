import { useFormatter } from "next-intl";

/** A number of bytes as people read it: whole below a kilobyte. */
export function ByteSize({ bytes }: { bytes: number }) {
  const format = useFormatter();
  const kilobytes = format.number(bytes / 1000, { maximumFractionDigits: bytes < 10_000 ? 1 : 0 });
  return <span className="whitespace-nowrap tabular-nums">{bytes < 1000 ? `${format.number(bytes)} B` : `${kilobytes} kB`}</span>;
}
