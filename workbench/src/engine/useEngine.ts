import { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';
import { ENGINES_HERE, type ServerTraits } from '../server/serverTraits';

/**
 * Makes every import of the engine resolve to the version for this server. Call it before any module imports the
 * engine, also indirectly: a process has one engine.
 */
export function useEngine({ engineHere }: ServerTraits): void {
  const newest = folderOf('@rocket.chat/apps-engine');
  const wanted = folderOf(ENGINES_HERE[engineHere]);
  if (wanted === newest) return;
  const absent = new URL('./absentFromOldEngine.cjs', import.meta.url).href;
  register('./engineHooks.mjs', import.meta.url, { data: { from: newest, to: wanted, absent } });
}

function folderOf(packageName: string): string {
  const manifest = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
  return new URL('.', pathToFileURL(manifest)).href;
}
