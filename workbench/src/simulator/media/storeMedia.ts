import { createHash } from 'node:crypto';
import { randomDigits } from '../identity/randomDigits';
import type { Simulator } from '../Simulator';
import type { MediaRecord } from '../store/MediaRecord';

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
