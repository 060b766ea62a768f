/** The region of the form: chosen by a person, or the one that the group names. */

export class RegionField {
  readonly #select: HTMLSelectElement | undefined;
  readonly #hint: HTMLElement;
  /** Of the region in the form. */
  isChosen: boolean;

  constructor(form: HTMLFormElement) {
    const select = form.elements.namedItem('region');
    this.#select = select instanceof HTMLSelectElement ? select : undefined;
    this.#hint = document.createElement('small');
    this.#select?.after(this.#hint);
    this.isChosen = new URL(location.href).searchParams.has('region');
    this.#select?.addEventListener('input', () => {
      this.isChosen = true;
      this.#hint.textContent = '';
    });
  }

  /** What a group says, which the form then has as well. */
  show(region: { readonly name: string; readonly displayName: string } | undefined): void {
    if (!region || !this.#select) return;
    this.#select.value = region.name;
    this.#hint.textContent = 'from the document';
  }

  /** For another network, which may be in another region. */
  forget(): void {
    this.#hint.textContent = '';
    if (!new URL(location.href).searchParams.has('region')) this.isChosen = false;
  }
}
