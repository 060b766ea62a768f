/** The queries whose rules come as text in every format. */

import {
  FirstDeploymentDocument,
  PortRulePageDocument,
  RegionPageDocument,
} from '../generated/queries.ts';
import { inEveryFormat } from '../lib/every-format.ts';

export const firstDeployment = inEveryFormat(FirstDeploymentDocument);
export const portRulePage = inEveryFormat(PortRulePageDocument);
export const regionPage = inEveryFormat(RegionPageDocument);
