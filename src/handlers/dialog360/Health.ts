/** What 360dialog tells of a number; absent where it did not say. */
export interface Health {
  /** 'UNKNOWN' where the answer has no verdict; the key is fine all the same. */
  canSend: 'AVAILABLE' | 'LIMITED' | 'BLOCKED' | 'UNKNOWN';
  /** Meta's id of the number: the `metadata.phone_number_id` of its webhooks. */
  phoneNumberId?: string;
  wabaId?: string;
  /** As Meta shows it, for instance `+1 555-093-4873`. */
  displayPhoneNumber?: string;
  /** The name that customers see. */
  displayName?: string;
  /** GREEN, YELLOW, RED or UNKNOWN. */
  quality?: string;
  /** For instance TIER_1K. */
  messagingLimit?: string;
  /** What keeps the number, its account or business from sending, in Meta's words. */
  problems: { entity: string; code?: number; description: string; solution?: string }[];
}
