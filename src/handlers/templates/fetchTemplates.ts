import { readTemplates } from '../dialog360/readTemplates';
import { AppError } from '../errors/AppError';
import type { Problem } from '../errors/Problem';
import type { Host } from '../Host';
import { connectionOf } from '../outbound/connectionOf';
import { readNumbers } from '../records/numbers';
import type { ConnectedNumber } from '../records/numbers';
import { findTemplates, saveTemplates } from '../records/templates';
import type { StoredTemplates } from '../records/templates';

/**
 * Asks 360dialog for a number's templates and keeps them. An attempt that fails keeps what was known and remembers why,
 * for the doctor. Nothing is kept for a number that was disconnected meanwhile. One after the other for each number, so
 * that a slow answer does not replace a newer one.
 */
export async function fetchTemplates(host: Host, number: ConnectedNumber): Promise<void> {
  const { digits } = number;
  await host.memory.turns.take(`templates ${digits}`, async () => {
    const news = await ask(host, number);
    const isConnected = (await readNumbers(host)).some((each) => each.digits === digits);
    if (isConnected) {
      await saveTemplates(host, { ...news, number: digits });
    }
  });
}

async function ask(host: Host, number: ConnectedNumber): Promise<Omit<StoredTemplates, 'kind' | 'number'>> {
  const at = Date.now();
  try {
    const { templates } = await readTemplates(await connectionOf(host, number));
    return { readAt: at, templates };
  } catch (error) {
    const known = await findTemplates(host, number.digits);
    return { readAt: known?.readAt, templates: known?.templates ?? [], failure: { at, ...problemOf(error) } };
  }
}

function problemOf(error: unknown): Problem {
  return error instanceof AppError ? { key: error.key, params: error.params } : { key: 'errors:bug' };
}
