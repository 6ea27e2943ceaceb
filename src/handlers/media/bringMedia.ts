import type { ILivechatRoom, IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import { AppError } from '../errors/AppError';
import { describeError } from '../errors/describeError';
import type { Host } from '../Host';
import { connectionOf } from '../outbound/connectionOf';
import type { ConnectedNumber } from '../records/numbers';
import type { Translate } from '../translation/Translate';
import type { RenderedMedia } from '../whatsapp/messages/RenderedMessage';
import { ANY_BYTES, typeOfFile } from '../whatsapp/mimeTypes';
import { checkMedia } from './checkMedia';
import { fetchMedia } from './fetchMedia';
import { findUploadAddress } from './findUploadAddress';
import { nameFile } from './nameFile';
import type { PostedFile } from './PostedFile';
import { readMediaRules } from './readMediaRules';
import { storeFile } from './storeFile';
import { tooHeavy } from './tooHeavy';
import { weights } from './weights';

/** A customer's file on its way from WhatsApp into a room. */
export interface MediaJourney {
  number: ConnectedNumber;
  room: ILivechatRoom;
  visitor: IVisitor;
  media: RenderedMedia;
  wamid: string;
  /** WhatsApp's time, epoch milliseconds. */
  at: number;
  /** Two attempts before this one came to no end. */
  stuck?: boolean;
}

/** How it ended. Without a file there is a reason for people, and whether trying again can help. */
export type MediaOutcome =
  | { kind: 'posted'; file: PostedFile; isUnverified?: boolean }
  | { kind: 'room-closed' }
  | { kind: 'failed'; reason: string; canHelp: boolean };

/** Heavy files come one after another, fetching included, so that there is never more than one of them in memory. */
const HEAVY_TURN = 'heavy file';

/** What no later attempt mends: settings say so, or the file is gone. Everything else may pass, or can be put right. */
const final = new Set([
  'media:uploadsOff',
  'media:typeRefused',
  'media:tooLarge',
  'media:workspaceOff',
  'media:workspaceTooLarge',
  'media:workspaceType',
  'media:gone',
  'errors:mediaHostUnexpected',
]);

/** Brings a file from WhatsApp into its room, as far as the settings let it. */
export async function bringMedia(host: Host, journey: MediaJourney, t: Translate): Promise<MediaOutcome> {
  try {
    return await bring(host, journey, t);
  } catch (error) {
    if (!(error instanceof AppError)) {
      throw error;
    }
    host.logger.warn('A file of a customer did not come into its room:', String(error));
    return { kind: 'failed', reason: describeError(error, t), canHelp: !final.has(error.key) };
  }
}

async function bring(host: Host, journey: MediaJourney, t: Translate): Promise<MediaOutcome> {
  const { number, media, wamid, at } = journey;
  const rules = await readMediaRules(host);
  const heavy: { leave?: () => void; address?: string } = {};
  const check = async (facts: { mimeType?: string; size?: number }) => {
    const { size } = facts;
    const type = typeOfFile(facts.mimeType, media.filename);
    // What is told with the size is all that WhatsApp tells.
    const isTold = type !== ANY_BYTES || size !== undefined;
    const problem = checkMedia({ type: isTold ? type : undefined, size }, rules, t);
    if (problem) {
      throw new AppError({ kind: 'refused', retry: 'no', ...problem });
    }
    if (size !== undefined && size > weights.heavy && !heavy.leave) {
      heavy.leave = await host.memory.turns.enter(HEAVY_TURN);
      heavy.address = await findWay(host, journey, size, t);
    }
  };
  try {
    await check(media);
    const { mimeType, isUnverified, pieces, size } = await fetchMedia(await connectionOf(host, number), media, check);
    const type = typeOfFile(mimeType, media.filename);
    const name = nameFile({ media, wamid, at, t }, type, rules.accepts);
    const file = await storeFile(host, { ...journey, address: heavy.address }, { pieces, size, name, type }, t);
    if (file?.messageId !== undefined) {
      host.memory.posted.set(file.messageId, wamid);
    }
    return file ? { kind: 'posted', file, ...(isUnverified ? { isUnverified } : {}) } : { kind: 'room-closed' };
  } finally {
    heavy.leave?.();
  }
}

/**
 * Where a heavy file is uploaded; undefined where it has to go through the engine. One that may have ended the app's
 * process twice is not tried a third time by itself: everybody else waits for that process.
 */
async function findWay(
  host: Host,
  { room, stuck }: MediaJourney,
  size: number,
  t: Translate,
): Promise<string | undefined> {
  if (stuck) {
    throw new AppError({ kind: 'unreachable', retry: 'no', key: 'media:interrupted' });
  }
  const address = await findUploadAddress(host, room.id);
  if (address === undefined) {
    host.logger.warn("Nobody answers at the workspace's own address (Site Url), where large files are uploaded.");
    if (size > weights.mostByEngine) {
      throw tooHeavy(size, t);
    }
  }
  return address;
}
