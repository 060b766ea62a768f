/** Copies the text beside a button; where the browser keeps the clipboard closed the text is selected instead. */

/** How long the button says that it has copied, in milliseconds. */
const thanks = 2000;

export async function copyFrom(button: HTMLElement, status: HTMLElement): Promise<void> {
  const text = button.parentElement?.querySelector('pre');
  if (!text) return;
  try {
    await navigator.clipboard.writeText(text.textContent);
    button.textContent = 'Copied';
    status.textContent = 'Copied';
    setTimeout(() => {
      button.textContent = 'Copy';
    }, thanks);
  } catch {
    getSelection()?.selectAllChildren(text);
    status.textContent = 'Selected; copy it with the keys of your system';
  }
}
