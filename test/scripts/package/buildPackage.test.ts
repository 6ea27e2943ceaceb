import { cp, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AdmZip from 'adm-zip';
import { buildPackage } from '../../../scripts/package/buildPackage';
import { readImplements } from '../../../scripts/package/readImplements';

describe('buildPackage', () => {
  const PROBE_APP = join(__dirname, '../../e2e/support/probe-app');

  describe('the app package', () => {
    let folder: string;
    let root: string;
    const build = () => buildPackage({ root, path: join(folder, 'out', 'app.zip') });

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'package-'));
      root = join(folder, 'app');
      await cp(PROBE_APP, root, { recursive: true });
    });

    afterEach(() => rm(folder, { recursive: true, force: true }));

    test('holds the code, the manifest, the icon and the labels of every language, and nothing else', async () => {
      const { zip, bytes } = await build();
      const files = new AdmZip(zip).getEntries().map(({ entryName }) => entryName);
      expect(files).toEqual(['App.js', 'app.json', 'i18n/de.json', 'i18n/en.json', 'icon.png', 'LICENSES.txt']);
      expect(bytes).toBe(zip.byteLength);
    });

    test('says in its manifest what is in it', async () => {
      const { zip } = await build();
      const manifest = JSON.parse(new AdmZip(zip).readAsText('app.json'));
      expect(manifest).toMatchObject({
        name: 'Probe',
        classFile: 'App.js',
        iconFile: 'icon.png',
        implements: ['IPostMessageSent', 'IUIKitInteractionHandler'],
      });
    });

    test('lists the licence of each package that it contains', async () => {
      const { zip, packages } = await buildPackage({ path: join(folder, 'own.zip') });
      const licenses = new AdmZip(zip).readAsText('LICENSES.txt');
      expect(packages.map(({ name }) => name)).toEqual(expect.arrayContaining(['i18next', 'valibot', 'xstate']));
      for (const { name, version, license, text } of packages) {
        expect(licenses).toContain(`${name} ${version} (${license})`);
        expect(licenses).toContain(text.trim());
      }
    });

    test('requires the engine and what the sandbox gives out, nothing else', async () => {
      const code = new AdmZip((await build()).zip).readAsText('App.js');
      const required = [...code.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name);
      expect(required.filter((name) => !name?.startsWith('@rocket.chat/apps-engine/'))).toEqual([]);
    });

    test('has the same bytes for the same sources in another folder, at another time and in another time zone', async () => {
      const first = await build();
      expect((await readFile(first.path)).equals(first.zip)).toBe(true);
      const elsewhere = join(folder, 'some', 'where', 'else');
      await cp(root, elsewhere, { recursive: true });
      for (const file of ['App.ts', 'app.json', 'assets/icon.png']) {
        await utimes(join(elsewhere, file), new Date('2031-05-06'), new Date('2031-05-06'));
      }
      const zone = process.env.TZ;
      process.env.TZ = 'Pacific/Auckland';
      try {
        const second = await buildPackage({ root: elsewhere, path: join(folder, 'again.zip') });
        expect(second.zip.equals(first.zip)).toBe(true);
      } finally {
        if (zone === undefined) delete process.env.TZ;
        else process.env.TZ = zone;
      }
    });

    const change = async (file: string, edit: (text: string) => string) =>
      writeFile(join(root, file), edit(await readFile(join(root, file), 'utf8')));

    test.each([
      ['app.json', (text: string) => text.replace('"id"', '"uid"'), 'app.json: id'],
      ['app.json', (text: string) => text.replace('-4a8e-', '-1a8e-'), 'version 4 uuid'],
      ['app.json', () => '{', 'is not JSON'],
      ['src/locales/de/app.json', () => '{}', 'de/app.json lacks greeting'],
      ['src/locales/en/app.json', () => '{ "greeting": { "text": "x" } }', 'every key must stand flat'],
      ['assets/icon.png', () => 'no picture', 'is not a PNG'],
      [
        'ProbeCommand.ts',
        (text: string) => `import { exec } from 'node:child_process';\n${text}\nexec('ls');`,
        'child_process (a Node module)',
      ],
      ['ProbeCommand.ts', (text: string) => `${text}\nconst = 1;`, 'App.ts does not compile'],
    ])('is not built when %s is wrong, and says why', async (file, edit, complaint) => {
      await change(file, edit);
      await expect(build()).rejects.toThrow(complaint);
    });

    test.each([
      ['app.json', 'the manifest'],
      ['App.ts', 'the app class'],
      ['assets/icon.png', "the app's icon"],
      ['src/locales', 'the languages'],
      ['src/locales/en', 'has no English'],
      ['src/locales/de/app.json', 'texts of the app'],
    ])('is not built without %s, and says what that is', async (file, complaint) => {
      await rm(join(root, file), { recursive: true });
      await expect(build()).rejects.toThrow(complaint);
    });
  });
});

describe('readImplements', () => {
  const appWith = (heading: string, members = '', before = '') =>
    `${before}\nexport class A extends App ${heading} { ${members} }`;

  describe('what the app class implements', () => {
    test('is read from its heading, sorted and once each', () => {
      const code = appWith('implements IUIKitInteractionHandler, IPostMessageSent, IPostMessageSent');
      expect(readImplements(code)).toEqual(['IPostMessageSent', 'IUIKitInteractionHandler']);
    });

    test('is found behind another name and behind a namespace', () => {
      const before = "import type { IPostMessageSent as Sent } from 'a';";
      expect(readImplements(appWith('implements Sent, engine.IPostMessageUpdated', '', before))).toEqual([
        'IPostMessageSent',
        'IPostMessageUpdated',
      ]);
    });

    test('is nothing for a class without a heading', () => {
      expect(readImplements(appWith(''))).toEqual([]);
    });

    test('must be known to the engine', () => {
      expect(() => readImplements(appWith('implements IPostMessageSend'))).toThrow(
        'IPostMessageSend, unknown to the engine',
      );
    });

    test.each([
      ['executePostMessageSent', 'IPostMessageSent'],
      ['checkPreMessageSentPrevent', 'IPreMessageSentPrevent'],
      ['executeViewSubmitHandler', 'IUIKitInteractionHandler'],
      ['executeLivechatRoomCreatePrevent', 'IPreLivechatRoomCreatePrevent'],
    ])('must be said when there is a handler %s', (method, name) => {
      const handler = `async ${method}() {}`;
      expect(() => readImplements(appWith('', handler))).toThrow(`"implements ${name}"`);
      expect(readImplements(appWith(`implements ${name}`, handler))).toEqual([name]);
    });

    test('does not mind methods of its own', () => {
      expect(readImplements(appWith('', 'executeOrder() {} checkIn() {} async onEnable() {}'))).toEqual([]);
    });

    test.each([
      ['no export', 'class A extends App {}'],
      ['two exports', 'export const x = 1; export class A extends App {}'],
      ['a function', 'export function a() {}'],
      ['a list of exports', 'class A extends App {} export { A };'],
    ])('needs the class as the only export: %s', (_case, code) => {
      expect(() => readImplements(code)).toThrow('App.ts must export the app class and nothing else');
    });

    test('lets types be exported beside the class', () => {
      expect(readImplements(appWith('', '', 'export interface Options {}\nexport type Id = string;'))).toEqual([]);
    });
  });
});
