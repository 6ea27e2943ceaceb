import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';
import { listLanguages, readTexts } from './buildTranslations';

/** Where the keys of a namespace are in the bundle, once for all languages. */
const KEYS = 'locale-keys';

/**
 * Bundles `src/locales/<language>/<namespace>.json` as a list of texts, and the keys of each namespace once. The keys would
 * otherwise stand twelve times in the package, too far from each other for compression; they were a tenth of its size.
 */
export function compactLocales(root: string): Plugin {
  const folder = join(root, 'src', 'locales');
  const keysOf = new Map<string, Promise<string[]>>();
  const keys = (namespace: string) => {
    const known = keysOf.get(namespace) ?? readKeys(folder, namespace);
    keysOf.set(namespace, known);
    return known;
  };
  return {
    name: 'compact locales',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${KEYS}:`) }, ({ path }) => ({ path, namespace: KEYS }));
      build.onLoad({ filter: /.*/, namespace: KEYS }, async ({ path }) => ({
        contents: `const keys = ${JSON.stringify(await keys(path.slice(KEYS.length + 1)))};
module.exports = (texts) => Object.fromEntries(keys.map((key, at) => [key, texts[at]]).filter(([, text]) => text !== 0));`,
      }));
      build.onLoad({ filter: /\.json$/ }, async ({ path }) => {
        if (dirname(dirname(path)) !== folder) return undefined;
        const namespace = basename(path, '.json');
        const texts = await readTexts(folder, basename(dirname(path)), namespace);
        // A language lacks the plural forms that it does not have.
        const listed = (await keys(namespace)).map((key) => texts[key] ?? 0);
        return { contents: `module.exports = require('${KEYS}:${namespace}')(${JSON.stringify(listed)});` };
      });
    },
  };
}

/** The keys of a namespace in all languages. */
async function readKeys(folder: string, namespace: string): Promise<string[]> {
  const languages = await listLanguages(folder);
  const all = await Promise.all(languages.map((language) => readTexts(folder, language, namespace)));
  return [...new Set(all.flatMap((texts) => Object.keys(texts)))];
}
