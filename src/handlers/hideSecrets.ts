import type { ILogger } from '@rocket.chat/apps-engine/definition/accessors';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { SettingType } from '@rocket.chat/apps-engine/definition/settings';
import * as v from 'valibot';
import { SECRET_HEADER } from './inbound/SECRET_HEADER';

/** Fields of requests that hold what nobody may read in a log. */
const secretFields = new Set(['apiKey', 'd360-api-key', 'authorization', 'x-auth-token', 'cookie', SECRET_HEADER]);

/** The engine's logger gives its entries out, which its published type does not say. */
const loggerSchema = v.object({ getLogs: v.function() });
const logsSchema = v.object({ entries: v.custom<readonly { args: unknown[] }[]>(Array.isArray) });

/** What stands in the log for the body of a request. */
const UNLOGGED = '(not logged: what customers write and who they are)';

/**
 * The engine logs every call with all that it was called with: webhooks with our secret header and what customers write,
 * forms with an API key. Takes that out of what is logged so far; called at the beginning of every call, after the engine
 * has logged it. What is not logged need not travel back to Rocket.Chat and be stored there, either: with a batch of a
 * thousand messages that is as much again as the webhook itself.
 */
export function hideSecrets(logger: ILogger): void {
  const parsed = v.safeParse(loggerSchema, logger);
  const logs = parsed.success ? v.safeParse(logsSchema, parsed.output.getLogs.call(logger)) : undefined;
  for (const { args } of logs?.success ? logs.output.entries : []) {
    args.forEach(hideIn);
  }
}

/**
 * The engine logs the setting that an app gives back before it is saved, after the app has given it: of a secret only the
 * log's own copy may be without its value. To be called before it is given back.
 */
export function hideSecretSetting(logger: ILogger, { id, type }: ISetting): void {
  const parsed = v.safeParse(loggerSchema, logger);
  const logs = parsed.success ? v.safeParse(logsSchema, parsed.output.getLogs.call(logger)) : undefined;
  if (!logs?.success || type !== SettingType.PASSWORD) {
    return;
  }
  const { entries } = logs.output;
  const push = (...added: { args: unknown[] }[]) =>
    Array.prototype.push.apply(
      entries,
      added.map((entry) => ({ ...entry, args: entry.args.map((each) => withoutValue(each, id)) })),
    );
  Object.defineProperty(entries, 'push', { value: push });
}

function withoutValue(logged: unknown, id: string): unknown {
  const parsed = v.safeParse(v.looseObject({ result: v.looseObject({ id: v.literal(id) }) }), logged);
  return parsed.success ? { ...parsed.output, result: { ...parsed.output.result, value: '***' } } : logged;
}

function hideIn(value: unknown): void {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  if ('privateHash' in value) {
    // A request to one of our endpoints.
    Object.assign(value, { content: UNLOGGED, privateHash: '***' });
  }
  for (const [field, inner] of Object.entries(value)) {
    if (secretFields.has(field) && typeof inner === 'string') {
      Object.assign(value, { [field]: '***' });
    } else {
      hideIn(inner);
    }
  }
}
