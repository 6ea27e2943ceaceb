/** `npm run docs`: writes the help, the same pages that the workbench shows, to `dist/docs`, for any web server. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { repositoryRoot } from '../repositoryRoot';
import { buildHelp } from './buildHelp';

const OUTPUT = join(repositoryRoot, 'dist', 'docs');

async function main(): Promise<void> {
  const site = await buildHelp(repositoryRoot);
  await rm(OUTPUT, { recursive: true, force: true });
  for (const [path, content] of site) {
    const file = join(OUTPUT, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  process.stdout.write(`${relative(repositoryRoot, join(OUTPUT, 'index.html'))}  ${site.size} files\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
