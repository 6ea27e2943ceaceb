import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildMachineDocs } from '../../scripts/machines/buildMachineDocs';
import { repositoryRoot } from './support/repository';

const folder = join(repositoryRoot, 'docs/machines');

describe('the charts of the machines are the machines that run', () => {
  test('docs/machines is what `npm run machines` writes', async () => {
    const stored = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
    const built = await buildMachineDocs();
    expect([...stored.keys()].sort()).toEqual([...built.keys()].sort());
    for (const [name, text] of built) expect([name, stored.get(name)]).toEqual([name, text]);
  });
});
