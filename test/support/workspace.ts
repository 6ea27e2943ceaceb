import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { changeInstall } from '../../src/handlers/core/records/install';
import { fakeHost } from './fakeHost';

/** A user of the workspace: an administrator, unless the test says otherwise. */
export function person(facts: Partial<IUser> = {}): IUser {
  return { id: 'admin-id', username: 'admin', name: 'Ada Admin', type: 'user', roles: ['admin'], ...facts } as IUser;
}

/** A room that the app made for a customer, as the engine hands it over. */
export function whatsappRoom(facts: object = {}): IRoom {
  return {
    id: 'room-id',
    type: 'l',
    isOpen: true,
    source: { type: 'app', id: 'app-id', label: '+551155550100' },
    customFields: { whatsapp: { number: '551155550100', customer: '5511955550111' } },
    ...facts,
  } as unknown as IRoom;
}

type Visitor = Partial<IVisitor>;

/**
 * The parts of a host that know visitors and their rooms, as Rocket.Chat has them: registering under a known token
 * changes that visitor, and one who has the very phone is answered with instead of a new one.
 */
export function livechat(
  visitors: Visitor[] = [],
  rooms: readonly IRoom[] = [],
): { visitors: Visitor[]; asked: string[]; read: Partial<IRead>; modify: Partial<IModify> } {
  const asked: string[] = [];
  const phonesOf = ({ phone }: Visitor) => (phone ?? []).map(({ phoneNumber }) => phoneNumber);
  const reader = {
    getLivechatVisitorByPhoneNumber: async (phone: string) => {
      asked.push(phone);
      return visitors.find((visitor) => phonesOf(visitor).includes(phone));
    },
    getLivechatVisitorByToken: async (token: string) => visitors.find((visitor) => visitor.token === token),
    getLivechatRooms: async () => rooms,
  };
  const creator = {
    createAndReturnVisitor: async (facts: Visitor) => {
      const [phone] = phonesOf(facts);
      const known = visitors.find(
        (visitor) => visitor.token === facts.token || (phone !== undefined && phonesOf(visitor).includes(phone)),
      );
      if (known)
        return Object.assign(known, {
          name: facts.name || known.name,
          phone: facts.phone?.length ? facts.phone : known.phone,
        });
      const visitor = { id: `visitor-${visitors.length + 1}`, ...facts };
      visitors.push(visitor);
      return visitor;
    },
  };
  return {
    visitors,
    asked,
    read: { getLivechatReader: () => reader } as unknown as Partial<IRead>,
    modify: { getCreator: () => ({ getLivechatCreator: () => creator }) } as unknown as Partial<IModify>,
  };
}

interface Posted {
  room: string;
  sender: string;
  text: string;
  blocks?: LayoutBlock[];
}

/**
 * The parts of a host by which the app's bot posts into these rooms, and what it posted. A room that is not listed is
 * gone; messages can be looked up where they are given.
 */
export function postings(
  rooms: readonly IRoom[],
  messages: readonly Partial<IMessage>[] = [],
): { posted: Posted[]; modify: Partial<IModify>; read: Partial<IRead> } {
  const posted: Posted[] = [];
  const startMessage = () => {
    const message: Posted = { room: '', sender: '', text: '' };
    const builder = {
      setRoom: ({ id }: IRoom) => ((message.room = id), builder),
      setSender: ({ id }: { id: string }) => ((message.sender = id), builder),
      setText: (text: string) => ((message.text = text), builder),
      setBlocks: (blocks: LayoutBlock[]) => ((message.blocks = blocks), builder),
      setGroupable: () => builder,
      setData: () => builder,
      getMessage: () => message,
    };
    return builder;
  };
  const finish = async (builder: ReturnType<typeof startMessage>) => `post-${posted.push(builder.getMessage())}`;
  const byId =
    <T extends { id?: string }>(things: readonly T[]) =>
    async (id: string) =>
      things.find((thing) => thing.id === id);
  return {
    posted,
    modify: { getCreator: () => ({ startMessage, finish }) } as unknown as Partial<IModify>,
    read: {
      getRoomReader: () => ({ getById: byId(rooms) }),
      getMessageReader: () => ({ getById: byId(messages) }),
      getUserReader: () => ({ getAppUser: async () => person({ id: 'bot-id', roles: ['app'] }) }),
    } as unknown as Partial<IRead>,
  };
}

/** The parts of a host by which messages are edited and reacted to, and what was done to them. */
export function updates(texts: Record<string, string>): {
  texts: Record<string, string>;
  done: string[];
  modify: Partial<IModify>;
  read: Partial<IRead>;
} {
  const done: string[] = [];
  const reactions = {
    addReaction: async (id: string, user: string, reaction: string) => void done.push(`${user} +${reaction} ${id}`),
    removeReaction: async (id: string, user: string, reaction: string) => void done.push(`${user} -${reaction} ${id}`),
  };
  const message = async (id: string) => {
    const builder = {
      id,
      text: texts[id] ?? '',
      getText: () => builder.text,
      setText: (text: string) => ((builder.text = text), builder),
      setEditor: () => builder,
    };
    return builder;
  };
  const finish = async ({ id, text }: { id: string; text: string }) => {
    Object.assign(texts, { [id]: text });
  };
  return {
    texts,
    done,
    modify: {
      getUpdater: () => ({ message, finish, getMessageUpdater: () => reactions }),
    } as unknown as Partial<IModify>,
    read: {
      getUserReader: () => ({ getAppUser: async () => person({ id: 'bot-id' }) }),
      getMessageReader: () => ({ getById: async (id: string) => (id in texts ? { id, text: texts[id] } : undefined) }),
    } as unknown as Partial<IRead>,
  };
}

interface Notice {
  to: string;
  room: string;
  text: string;
  /** Its time in the room, epoch milliseconds, where it has one of its own. */
  at?: number;
}

/** The parts of a host by which the app says something to one person alone, and what it said. */
export function notices(): { said: Notice[]; modify: Partial<IModify>; read: Partial<IRead> } {
  const said: Notice[] = [];
  const message = { room: '', text: '' };
  const builder = {
    setRoom: ({ id }: IRoom) => ((message.room = id), builder),
    setSender: () => builder,
    setText: (text: string) => ((message.text = text), builder),
    setBlocks: () => builder,
    getMessage: () => message,
  };
  const notifier = {
    getMessageBuilder: () => builder,
    notifyUser: async ({ id }: IUser, { room, text, createdAt }: typeof message & { createdAt?: Date }) =>
      void said.push({ to: id, room, text, at: createdAt?.getTime() }),
  };
  const reader = { getAppUser: async () => person({ id: 'bot-id', username: 'whatsapp.bot', roles: ['app'] }) };
  return {
    said,
    modify: { getNotifier: () => notifier } as unknown as Partial<IModify>,
    read: { getUserReader: () => reader } as unknown as Partial<IRead>,
  };
}

/**
 * A host whose setup channel is there with the administrator in it, and what the bot posts into it. Parts of it that a
 * test gives go before its own.
 */
export async function setupChannel(parts: { modify?: Partial<IModify>; read?: Partial<IRead> } = {}) {
  const { posted, modify, read } = postings([{ id: 'setup-room', type: 'p' } as unknown as IRoom]);
  const rooms = { ...read.getRoomReader?.(), getMembers: async () => [person()] };
  const fake = fakeHost({
    modify: { ...modify, ...parts.modify },
    read: { ...read, getRoomReader: () => rooms, ...parts.read } as unknown as Partial<IRead>,
  });
  await changeInstall(fake.host, { setupRoomId: 'setup-room' });
  return { ...fake, posted };
}
