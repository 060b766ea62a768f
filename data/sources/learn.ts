/** Where Microsoft publishes its documents. */

export const learn = 'https://learn.microsoft.com/azure';
