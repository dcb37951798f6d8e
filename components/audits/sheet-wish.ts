let isWanted = false;

/** Who begins an audit wants to answer: the sheet that comes takes the focus. */
export function wishForSheet(): void {
  isWanted = true;
}

/** Whether somebody waits for a sheet; asked once. */
export function takeSheetWish(): boolean {
  const was = isWanted;
  isWanted = false;
  return was;
}
