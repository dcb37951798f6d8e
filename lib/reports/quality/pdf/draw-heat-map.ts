import { FEW_ANSWERS, type HeatMap } from "../get-heat-map";
import { failedShare } from "../quality-order";
import { INK, MUTED, type Paper } from "./pdf-paper";
import { printable } from "./printable";

const ROW = 15;
const NAME = 110;
const MAX_QUESTIONS = 20;

/** From how much on a cell is how dark; each says its number besides. */
const SHADES = [
  { from: 0.95, fill: "#dcebe0", ink: INK },
  { from: 0.85, fill: "#f1efe8", ink: INK },
  { from: 0.7, fill: "#f6e3c0", ink: INK },
  { from: 0.5, fill: "#efc6bd", ink: INK },
  { from: 0, fill: "#a5342a", ink: "#ffffff" },
] as const;

type DrawHeatMapInput = { paper: Paper; map: HeatMap; shareOf: (share: number) => string };

/** Operators by questions as filled cells with their numbers; questions are numbered, and named below. */
export function drawHeatMap({ paper, map, shareOf }: DrawHeatMapInput): void {
  const { document, width, left, style, need, text } = paper;
  const questions = map.questions.slice(0, MAX_QUESTIONS);
  const column = Math.min(44, (width - NAME) / Math.max(1, questions.length));
  const head = () => {
    const top = document.y;
    style({ size: 7, isBold: true, color: MUTED });
    for (const index of questions.keys())
      document.text(String(index + 1), left + NAME + index * column, top, { width: column, align: "center", lineBreak: false });
    document.y = top + 11;
  };
  need(3 * ROW);
  head();
  for (const { name, cells } of map.operators) {
    const before = document.y;
    need(ROW);
    if (document.y < before) head();
    const top = document.y;
    style({ size: 8 }).text(printable(name), left, top + 4, { width: NAME - 6, height: ROW, ellipsis: true, lineBreak: false });
    for (const [index, cell] of cells.slice(0, MAX_QUESTIONS).entries()) {
      const failed = failedShare(cell);
      if (failed === null) continue;
      const shade = SHADES.find(({ from }) => 1 - failed >= from);
      document.rect(left + NAME + index * column + 0.5, top + 0.5, column - 1, ROW - 1).fill(shade?.fill ?? "#ffffff");
      style({ size: column < 30 ? 5.5 : 7, color: shade?.ink });
      const words = `${shareOf(Math.round(100 * (1 - failed)) / 100)}${cell.applicable < FEW_ANSWERS ? "*" : ""}`;
      document.text(printable(words), left + NAME + index * column, top + 5, { width: column, align: "center", lineBreak: false });
    }
    document.y = top + ROW;
    document.x = left;
  }
  document.moveDown(0.5);
  for (const [index, { question }] of questions.entries()) text(`${index + 1}  ${question}`, { size: 7.5, color: MUTED });
}
