/** The requests that the servers get: three sizes of response, each request repeated or never the same. */

const region = 'region(name: $name) { name displayName controlPlanePrefixes }';

const fields = {
  small: region,
  medium: `${region}
    portRules(virtualNetworkType: INTERNAL, necessity: REQUIRED) {
      title directions source { name } destination { name } destinationPorts
      citations { source { title date } section }
    }`,
  large: `${region}
    portRules {
      ruleId title edition directions protocol source { name } destination { name } destinationPorts
      optionalDestinationPorts necessity requiredWhen platforms purpose
      citations { section confidence verifiedOn source { id title date url } }
    }`,
} as const;

export type Size = keyof typeof fields;
export const sizes = Object.keys(fields) as Size[];

/** What differs from one request to the next: nothing, the value of the variable, or the text of the query. */
export const kinds = ['repeated', 'new variables', 'new text'] as const;
export type Kind = (typeof kinds)[number];

/** A spelling of West Europe that no other number has: case, spaces and hyphens of a name do not count. */
function spelling(number: number): string {
  const letters = [...'westeurope'];
  let rest = number;
  return letters
    .map((letter) => {
      const digit = rest % 6;
      rest = Math.floor(rest / 6);
      return (digit % 2 ? letter.toUpperCase() : letter) + ['', ' ', '-'][digit >> 1];
    })
    .join('');
}

export function requestBody(size: Size, kind: Kind, number: number): string {
  const alias = kind === 'new text' ? `r${number}: ` : '';
  return JSON.stringify({
    query: `query ($name: String!) { ${alias}${fields[size]} }`,
    variables: { name: spelling(kind === 'new variables' ? number : 0) },
  });
}
