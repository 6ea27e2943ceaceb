import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { whoMay } from '../../scripts/guides/drawActions';
import { fillIn } from '../../scripts/guides/fillIn';
import { generatedParts } from '../../scripts/guides/generatedParts';
import { COMMAND } from '../../src/handlers/core/commandNames';
import { recordKinds } from '../../src/handlers/core/records/recordKinds';
import { endpoints } from '../../src/handlers/entry/endpoints/endpoints';
import { subcommands } from '../../src/handlers/entry/commands/subcommands';
import { findWrongQuotes } from './support/findWrongQuotes';
import type { Quotable } from './support/findWrongQuotes';
import { listFiles, repositoryRoot } from './support/repository';

const GUIDES = ['install', 'admin', 'troubleshooting', 'agent', 'contacts', 'api', 'data-protection', 'comparison'].map(
  (name) => `docs/${name}.md`,
);

/** Texts of others that the guides name; nothing in this repository can say whether they are still so. */
const FOREIGN_WORDS = [
  // Rocket.Chat
  'Administration',
  'Apps',
  'Details',
  'Private Apps',
  'Settings',
  'Site Url',
  'Site URL',
  'Workspace',
  'General',
  'Permissions',
  'Upload private app',
  'File Upload',
  'Maximum File Upload Size',
  'the app',
  'Logs',
  'Contact Information',
  'See conflicts',
];

/** Code of others. */
const FOREIGN_CODE = [
  'npm start -- --server 7.8',
  'deno --version',
  'client_max_body_size 100m;',
  'HTTP_PROXY',
  'NODE_EXTRA_CA_CERTS',
  'error-mac-limit-reached',
  '+55 11 91234567 (WhatsApp 3f9c…)',
  '+:thumbsup:',
  '@ana',
  'https://<workspace>/api/apps/private/<app>/<installation>/',
  '{ "success": false, "error": "…" }',
];

function englishTexts(): string[] {
  return listFiles('src/locales/en').flatMap((path) => Object.values(JSON.parse(read(path)) as Record<string, string>));
}

const read = (path: string) => readFileSync(join(repositoryRoot, path), 'utf8');

const guides = GUIDES.map((path) => ({ path, text: read(path) }));

describe('guides', () => {
  test('quote buttons, settings, texts and commands as the app has them', () => {
    const sources = ['App.ts', 'app.json', 'package.json', 'README.md', 'CONTRIBUTING.md', ...listFiles('src')].map(
      read,
    );
    const methods = endpoints.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    const paths = ['docs', 'src', 'test'].flatMap(listFiles);
    const { name } = JSON.parse(read('app.json')) as { name: string };
    const quotable: Quotable = {
      texts: englishTexts(),
      foreignWords: [...FOREIGN_WORDS, name],
      commands: [`/${COMMAND}`, ...Object.keys(subcommands).map((each) => `/${COMMAND} ${each}`)],
      code: [...FOREIGN_CODE, ...methods, ...paths, ...sources].join('\n'),
    };
    expect(findWrongQuotes(guides, quotable)).toEqual([]);
  });

  test('catch a quote that is wrong', () => {
    const quotable = {
      texts: ['Send again', '{{n}} things. Go on', 'API Key *'],
      foreignWords: ['Logs'],
      commands: ['/a', '/a b'],
      code: 'set_x',
    };
    const text = [
      'Press **Send again** or **Sent again**, **Logs → API Key**.',
      '**A lead-in.** The app says “… things. Go on” or “Things”. `/a b` `/a c` `set_x`',
      '```\n**not looked at**\n```',
      '- **Another lead-in:** `set_y`, **No lead-in.**',
    ].join('\n');
    expect(findWrongQuotes([{ path: 'docs/a.md', text }], quotable)).toEqual([
      'docs/a.md:1: Sent again',
      'docs/a.md:2: Things',
      'docs/a.md:2: /a c',
      'docs/a.md:6: set_y',
      'docs/a.md:6: No lead-in.',
    ]);
  });

  test.each(guides)('$path has the tables that `npm run guides` draws', ({ text }) => {
    expect(text).toBe(fillIn(text, generatedParts));
  });
});

test('docs/architecture.md has the table of buttons that `npm run guides` draws', () => {
  const text = read('docs/architecture.md');
  expect(text).toContain('`connect-number`');
  expect(text).toBe(fillIn(text, generatedParts));
});

test('docs/admin.md names every command, and who may type it', () => {
  const rows = read('docs/admin.md')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  for (const [name, { who }] of Object.entries(subcommands)) {
    const row = rows.find(([, typed]) => typed === `\`/${COMMAND} ${name}\``);
    expect([name, row?.[3]]).toEqual([name, whoMay[who]]);
  }
});

test('docs/api.md names every field and every status that docs/openapi.yaml has', () => {
  const guide = read('docs/api.md');
  const { components } = parse(read('docs/openapi.yaml')) as {
    components: { schemas: Record<string, { properties?: Record<string, { enum?: string[] }> }> };
  };
  const named = Object.values(components.schemas).flatMap(({ properties = {} }) =>
    Object.entries(properties).flatMap(([field, { enum: values = [] }]) => [field, ...values]),
  );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((name) => !guide.includes(`\`${name}\``) && !guide.includes(`"${name}"`))).toEqual([]);
});

test('docs/data-protection.md names every kind of record that the app stores', () => {
  const guide = read('docs/data-protection.md');
  expect(Object.keys(recordKinds).filter((kind) => !guide.includes(`\`${kind}\``))).toEqual([]);
});
