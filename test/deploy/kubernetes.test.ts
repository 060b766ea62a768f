/** The manifests against each other and against what they run: labels, ports, addresses, variables, times. */

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { stopTime } from '../../api/server/graceful-stop.ts';
import { type RunningServer, startServer } from '../../api/server/index.ts';
import { defaultOptions, readServerOptions } from '../../api/server/options.ts';
import { ask } from '../support/ask.ts';

const directory = fileURLToPath(new URL('../../deploy/kubernetes/', import.meta.url));
const dockerfile = readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8');

const memory = readFileSync(new URL('../../docs/memory.md', import.meta.url), 'utf8');
const manifest = readFileSync(`${directory}deployment.yaml`, 'utf8');

const labels = z.record(z.string(), z.string());
const probe = z.object({ httpGet: z.object({ path: z.string(), port: z.string() }) });
const selector = z.object({ matchLabels: labels });
const container = z.object({
  ports: z.array(z.object({ name: z.string(), containerPort: z.number() })),
  env: z.array(z.object({ name: z.string(), value: z.string() })),
  startupProbe: probe,
  livenessProbe: probe,
  readinessProbe: probe,
  lifecycle: z.object({ preStop: z.object({ sleep: z.object({ seconds: z.number() }) }) }),
  resources: z.object({
    requests: z.object({ cpu: z.string(), memory: z.string().regex(/^\d+Mi$/) }),
    limits: z.object({ memory: z.string().regex(/^\d+Mi$/) }),
  }),
  securityContext: z.object({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.object({ drop: z.tuple([z.literal('ALL')]) }),
  }),
});
const metadata = z.object({ name: z.literal('apim-network-atlas'), labels });
const manifests = {
  Deployment: z.object({
    apiVersion: z.literal('apps/v1'),
    metadata,
    spec: z.object({
      replicas: z.number(),
      selector,
      template: z.object({
        metadata: z.object({ labels }),
        spec: z.object({
          securityContext: z.object({ runAsNonRoot: z.literal(true), runAsUser: z.number() }),
          terminationGracePeriodSeconds: z.number(),
          containers: z.tuple([container]),
        }),
      }),
    }),
  }),
  Service: z.object({
    apiVersion: z.literal('v1'),
    metadata,
    spec: z.object({
      selector: labels,
      ports: z.tuple([z.object({ port: z.number(), targetPort: z.string() })]),
    }),
  }),
  PodDisruptionBudget: z.object({
    apiVersion: z.literal('policy/v1'),
    metadata,
    spec: z.object({ minAvailable: z.number(), selector }),
  }),
} as const;

const documents = readdirSync(directory).flatMap((name) =>
  parseAllDocuments(readFileSync(directory + name, 'utf8'), { strict: true }).map((document) => {
    expect([name, document.errors, document.warnings]).toEqual([name, [], []]);
    return document.toJS();
  }),
);

function only<Kind extends keyof typeof manifests>(kind: Kind): z.infer<(typeof manifests)[Kind]> {
  const actual = documents.filter((document) => document.kind === kind);
  expect([kind, actual.length]).toEqual([kind, 1]);
  return manifests[kind].parse(actual[0]) as z.infer<(typeof manifests)[Kind]>;
}

const { spec: deployment } = only('Deployment');
const { spec: service } = only('Service');
const { spec: budget } = only('PodDisruptionBudget');
const { spec: pod, metadata: podMetadata } = deployment.template;
const [atlas] = pod.containers;

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ port: 0, host: '127.0.0.1' });
});

afterAll(() => server.stop());

it('are of the three kinds and no other', () => {
  expect(documents.map(({ kind }) => kind).sort()).toEqual(Object.keys(manifests).sort());
});

test.each([
  ['the deployment', deployment.selector.matchLabels],
  ['the service', service.selector],
  ['the budget', budget.selector.matchLabels],
])('%s selects the replicas', (_, selected) => {
  expect(podMetadata.labels).toMatchObject(selected);
  expect(Object.keys(selected)).not.toEqual([]);
});

describe('the container', () => {
  it('listens where the service sends to', () => {
    const port = atlas.ports.find(({ name }) => name === service.ports[0].targetPort);
    expect(port?.containerPort).toBe(defaultOptions.port);
    expect(dockerfile).toContain(`EXPOSE ${defaultOptions.port}\n`);
  });

  test.each([
    ['startupProbe', '/health'],
    ['livenessProbe', '/health'],
    ['readinessProbe', '/ready'],
  ] as const)('its %s requests %s, which answers', async (name, path) => {
    const { httpGet } = atlas[name];
    expect(httpGet.path).toBe(path);
    expect(atlas.ports.map((port) => port.name)).toContain(httpGet.port);
    expect((await ask(server, { path: httpGet.path })).status).toBe(200);
  });

  it('is given variables that the server reads', () => {
    for (const { name, value } of atlas.env) {
      expect([name, readServerOptions({ [name]: value })]).not.toEqual([name, defaultOptions]);
    }
  });

  it('runs as the user of the image', () => {
    expect(dockerfile).toContain(`USER ${pod.securityContext.runAsUser}\n`);
  });

  it('has the time that a graceful stop takes', () => {
    const seconds = atlas.lifecycle.preStop.sleep.seconds + stopTime / 1000;
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(seconds);
  });

  it('is limited to no less than it asks for', () => {
    const [least, most] = [atlas.resources.requests.memory, atlas.resources.limits.memory];
    expect(Number.parseInt(least, 10)).toBeLessThanOrEqual(Number.parseInt(most, 10));
  });
});

it('asks for the memory that all parts of the server may take', () => {
  const rows = [...memory.matchAll(/^\| (.+?) \|.* (\d+) \|$/gm)].map(
    ([, part, size]) => [part?.startsWith('sum'), Number(size)] as const,
  );
  const end = rows.findIndex(([isSum]) => isSum);
  const sum = rows.slice(0, end).reduce((before, [, size]) => before + size, 0);
  expect([rows[end]?.[1], atlas.resources.requests.memory]).toEqual([sum, `${sum}Mi`]);
  expect(manifest).toContain(`may take ${sum} MiB`);
});

it('the budget leaves a replica that may go', () => {
  expect(budget.minAvailable).toBeLessThan(deployment.replicas);
});
