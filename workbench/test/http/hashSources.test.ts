import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashSources } from '../../src/http/page/buildPage';

describe('the hash of sources', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hash-'));
    await mkdir(join(folder, 'web/node_modules'), { recursive: true });
    await writeFile(join(folder, 'web/a.ts'), 'a');
    await writeFile(join(folder, 'lock.json'), '{}');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  const hash = () => hashSources([join(folder, 'web'), join(folder, 'lock.json')]);

  test('changes with a content, a name, a new file, and with a single file', async () => {
    const seen = [await hash()];
    await writeFile(join(folder, 'web/a.ts'), 'b');
    seen.push(await hash());
    await writeFile(join(folder, 'web/b.ts'), '');
    seen.push(await hash());
    await rm(join(folder, 'web/b.ts'));
    await writeFile(join(folder, 'web/c.ts'), '');
    seen.push(await hash());
    await writeFile(join(folder, 'lock.json'), '{ }');
    seen.push(await hash());
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('does not change with installed packages', async () => {
    const before = await hash();
    await writeFile(join(folder, 'web/node_modules/x.js'), 'x');
    expect(await hash()).toBe(before);
  });
});
