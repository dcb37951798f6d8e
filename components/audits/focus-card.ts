/** The id of the element that shows a criterion. */
export function cardElementId(criterionId: string): string {
  return `criterion-${criterionId}`;
}

/** Leads to a criterion, wherever it is scrolled to. */
export function focusCard(criterionId: string): void {
  const card = document.getElementById(cardElementId(criterionId));
  const hidden = card?.closest("[role=tabpanel][hidden]");
  card?.focus();
  if (!hidden) return;
  // Under another tab it takes no focus before that is pressed, and shown by the next frame.
  document.getElementById(hidden.getAttribute("aria-labelledby") ?? "")?.click();
  requestAnimationFrame(() => card?.focus());
}

/** Where an answer wants a reason, one goes on by saying it. The field is there once the answer is shown. */
export function focusReason(criterionId: string): void {
  requestAnimationFrame(() =>
    document.getElementById(cardElementId(criterionId))?.querySelector<HTMLElement>("[data-reason][aria-invalid=true]")?.focus(),
  );
}
