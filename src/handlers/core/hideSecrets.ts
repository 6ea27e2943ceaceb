import type { ILogger } from '@rocket.chat/apps-engine/definition/accessors';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { SettingType } from '@rocket.chat/apps-engine/definition/settings';
import * as v from 'valibot';

/** The logger of the app. */
export type Log = Pick<ILogger, 'debug' | 'info' | 'warn' | 'error'>;

/** The engine's logger gives access to its entries, although its published type does not say so. */
const loggerSchema = v.object({ getLogs: v.function() });
const logsSchema = v.object({ entries: v.custom<readonly { args: unknown[] }[]>(Array.isArray) });

/** The parts of the engine's log of a call that hold no personal data: names of commands, methods and jobs. */
const HARMLESS = ['msg', 'commandName', 'method', 'appMethod', 'processorId'];

/** Replaces all other arguments of a call in the log. */
const UNLOGGED = '(not logged: secrets, what customers write and who they are)';

/** Visitors' tokens, secrets of webhooks and the installation's hash are long hexadecimal numbers. */
const LONG_HEX = /\b[\da-f]{32,}\b/gi;
/** Error messages quote the value that caused them, such as a text or the key of an index. */
const QUOTED = /"[^"]*"|“[^“”]*”/g;
const KEY_HEADER = /(d360-api-key|authorization|token)(\W{1,5})[^\s,;}]+/gi;
/** In characters. An error may repeat a whole page or body; its beginning is enough. */
const LONGEST = 1_000;

/**
 * The engine logs every call with all that it was called with: webhooks with our secret header and what customers
 * write, commands with the visitor's token and the last message of their room, forms with an API key. Only the names
 * are kept. To be called at the beginning of every call, after the engine has logged it. This also saves sending the
 * log back to Rocket.Chat and storing it there, which for a batch of a thousand messages is as much data as the webhook
 * itself.
 */
export function hideSecrets(logger: object): void {
  for (const { args } of entriesOf(logger) ?? []) {
    args.splice(0, args.length, ...args.map(onlyNames));
  }
}

/**
 * The engine logs the setting that an app returns before it is saved. For a secret, this removes the value from the
 * copy in the log only. To be called before the setting is returned.
 */
export function hideSecretSetting(logger: object, { id, type }: ISetting): void {
  const entries = entriesOf(logger);
  if (!entries || type !== SettingType.PASSWORD) {
    return;
  }
  const push = (...added: { args: unknown[] }[]) =>
    Array.prototype.push.apply(
      entries,
      added.map((entry) => ({ ...entry, args: entry.args.map((each) => withoutValue(each, id)) })),
    );
  Object.defineProperty(entries, 'push', { value: push });
}

/** The engine's own list of what was logged in this call; undefined for a logger of another shape. */
function entriesOf(logger: object): readonly { args: unknown[] }[] | undefined {
  const parsed = v.safeParse(loggerSchema, logger);
  const logs = parsed.success ? v.safeParse(logsSchema, parsed.output.getLogs.call(logger)) : undefined;
  return logs?.success ? logs.output.entries : undefined;
}

/** Newer engines log the setting as the `result` of the call; 1.53 logs the setting itself. */
function withoutValue(logged: unknown, id: string): unknown {
  const setting = v.looseObject({ id: v.literal(id) });
  const bare = v.safeParse(setting, logged);
  if (bare.success) {
    return { ...bare.output, value: '***' };
  }
  const parsed = v.safeParse(v.looseObject({ result: setting }), logged);
  return parsed.success ? { ...parsed.output, result: { ...parsed.output.result, value: '***' } } : logged;
}

function onlyNames(value: unknown): unknown {
  if (typeof value === 'string') {
    // An object may be logged as JSON text.
    return /^[[{]/.test(value) ? UNLOGGED : value;
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const names = Object.entries(value).filter(([field, name]) => HARMLESS.includes(field) && typeof name === 'string');
  return names.length > 0 ? Object.fromEntries(names) : UNLOGGED;
}

/** A log whose lines hold no secret and no customer's words, even when an error repeats them. */
export function safeLog(logger: Log): Log {
  const write =
    (level: keyof Log) =>
    (...items: unknown[]) => {
      logger[level](...items.map((item) => withoutSecrets(String(item))));
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/**
 * Runs the handler of an engine call. The engine logs and the server prints whatever the handler throws, so the error
 * is replaced by one without secrets.
 *
 * @throws an Error with the safe part of the original error's text
 */
export async function guarded<Outcome>(run: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    // eslint-disable-next-line preserve-caught-error -- the engine logs causes too
    throw new Error(withoutSecrets(error instanceof Error ? error.message : String(error)));
  }
}

/**
 * Makes a text safe to log.
 * @internal exported for its test
 */
export function withoutSecrets(text: string): string {
  return text.slice(0, LONGEST).replace(LONG_HEX, '***').replace(KEY_HEADER, '$1$2***').replace(QUOTED, '"…"');
}
