import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { translatorOf } from '../../core/translator';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { noteOptIn, noteOptOut } from '../../omnichannel/conversations/conversations';
import { isTextSent, sendAutomaticText } from '../../outbound/sendAutomaticText';
import type { ConsentWish } from '../../whatsapp/consentWords';
import { readConsentWish } from '../../whatsapp/consentWords';
import type { MessageContent } from '../../whatsapp/webhook/MessageContent';
import { newsOf, sayOrKeep } from '../notices/sayOrKeep';
import type { Task } from '../webhook/Task';

/** The opt-out or opt-in of a message. */
interface Consent {
  conversation: Conversation;
  /** Absent when it changed nothing. */
  wish?: ConsentWish;
  /** Whether the message was processed before, so that its customer may already have been answered. */
  isRepeated?: boolean;
}

/**
 * Notes that a customer wants no messages any more, or wants them again, when their message says exactly that; before
 * anything is sent because of it. The message is posted in the room like any other. Other messages cost nothing here.
 */
export async function takeConsent(task: Task<'message'>, conversation: Conversation): Promise<Consent> {
  const { host, event, inbox } = task;
  const wish = await readWish(task);
  const { optOut } = conversation;
  const isOurs = optOut?.wamid === event.wamid;
  if (wish === 'out' && (isOurs || optOut?.from !== 'everything')) {
    const at = event.timestamp ?? inbox.receivedAt;
    const noted = await noteOptOut(host, conversation, { at, from: 'everything', wamid: event.wamid });
    return { wish, conversation: noted, isRepeated: isOurs };
  }
  const isTriedAgain = inbox.resumed || inbox.attempts > 0;
  if (wish === 'in' && (optOut || isTriedAgain)) {
    return { wish, conversation: await noteOptIn(host, conversation), isRepeated: isTriedAgain };
  }
  return { conversation };
}

/**
 * Tells the agents what changed and confirms it to the customer, once. The confirmation is not awaited. A failure of it
 * is reported like that of any automatic text.
 */
export async function confirmConsent(
  task: Task<'message'>,
  { conversation, wish, isRepeated }: Consent,
  room?: IRoom,
): Promise<void> {
  if (wish === undefined) {
    return;
  }
  const { host, event, inbox, number } = task;
  const t = await translatorOf(host);
  const texts = {
    out: { line: t('messages:optedOut'), answer: t('delivery:optOutConfirmed') },
    in: { line: t('messages:optedIn'), answer: t('delivery:optInConfirmed') },
  };
  const { line, answer: text } = texts[wish];
  await sayOrKeep(host, conversation, newsOf({ event, inbox }, line));
  const where = event.wamid;
  if (!isRepeated || !(await isTextSent(host, 'consent', where))) {
    void sendAutomaticText(host, { kind: 'consent', number, conversation, room, text, shown: false, where });
  }
}

async function readWish({ host, event }: Task<'message'>): Promise<ConsentWish | undefined> {
  const words = event.isEdit ? [] : wordsOf(event.content);
  const { settings } = host.memory;
  if (words.length === 0 || !(await settings.get('respectOptOuts'))) {
    return undefined;
  }
  const lists = { outWords: await settings.get('optOutWords'), inWords: await settings.get('optInWords') };
  return words.map((word) => readConsentWish(word, lists)).find((wish) => wish !== undefined);
}

/** The greatest length of a message that can be one of the listed words and nothing else. */
const LONGEST = 60;

/** A text, or a tap on the button of a template. Other buttons belong to bots, where "Stop" means something else. */
function wordsOf(content: MessageContent): string[] {
  const words =
    content.type === 'text' ? [content.body] : content.type === 'button' ? [content.text, content.payload ?? ''] : [];
  return words.filter((word) => word.length > 0 && word.length <= LONGEST);
}
