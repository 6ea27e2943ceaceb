import { AppError } from '../../core/errors/AppError';
import type { Problem } from '../../core/errors/Problem';
import type { Host } from '../../core/Host';
import type { Translate } from '../../core/translation/Translate';
import type { Template } from '../../dialog360/parseTemplates';
import { readTemplates } from '../../dialog360/readTemplates';
import { connectionOf } from '../connectionOf';
import type { ConnectedNumber } from '../numbers';
import { readNumbers } from '../numbers';
import type { TemplateChanges } from './templates';
import { noteTemplatesFailure, saveTemplates } from './templates';

/** What a reading of the templates came to. */
export type Refreshed = { ok: true; changes: TemplateChanges } | { ok: false; problem: Problem };

/**
 * Asks 360dialog for a number's templates and keeps them. An attempt that fails keeps what was known and remembers why.
 * The result is dropped when the number was disconnected meanwhile. A number's readings run one after another, so that a slow
 * answer does not replace a newer one.
 */
export async function fetchTemplates(host: Host, number: ConnectedNumber): Promise<Refreshed> {
  const { digits } = number;
  return host.memory.locks.run(`templates ${digits}`, async () => {
    const readAt = Date.now();
    const asked = await ask(host, number);
    const isConnected = (await readNumbers(host)).some((each) => each.digits === digits);
    if (!isConnected) {
      return { ok: false, problem: { key: 'errors:numberGone', params: { number: digits } } };
    }
    if ('problem' in asked) {
      await noteTemplatesFailure(host, digits, { at: readAt, ...asked.problem });
      return { ok: false, problem: asked.problem };
    }
    return { ok: true, changes: await saveTemplates(host, { number: digits, readAt, ...asked }) };
  });
}

/** Reads the templates for a person who asked. @returns the sentence with the result; never throws */
export async function refreshByHand(host: Host, number: ConnectedNumber, t: Translate): Promise<Problem> {
  try {
    const refreshed = await fetchTemplates(host, number);
    if (!refreshed.ok) {
      const reason = t(refreshed.problem.key, refreshed.problem.params);
      return { key: 'templates:refreshFailed', params: { reason } };
    }
    const { added, changed, gone } = refreshed.changes;
    return added + changed + gone > 0
      ? { key: 'templates:refreshed', params: { added, changed, gone } }
      : { key: 'templates:refreshedSame' };
  } catch (error) {
    host.logger.error('The templates could not be read:', String(error));
    return { key: 'errors:bug' };
  }
}

async function ask(host: Host, number: ConnectedNumber): Promise<{ templates: Template[] } | { problem: Problem }> {
  try {
    const { templates } = await readTemplates(await connectionOf(host, number));
    return { templates };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

function problemOf(error: unknown): Problem {
  return error instanceof AppError ? { key: error.key, params: error.params } : { key: 'errors:bug' };
}
