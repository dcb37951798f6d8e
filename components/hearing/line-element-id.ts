/** The id of the element that shows a line of the transcript, by its position. */
export function lineElementId(position: number): string {
  return `line-${position}`;
}
