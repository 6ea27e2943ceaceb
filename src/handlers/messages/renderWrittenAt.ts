import type { IMessageAttachment } from '@rocket.chat/apps-engine/definition/messages';
import type { Translate } from '../translation/Translate';

/**
 * What stands below a message that arrived late: when the customer wrote it, to the second, by which a crash's leftovers
 * are known again. As an attachment, so that the text itself stays what bots read.
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

/** What `renderWrittenAt` has put below a message, where it has. */
export function findWrittenAt(
  attachments: readonly IMessageAttachment[] | undefined,
  t: Translate,
): IMessageAttachment | undefined {
  const [before = '', after = ''] = t('messages:writtenAt', { time: GAP }).split(GAP);
  return attachments?.find(({ text }) => text?.startsWith(before) === true && text.endsWith(after));
}

/** A sign that no text has. */
const GAP = '\u0000';
