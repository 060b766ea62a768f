/** The values that facts are made of: clouds, tiers, modes, directions, features, dates. */

export const cloudNames = ['PUBLIC', 'US_GOVERNMENT', 'CHINA'] as const;
export type CloudName = (typeof cloudNames)[number];

export const tiers = [
  'CONSUMPTION',
  'DEVELOPER',
  'BASIC',
  'STANDARD',
  'PREMIUM',
  'BASIC_V2',
  'STANDARD_V2',
  'PREMIUM_V2',
] as const;
export type Tier = (typeof tiers)[number];

export const computePlatforms = ['STV1', 'STV2'] as const;
export type ComputePlatform = (typeof computePlatforms)[number];

/** As in Azure Resource Manager. In the v2 tiers EXTERNAL means outbound integration and INTERNAL means injection. */
export const virtualNetworkTypes = ['NONE', 'EXTERNAL', 'INTERNAL'] as const;
export type VirtualNetworkType = (typeof virtualNetworkTypes)[number];

export const directions = ['INBOUND', 'OUTBOUND'] as const;
export type Direction = (typeof directions)[number];

export const protocols = ['TCP', 'UDP', 'ANY'] as const;
export type Protocol = (typeof protocols)[number];

export const necessities = ['REQUIRED', 'CONDITIONAL', 'RECOMMENDED', 'OPTIONAL'] as const;
export type Necessity = (typeof necessities)[number];

export const confidences = ['DOCUMENTED', 'INFERRED', 'DISPUTED'] as const;
export type Confidence = (typeof confidences)[number];

/** Features whose use turns an optional port rule, or a bracketed port, into a required one, or needs something else of the network. */
export const featureNames = [
  'PLAIN_HTTP',
  'MICROSOFT_ENTRA_ID',
  'CREDENTIAL_MANAGER',
  'EVENT_HUB_LOGGING',
  'MONITORING',
  'EXTERNAL_CACHE',
  'INTERNAL_CACHE',
  'RATE_LIMIT_COUNTERS',
  'GIT_REPOSITORY',
  'MACHINE_HEALTH_PROBE',
  'EMAIL_NOTIFICATIONS',
  'KEY_VAULT_SECRETS',
  'MANAGED_CERTIFICATES',
  'BACKUP_RESTORE',
  'SELF_HOSTED_GATEWAY',
] as const;
export type FeatureName = (typeof featureNames)[number];

/**
 * Calendar date, YYYY-MM-DD.
 * @format date
 */
export type IsoDate = `${number}-${number}-${number}`;
