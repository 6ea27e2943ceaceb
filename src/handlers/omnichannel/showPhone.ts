import type { Host } from '../core/Host';
import type { Conversation } from './conversations/conversations';
import { createVisitor, generationOf, visitorKeys } from './visitor';

/**
 * Runs work during which Rocket.Chat searches for a customer's contact, and gives the visitor its phone for that time
 * only. Before and after, the visitor has no phone that can be found, because Rocket.Chat gives a visitor, including
 * its token, to anybody who registers on a website with its phone. A setting keeps the phone off the visitor
 * altogether.
 *
 * @throws what `work` throws
 */
export async function withPhoneShown<T>(host: Host, conversation: Conversation, work: () => Promise<T>): Promise<T> {
  const { waId } = conversation;
  const hidden = await hiddenPhones(host, conversation);
  if (waId === undefined || hidden.shown === undefined) {
    return work();
  }
  await setPhone(host, conversation, `+${waId}`);
  let phone = hidden.blank;
  try {
    const done = await work();
    phone = hidden.shown;
    return done;
  } finally {
    try {
      await setPhone(host, conversation, phone);
    } catch (error) {
      host.logger.error('The phone of a customer could not be taken off their visitor:', String(error));
    }
  }
}

/** Whether Rocket.Chat has not searched for the customer's contact yet, according to the visitor's phones. */
export async function isPhoneToBeShown(host: Host, conversation: Conversation, phones: Phones): Promise<boolean> {
  const { shown } = await hiddenPhones(host, conversation);
  return shown !== undefined && !phones.some(({ phoneNumber }) => phoneNumber === shown);
}

/**
 * Stores the phone in a form that agents can read but by which nobody finds the visitor. It also removes numbers that
 * the customer typed, because Rocket.Chat stores every number in a visitor's messages as their phone. Never throws: the
 * next conversation tries again.
 *
 * @param phones the visitor's phones, if they were read; a visitor without a phone gets none
 */
export async function hidePhone(host: Host, conversation: Conversation, phones?: Phones): Promise<void> {
  try {
    const { shown, blank } = await hiddenPhones(host, conversation);
    const hidden = shown ?? blank;
    const isHidden = phones?.every(({ phoneNumber }) => phoneNumber === hidden);
    if (!isHidden) {
      await setPhone(host, conversation, hidden);
    }
  } catch (error) {
    host.logger.error('The phone of a customer could not be taken off their visitor:', String(error));
  }
}

type Phones = readonly { phoneNumber: string }[];

/**
 * `shown` is the phone followed by a mark that nobody can guess; undefined when there is no phone to show. `blank` is
 * the mark alone.
 */
async function hiddenPhones(host: Host, conversation: Conversation): Promise<{ shown?: string; blank: string }> {
  const { waId, visitor } = conversation;
  const generation = (await generationOf(host, conversation, visitor.token)) ?? 0;
  const { mark } = await visitorKeys(host, conversation, generation);
  const isOff = waId === undefined || (await host.memory.settings.get('keepPhonesOffVisitors'));
  return { blank: `WhatsApp ${mark}`, ...(isOff ? {} : { shown: `+${waId} (WhatsApp ${mark})` }) };
}

/** Found by the token, which finds only this visitor. An empty name leaves the name unchanged. */
async function setPhone(host: Host, { visitor }: Conversation, phoneNumber: string): Promise<void> {
  await createVisitor(host, { ...visitor, name: '', phone: [{ phoneNumber }] });
}

/** New facts about a customer from WhatsApp. */
interface News {
  name?: string;
  /** Digits, the country code first. */
  waId?: string;
}

/**
 * Stores new facts on the customer's visitor, so that agents and other apps find them. The name is stored unless an
 * agent renamed the visitor.
 *
 * @returns the visitor's name from now on
 */
export async function renewVisitor(host: Host, known: Conversation, { name, waId }: News): Promise<string> {
  const { visitor, profileName } = known;
  // A visitor that an earlier version adopted also belongs to somebody else.
  const isOwn = (await generationOf(host, known, visitor.token)) !== undefined;
  const stored = isOwn ? await host.read.getLivechatReader().getLivechatVisitorByToken(visitor.token) : undefined;
  if (!stored) {
    return visitor.name;
  }
  const named = name !== undefined && stored.name === profileName ? name : stored.name;
  if (named !== stored.name) {
    await createVisitor(host, { token: visitor.token, username: stored.username, name: named });
  }
  // Before a visitor's first room, Rocket.Chat searches for a contact with this phone.
  if (waId !== undefined && !known.holding) {
    await hidePhone(host, { ...known, waId });
  }
  return named;
}
