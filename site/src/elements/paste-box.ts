/** Takes a network on the front page to the page that judges it: when it is pasted, dropped or sent. */

import { handOver } from '../tools/validate/hand-over.ts';

class PasteBox extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form');
    const box = this.querySelector('textarea');
    if (!form || !box) return;
    const send = () => {
      if (box.value.trim() !== '') handOver(box.value);
    };
    box.addEventListener('paste', () => setTimeout(send));
    form.addEventListener('submit', (event) => {
      if (box.value.trim() === '') return;
      event.preventDefault();
      send();
    });
    for (const type of ['dragover', 'drop'] as const) {
      form.addEventListener(type, (event) => event.preventDefault());
    }
    form.addEventListener('drop', async ({ dataTransfer }) => {
      const [file, ...others] = dataTransfer?.files ?? [];
      // Several files, folders and archives are for the tool itself.
      if (!file || others.length > 0 || /\.zip$/i.test(file.name)) location.assign('/validate/');
      else handOver(await file.text());
    });
  }
}
customElements.define('atlas-paste-box', PasteBox);
