/** The questions that the servers are asked: three sizes of answer, each asked again and again or never twice. */

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
      id title edition directions protocol source { name } destination { name } destinationPorts
      optionalDestinationPorts necessity requiredWhen platforms purpose
      citations { section confidence verifiedOn source { id title date url } }
    }`,
} as const;

export type Size = keyof typeof fields;
export const sizes = Object.keys(fields) as Size[];

/** What is new in each question: nothing, the value of its variable, or its text. */
export const novelties = ['asked before', 'new variable', 'new text'] as const;
export type Novelty = (typeof novelties)[number];

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

export function question(size: Size, novelty: Novelty, number: number): string {
  const alias = novelty === 'new text' ? `r${number}: ` : '';
  return JSON.stringify({
    query: `query ($name: String!) { ${alias}${fields[size]} }`,
    variables: { name: spelling(novelty === 'new variable' ? number : 0) },
  });
}
