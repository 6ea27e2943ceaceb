import type { MediaRecord } from './MediaRecord';
import { readDocument } from './readDocument';
import { readDocuments } from './readDocuments';
import type { SimulatorDatabase } from './SimulatorDatabase';

/** What is known about stored files; the bytes are kept beside, see openMediaFiles. */
export interface MediaCollection {
  byId(id: string): MediaRecord | undefined;
  expired(now: number): MediaRecord[];
  save(media: MediaRecord): void;
  remove(id: string): void;
}

export function openMedia(database: SimulatorDatabase): MediaCollection {
  database.exec(
    `CREATE TABLE IF NOT EXISTS media (id TEXT PRIMARY KEY, expires_at INTEGER NOT NULL, doc TEXT NOT NULL);
     CREATE INDEX IF NOT EXISTS media_expiry ON media (expires_at)`,
  );
  const select = database.prepare('SELECT doc FROM media WHERE id = ?');
  const selectExpired = database.prepare('SELECT doc FROM media WHERE expires_at <= ?');
  const upsert = database.prepare('INSERT OR REPLACE INTO media (id, expires_at, doc) VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM media WHERE id = ?');
  return {
    byId: (id) => readDocument<MediaRecord>(select.get(id)),
    expired: (now) => readDocuments<MediaRecord>(selectExpired.all(now)),
    save: (media) => void upsert.run(media.id, media.expiresAt, JSON.stringify(media)),
    remove: (id) => void remove.run(id),
  };
}
