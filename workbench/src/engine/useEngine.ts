import { register } from 'node:module';
import { ENGINES_HERE, type ServerTraits } from '../server/serverTraits';

/**
 * Makes every import of the engine lead to the one that runs here for this server. Call it before anything imports the
 * engine, so before a dynamic import of what does: a process has one engine.
 */
export function useEngine({ engineHere }: ServerTraits): void {
  const packageName = ENGINES_HERE[engineHere];
  if (packageName === '@rocket.chat/apps-engine') return;
  register('./engineHooks.mjs', import.meta.url, {
    data: { packageName, absent: new URL('./absentFromOldEngine.ts', import.meta.url).href },
  });
}
