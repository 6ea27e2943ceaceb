import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SimulatorDatabase } from './readDocument';
import { readDocument, readDocuments } from './readDocument';

/** The records of stored files. The bytes are stored separately, see openMediaFiles. */
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

/** A stored file: uploaded by the business (kept 30 days) or sent by a customer (kept 7 days). */
export interface MediaRecord {
  id: string;
  phoneNumber: string;
  origin: 'uploaded' | 'received';
  mimeType: string;
  filename?: string;
  size: number;
  /** Hex; webhooks carry the same hash in base64. */
  sha256: string;
  createdAt: number;
  /** Milliseconds; afterwards the id is unknown. */
  expiresAt: number;
}

/** The bytes of stored media, kept out of the database so that a 100 MB document does not swell it. */
export interface MediaFiles {
  write(id: string, bytes: Buffer): void;
  /** Undefined when the bytes are gone. */
  read(id: string): Buffer | undefined;
  remove(id: string): void;
}

/** Files in a folder, or in memory when there is none. Ids are digits made by us, so they are safe as file names. */
export function openMediaFiles(folder: string | undefined): MediaFiles {
  if (folder === undefined) {
    const kept = new Map<string, Buffer>();
    return {
      write: (id, bytes) => void kept.set(id, bytes),
      read: (id) => kept.get(id),
      remove: (id) => void kept.delete(id),
    };
  }
  mkdirSync(folder, { recursive: true });
  const pathOf = (id: string) => join(folder, id);
  return {
    write: (id, bytes) => writeFileSync(pathOf(id), bytes),
    read: (id) => {
      try {
        return readFileSync(pathOf(id));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw error;
      }
    },
    remove: (id) => rmSync(pathOf(id), { force: true }),
  };
}
