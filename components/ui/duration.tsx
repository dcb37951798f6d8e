/** Seconds as 0:07, 12:34 or 1:02:03. */
export function Duration({ seconds }: { seconds: number }) {
  return <span className="tabular-nums">{formatDuration(seconds)}</span>;
}

/** Seconds as 0:07, 12:34 or 1:02:03, cut down to whole seconds. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const tail = String(rest).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
}
