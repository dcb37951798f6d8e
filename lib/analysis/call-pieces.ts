/** What is sent of a call at once, in characters: small enough for a model that reads 8,000 tokens and has to answer as well. */
export const MAX_PIECE_LENGTH = 16_000;

/** Texts in their order, as few at a time as fit a question; one that is longer by itself stands alone. */
export function callPieces<Item>(items: Item[], textOf: (item: Item) => string, maxLength = MAX_PIECE_LENGTH): Item[][] {
  const pieces: Item[][] = [];
  let length = 0;
  for (const item of items) {
    const size = textOf(item).length + 1;
    const piece = pieces.at(-1);
    if (piece && length + size <= maxLength) {
      piece.push(item);
      length += size;
    } else {
      pieces.push([item]);
      length = size;
    }
  }
  return pieces;
}
