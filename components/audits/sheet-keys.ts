/** What each key does in a sheet, in the order in which they are told. */
export const SHEET_KEYS = [
  { keys: ["A"], name: "enter" },
  { keys: ["J", "↓"], name: "next" },
  { keys: ["K", "↑"], name: "previous" },
  { keys: ["U"], name: "unanswered" },
  { keys: ["1", "Y"], name: "complies" },
  { keys: ["2", "N"], name: "fails" },
  { keys: ["0", "X"], name: "notApplicable" },
  { keys: ["0–9"], name: "points" },
  { keys: ["Enter"], name: "accept" },
  { keys: ["⌫"], name: "clear" },
  { keys: ["M"], name: "moment" },
  { keys: ["T"], name: "note" },
  { keys: ["H"], name: "help" },
  { keys: ["Ctrl+Enter"], name: "complete" },
  { keys: ["Esc"], name: "leave" },
] as const;
