import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AdmZip from 'adm-zip';
import manifestOfSources from '../../../app.json';
import { buildPackage } from '../../../scripts/package/buildPackage';
import { languages } from '../../../src/locales/languages';
import { places } from '../support/places';

const bytes = readFileSync(places.appZip);
const zip = new AdmZip(bytes);
const manifest = JSON.parse(zip.readAsText('app.json'));
const code = zip.readAsText('App.js');

describe('the package of this app', () => {
  test('holds its parts and nothing else', () => {
    const labels = languages.map(({ tag }) => `i18n/${tag}.json`);
    const files = zip.getEntries().map(({ entryName }) => entryName);
    expect(files.sort()).toEqual(['App.js', 'LICENSES.txt', 'app.json', 'icon.png', ...labels].sort());
  });

  test('is the same bytes each time it is made', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'package-'));
    try {
      const path = join(folder, 'again.zip');
      await buildPackage({ path });
      expect(readFileSync(path).equals(bytes)).toBe(true);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('stays under 650 kB', () => {
    expect(bytes.byteLength).toBeLessThan(650_000);
  });

  test('says who it is', () => {
    expect(manifest).toMatchObject({
      ...manifestOfSources,
      name: 'WhatsApp 360Dialog (Cloud API)',
      nameSlug: 'whatsapp-360d-cloud',
      classFile: 'App.js',
      iconFile: 'icon.png',
    });
  });

  test('is told of what it needs to hear', () => {
    expect(manifest.implements).toEqual(expect.arrayContaining(['IPostMessageSent', 'IUIKitInteractionHandler']));
  });

  test('requires what the sandbox gives out', () => {
    const required = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name ?? '');
    expect(required.length).toBeGreaterThan(0);
    const others = required.filter((name) => !name.startsWith('@rocket.chat/apps-engine/'));
    expect(others.filter((name) => !/^(node:)?(crypto|url|util|buffer|zlib|path|http|https|net)$/.test(name))).toEqual(
      [],
    );
  });

  test('keeps names, so that a stack trace can be read', () => {
    const className = /class (\w+)\s+extends App\b/.exec(readFileSync(`${places.repository}/App.ts`, 'utf8'))?.[1];
    expect(className).toBeDefined();
    expect(code).toContain(className);
  });

  test('names no folder of the machine that built it', () => {
    expect(code.includes(places.repository)).toBe(false);
  });

  test('has every label that Rocket.Chat shows, in every language', () => {
    const english = Object.keys(JSON.parse(zip.readAsText('i18n/en.json'))).sort();
    for (const { tag } of languages) {
      expect(Object.keys(JSON.parse(zip.readAsText(`i18n/${tag}.json`))).sort()).toEqual(english);
    }
  });
});
