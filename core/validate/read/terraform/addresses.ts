/** Addresses and references as Terraform writes them. */

/** References without the shorter forms that Terraform lists behind each: subnet["a"].id, subnet["a"], subnet. */
export function mostSpecific(references: readonly unknown[]): string[] {
  const texts = references.filter((one): one is string => typeof one === 'string');
  return texts.filter((text, index) => {
    const before = texts[index - 1];
    return !(before?.startsWith(text) && /^[.[]/.test(before.slice(text.length)));
  });
}

/** The calls of a module address: module.network["a"].module.subnet. */
export function stepsOf(address: string): { call: string; text: string }[] {
  return [...address.matchAll(/(?:^|\.)module\.([\w-]+)(?:\["(?:[^"\\]|\\.)*"\]|\[\d+\])?/g)].map(
    ([text, call]) => ({ call: call ?? '', text }),
  );
}

export function callOf(address: string): { parent: string; call: string } {
  const steps = stepsOf(address);
  const last = steps.at(-1);
  return {
    parent: address.slice(0, address.length - (last?.text.length ?? 0)),
    call: last?.call ?? '',
  };
}

/** The same module, or an instance of the one meant where its key is not known. */
export function isIn(module: string, meant: string): boolean {
  if (module === meant) return true;
  const [own, other] = [stepsOf(module), stepsOf(meant)];
  return (
    own.length === other.length &&
    own.every(({ call, text }, index) => {
      const step = other[index];
      return text === step?.text || (call === step?.call && !step.text.endsWith(']'));
    })
  );
}
