import { formatPhone } from '../phone/formatPhone';
import { changeNumber } from '../records/numbers';
import { refreshSoon } from '../templates/refreshSoon';
import { sayCode } from '../translation/sayCode';
import type { Translate } from '../translation/Translate';
import { translatorOf } from '../translation/translatorOf';
import type { AccountEvent } from '../webhook/AccountEvent';
import { warnAdmins } from '../warnings/warnAdmins';
import { describeRestrictions } from './describeRestrictions';
import { takePreference } from './takePreference';
import type { Task } from './Task';

/** What the setup channel is told of a piece of news; nothing for news that asks for nothing. */
interface Warning {
  /** Names the news, so that a repeated webhook tells nothing again. */
  occasion: string;
  key: string;
  params: Record<string, string | number>;
}

/** Template states that keep a template from being sent, and their sentences. */
const templateKeys: Readonly<Record<string, string>> = {
  PAUSED: 'warnings:templatePaused',
  REJECTED: 'warnings:templateRejected',
  DISABLED: 'warnings:templateDisabled',
  FLAGGED: 'warnings:templateFlagged',
};

/** After these the account's numbers neither get nor send anything. */
const ENDS = new Set(['ACCOUNT_DELETED', 'ACCOUNT_OFFBOARDED']);

type Topic = AccountEvent['topic'];
type Teller<T extends Topic> = (event: Extract<AccountEvent, { topic: T }>, t: Translate) => Warning | undefined;

/** By topic; topics that nobody has to act on are not listed. */
const tellers: { [T in Topic]?: Teller<T> } = {
  'template-status': ({ template, status, reason, details, disabledOn }, t) => {
    const key = templateKeys[status];
    const params = {
      template: nameOf(template),
      reason: details ?? (reason && sayCode(reason, t)) ?? '–',
      date: disabledOn ?? '–',
    };
    return key ? { occasion: `template ${nameOf(template)} ${status}`, key, params } : undefined;
  },
  'template-category': ({ template, previous, current, upcoming }, t) => {
    const after = upcoming ?? current ?? '?';
    // A change that is only announced names the category of today as the new one, and none before it.
    const before = previous ?? (upcoming ? current : undefined) ?? '?';
    const params = { template: nameOf(template), before: sayCode(before, t), after: sayCode(after, t) };
    return { occasion: `category ${nameOf(template)} ${after}`, key: 'warnings:templateCategory', params };
  },
  'account-update': (update, t) => {
    const { event = '', restrictions, violation, ban } = update;
    const details = describeRestrictions(update, t);
    const codes = [violation, ban, ...restrictions.map(({ type }) => type)].filter((code) => code !== undefined);
    const occasion = `account ${event} ${codes.join(', ')}`;
    const params = { details: details || '–' };
    if (ENDS.has(event)) return { occasion, key: 'warnings:accountDeleted', params };
    return restrictions.length > 0 || details !== ''
      ? { occasion, key: 'warnings:accountRestricted', params }
      : undefined;
  },
  'account-alert': ({ type, description }, t) => ({
    occasion: `alert ${type ?? ''} ${description ?? ''}`,
    key: 'warnings:accountAlert',
    params: { details: description ?? sayCode(type ?? '?', t) },
  }),
};

/** News of the account, its templates or the number: what admins should act on is told in the setup channel, once. */
export async function takeAccountNews(task: Task<'account'>): Promise<void> {
  const { host, event, number } = task;
  const at = event.timestamp ?? 0;
  if (event.topic === 'number-quality') {
    await takeQuality({ host, number, limit: event.limit, change: event.event, at });
    return;
  }
  if (event.topic === 'user-preference') {
    await takePreference({ ...task, event });
    return;
  }
  const warning = tell(event, await translatorOf(host));
  if (warning) {
    const params = { ...warning.params, number: formatPhone(number.digits) };
    await warnAdmins(host, `${warning.occasion} ${at}`, warning.key, params);
  }
  if (event.topic.startsWith('template-')) {
    await refreshSoon(host);
  }
}

function tell(event: AccountEvent, t: Translate): Warning | undefined {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the table is typed by topic, and the event's own topic finds its teller
  const teller = tellers[event.topic] as ((event: AccountEvent, t: Translate) => Warning | undefined) | undefined;
  return teller?.(event, t);
}

function nameOf({ name, id, language }: { name?: string; id?: string; language?: string }): string {
  return [name ?? id ?? '?', language ? `(${language})` : ''].filter(Boolean).join(' ');
}

async function takeQuality({
  host,
  number,
  limit,
  change,
  at,
}: Pick<Task<'account'>, 'host' | 'number'> & { limit?: string; change?: string; at: number }): Promise<void> {
  const t = await translatorOf(host);
  const params = {
    number: formatPhone(number.digits),
    before: sayCode(number.messagingLimit ?? '–', t),
    after: sayCode(limit ?? '–', t),
  };
  if (change === 'FLAGGED') {
    await warnAdmins(host, `flagged ${number.digits} ${at}`, 'warnings:numberFlagged', params);
  }
  if (limit && limit !== number.messagingLimit) {
    if (number.messagingLimit) {
      await warnAdmins(host, `limit ${number.digits} ${at} ${limit}`, 'warnings:limitChanged', params);
    }
    await changeNumber(host, number.digits, { messagingLimit: limit });
  }
}
