/** A button that copies the text of the element before it. */

/** How long the button says that it has copied, in milliseconds. */
const thanks = 2000;

class Copy extends HTMLElement {
  connectedCallback() {
    const source = this.previousElementSibling;
    const text = source?.textContent;
    if (!source || !text) return;
    const button = document.createElement('button');
    button.type = 'button';
    const say = (word: string) => {
      button.textContent = word;
      button.ariaLabel = `${word} ${this.dataset.what ?? text}`;
    };
    say('Copy');
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(text);
        say('Copied');
      } catch {
        // Where the browser keeps the clipboard closed, what is selected can be copied by hand.
        getSelection()?.selectAllChildren(source);
        say('Selected');
      }
      setTimeout(() => say('Copy'), thanks);
    });
    this.replaceChildren(button);
  }
}
customElements.define('atlas-copy', Copy);
