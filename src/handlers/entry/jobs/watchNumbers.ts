import { AppError } from '../../core/errors/AppError';
import { describeError } from '../../core/errors/describeError';
import type { Host } from '../../core/Host';
import { translatorOf } from '../../core/translator';
import { readWebhookSettings } from '../../dialog360/configureWebhook';
import type { Health } from '../../dialog360/readHealth';
import { readHealth } from '../../dialog360/readHealth';
import { connectionOf } from '../../numbers/connectionOf';
import { isFormerUrl, isSecretSent, webhookUrl } from '../../numbers/webhookSecret';
import type { ConnectedNumber } from '../../numbers/numbers';
import { changeNumber, readNumbers } from '../../numbers/numbers';
import { sayCode } from '../../numbers/sayCode';
import { forgetWarning, warnAdmins } from '../../numbers/warnAdmins';
import { formatPhone } from '../../whatsapp/phoneNumbers';

/** Quality ratings, worst first. */
const QUALITIES = ['RED', 'YELLOW', 'GREEN'];

/**
 * Checks every connected number: whether its key is accepted, whether its webhook still leads here with our secret, and
 * whether WhatsApp lowered its rating or changed its limit. A problem is reported in the setup channel once, and again
 * when it returns.
 */
export async function watchNumbers(host: Host): Promise<void> {
  for (const number of await readNumbers(host)) {
    try {
      await watch(host, number);
      await forgetWarning(host, `key ${number.digits}`);
    } catch (error) {
      await tellRefusal(host, number, error);
    }
  }
}

async function watch(host: Host, number: ConnectedNumber): Promise<void> {
  const connection = await connectionOf(host, number);
  await tellChanges(host, number, await readHealth(connection));
  const { url, headers } = await readWebhookSettings(connection);
  const isOurs = url === (await webhookUrl(host));
  const hasMoved = url !== undefined && !isOurs && isFormerUrl(host, number, url);
  const siteUrl = await host.memory.siteUrl.get(host);
  if (isOurs && number.siteUrl !== siteUrl) {
    await changeNumber(host, number.digits, { siteUrl });
  }
  const troubles = {
    'warnings:webhookLost': url === undefined,
    'warnings:addressMoved': hasMoved,
    'warnings:webhookChanged': url !== undefined && !isOurs && !hasMoved,
    'warnings:secretLost': isOurs && headers !== undefined && !isSecretSent(headers, number),
  };
  const params = { number: formatPhone(number.digits), before: number.siteUrl ?? '', after: siteUrl };
  for (const [key, isSo] of Object.entries(troubles)) {
    const occasion = `${key} ${number.digits}`;
    await (isSo ? warnAdmins(host, occasion, key, params) : forgetWarning(host, occasion));
  }
}

async function tellChanges(host: Host, number: ConnectedNumber, health: Health): Promise<void> {
  const { quality, messagingLimit, displayName, phoneNumberId } = health;
  const t = await translatorOf(host);
  const params = { number: formatPhone(number.digits), before: '', after: '' };
  const fell = QUALITIES.indexOf(quality ?? '') < QUALITIES.indexOf(number.quality ?? '');
  if (quality && number.quality && QUALITIES.includes(quality) && fell) {
    const change = { ...params, before: sayCode(number.quality, t), after: sayCode(quality, t) };
    await warnAdmins(host, `quality ${number.digits} ${today()} ${quality}`, 'warnings:qualityFell', change);
  }
  if (messagingLimit && number.messagingLimit && messagingLimit !== number.messagingLimit) {
    const change = { ...params, before: sayCode(number.messagingLimit, t), after: sayCode(messagingLimit, t) };
    await warnAdmins(host, `limit ${number.digits} ${today()} ${messagingLimit}`, 'warnings:limitChanged', change);
  }
  const known = { quality, messagingLimit, displayName, phoneNumberId };
  const news = Object.entries(known).filter(([, value]) => value !== undefined);
  const changes: Partial<ConnectedNumber> = Object.fromEntries(news);
  if (JSON.stringify({ ...number, ...changes }) !== JSON.stringify(number)) {
    await changeNumber(host, number.digits, changes);
  }
}

/** Warns the admins of a refused key and of other lasting problems. It is no news that 360dialog is busy for a while. */
async function tellRefusal(host: Host, number: ConnectedNumber, error: unknown): Promise<void> {
  if (!(error instanceof AppError) || error.kind !== 'refused' || error.retry === 'later') {
    host.logger.warn(`The number …${number.digits.slice(-4)} could not be checked:`, String(error));
    return;
  }
  const params = { number: formatPhone(number.digits), reason: describeError(error, await translatorOf(host)) };
  if (error.key === 'errors:keyRefused') {
    await warnAdmins(host, `key ${number.digits}`, 'warnings:keyRefused', params);
  } else {
    await warnAdmins(host, `error ${number.digits} ${error.key} ${today()}`, 'warnings:accountError', params);
  }
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
