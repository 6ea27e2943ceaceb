import type { Blob } from 'buffer';
import type { ILivechatRoom, IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import { AppError } from '../errors/AppError';
import type { Host } from '../Host';
import { isClosed } from '../omnichannel/isClosed';
import { pause } from '../pause';
import { findFile } from './findFile';
import type { PostedFile } from './PostedFile';
import { uploadFile } from './uploadFile';

/** Others may have written since the file was posted, but not many. */
const NEWEST = 25;

/** Milliseconds after which a server that lost the one who sent a file has posted it, or never will. */
const GRACE = 5_000;

type Ending = { kind: 'posted'; file: PostedFile } | { kind: 'room-closed' } | { kind: 'not-taken'; why: string };

/**
 * Stores a file past the engine: uploads it to the workspace's own address, which posts it into the room in the
 * customer's name and tells the message. Where nobody knows what became of the upload the message is looked for, so that
 * a file that was not taken is not there. One round trip.
 *
 * @throws AppError when the workspace takes no such file, and `media:notStored` when it may still be at it
 */
export async function storeOverHttp(
  host: Host,
  { room, visitor }: { room: ILivechatRoom; visitor: IVisitor },
  file: { name: string; blob: Blob },
  address: string,
): Promise<Ending> {
  // The customer may have sent another file of this name.
  const others = await idsOf(host, room, file.name);
  const outcome = await uploadFile(address, visitor.token, file);
  if (outcome.kind === 'posted') {
    return outcome;
  }
  if (outcome.kind === 'refused') {
    throw new AppError({ kind: 'refused', retry: 'no', ...outcome.problem });
  }
  const { why } = outcome;
  if (outcome.kind === 'uncertain') {
    const stored = await findNew(host, room, file.name, others);
    if (stored) {
      return { kind: 'posted', file: stored };
    }
    if (outcome.underWay) {
      throw new AppError({ kind: 'unreachable', retry: 'later', key: 'media:notStored', params: { details: why } });
    }
  }
  const now = await host.read.getRoomReader().getById(room.id);
  return now && isClosed(now) ? { kind: 'room-closed' } : { kind: 'not-taken', why };
}

/** The ids of the newest messages with a file of this name. */
async function idsOf(host: Host, room: ILivechatRoom, name: string): Promise<Set<string>> {
  const ids = new Set<string>();
  await findFile(host, room, NEWEST, (message) => {
    if (message.file.name === name) {
      ids.add(message.id);
    }
    return false;
  });
  return ids;
}

async function findNew(
  host: Host,
  room: ILivechatRoom,
  name: string,
  others: ReadonlySet<string>,
): Promise<PostedFile | undefined> {
  const find = () => findFile(host, room, NEWEST, ({ id, file }) => file.name === name && !others.has(id));
  const found = await find();
  if (found) {
    return found;
  }
  await pause(GRACE);
  return find();
}
