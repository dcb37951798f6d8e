/** Puts a text on the clipboard, and tells whether it could. Works on plain http too, where browsers withhold the clipboard. */
export async function copyText(text: string): Promise<boolean> {
  if (window.isSecureContext) {
    await navigator.clipboard.writeText(text);
    return true;
  }
  const area = document.createElement("textarea");
  area.value = text;
  area.style.position = "fixed";
  area.style.opacity = "0";
  // Nothing outside of an open dialog can be selected.
  (document.querySelector("dialog:modal, [role=dialog], [role=alertdialog]") ?? document.body).append(area);
  area.select();
  const wasCopied = document.execCommand("copy");
  area.remove();
  return wasCopied;
}
