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
