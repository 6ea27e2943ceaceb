import type { SimulatorDatabase } from './readDocument';
import { readDocument, readDocuments } from './readDocument';

/** Business numbers, found by digits or by their only valid key. */
export interface NumbersCollection {
  all(): NumberRecord[];
  byPhoneNumber(phoneNumber: string): NumberRecord | undefined;
  byApiKey(apiKey: string): NumberRecord | undefined;
  save(number: NumberRecord): void;
}

export function openNumbers(database: SimulatorDatabase): NumbersCollection {
  database.exec(
    'CREATE TABLE IF NOT EXISTS numbers (phone_number TEXT PRIMARY KEY, api_key TEXT UNIQUE NOT NULL, doc TEXT NOT NULL)',
  );
  const selectAll = database.prepare('SELECT doc FROM numbers ORDER BY rowid');
  const selectPhone = database.prepare('SELECT doc FROM numbers WHERE phone_number = ?');
  const selectKey = database.prepare('SELECT doc FROM numbers WHERE api_key = ?');
  const upsert = database.prepare(
    `INSERT INTO numbers (phone_number, api_key, doc) VALUES (?, ?, ?)
     ON CONFLICT (phone_number) DO UPDATE SET api_key = excluded.api_key, doc = excluded.doc`,
  );
  return {
    all: () => readDocuments<NumberRecord>(selectAll.all()),
    byPhoneNumber: (phoneNumber) => readDocument<NumberRecord>(selectPhone.get(phoneNumber)),
    byApiKey: (apiKey) => readDocument<NumberRecord>(selectKey.get(apiKey)),
    save: (number) => void upsert.run(number.phoneNumber, number.apiKey, JSON.stringify(number)),
  };
}

/** A URL with the headers that 360dialog adds to each delivery. */
export interface WebhookTarget {
  url: string;
  headers: Record<string, string>;
}

/** A business number connected at 360dialog. */
export interface NumberRecord {
  /** Digits only, with country code. */
  phoneNumber: string;
  phoneNumberId: string;
  wabaId: string;
  displayName: string;
  apiKey: string;
  webhook: WebhookTarget | null;
  quality: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN';
  messagingLimit: string;
  /** What `/health_status` says. */
  canSend: 'AVAILABLE' | 'LIMITED' | 'BLOCKED';
  /** Fields of `/whatsapp_business_profile`. */
  profile: Record<string, unknown>;
  createdAt: number;
}
