import { Blob, Buffer } from 'buffer';
import type { ILivechatRoom, IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../Host';
import type { Translate } from '../translation/Translate';
import type { CheckedFile } from './CheckedFile';
import type { PostedFile } from './PostedFile';
import { storeByEngine } from './storeByEngine';
import { storeOverHttp } from './storeOverHttp';
import { tooHeavy } from './tooHeavy';
import { weights } from './weights';

/** Where a file goes. */
interface Place {
  room: ILivechatRoom;
  visitor: IVisitor;
  /** Where the workspace takes it over HTTP (`findUploadAddress`); without one it goes through the engine. */
  address: string | undefined;
}

/**
 * Stores a file and posts it into the room in the customer's name. A file that the workspace did not take over HTTP goes
 * through the engine, if it is not too heavy for that. The file's pieces are used up.
 *
 * @returns undefined when the room was closed meanwhile
 * @throws AppError when the workspace takes no such file, `media:tooHeavyRefused`, and `media:notStored` for every other
 *   failure
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
  // It has a copy of the bytes, outside of the sandbox's heap.
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
