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
