/** SARIF as the schema of the standard and code scanning take it. */

import { describe, expect, it } from 'vitest';
import { checks } from '../../../../core/validate/checks/index.ts';
import { toSarif } from '../../../../core/validate/report/sarif.ts';
import { reportOfExample } from '../../../../core/validate/report-of-example.ts';
import { command, folderWith } from '../../../support/command.ts';
import { bicepNetwork, denySql } from '../../../support/networks.ts';
import { sarifMistakes } from '../../../support/sarif-schema.ts';

const bad = bicepNetwork([denySql]);
const ignore = 'ignore:\n  - check: required-flow-denied\n    reason: "replaced soon"\n';
const unfinished = `${bicepNetwork()}\nmodule x 'br/public:avm/res/network/virtual-network:0.1.0' = { name: 'x' }\n`;
const terraform = `resource "azurerm_api_management" "apim" {
  name                 = "apim"
  location             = "westeurope"
  resource_group_name  = "rg"
  sku_name             = "Developer_1"
  virtual_network_type = "Internal"
  virtual_network_configuration {
    subnet_id = var.subnet
  }
}
variable "subnet" {}
`;

describe('a run as SARIF', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['with an error', { 'main.bicep': bad }],
    ['with a name that needs encoding', { 'a b/ü#?.bicep': bad }],
    ['with an ignored error', { 'main.bicep': bad, 'apim-atlas.yaml': ignore }],
    [
      'with an ignore that meets nothing',
      { 'main.bicep': bicepNetwork(), 'apim-atlas.yaml': ignore },
    ],
    ['with a part that is not read', { 'main.bicep': unfinished }],
    ['in Terraform, with an open value', { 'infra/main.tf': terraform }],
    [
      'with what cannot be judged',
      {
        'main.bicep': bad,
        'a.tf': 'module "a" {\n  source = "Azure/avm-res-apimanagement-service/azurerm"\n}',
      },
    ],
    ['without findings', { 'main.bicep': bicepNetwork() }],
    ['of nothing', {}],
  ])('is valid %s, and each result has a file', async (_, files) => {
    const { out } = await command(folderWith(files), ['check', '--format', 'sarif']);
    const log = JSON.parse(out);
    expect(sarifMistakes(log)).toEqual([]);
    const [run] = log.runs;
    expect(run.automationDetails).toEqual({ id: 'apim-atlas/' });
    for (const { ruleId, ruleIndex, locations, partialFingerprints } of run.results) {
      expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
      expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(/^[^/]/);
      const { name, helpUri } = run.tool.driver.rules[ruleIndex];
      expect([name, helpUri]).toEqual([
        expect.stringMatching(/^[A-Z][A-Za-z0-9]+$/),
        expect.stringMatching(/^https:\/\//),
      ]);
      expect(partialFingerprints['apimAtlasFinding/v1']).toMatch(/^[0-9a-f]{16}$/);
    }
  });

  it('has the text of the line, and of those around it', async () => {
    const { out } = await command(folderWith({ 'main.bicep': bad }), [
      'check',
      '--format',
      'sarif',
    ]);
    const [{ physicalLocation }] = JSON.parse(out).runs[0].results[0].locations;
    const { startLine, snippet } = physicalLocation.region;
    expect(snippet.text).toBe('{');
    expect(physicalLocation.contextRegion).toEqual({
      startLine: startLine - 1,
      endLine: startLine + 1,
      snippet: {
        text: bad
          .split('\n')
          .slice(startLine - 2, startLine + 1)
          .join('\n'),
      },
    });
  });

  it('marks what is ignored, with the reason', async () => {
    const folder = folderWith({ 'main.bicep': bad, 'apim-atlas.yaml': ignore });
    const { out } = await command(folder, ['check', '--format', 'sarif']);
    expect(JSON.parse(out).runs[0].results[0].suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'replaced soon' },
    ]);
  });

  it('is found wrong by the schema where it is', () => {
    expect(sarifMistakes({ version: '2.1.0', runs: [{ results: [{}] }] })).not.toEqual([]);
  });
});

describe('the report of each example as SARIF', () => {
  const examples = checks.flatMap(({ id, examples: { good, bad: wrong, unsure } }) =>
    [good, wrong, unsure].flatMap((example) => (example ? [[id, example] as const] : [])),
  );

  it.each([undefined, 'main.json'])('is valid, with the file %s', (artifact) => {
    for (const [, example] of examples) {
      expect(sarifMistakes(toSarif(reportOfExample(example), artifact))).toEqual([]);
    }
  });
});

describe('the ladder of a finding on flows', () => {
  const logOf = async (files: Readonly<Record<string, string>>) => {
    const { out } = await command(folderWith(files), ['check', '--format', 'sarif']);
    const [run] = JSON.parse(out).runs;
    return run;
  };

  it('is a picture within the log, and text in the message', async () => {
    const { results, artifacts } = await logOf({ 'main.bicep': bad });
    const finding = results.find(
      (one: { ruleId: string }) => one.ruleId === 'required-flow-denied',
    );
    expect(finding.message.text).not.toContain('by priority');
    expect(finding.message.markdown).toMatch(
      /```text\nOutbound rules by priority\n[^`]*denySql +deny +decides 1433 Sql/,
    );
    expect(finding.attachments).toHaveLength(1);
    const [{ description, artifactLocation }] = finding.attachments;
    expect(description.text).toBe('Outbound rules by priority in westeurope');
    const { contents, mimeType, roles } = artifacts[artifactLocation.index];
    expect([mimeType, roles]).toEqual(['image/svg+xml', ['attachment']]);
    expect(Buffer.byteLength(contents.text)).toBeLessThanOrEqual(8000);
    expect(contents.text).toMatch(/^<svg [\s\S]*denySql[\s\S]*<\/svg>$/);
  });

  it('is there once for all findings on the same rules', async () => {
    const { results, artifacts } = await logOf({ 'main.bicep': bad, 'other/main.bicep': bad });
    const used = results.flatMap(({ attachments = [] }) =>
      attachments.map((one: { artifactLocation: { index: number } }) => one.artifactLocation.index),
    );
    expect([...new Set(used)].sort()).toEqual(artifacts.map((_: object, index: number) => index));
  });

  it('is missing where no finding is on a flow', async () => {
    const { results, artifacts } = await logOf({ 'infra/main.tf': terraform });
    expect(artifacts).toBeUndefined();
    expect(results.length).toBeGreaterThan(0);
    expect(results.filter((one: object) => 'attachments' in one)).toEqual([]);
  });
});
