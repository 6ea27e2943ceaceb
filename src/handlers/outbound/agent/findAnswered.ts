import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { MINUTE } from '../../core/durations';
import type { Host } from '../../core/Host';
import { minute } from '../../core/records/association';
import { findByAbout, findByMinute, findByWamid } from '../../core/records/entries';
import type { Entry, LinkEntry } from '../../core/records/Entry';
import type { WhatsappRoom } from '../../omnichannel/whatsappRoom';
import { readWhatsappRoom } from '../../omnichannel/whatsappRoom';
import { excerptOf } from '../pieces/textOfMessage';

/** Rocket.Chat puts a link without a label before the text for each quoted message (`prependReplies.ts`). */
const QUOTE = /^\s*\[\s*\]\((\S+?[?&]msg=([\w-]+)(?:[^\w\s)-][^\s)]*)?)\)/;

/** The message that an agent's message answers. */
interface Answered {
  /** The WhatsApp message that the phone shows as the quote; absent when there is none or it is no longer known. */
  wamid?: string;
  /** The message to send: without the links, and with the words of quotes that WhatsApp cannot show. */
  message: IMessage;
}

/**
 * Finds the message that an agent's message quotes, or replies to in a thread. WhatsApp shows one quote. Further
 * quotes, and quotes of unknown messages, are written out as quoted words. Quotes of messages from elsewhere, or of the
 * app's lines for agents, are left out. A message without a quote costs nothing.
 */
export async function findAnswered(host: Host, message: IMessage, whatsapp: WhatsappRoom): Promise<Answered> {
  const { ids, text } = readQuotes(message.text ?? '');
  const all = [...new Set([...ids, ...(message.threadId ? [message.threadId] : [])])];
  if (all.length === 0) {
    return { message };
  }
  let wamid: string | undefined;
  const words: string[] = [];
  for (const id of all) {
    const quoted = await host.read.getMessageReader().getById(id);
    if (!quoted || !(await isOfConversation(host, quoted, message, whatsapp))) {
      continue;
    }
    const known = wamid === undefined ? await wamidOf(host, quoted, whatsapp) : undefined;
    wamid ??= known;
    const excerpt = known === undefined ? excerptOf(readQuotes(quoted.text ?? '').text, quoted) : '';
    words.push(...(excerpt ? [`> ${excerpt}`] : []));
  }
  // An attachment may hold the text that was written with a file, which is not a quoted text.
  const said = text.trim() ? [...words, text].join('\n') : text;
  return { wamid, message: { ...message, text: said } };
}

function readQuotes(text: string): { ids: string[]; text: string } {
  const ids: string[] = [];
  let rest = text;
  for (let match = QUOTE.exec(rest); match; match = QUOTE.exec(rest)) {
    ids.push(match[2] ?? '');
    rest = rest.slice(match[0].length);
  }
  return { ids, text: ids.length > 0 ? rest.trimStart() : text };
}

async function isOfConversation(
  host: Host,
  quoted: IMessage,
  message: IMessage,
  { number, customer }: WhatsappRoom,
): Promise<boolean> {
  const { id: botId } = await host.memory.appUser.get(host);
  if (quoted.sender.id === botId) {
    return false;
  }
  if (quoted.room.id === message.room.id) {
    return true;
  }
  const owner = readWhatsappRoom(await host.read.getRoomReader().getById(quoted.room.id), host.app.id);
  return owner?.number === number && owner.customer === customer;
}

async function wamidOf(host: Host, quoted: IMessage, { number, customer }: WhatsappRoom): Promise<string | undefined> {
  const sent = (await findByAbout(host, quoted.id ?? '')).filter((entry) => entry.kind === 'link');
  const own = sent.find(({ direction, delivery }) => direction === 'out' && delivery !== 'failed');
  const link = own ?? (await findCustomerLink(host, quoted));
  return link?.number === number && link.customer === customer ? link.wamid : undefined;
}

/**
 * Minutes between the time of a message and the minute of its record. A webhook is filed when it arrives, shortly after
 * the customer wrote and before the message was stored; a retried one is filed later.
 */
const AROUND = { written: [0, 1, -1, 2], stored: [0, -1, -2, 1] };

/**
 * Finds the WhatsApp message that belongs to a customer's message in a room. Its record cannot be found by the
 * message's id, which is unknown when the record is filed. The process caches the ids of messages that it posted
 * itself; for others, the records of the minutes around them are searched.
 */
export async function findCustomerLink(host: Host, message: IMessage): Promise<LinkEntry | undefined> {
  const { id = '', createdAt, updatedAt } = message;
  const wamid = host.memory.posted.get(id);
  const known = wamid ? linkOf(await findByWamid(host, wamid), id, wamid) : undefined;
  if (known) {
    return known;
  }
  for (const when of minutesOf(createdAt, updatedAt)) {
    const link = linkOf(await findByMinute(host, when), id);
    if (link) {
      return link;
    }
  }
  return undefined;
}

/**
 * @param wamid the WhatsApp id from the text, for a long message that was posted as several: its link names only the
 * first
 */
function linkOf(entries: readonly Entry[], id: string, wamid?: string): LinkEntry | undefined {
  return entries
    .filter((entry) => entry.kind === 'link')
    .find(
      ({ direction, messageId, captionId, wamid: own }) =>
        direction === 'in' && (messageId === id || captionId === id || (wamid !== undefined && own === wamid)),
    );
}

/** The minutes to search, the likeliest first, each once. */
function minutesOf(written: Date | undefined, stored: Date | undefined): string[] {
  const around = (date: Date | undefined, minutes: readonly number[]) =>
    date === undefined ? [] : minutes.map((later) => minute(new Date(date).getTime() + later * MINUTE));
  return [...new Set([...around(written, AROUND.written), ...around(stored, AROUND.stored)])];
}
