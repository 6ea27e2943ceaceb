import type { Database } from 'libsql';
import type { UploadDocument } from '../../workspace/documents/UploadDocument';
import { Collection } from '../Collection';

export class UploadCollection extends Collection<UploadDocument> {
  constructor(db: Database) {
    super(db, 'uploads', { rid: (upload) => upload.rid }, ['rid']);
    db.exec('CREATE TABLE IF NOT EXISTS upload_bytes (uploadId TEXT PRIMARY KEY, bytes BLOB NOT NULL)');
  }

  putBytes(uploadId: string, bytes: Buffer): void {
    this.prepare('INSERT OR REPLACE INTO upload_bytes (uploadId, bytes) VALUES (?, ?)').run(uploadId, bytes);
  }

  bytes(uploadId: string): Buffer | undefined {
    const row = this.prepare('SELECT bytes FROM upload_bytes WHERE uploadId = ?').get(uploadId);
    const bytes: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'bytes') : undefined;
    return bytes instanceof Uint8Array ? Buffer.from(bytes) : undefined;
  }

  override delete(id: string): boolean {
    this.prepare('DELETE FROM upload_bytes WHERE uploadId = ?').run(id);
    return super.delete(id);
  }
}
