import type { ILivechatRoom, IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import { Blob, Buffer } from 'buffer';
import type { Host } from '../../core/Host';
import { weights } from '../../core/sandbox';
import type { Translate } from '../../core/translator';
import type { PostedFile } from './findFile';
import { tooHeavy } from './mediaRules';
import { storeByEngine } from './storeByEngine';
import { storeOverHttp } from './storeOverHttp';

/** A customer's file that is allowed, ready to be stored. */
interface CheckedFile {
  name: string;
  /** MIME type, without parameters. */
  type: string;
  /** The bytes in order. Storing empties the list, so that they are not in memory twice. */
  pieces: Buffer[];
  /** Bytes. */
  size: number;
}

/** Where a file is stored. */
interface Place {
  room: ILivechatRoom;
  visitor: IVisitor;
  /** The address at which the workspace accepts it over HTTP (`findUploadAddress`). Without one it goes through the engine. */
  address: string | undefined;
}

/**
 * Stores a file and posts it into the room in the customer's name. A file that the workspace does not accept over HTTP
 * goes through the engine, if it is not too heavy for that. The list of the file's pieces is empty afterwards.
 *
 * @returns undefined when the room was closed meanwhile
 * @throws AppError when the workspace refuses such files, `media:tooHeavyRefused`, and `media:notStored` for every
 * other failure
 */
export async function storeFile(
  host: Host,
  place: Place,
  { name, type, pieces, size }: CheckedFile,
  t: Translate,
): Promise<PostedFile | undefined> {
  if (place.address === undefined) {
    return storeByEngine(host, place, { name, bytes: Buffer.concat(pieces.splice(0)) });
  }
  // The blob holds a copy of the bytes outside of the sandbox's heap.
  const blob = new Blob(pieces.splice(0), { type });
  const ending = await storeOverHttp(host, place, { name, blob }, place.address);
  if (ending.kind !== 'not-taken') {
    return ending.kind === 'posted' ? ending.file : undefined;
  }
  host.logger.warn("A large file of a customer was not taken at the workspace's own address:", ending.why);
  if (size > weights.mostByEngine) {
    throw tooHeavy(size, t, ending.why);
  }
  return storeByEngine(host, place, { name, bytes: Buffer.from(await blob.arrayBuffer()) });
}
