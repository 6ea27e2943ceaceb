import type { ILivechatRoom, IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import { AppError } from '../../core/errors/AppError';
import { describeError } from '../../core/errors/describeError';
import type { Host } from '../../core/Host';
import { isReachable, weights } from '../../core/sandbox';
import type { Translate } from '../../core/translator';
import { connectionOf, restsUntil } from '../../numbers/connectionOf';
import type { ConnectedNumber } from '../../numbers/numbers';
import type { PostedFile } from '../../omnichannel/files/findFile';
import { checkMedia, readMediaRules, tooHeavy } from '../../omnichannel/files/mediaRules';
import { storeFile } from '../../omnichannel/files/storeFile';
import type { RenderedMedia } from '../../whatsapp/messages/RenderedMessage';
import { ANY_BYTES, typeOfFile } from '../../whatsapp/mimeTypes';
import type { Interrupted } from '../webhook/Task';
import { fetchCustomerFile } from './fetchCustomerFile';
import { nameFile } from './nameFile';

/** A customer's file on its way from WhatsApp into a room. */
export interface MediaJourney {
  number: ConnectedNumber;
  room: ILivechatRoom;
  visitor: IVisitor;
  media: RenderedMedia;
  wamid: string;
  /** WhatsApp's time, epoch milliseconds. */
  at: number;
  interrupted: Interrupted;
  /** Called right before the file is posted: false when another instance may have started to fetch it meanwhile. */
  mayStore?: () => boolean;
}

/**
 * The outcome. A failure has a reason for people, and says whether another attempt can help. `waitsUntil`, in epoch
 * milliseconds, is set when 360dialog's limit of failed requests is reached: the file can be requested from then on.
 */
export type MediaOutcome =
  | { kind: 'posted'; file: PostedFile; isUnverified?: boolean }
  | { kind: 'room-closed' }
  | { kind: 'failed'; reason: string; canHelp: boolean; waitsUntil?: number };

/** The lock for heavy files. They are fetched and stored one by one, so that only one of them is in memory. */
const HEAVY_TURN = 'heavy file';

/** Problems that no later attempt solves: the settings forbid the file, or it is gone. Others may pass or can be fixed. */
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

/** The errors about the limit of failed requests, whether this app or 360dialog enforces it. */
const ofTheLimit = new Set(['media:resting', 'errors:endpointBlocked']);

/** Brings a file from WhatsApp into its room, if the settings allow it. */
export async function bringMedia(host: Host, journey: MediaJourney, t: Translate): Promise<MediaOutcome> {
  try {
    return await bring(host, journey, t);
  } catch (error) {
    if (!(error instanceof AppError)) {
      throw error;
    }
    host.logger.warn('A file of a customer did not come into its room:', String(error));
    const waitsUntil = ofTheLimit.has(error.key) ? await restsUntil(host, journey.number.digits) : undefined;
    return { kind: 'failed', reason: describeError(error, t), canHelp: !final.has(error.key), waitsUntil };
  }
}

async function bring(host: Host, journey: MediaJourney, t: Translate): Promise<MediaOutcome> {
  const { number, media, wamid, at } = journey;
  const rules = await readMediaRules(host);
  const heavy: { leave?: () => void; address?: string } = {};
  const check = async (facts: { mimeType?: string; size?: number }) => {
    const { size } = facts;
    const type = typeOfFile(facts.mimeType, media.filename);
    // WhatsApp tells the size together with all other facts, so a type that is still unknown stays unknown.
    const isTold = type !== ANY_BYTES || size !== undefined;
    const problem = checkMedia({ type: isTold ? type : undefined, size }, rules, t);
    if (problem) {
      throw new AppError({ kind: 'refused', retry: 'no', ...problem });
    }
    if (size !== undefined && size > weights.heavy && !heavy.leave) {
      heavy.leave = await host.memory.locks.acquire(HEAVY_TURN);
      heavy.address = await findWay(host, journey, size, t);
    }
  };
  try {
    await check(media);
    const { mimeType, isUnverified, pieces, size } = await fetchCustomerFile(
      await connectionOf(host, number),
      media,
      check,
    );
    if (journey.mayStore?.() === false) {
      throw new AppError({ kind: 'unreachable', retry: 'no', key: 'media:underWay' });
    }
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
 * The address to which a heavy file is uploaded; undefined when it has to go through the engine. A file that may have
 * ended the app's process twice is tried a third time only when a person asks for it, because all other customers wait
 * for that process.
 */
async function findWay(
  host: Host,
  { room, interrupted }: MediaJourney,
  size: number,
  t: Translate,
): Promise<string | undefined> {
  if (interrupted === 'by-file') {
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

/**
 * The address at which the workspace accepts a visitor's file over HTTP, the same as for its livechat widget. Undefined
 * when the workspace's own address (Site Url) does not answer the sandbox. One round trip.
 */
export async function findUploadAddress(host: Host, roomId: string): Promise<string | undefined> {
  // Not from the cache: an admin may just have corrected the setting and now tries the file again.
  const siteUrl = await host.memory.siteUrl.get(host, 0);
  return /^https?:\/\//i.test(siteUrl) && (await isReachable(`${siteUrl}/api/info`))
    ? `${siteUrl}/api/v1/livechat/upload/${encodeURIComponent(roomId)}`
    : undefined;
}
