/** The GraphQL schema: one file for each noun, put together. */

import './about.ts';
import './address-lookup.ts';
import './backend-addresses.ts';
import './changes.ts';
import './checks.ts';
import './clouds.ts';
import './compare-config.ts';
import './config-report.ts';
import './conflicts.ts';
import './control-plane-addresses.ts';
import './dns-plan.ts';
import './endpoints.ts';
import './fact.ts';
import './facts.ts';
import './forced-tunneling.ts';
import './ip-change-triggers.ts';
import './ip-impact.ts';
import './port-rules.ts';
import './regions.ts';
import './remediation.ts';
import './required-rules.ts';
import './search.ts';
import './service-tags.ts';
import './sources.ts';
import './subnets.ts';
import './symptoms.ts';
import './tag-containment.ts';
import './tiers.ts';
import './validate-config.ts';
import { builder } from './builder.ts';

export const schema = builder.toSchema();
