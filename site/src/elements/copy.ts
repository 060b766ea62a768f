/** A button that copies the text of the element before it. */

/** How long the button says "Copied", in milliseconds. */
const feedback = 2000;

class Copy extends HTMLElement {
  connectedCallback() {
    const source = this.previousElementSibling;
    const text = source?.textContent;
    if (!source || !text) return;
    const button = document.createElement('button');
    button.type = 'button';
    const label = (state: string) => {
      button.textContent = state;
      button.ariaLabel = `${state} ${this.dataset.what ?? text}`;
    };
    label('Copy');
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(text);
        label('Copied');
      } catch {
        // Without access to the clipboard, the user can copy the selection.
        getSelection()?.selectAllChildren(source);
        label('Selected');
      }
      setTimeout(() => label('Copy'), feedback);
    });
    this.replaceChildren(button);
  }
}
customElements.define('atlas-copy', Copy);
