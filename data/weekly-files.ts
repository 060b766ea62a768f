/** The weekly service-tag files whose extracts are stored here: their sources, and citations of them. */

import { cite, lastFullCheck } from './cite.ts';
import type { Citation, CloudName, Confidence, ServiceTagExtract, Source } from './model.ts';
import { cloudNames } from './model.ts';
import { chinaExtract } from './service-tag-files/china.ts';
import { publicExtract } from './service-tag-files/public.ts';
import { usGovernmentExtract } from './service-tag-files/us-government.ts';

export const serviceTagExtracts: Readonly<Record<CloudName, ServiceTagExtract>> = {
  PUBLIC: publicExtract,
  US_GOVERNMENT: usGovernmentExtract,
  CHINA: chinaExtract,
};

const pages: Readonly<Record<CloudName, { readonly cloud: string; readonly page: number }>> = {
  PUBLIC: { cloud: 'public', page: 56519 },
  US_GOVERNMENT: { cloud: 'US Government', page: 57063 },
  CHINA: { cloud: 'China', page: 57062 },
};

/** The source id of the weekly file of a cloud, for example service-tags-public-376. */
export function weeklyFile(cloud: CloudName): string {
  const { changeNumber } = serviceTagExtracts[cloud];
  return `service-tags-${cloud.toLowerCase().replace('_', '-')}-${changeNumber}`;
}

export const weeklyFileSources: readonly Source[] = cloudNames.map((name) => {
  const { changeNumber, date } = serviceTagExtracts[name];
  const { cloud, page } = pages[name];
  return {
    id: weeklyFile(name),
    title: `Azure IP ranges and service tags, ${cloud} cloud, change number ${changeNumber}`,
    date,
    url: `https://www.microsoft.com/download/details.aspx?id=${page}`,
  };
});

/**
 * A citation of the weekly file of a cloud for what a test in `test/data` compares with the stored file. The comparison is as
 * new as the file. What no test compares cites `weeklyFile(cloud)` with `cite`.
 */
export function citeWeeklyFile(
  cloud: CloudName,
  section: string,
  confidence?: Confidence,
): Citation {
  const { date } = serviceTagExtracts[cloud];
  return cite(weeklyFile(cloud), section, confidence, date > lastFullCheck ? date : lastFullCheck);
}
