/** All lints: first those on every fact, then those on rules, tags and addresses, tiers, conflicts. */

import { addressCitations } from './address-citations.ts';
import { announcedFacts } from './announced-facts.ts';
import { applicability } from './applicability.ts';
import { availability } from './availability.ts';
import { canonicalPrefixes } from './canonical-prefixes.ts';
import { checkDates } from './check-dates.ts';
import { citedFacts } from './cited-facts.ts';
import { citedFields } from './cited-fields.ts';
import { citedSources } from './cited-sources.ts';
import { conditions } from './conditions.ts';
import { conflictPositions } from './conflict-positions.ts';
import { conflictReferences } from './conflict-references.ts';
import { controlPlaneAddresses } from './control-plane-addresses.ts';
import { directions } from './directions.ts';
import { documentDates } from './document-dates.ts';
import { editionRows } from './edition-rows.ts';
import { editions } from './editions.ts';
import { features } from './features.ts';
import { hostNames } from './host-names.ts';
import { ids } from './ids.ts';
import { knownSources } from './known-sources.ts';
import { knownTags } from './known-tags.ts';
import type { Lint } from './lint.ts';
import { names } from './names.ts';
import { onePlace } from './one-place.ts';
import { ports } from './ports.ts';
import { regionOrder } from './region-order.ts';
import { regionTags } from './region-tags.ts';
import { regionalPrefixes } from './regional-prefixes.ts';
import { repeatedSections } from './repeated-sections.ts';
import { sentences } from './sentences.ts';
import { serviceTags } from './service-tags.ts';
import { sources } from './sources.ts';
import { subnetArithmetic } from './subnet-arithmetic.ts';
import { supersededTexts } from './superseded-texts.ts';
import { tagRelations } from './tag-relations.ts';
import { tierMatrix } from './tier-matrix.ts';
import { titles } from './titles.ts';
import { validity } from './validity.ts';

export const lints: readonly Lint[] = [
  ids,
  titles,
  names,
  knownSources,
  citedSources,
  citedFacts,
  citedFields,
  sources,
  checkDates,
  validity,
  announcedFacts,
  supersededTexts,
  repeatedSections,
  documentDates,
  applicability,
  sentences,
  onePlace,
  editions,
  editionRows,
  conditions,
  ports,
  directions,
  knownTags,
  features,
  hostNames,
  serviceTags,
  tagRelations,
  canonicalPrefixes,
  regionalPrefixes,
  regionTags,
  regionOrder,
  controlPlaneAddresses,
  addressCitations,
  tierMatrix,
  availability,
  subnetArithmetic,
  conflictPositions,
  conflictReferences,
];
