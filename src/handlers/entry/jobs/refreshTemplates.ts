import * as v from 'valibot';
import type { Host } from '../../core/Host';
import { readNumbers } from '../../numbers/numbers';
import { areTemplatesDue } from '../../numbers/templates/areTemplatesDue';
import { fetchTemplates } from '../../numbers/templates/fetchTemplates';
import { findTemplates } from '../../numbers/templates/templates';

const dataSchema = v.fallback(v.object({ since: v.optional(v.number()) }), {});

/**
 * Reads the templates of every number for which that is due by the setting, or by news of a moment since when what is
 * stored counts as out of date.
 *
 * @param data `{ since }` in epoch milliseconds, where the job was asked for
 */
export async function refreshTemplates(host: Host, data: unknown): Promise<void> {
  const { since } = v.parse(dataSchema, data);
  const interval = await host.memory.settings.get('templateRefreshInterval');
  // From the store: this instance may be another one than that which has just connected a number or changed its key.
  for (const number of await readNumbers(host)) {
    try {
      if (areTemplatesDue(await findTemplates(host, number.digits), { interval, now: Date.now(), since })) {
        await fetchTemplates(host, number);
      }
    } catch (error) {
      host.logger.error(`The templates of …${number.digits.slice(-4)} could not be kept:`, String(error));
    }
  }
}
