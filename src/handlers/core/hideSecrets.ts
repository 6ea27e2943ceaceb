import type { ILogger } from '@rocket.chat/apps-engine/definition/accessors';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { SettingType } from '@rocket.chat/apps-engine/definition/settings';
import * as v from 'valibot';

/** The logger of the app. */
export type Log = Pick<ILogger, 'debug' | 'info' | 'warn' | 'error'>;

/** The engine's logger gives its entries out, which its published type does not say. */
const loggerSchema = v.object({ getLogs: v.function() });
const logsSchema = v.object({ entries: v.custom<readonly { args: unknown[] }[]>(Array.isArray) });

/** The parts of the engine's log of a call that hold no words of people: names of commands, methods and jobs. */
const HARMLESS = ['msg', 'commandName', 'method', 'appMethod', 'processorId'];

/** Replaces all other arguments of a call in the log. */
const UNLOGGED = '(not logged: secrets, what customers write and who they are)';

/** Visitors' tokens, secrets of webhooks and the installation's hash are long hexadecimal numbers. */
const LONG_HEX = /\b[\da-f]{32,}\b/gi;
/** Error messages quote the value that caused them, such as a text or the key of an index. */
const QUOTED = /"[^"]*"|“[^“”]*”/g;
const KEY_HEADER = /(d360-api-key|authorization|token)(\W{1,5})[^\s,;}]+/gi;
/** In characters. An error may repeat a whole page or body; its beginning tells enough. */
const LONGEST = 1_000;

/**
 * The engine logs every call with all that it was called with: webhooks with our secret header and what customers write,
 * commands with the visitor's token and the last message of their room, forms with an API key. Of that only names stay.
 * Called at the beginning of every call, after the engine has logged it; what is not logged need not travel back to
 * Rocket.Chat and be stored there, either: with a batch of a thousand messages that is as much again as the webhook
 * itself.
 */
export function hideSecrets(logger: object): void {
  for (const { args } of entriesOf(logger) ?? []) {
    args.splice(0, args.length, ...args.map(onlyNames));
  }
}

/**
 * The engine logs the setting that an app gives back before it is saved, after the app has given it: of a secret only the
 * log's own copy may be without its value. To be called before it is given back.
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

/** Newer engines log the setting as `result` of the call, 1.53 logs it as it is. */
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
    // An object may come written out.
    return /^[[{]/.test(value) ? UNLOGGED : value;
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const names = Object.entries(value).filter(([field, name]) => HARMLESS.includes(field) && typeof name === 'string');
  return names.length > 0 ? Object.fromEntries(names) : UNLOGGED;
}

/** A log whose lines hold no secret and no words of others, also where an error repeats them. */
export function safeLog(logger: Log): Log {
  const write =
    (level: keyof Log) =>
    (...items: unknown[]) => {
      logger[level](...items.map((item) => withoutSecrets(String(item))));
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/**
 * Runs what the engine called. What it throws is logged by the engine and printed by the server, so the error that goes
 * out has words without secrets.
 *
 * @throws an Error with what is safe of the text of the one that was thrown
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
 * A text that may be logged.
 * @internal exported for its test
 */
export function withoutSecrets(text: string): string {
  return text.slice(0, LONGEST).replace(LONG_HEX, '***').replace(KEY_HEADER, '$1$2***').replace(QUOTED, '"…"');
}
