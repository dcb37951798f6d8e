import { useFormatter } from "next-intl";

/** A number of bytes as people read it: whole below a kilobyte. */
export function ByteSize({ bytes }: { bytes: number }) {
  const format = useFormatter();
  const text =
    bytes < 1000
      ? format.number(bytes, { style: "unit", unit: "byte", unitDisplay: "narrow" })
      : format.number(bytes / 1000, {
          style: "unit",
          unit: "kilobyte",
          unitDisplay: "narrow",
          maximumFractionDigits: bytes < 10_000 ? 1 : 0,
        });
  return <span className="whitespace-nowrap tabular-nums">{text}</span>;
}
