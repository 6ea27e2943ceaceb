import type { ILivechatRoom, IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import { AppError } from '../errors/AppError';
import { describeError } from '../errors/describeError';
import type { Host } from '../Host';
import type { RenderedMedia } from '../messages/RenderedMessage';
import { connectionOf } from '../outbound/connectionOf';
import type { ConnectedNumber } from '../records/numbers';
import type { Translate } from '../translation/Translate';
import { checkMedia } from './checkMedia';
import { fetchMedia } from './fetchMedia';
import { isTooHeavy } from './isTooHeavy';
import { nameFile } from './nameFile';
import { noteInterrupted } from './noteInterrupted';
import type { PostedFile } from './PostedFile';
import { readMediaRules } from './readMediaRules';
import { showSize } from './showSize';
import { storeFile } from './storeFile';
import { typeOfFile } from './typeOfFile';

/** A customer's file on its way from WhatsApp into a room. */
export interface MediaJourney {
  number: ConnectedNumber;
  room: ILivechatRoom;
  visitor: IVisitor;
  media: RenderedMedia;
  wamid: string;
  /** WhatsApp's time, epoch milliseconds. */
  at: number;
  /** An attempt before this one came to no end. */
  resumed?: boolean;
}

/** How it ended. Without a file there is a reason for people, and whether trying again can help. */
export type MediaOutcome =
  { kind: 'posted'; file: PostedFile } | { kind: 'room-closed' } | { kind: 'failed'; reason: string; canHelp: boolean };

/**
 * Bytes from which a file is heavy work for the engine, which may restart the app over it: none of them is tried a second
 * time by itself, and they are stored one after another.
 */
const HEAVY = 16 * 1024 * 1024;
const HEAVY_TURN = 'heavy file';

/** What no later attempt mends: settings say so, or the file is gone. Everything else may pass, or can be put right. */
const final = new Set([
  'media:uploadsOff',
  'media:typeRefused',
  'media:tooLarge',
  'media:tooHeavy',
  'media:workspaceOff',
  'media:workspaceTooLarge',
  'media:workspaceType',
  'media:gone',
  'errors:mediaHostUnexpected',
]);

/** Brings a file from WhatsApp into its room, as far as the settings let it. */
export async function bringMedia(host: Host, journey: MediaJourney, t: Translate): Promise<MediaOutcome> {
  try {
    const file = await bring(host, journey, t);
    return file ? { kind: 'posted', file } : { kind: 'room-closed' };
  } catch (error) {
    if (!(error instanceof AppError)) {
      throw error;
    }
    host.logger.warn('A file of a customer did not come into its room:', String(error));
    return { kind: 'failed', reason: describeError(error, t), canHelp: !final.has(error.key) };
  }
}

async function bring(host: Host, journey: MediaJourney, t: Translate): Promise<PostedFile | undefined> {
  const { number, media, wamid, at, resumed } = journey;
  const rules = await readMediaRules(host);
  const check = async (facts: { mimeType?: string; size?: number }) => {
    const problem = checkMedia({ ...facts, filename: media.filename }, rules, t);
    if (problem) {
      throw new AppError({ kind: 'refused', retry: 'no', ...problem });
    }
    const { size = 0 } = facts;
    if (size > HEAVY && resumed) {
      await noteInterrupted(host, size);
      throw new AppError({ kind: 'unreachable', retry: 'no', key: 'media:interrupted' });
    }
    if (size > HEAVY && (await isTooHeavy(host, size))) {
      throw new AppError({ kind: 'refused', retry: 'no', key: 'media:tooHeavy', params: { size: showSize(size, t) } });
    }
  };
  await check(media);
  const { bytes, mimeType } = await fetchMedia(await connectionOf(host, number), media, check);
  const name = nameFile({ media, wamid, at, t }, typeOfFile(mimeType, media.filename), rules.accepts);
  const store = () => storeFile(host, journey, { bytes, name });
  return bytes.byteLength > HEAVY ? host.memory.turns.take(HEAVY_TURN, store) : store();
}
