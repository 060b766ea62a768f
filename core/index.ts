/** The library as the package publishes it: answers, rendered rules, the validation and its report formats, search. */

export * from './answers/backend-addresses.ts';
export { changesBetween, type EditionChange } from './answers/changes.ts';
export {
  type DataDocument,
  dataDocument,
  type PublishedPortRule,
} from './answers/data-document.ts';
export { type DnsPlan, type DnsPlanInput, dnsPlan } from './answers/dns-plan.ts';
export {
  type ForcedTunneling,
  type ForcedTunnelingInput,
  forcedTunneling,
} from './answers/forced-tunneling.ts';
export { type IpImpact, impactSummary, ipImpact } from './answers/ip-impact.ts';
export { type AddressLookup, addressInWords } from './answers/lookup-address.ts';
export { statementsOf } from './answers/port-table.ts';
export { requireRegion } from './answers/region.ts';
export {
  type LocationRules,
  type RequiredRulesInput,
  requiredRules,
} from './answers/required-rules.ts';
export { type RuleStatus, type RuleStatusSince, ruleStatus } from './answers/rule-status.ts';
export type { TagContainment } from './answers/service-tag-contains.ts';
export { type SubnetPlan, type SubnetPlanInput, subnetPlan } from './answers/subnet-plan.ts';
export { type Deployment, type DeploymentInput, withDefaults } from './deployment.ts';
export { InputError } from './input-error.ts';
export type { ServiceTagFile } from './network/service-tags/service-tag-file.ts';
export { shippedServiceTagFiles, withShippedFiles } from './network/service-tags/shipped-files.ts';
export { readServiceTagFile } from './network/service-tags/weekly-file.ts';
export { type RuleFormat, render, renderRoutes, ruleFormats } from './render/index.ts';
export type { RuleGroup } from './render/rendered-rule.ts';
export { search } from './search/search.ts';
export { applyEdits } from './validate/apply-edits.ts';
export { checks } from './validate/checks/index.ts';
export type { InputOptions } from './validate/input-options.ts';
export type { Source } from './validate/read/source/read-source.ts';
export { SourceError } from './validate/read/source/source-error.ts';
export { toSarif } from './validate/report/sarif.ts';
export type { ConfigReport, Finding, FlowResult, SourceEdit } from './validate/report.ts';
export type { Input } from './validate/validate-input.ts';
export * from './with-shipped-files.ts';
