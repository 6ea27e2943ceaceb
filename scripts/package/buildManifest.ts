import { join } from 'node:path';
import * as v from 'valibot';
import type { PackagePart } from './PackagePart';
import { PackagingError } from './PackagingError';
import { readImplements } from './readImplements';
import { readJson } from './readJson';
import { readText } from './readText';

const filled = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** The engine replaces an id that is not a version 4 uuid by a random one at every install, so this is checked here. */
const UUID4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Where people find the author, or ''. Rocket.Chat's page of the app shows it only when it is filled. */
const address = v.union(
  [v.literal(''), v.pipe(v.string(), v.url(), v.startsWith('https://'))],
  'must be https, or empty',
);

const Manifest = v.object({
  id: v.pipe(v.string(), v.regex(UUID4, 'must be a version 4 uuid')),
  name: filled,
  nameSlug: filled,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+/, 'must be a semantic version')),
  description: filled,
  requiredApiVersion: filled,
  author: v.object({ name: filled, homepage: address, support: address }),
  permissions: v.array(v.looseObject({ name: filled })),
});

/**
 * `app.json` of the package: the one in the folder, with the built class file, the icon and the computed `implements`.
 * @throws PackagingError naming the entry that is missing or wrong.
 */
export async function buildManifest(root: string): Promise<PackagePart> {
  const file = join(root, 'app.json');
  const parsed = v.safeParse(Manifest, await readJson(file, 'the manifest'));
  if (!parsed.success) {
    const problems = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}`);
    throw new PackagingError(`${file}: ${problems.join('; ')}`);
  }
  const manifest = {
    ...parsed.output,
    classFile: 'App.js',
    iconFile: 'icon.png',
    implements: readImplements(await readText(join(root, 'App.ts'), 'the app class')),
  };
  return { path: 'app.json', content: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) };
}
