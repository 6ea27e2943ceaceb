import { createHash, createHmac } from 'node:crypto';
import { randomDigits } from '../customers/createIds';
import type { Simulator } from '../Simulator';
import type { MediaRecord } from '../store/media';

const DAY_MS = 24 * 3_600_000;
const LIFE_MS: Record<MediaRecord['origin'], number> = { uploaded: 30 * DAY_MS, received: 7 * DAY_MS };

interface NewMedia {
  phoneNumber: string;
  origin: MediaRecord['origin'];
  mimeType: string;
  filename?: string;
  bytes: Buffer;
}

/** Keeps a file: 30 days when the business uploaded it, 7 days when a customer sent it. */
export function storeMedia({ store, clock }: Simulator, { bytes, ...media }: NewMedia): MediaRecord {
  const now = clock.now();
  for (const { id } of store.media.expired(now)) {
    store.media.remove(id);
    store.mediaFiles.remove(id);
  }
  const record: MediaRecord = {
    ...media,
    id: randomDigits(16),
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    createdAt: now,
    expiresAt: now + LIFE_MS[media.origin],
  };
  store.mediaFiles.write(record.id, bytes);
  store.media.save(record);
  return record;
}

const LIFE_SECONDS = 5 * 60;

/**
 * A download URL as Meta gives it: on `lookaside.fbsbx.com`, good for five minutes. Clients of 360dialog replace the host by
 * the API's own and send their key.
 */
export function mediaUrl(simulator: Simulator, id: string, source?: 'webhook'): string {
  const expires = String(Math.floor(simulator.clock.now() / 1000) + LIFE_SECONDS);
  const query = new URLSearchParams({
    mid: id,
    ...(source && { source }),
    ext: expires,
    hash: mediaHash(simulator, id, expires),
  });
  return `https://lookaside.fbsbx.com/whatsapp_business/attachments/?${query.toString()}`;
}

/** The hash that signs a media id and an expiry, in the look of Meta's. */
export function mediaHash({ secret }: Pick<Simulator, 'secret'>, id: string, expires: string): string {
  return `AT${createHmac('sha256', secret).update(`${id} ${expires}`).digest('base64url')}`;
}
