/** The service tags that came with this version are not what was shipped: whatever they decide would be wrong. */
export class DamagedTagsError extends Error {
  override readonly name = 'DamagedTagsError';

  constructor(reason: string) {
    super(`the service tags of this package are damaged: ${reason}; install the package again`);
  }
}
