/** Copies the text next to a button; if the browser refuses access to the clipboard, selects it. */

/** How long the button says "Copied", in milliseconds. */
const feedback = 2000;

export async function copyFrom(button: HTMLElement, status: HTMLElement): Promise<void> {
  const text = button.parentElement?.querySelector('pre');
  if (!text) return;
  try {
    await navigator.clipboard.writeText(text.textContent);
    button.textContent = 'Copied';
    status.textContent = 'Copied';
    setTimeout(() => {
      button.textContent = 'Copy';
    }, feedback);
  } catch {
    getSelection()?.selectAllChildren(text);
    status.textContent = 'Selected. Copy it with the keyboard.';
  }
}
