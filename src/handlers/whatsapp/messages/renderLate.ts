import type { IMessageAttachment } from '@rocket.chat/apps-engine/definition/messages';
import type { Translate } from '../../core/translator';

/**
 * The events while no conversation with a customer was open, for the agents of the next one: a line for each, with its
 * time.
 *
 * @param news texts in Markdown with epoch milliseconds, oldest first
 * @param most the number of events that get a line; older ones are only counted
 */
export function renderPendingNotices(
  news: readonly { text: string; at: number }[],
  most: number,
  t: Translate,
): string {
  const lines = news.slice(-most).map((each) => noticeLine(each, t));
  const more = news.length > most ? [t('messages:untoldMore')] : [];
  return [t('messages:untold'), ...lines, ...more].join('\n');
}

/** One of these lines. */
export function noticeLine({ text, at }: { text: string; at: number }, t: Translate): string {
  return stampWith(at, t) + text;
}

/** The time before a line of the app about an earlier event, followed by a blank. */
export function stampWith(at: number, t: Translate): string {
  // Latin digits, to match the phone numbers around it in Arabic texts.
  const format = new Intl.DateTimeFormat(`${t('messages:numberFormat')}-u-nu-latn`, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return `*${format.format(at)} UTC* `;
}

/**
 * The line below a late message: when the customer wrote it, to the second, which also identifies the message after a
 * crash. It is an attachment, so that the text itself stays unchanged for bots.
 *
 * @param at epoch milliseconds
 */
export function renderWrittenAt(at: number, t: Translate): IMessageAttachment {
  // Arabic has its own digits. Latin ones match the phone numbers in the same message.
  const format = new Intl.DateTimeFormat(`${t('messages:numberFormat')}-u-nu-latn`, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'UTC',
  });
  return { text: t('messages:writtenAt', { time: `${format.format(at)} UTC` }) };
}

/** The line that `renderWrittenAt` put below a message, if there is one. */
export function findWrittenAt(
  attachments: readonly IMessageAttachment[] | undefined,
  t: Translate,
): IMessageAttachment | undefined {
  const [before = '', after = ''] = t('messages:writtenAt', { time: GAP }).split(GAP);
  return attachments?.find(({ text }) => text?.startsWith(before) === true && text.endsWith(after));
}

/** A character that no text contains. */
const GAP = '\u0000';
