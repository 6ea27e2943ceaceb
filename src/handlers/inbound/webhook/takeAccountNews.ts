import type { Translate } from '../../core/translator';
import { translatorOf } from '../../core/translator';
import { changeNumber } from '../../numbers/numbers';
import { sayCode } from '../../numbers/sayCode';
import { applyTemplateNews, isTemplateNews } from '../../numbers/templates/applyTemplateNews';
import { refreshSoon } from '../../numbers/templates/fetchTemplates';
import { warnAdmins } from '../../numbers/warnAdmins';
import { formatPhone } from '../../whatsapp/phoneNumbers';
import type { AccountEvent, AccountUpdateEvent, TemplateReference } from '../../whatsapp/webhook/AccountEvent';
import { takePreference } from '../messages/takePreference';
import type { Task } from './Task';
import { lookUp } from '../../core/text';

/** The sentence for the setup channel; absent for events that need no action. */
interface Warning {
  /** Identifies the event, so that a repeated webhook is not reported again. */
  occasion: string;
  key: string;
  params?: Record<string, string | number>;
  /** If WhatsApp gives one. */
  reason?: string;
}

/** Template states that keep a template from being sent, and their sentences. */
const templateKeys: Readonly<Record<string, string>> = {
  PAUSED: 'warnings:templatePaused',
  REJECTED: 'warnings:templateRejected',
  DISABLED: 'warnings:templateDisabled',
  FLAGGED: 'warnings:templateFlagged',
};

/**
 * After these events the account's numbers neither receive nor send anything; after the last one they do again. Source:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/account_update
 */
const lifecycleKeys: Readonly<Record<string, string>> = {
  ACCOUNT_DELETED: 'warnings:accountDeleted',
  ACCOUNT_OFFBOARDED: 'warnings:accountOffboarded',
  PARTNER_REMOVED: 'warnings:accountRemoved',
  PARTNER_APP_UNINSTALLED: 'warnings:accountRemoved',
  ACCOUNT_RECONNECTED: 'warnings:accountReconnected',
};

/**
 * Decisions that keep the account from use. Source:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/account_review_update
 */
const reviewKeys: Readonly<Record<string, string>> = {
  REJECTED: 'warnings:accountRejected',
  PENDING: 'warnings:accountUndecided',
  DEFERRED: 'warnings:accountUndecided',
};

/**
 * What somebody did to the PIN of a number in WhatsApp Manager. Source:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/security
 */
const pinKeys: Readonly<Record<string, string>> = {
  PIN_CHANGED: 'warnings:pinChanged',
  PIN_RESET_REQUEST: 'warnings:pinResetAsked',
  PIN_RESET_SUCCESS: 'warnings:pinRemoved',
};

/** These events are bad news also where WhatsApp gives no details of them. */
const RESTRICTING = new Set(['ACCOUNT_RESTRICTION', 'ACCOUNT_VIOLATION', 'DISABLED_UPDATE']);

type Topic = AccountEvent['topic'];
type Teller<T extends Topic> = (event: Extract<AccountEvent, { topic: T }>, t: Translate) => Warning | undefined;

/**
 * The sentences by topic. Topics that need no action are not listed. Facts that WhatsApp does not give are left out.
 */
const tellers: { [T in Topic]?: Teller<T> } = {
  'template-status': ({ template, status, reason, details, disabledOn }, t) => {
    const key = lookUp(templateKeys, status);
    if (key === undefined) {
      return undefined;
    }
    const occasion = `template ${idOf(template)} ${status}`;
    const name = { template: nameOf(template, t) };
    if (status === 'FLAGGED' && disabledOn !== undefined) {
      return { occasion, key: 'warnings:templateFlaggedUntil', params: { ...name, date: disabledOn } };
    }
    return { occasion, key, params: name, reason: details ?? (reason && sayCode(reason, t)) };
  },
  'template-category': ({ template, previous, current, upcoming }, t) => {
    const after = upcoming ?? current;
    if (after === undefined) {
      return undefined;
    }
    // A change that is only announced gives today's category as the new one, and no earlier one.
    const before = previous ?? (upcoming === undefined ? undefined : current);
    const occasion = `category ${idOf(template)} ${after}`;
    const params = { template: nameOf(template, t), after: sayCode(after, t) };
    return before === undefined
      ? { occasion, key: 'warnings:templateCategoryNow', params }
      : { occasion, key: 'warnings:templateCategory', params: { ...params, before: sayCode(before, t) } };
  },
  'account-update': (update, t) => {
    const { event = '', restrictions, violation, ban } = update;
    const details = describeRestrictions(update, t);
    const codes = [violation, ban, ...restrictions.map(({ type }) => type)];
    const { reason, by } = update.disconnection ?? {};
    const occasion = `account ${event} ${[...codes, reason, by].filter(Boolean).join(', ')}`;
    const key = lookUp(lifecycleKeys, event);
    if (key !== undefined) {
      return { occasion, key, reason: describeDisconnection(update, t) };
    }
    if (details !== '') {
      return { occasion, key: 'warnings:accountRestricted', params: { details } };
    }
    const isRestricted = restrictions.length > 0 || (RESTRICTING.has(event) && ban !== 'REINSTATE');
    return isRestricted ? { occasion, key: 'warnings:accountRestrictedUnsaid' } : undefined;
  },
  'account-review': ({ decision = '' }) => {
    const key = lookUp(reviewKeys, decision);
    return key === undefined ? undefined : { occasion: `review ${decision}`, key };
  },
  'number-name': ({ number, decision, name, reason }, t) => {
    if (decision !== 'REJECTED') {
      return undefined;
    }
    const occasion = `name ${number.displayNumber ?? ''} ${name ?? ''}`;
    const details = { occasion, reason: reason && sayCode(reason, t) };
    return name === undefined
      ? { ...details, key: 'warnings:nameRejectedUnsaid' }
      : { ...details, key: 'warnings:nameRejected', params: { name } };
  },
  security: ({ number, event = '' }) => {
    const key = lookUp(pinKeys, event);
    return key === undefined ? undefined : { occasion: `${event} ${number.displayNumber ?? ''}`, key };
  },
  'account-alert': ({ type, description }, t) => {
    const occasion = `alert ${type ?? ''} ${description ?? ''}`;
    const details = description ?? (type && sayCode(type, t));
    return details === undefined
      ? { occasion, key: 'warnings:accountAlertUnsaid' }
      : { occasion, key: 'warnings:accountAlert', params: { details } };
  },
};

/**
 * Handles an event about the account, its templates or the number: if admins should act on it, the setup channel says
 * so once.
 */
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
    const { occasion, key, params, reason } = warning;
    await warnAdmins(host, `${occasion} ${at}`, key, { ...params, number: formatPhone(number.digits) }, reason);
  }
  if (isTemplateNews(event)) {
    await applyTemplateNews(host, number.digits, event);
    await refreshSoon(host);
  }
}

function tell(event: AccountEvent, t: Translate): Warning | undefined {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the table is typed by topic, and the event's own topic finds its teller
  const teller = tellers[event.topic] as ((event: AccountEvent, t: Translate) => Warning | undefined) | undefined;
  return teller?.(event, t);
}

/** Why an account was cut off, if WhatsApp says so: the reason's own words, else who did it. */
function describeDisconnection({ disconnection }: AccountUpdateEvent, t: Translate): string | undefined {
  const code = disconnection?.reason ?? (disconnection?.by && `REMOVED_BY_${disconnection.by}`);
  return code && sayCode(code, t);
}

/** The name of a template, which is the same in all languages. */
function idOf({ name, id, language }: TemplateReference): string {
  return [name ?? id ?? '', language ? `(${language})` : ''].filter(Boolean).join(' ');
}

function nameOf(template: TemplateReference, t: Translate): string {
  return template.name === undefined && template.id === undefined ? t('warnings:templateUnnamed') : idOf(template);
}

async function takeQuality({
  host,
  number,
  limit,
  change,
  at,
}: Pick<Task<'account'>, 'host' | 'number'> & { limit?: string; change?: string; at: number }): Promise<void> {
  const t = await translatorOf(host);
  const shown = { number: formatPhone(number.digits) };
  const known = limit ?? number.messagingLimit;
  if (change?.toUpperCase() === 'FLAGGED') {
    const occasion = `flagged ${number.digits} ${at} ${limit ?? ''}`;
    await (known === undefined
      ? warnAdmins(host, occasion, 'warnings:numberFlagged', shown)
      : warnAdmins(host, occasion, 'warnings:numberFlaggedLimit', { ...shown, limit: sayCode(known, t) }));
  }
  if (limit && limit !== number.messagingLimit) {
    if (number.messagingLimit) {
      const params = { ...shown, before: sayCode(number.messagingLimit, t), after: sayCode(limit, t) };
      await warnAdmins(host, `limit ${number.digits} ${at} ${limit}`, 'warnings:limitChanged', params);
    }
    await changeNumber(host, number.digits, { messagingLimit: limit });
  }
}

/** The restrictions of a business account, or their reason; empty when the webhook names none, or when a ban has ended. */
export function describeRestrictions({ restrictions, violation, ban }: AccountUpdateEvent, t: Translate): string {
  const codes = [violation, ban === 'REINSTATE' ? undefined : ban, ...restrictions.map(({ type }) => type)];
  return codes
    .filter((code) => code !== undefined)
    .map((code) => sayCode(code, t))
    .join(t('doctor:comma'));
}
