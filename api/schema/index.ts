/** The GraphQL schema: one file for each noun, put together. */

import './checks.ts';
import './clouds.ts';
import './config-report.ts';
import './endpoints.ts';
import './facts.ts';
import './ip-change-triggers.ts';
import './port-rules.ts';
import './regions.ts';
import './required-rules.ts';
import './service-tags.ts';
import './sources.ts';
import './subnets.ts';
import './tiers.ts';
import { builder } from '../builder.ts';

export const schema = builder.toSchema();
