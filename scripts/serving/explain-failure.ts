/** What went wrong, for the person at the terminal: the failure's own sentence and, where it says more, that of its cause. */
export function explainFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const sentences = [error.message || error.name];
  const cause = error.cause;
  if (cause instanceof Error && cause.message && !error.message.includes(cause.message)) sentences.push(`(${cause.message})`);
  return sentences.join(" ");
}
