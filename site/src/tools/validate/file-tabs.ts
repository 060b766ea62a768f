/** A tab for each of several files, with the number of its errors. */

import { h, toElement } from '../markup.ts';

export class FileTabs {
  readonly #list: HTMLElement;
  #paths = '';

  constructor(list: HTMLElement, onChoice: (index: number) => void) {
    this.#list = list;
    list.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (button) onChoice([...list.children].indexOf(button));
    });
  }

  /** `errors` has the path of a file once for each error. */
  show(paths: readonly string[], current: number, errors: readonly string[]): void {
    const key = JSON.stringify([paths, errors]);
    if (key !== this.#paths) {
      this.#paths = key;
      this.#list.replaceChildren(
        ...paths.map((path) => {
          const count = errors.filter((one) => one === path).length;
          return toElement(
            h(
              'button',
              { type: 'button' },
              path,
              count > 0 && h('b', { 'aria-label': `, ${count} errors` }, count),
            ),
          );
        }),
      );
    }
    this.#list.hidden = paths.length === 0;
    [...this.#list.children].forEach((tab, index) => {
      tab.ariaPressed = String(index === current);
    });
  }
}
