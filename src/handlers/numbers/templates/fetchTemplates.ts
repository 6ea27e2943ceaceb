import { AppError } from '../../core/errors/AppError';
import type { Problem } from '../../core/errors/AppError';
import type { Host } from '../../core/Host';
import type { Translate } from '../../core/translator';
import type { Template } from '../../dialog360/parseTemplates';
import { readTemplates } from '../../dialog360/readTemplates';
import { connectionOf } from '../connectionOf';
import type { ConnectedNumber } from '../numbers';
import { readNumbers } from '../numbers';
import type { TemplateChanges } from './templates';
import { noteTemplatesFailure, saveTemplates } from './templates';

/** The result of a refresh. */
type Refreshed = { ok: true; changes: TemplateChanges } | { ok: false; problem: Problem };

/**
 * Reads a number's templates from 360dialog and stores them. A failed attempt keeps the old list and stores the reason.
 * The result is dropped if the number was disconnected meanwhile. The refreshes of a number run one after another, so
 * that a slow answer does not replace a newer one.
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

/** The job that reads templates on request. */
export const REFRESH_SOON = 'refresh-templates-soon';

/** Milliseconds. News about templates come several at a time, and one refresh is enough for all of them. */
const DELAY = 3_000;

/**
 * Requests a job that reads the templates again, so that nobody waits here; the stored list counts as out of date.
 * Never throws: without the job the list is refreshed by its interval, and no other work may fail because of it.
 *
 * @param delay milliseconds; several news are awaited together, but a person who has just connected a number must not
 * wait
 */
export async function refreshSoon(host: Host, delay = DELAY): Promise<void> {
  const now = Date.now();
  const when = new Date(now + delay);
  try {
    await host.modify.getScheduler().scheduleOnce({ id: REFRESH_SOON, when, data: { since: now } });
  } catch (error) {
    host.logger.error('Templates are not read before their time:', String(error));
  }
}

/** Seconds of each unit, the longest first. */
const units = [
  { unit: 'day', length: 86_400 },
  { unit: 'hour', length: 3_600 },
  { unit: 'minute', length: 60 },
] as const;

/**
 * A past time in words, such as "12 minutes ago".
 *
 * @param age milliseconds
 * @param language a tag such as `pt-BR`
 */
export function describeAge(age: number, language: string): string {
  const seconds = Math.max(1, Math.floor(age / 1000));
  const { unit, length } = units.find((each) => seconds >= each.length) ?? { unit: 'second', length: 1 };
  // Latin digits, to match the counts and phone numbers around it in Arabic texts.
  const format = new Intl.RelativeTimeFormat(`${language}-u-nu-latn`);
  return format.format(-Math.floor(seconds / length), unit);
}
