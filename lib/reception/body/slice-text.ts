/** A part of a text that never cuts a character in two: parts that follow each other by offset and length make up the whole. */
export function sliceText(text: string, offset: number, length: number): string {
  return text.slice(boundary(text, offset), boundary(text, offset + length));
}

function boundary(text: string, index: number): number {
  const isInsideCharacter = /[\uD800-\uDBFF]/.test(text.charAt(index - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(index));
  return isInsideCharacter ? index + 1 : index;
}
