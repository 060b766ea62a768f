/** Takes a network on the front page to the page that judges it: when it is pasted, chosen, dropped or sent. */

import { InputError } from '../../../core/input-error.ts';
import type { ChosenFile } from '../tools/validate/chosen-file.ts';
import { catchDrops, droppedFiles, pickedFiles } from '../tools/validate/chosen-files.ts';
import { handOver, textsToHandOver } from '../tools/validate/hand-over.ts';

class PasteBox extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form');
    const box = this.querySelector('textarea');
    const picker = this.querySelector<HTMLInputElement>('[type=file]');
    if (!form || !box || !picker) return;
    const sendText = () => {
      const { value: text } = box;
      if (text.trim() !== '') void this.#try(async () => handOver([{ path: '', text }]));
    };
    box.addEventListener('paste', () => setTimeout(sendText));
    form.addEventListener('submit', (event) => {
      if (box.value.trim() === '') return;
      event.preventDefault();
      sendText();
    });
    picker.addEventListener('change', () => this.#send(() => pickedFiles(picker.files)));
    catchDrops(
      () => form,
      (transfer) => {
        // Only while the event is handled can its files be listed.
        const files = droppedFiles(transfer);
        this.#send(() => files);
      },
    );
  }

  #send(choose: () => Promise<readonly ChosenFile[]>): void {
    void this.#try(async () => {
      const files = await textsToHandOver(await choose());
      if (files.length > 0) handOver(files);
    });
  }

  async #try(act: () => Promise<void>): Promise<void> {
    const problem = this.querySelector<HTMLElement>('[role=alert]');
    problem?.toggleAttribute('hidden', true);
    try {
      await act();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problem?.toggleAttribute('hidden', false);
    }
  }
}
customElements.define('atlas-paste-box', PasteBox);
