/** How each voice is told from the others beside its name, by its number: two tones of the same calm palette, then shades of grey. */
export const SPEAKER_FILLS = ["fill-accent", "fill-warning", "fill-success", "fill-muted"] as const;
export const SPEAKER_MARKS = ["bg-accent", "bg-warning", "bg-success", "bg-muted"] as const;
