/**
 * Let the whole page be used from the keyboard: `/` goes to the box, arrows through what was found,
 * Escape clears the box or goes back to it. Enter opens a link by itself.
 * @param {HTMLInputElement} input
 * @param {() => HTMLElement[]} findStops what the arrows go through
 * @param {() => void} clear
 */
export function listenToKeys(input, findStops, clear) {
  input.ownerDocument.addEventListener("keydown", (event) => {
    const { ctrlKey, metaKey, altKey, shiftKey, isComposing, key } = event;
    const target = /** @type {HTMLElement} */ (event.target);
    if (ctrlKey || metaKey || altKey || isComposing) return;
    const stops = [input, ...findStops()];
    const at = stops.indexOf(target);
    if (key === "/" && !isTyped(target)) input.select();
    else if (at >= 0 && key === "Escape") at ? input.focus() : clear();
    else if (at >= 0 && !shiftKey && key === "ArrowDown") stops[at + 1]?.focus();
    else if (at > 0 && !shiftKey && key === "ArrowUp") stops[at - 1].focus();
    else return;
    event.preventDefault();
  });
}

/** Say whether keys write where they go, or choose by their letters. */
function isTyped(target) {
  return target.matches("input:not([type=checkbox], [type=range]), textarea, select, [contenteditable]");
}
