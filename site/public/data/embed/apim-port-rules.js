/**
 * <apim-port-rules region="westeurope" mode="internal"></apim-port-rules>: the rules to allow for an instance of Azure
 * API Management as a table, in any page: of Premium, or of a v2 tier by its mode. It reads /data/v1/regions/<region>.json from where this file is.
 */

const home = new URL('../../', import.meta.url);

/** Modes by the values of the attribute, and where the file of a region has their rules. */
const modes = {
  internal: 'internal mode',
  external: 'external mode',
  'v2-integration': 'Standard v2 or Premium v2, integration',
  'v2-injection': 'Premium v2, injection',
};
const keys = {
  internal: 'internal',
  external: 'external',
  'v2-integration': 'v2Integration',
  'v2-injection': 'v2Injection',
};

const sheet = new CSSStyleSheet();
// A style element would need the permission of the page's policy.
sheet.replaceSync(`
:host { display: block; font: inherit; color: inherit; }
.frame { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.9em; }
caption { text-align: start; padding-block: 0.25rem; }
th, td { text-align: start; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; border-block-end: 1px solid color-mix(in srgb, currentcolor 25%, transparent); }
p { margin: 0.25rem 0; font-size: 0.85em; }
a { color: inherit; }
`);

/** An element with text; nothing of a file becomes markup. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const nameOf = (region) => region.toLowerCase().replace(/[^a-z0-9]/g, '');

class ApimPortRules extends HTMLElement {
  static observedAttributes = ['region', 'mode'];

  #root = this.attachShadow({ mode: 'open' });
  #request = 0;

  connectedCallback() {
    this.#root.adoptedStyleSheets = [sheet];
    this.#show();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#show();
  }

  async #show() {
    this.#request += 1;
    const request = this.#request;
    const content = await this.#content().catch((error) => [
      element('p', { role: 'alert' }, `apim-port-rules: ${error.message}`),
    ]);
    // An attribute may have changed in the meantime.
    if (request !== this.#request) return;
    this.#root.replaceChildren(...content);
    this.dispatchEvent(new Event('load'));
  }

  async #content() {
    const region = nameOf(this.getAttribute('region') ?? '');
    const mode = this.getAttribute('mode') ?? 'internal';
    if (region === '')
      throw new Error('no region is given; set the attribute region, as in region="westeurope"');
    if (!Object.hasOwn(modes, mode)) {
      throw new Error(`mode is "${mode}"; accepted: ${Object.keys(modes).join(', ')}`);
    }
    const response = await fetch(new URL(`data/v1/regions/${region}.json`, home)).catch(() => {});
    // Of a file that is not there the browser tells another origin nothing.
    if (!response?.ok) {
      throw new Error(
        `the rules of region "${region}" could not be loaded from ${home.host}; is it a region, such as westeurope?`,
      );
    }
    const { data, edition } = await response.json();
    const rules = data[keys[mode]]?.locations[0]?.securityRules ?? [];
    const heads = ['Direction', 'Source', 'Destination', 'Protocol', 'Ports'];
    const cells = (rule) => [
      rule.sourceAddressPrefixes.join(', '),
      rule.destinationAddressPrefixes.join(', '),
      rule.protocol,
      rule.destinationPortRanges.join(', '),
    ];
    const table = element(
      'table',
      {},
      element(
        'caption',
        {},
        `Rules to allow for API Management in ${data.region.displayName}, ${modes[mode]}`,
      ),
      element(
        'thead',
        {},
        element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, head))),
      ),
      element(
        'tbody',
        {},
        ...rules.map((rule) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, rule.direction === 'INBOUND' ? 'in' : 'out'),
            ...cells(rule).map((cell) => element('td', {}, cell)),
          ),
        ),
      ),
    );
    const page = new URL(`regions/${region}/`, home).href;
    return [
      element(
        'div',
        { class: 'frame', tabindex: '0', role: 'region', 'aria-label': 'Rules to allow' },
        table,
      ),
      element(
        'p',
        {},
        `Edition of ${edition}. `,
        element('a', { href: page }, 'Sources and formats'),
      ),
    ];
  }
}

customElements.define('apim-port-rules', ApimPortRules);
