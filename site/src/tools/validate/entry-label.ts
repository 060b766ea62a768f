/** Terraform is deployed by folder. */
export const entryLabel = (entry: string): string => (entry === '.' ? 'the top folder' : entry);
