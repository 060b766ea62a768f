/** The id of a flow's row in the page, for links of the picture. */

export const flowAddress = (region: string, key: string) => `flow-${region}-${key}`;
