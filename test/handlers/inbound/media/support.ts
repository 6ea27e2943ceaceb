import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import { createHash } from 'crypto';
import type { MediaArrival } from '../../../../src/handlers/inbound/media/putMediaIntoRoom';
import type { Conversation } from '../../../../src/handlers/omnichannel/conversations/conversations';
import { connectedNumber } from '../../../support/records';
import { person } from '../../../support/workspace';

/** A request that came: its headers, and its body as text. */
interface Got {
  method?: string;
  url?: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Somebody who answers at an address of this machine; a status of 0 breaks the connection, -1 never answers. `onRequest` runs before the answer. */
export async function answering(
  status: number,
  body: unknown = '',
  headers: Record<string, string> = {},
  onRequest?: () => void,
) {
  const got: Got[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      got.push({ ...request, headers: request.headers, url: request.url, body: Buffer.concat(chunks).toString() });
      onRequest?.();
      if (status === 0) response.destroy();
      else if (status > 0) {
        response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, got, stop };
}

const URL_OF_META = 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1';

/** What 360dialog answers when a file is asked for: what it knows of it, and its bytes. */
export function mediaReplies(bytes: Buffer, facts: Record<string, unknown> = {}) {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = { url: URL_OF_META, mime_type: 'application/pdf', sha256, file_size: bytes.length, ...facts };
  return [{ json: known }, { bytes }];
}

interface Line {
  id: string;
  by: 'customer' | 'app';
  text?: string;
  blocks?: unknown;
  attachments?: unknown;
  createdAt: Date;
  file?: { _id: string; name: string; type: string };
  bytes?: Buffer;
}

/** A conversation of the number 551155550100 with the customer 5511988880000, as the app's accessors see it. */
export function mediaRoom(id = 'room-1'): ILivechatRoom {
  return {
    id,
    isOpen: true,
    source: { type: 'app', id: 'app-id' },
    customFields: { whatsapp: { number: '551155550100', customer: '5511988880000' } },
  } as unknown as ILivechatRoom;
}

/**
 * The parts of a host by which files and messages come into rooms, as Rocket.Chat has them: a stored file posts itself
 * with the time of storing, is refused for a room that is not open, and tells its own id and not the message's; a silent
 * host not even that.
 */
export function roomParts({ open = [mediaRoom()], silent = false }: { open?: ILivechatRoom[]; silent?: boolean } = {}) {
  const lines: Line[] = [];
  const told: string[] = [];
  const state = { open, refusal: undefined as Error | undefined };
  const add = (line: Omit<Line, 'id' | 'createdAt'> & { createdAt?: Date }) => {
    const stored = { id: `message-${lines.length + 1}`, createdAt: new Date(), ...line };
    lines.push(stored);
    return stored.id;
  };
  const builderOf = (by: Line['by']) => {
    let line: Record<string, unknown> = {};
    const set = (name: string) => (value: unknown) => ((line[name] = value), builder);
    const builder: Record<string, (value?: unknown) => unknown> = {
      getMessage: () => line,
      setData: (data) => ((line = data as typeof line), builder),
      setText: set('text'),
      setBlocks: set('blocks'),
      setAttachments: set('attachments'),
      finished: () => add({ ...(line as object), by }),
    };
    for (const name of ['setRoom', 'setVisitor', 'setToken', 'setSender', 'setGroupable'])
      builder[name] = set('ignored');
    return builder;
  };
  const uploadBuffer = async (bytes: Buffer, { filename, room }: { filename: string; room: ILivechatRoom }) => {
    if (state.refusal) throw state.refusal;
    const file = { _id: `upload-${lines.length + 1}`, name: filename, type: '' };
    if (!state.open.some((each) => each.id === room.id)) throw new Error('File does not match filter [invalid-file]');
    add({ by: 'customer', text: '', file, bytes });
    return silent ? undefined : { id: file._id };
  };
  const creator = {
    startMessage: () => builderOf('app'),
    startLivechatMessage: () => builderOf('customer'),
    getUploadCreator: () => ({ uploadBuffer }),
    finish: async (builder: { finished: () => string }) => builder.finished(),
  };
  const deleteMessage = async (message: { id: string }) => {
    lines.splice(
      lines.findIndex((line) => line.id === message.id),
      1,
    );
  };
  const notice = builderOf('app');
  const notifier = {
    getMessageBuilder: () => notice,
    notifyUser: async (_user: unknown, { text }: { text: string }) => void told.push(text),
  };
  const modify = { getCreator: () => creator, getDeleter: () => ({ deleteMessage }), getNotifier: () => notifier };
  const newestFirst = () => [...lines].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  const read = {
    getRoomReader: () => ({
      getMessages: async (_room: string, { limit }: { limit: number }) =>
        newestFirst()
          .slice(0, limit)
          .map((line) => ({ ...line, sender: { _id: line.by === 'customer' ? 'visitor-id' : 'bot-id' } })),
      getById: async (id: string) => ({
        ...mediaRoom(id),
        type: 'l',
        isOpen: state.open.some((each) => each.id === id),
      }),
    }),
    getMessageReader: () => ({ getById: async (id: string) => lines.find((line) => line.id === id) }),
    getLivechatReader: () => ({ getLivechatRooms: async () => state.open }),
    getUserReader: () => ({ getAppUser: async () => person({ id: 'bot-id' }) }),
  };
  return {
    lines,
    told,
    state,
    add,
    /** What people read, in the order of the room. */
    shown: () =>
      newestFirst()
        .reverse()
        .map(({ by, text, file }) => `${by}: ${file?.name ?? text ?? ''}`),
    modify: modify as unknown as Partial<IModify>,
    read: read as unknown as Partial<IRead>,
  };
}

const conversation: Conversation = {
  kind: 'conversation',
  number: '551155550100',
  customer: '5511988880000',
  ids: ['5511988880000'],
  waId: '5511988880000',
  visitor: { id: 'visitor-id', token: 'visitor-token', username: 'ana', name: 'Ana' },
};

/** A PDF of a customer's on its way, with what the test is about. */
export function arrivalOf(facts: Partial<MediaArrival> = {}): MediaArrival {
  const at = Date.now() - 5_000;
  return {
    number: connectedNumber(),
    conversation,
    room: mediaRoom(),
    visitor: conversation.visitor,
    media: { id: '42', kind: 'document', mimeType: 'application/pdf', filename: 'a.pdf' },
    text: '',
    wamid: 'wamid.1',
    interrupted: 'never',
    at,
    placedAt: at,
    receivedAt: at,
    place: { number: '551155550100', customer: '5511988880000' },
    ...facts,
  };
}
