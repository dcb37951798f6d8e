/** The id of the element that shows a criterion. */
export function cardElementId(criterionId: string): string {
  return `criterion-${criterionId}`;
}

/** Leads to a criterion, wherever it is scrolled to. */
export function focusCard(criterionId: string): void {
  document.getElementById(cardElementId(criterionId))?.focus();
}

/** Where an answer wants a reason, one goes on by saying it. The field is there once the answer is shown. */
export function focusReason(criterionId: string): void {
  requestAnimationFrame(() =>
    document.getElementById(cardElementId(criterionId))?.querySelector<HTMLElement>("[data-reason][aria-invalid=true]")?.focus(),
  );
}
