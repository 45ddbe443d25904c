/** Moves the focus to what is about to be shown: Alpine shows it with the next frame. */
export function focusShown(find: () => HTMLElement | null | undefined): void {
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const found = find();
    found?.focus();
    if (found instanceof HTMLInputElement) found.select();
  }));
}
