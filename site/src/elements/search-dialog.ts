/** The search dialog. Its button replaces the link to the search page; Ctrl K, Cmd K and / open it. */

import { searchAsTyped } from './search-as-typed.ts';

const onApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** A button instead of the link, with its keyboard shortcuts. */
function buttonFor(link: Element): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = link.className;
  button.ariaHasPopup = 'dialog';
  button.setAttribute('aria-keyshortcuts', `${onApple ? 'Meta' : 'Control'}+K /`);
  button.dataset.key = onApple ? '⌘ K' : 'Ctrl K';
  button.append(...link.childNodes);
  return button;
}

function isTypedInto(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

class SearchDialog extends HTMLElement {
  connectedCallback() {
    const link = this.querySelector('a');
    const dialog = this.querySelector('dialog');
    const form = this.querySelector('form');
    const box = this.querySelector('input');
    const list = this.querySelector('ol');
    if (!link || !dialog || !form || !box || !list) return;

    // Loaded when the dialog opens: a page that is read needs none of it.
    const loaded = () => import('./find.ts');
    const search = searchAsTyped(this, async (text) => (await loaded()).find(text));
    const open = () => {
      dialog.showModal();
      box.select();
      // The search itself reports a failure.
      loaded().catch(() => {});
    };
    const close = () => dialog.close();

    const button = buttonFor(link);
    link.replaceWith(button);
    button.addEventListener('click', open);
    form.querySelector('button')?.addEventListener('click', close);
    dialog.addEventListener('click', (event) => {
      // A click outside the dialog, or on a link, which may lead to the same page.
      const { target } = event;
      if (target === dialog || (target instanceof Element && target.closest('a'))) close();
    });
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      await search();
      list.querySelector('a')?.click();
    });
    document.addEventListener('keydown', (event) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      const isControlK = key.toLowerCase() === 'k' && (ctrlKey || metaKey);
      const isSlash = key === '/' && !ctrlKey && !metaKey && !altKey && !isTypedInto(target);
      if (!isControlK && !isSlash) return;
      event.preventDefault();
      if (dialog.open) close();
      else open();
    });
  }
}
customElements.define('atlas-search-dialog', SearchDialog);
