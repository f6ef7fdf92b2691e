// What is asked of Prometheus exists: every metric in dashboards and alerts is registered by a service, with its labels.
import { gatewayMetrics, serviceMetrics } from '#libs/adapters';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { selectedBy } from './promql';

const ROOT = resolve(__dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const panelSchema = z.object({
  title: z.string(),
  type: z.string(),
  gridPos: z.object({ h: z.number(), w: z.number(), x: z.number(), y: z.number() }),
  targets: z.array(z.object({ expr: z.string(), legendFormat: z.string() })).default([]),
});
const dashboardSchema = z.object({ uid: z.string(), title: z.string(), panels: z.array(panelSchema).min(1) });
const alertSchema = z.strictObject({
  alert: z.string().regex(/^Resumption[A-Za-z]+$/),
  expr: z.string(),
  for: z
    .string()
    .regex(/^\d+[sm]$/)
    .optional(),
  labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }),
  annotations: z.strictObject({ summary: z.string(), mend: z.string() }),
});
const alertsSchema = z.strictObject({
  groups: z.array(z.strictObject({ name: z.string(), rules: z.array(alertSchema).min(1) })).min(1),
});

const { panels } = dashboardSchema.parse(JSON.parse(read('deploy/grafana/resumption.json')));
const alerts = alertsSchema.parse(parse(read('deploy/prometheus/alerts.yml'))).groups.flatMap(({ rules }) => rules);
const targets = panels.flatMap(({ title, targets: ofPanel }) => ofPanel.map((target) => ({ title, ...target })));
const asked = [
  ...targets.map(({ title, expr }) => ({ where: title, expr })),
  ...alerts.map(({ alert, expr }) => ({ where: alert, expr })),
];

/** Of Prometheus itself. */
const SCRAPED = ['job', 'instance'];
const labels = new Map<string, readonly string[]>([['up', SCRAPED]]);

beforeAll(async () => {
  const registered = [...(await serviceMetrics('plants')).registered(), ...(await gatewayMetrics()).registered()];
  for (const { name, type, labels: own } of registered) {
    const all = [...own, ...SCRAPED];
    if (type !== 'histogram') labels.set(name, all);
    else {
      labels.set(`${name}_bucket`, [...all, 'le']);
      for (const part of ['sum', 'count']) labels.set(`${name}_${part}`, all);
    }
  }
});

describe.each(asked)('what "$where" asks Prometheus for', ({ expr }) => {
  it('is PromQL over metrics that are registered, with labels that they have', () => {
    const selected = selectedBy(expr);
    expect(selected.length).toBeGreaterThan(0);
    for (const { metric, by, grouped } of selected) {
      expect([...labels.keys()]).toContain(metric);
      expect(labels.get(metric)).toEqual(expect.arrayContaining([...by, ...grouped]));
    }
  });
});

describe('the dashboard', () => {
  it('names lines by labels that its expressions have', () => {
    for (const { expr, legendFormat } of targets) {
      const named = [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, label]) => label);
      for (const { metric } of selectedBy(expr)) expect(labels.get(metric)).toEqual(expect.arrayContaining(named));
    }
  });

  it('lays its panels side by side, not over one another', () => {
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, at) => `${x + (at % w)} ${y + Math.floor(at / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(Math.max(...panels.map(({ gridPos: { x, w } }) => x + w))).toBe(24);
  });
});

describe('the alerts', () => {
  it('have each a name of its own, and name labels that are left over', () => {
    expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length);
    for (const { expr, annotations } of alerts) {
      const named = [...annotations.summary.matchAll(/\{\{ \$labels\.(\w+) \}\}/g)].map(([, label]) => label);
      for (const { metric, grouped } of selectedBy(expr))
        expect(metric === 'up' ? SCRAPED : grouped).toEqual(expect.arrayContaining(named));
    }
  });
});

describe('the check itself', () => {
  it('refuses what is no PromQL, and sees metrics and labels wherever they stand', () => {
    expect(() => selectedBy('sum by (le (x)')).toThrow(/no PromQL/);
    expect(selectedBy('sum by (run) (rate(a{b="1"}[5m])) > on (source) c')).toEqual([
      { metric: 'a', by: ['b'], grouped: ['source', 'run'] },
      { metric: 'c', by: [], grouped: ['source'] },
    ]);
  });
});

describe('labels', () => {
  it('are never those of an enterprise', () => {
    const all = [...labels].filter(([name]) => name.startsWith('resumption_')).flatMap(([, own]) => own);
    const allowed = ['service', 'run', 'source', 'sector', 'cause', 'result', 'route', 'status', 'le', ...SCRAPED];
    expect(allowed).toEqual(expect.arrayContaining([...new Set(all)]));
  });
});

describe('a service without a collector of traces', () => {
  it('does not load what sends them', () => {
    const script = `require('#libs/services'); console.log(Object.keys(require.cache).join('\\n'))`;
    const loaded = execFileSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' });
    expect(loaded).toContain('dist/libs/services');
    expect(loaded).not.toContain('@opentelemetry');
  });
});
