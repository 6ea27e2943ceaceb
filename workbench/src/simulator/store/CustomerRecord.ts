/** A WhatsApp user who can write to the business numbers. */
export interface CustomerRecord {
  id: string;
  name: string;
  /** WhatsApp id: digits. Absent for people who hide their phone behind a username. */
  waId?: string;
  /** Business-scoped id, `CC.` and digits. */
  userId: string;
  username?: string;
  /** Earlier phone numbers of the same person. */
  formerWaIds: string[];
  /** False: messages to them end as 131026. */
  onWhatsApp: boolean;
  /** False: no `read` status ever comes. */
  readReceipts: boolean;
  /** True while the phone is switched off: messages stay at `sent`. */
  offline: boolean;
  /** True: the person stopped marketing messages (131050). */
  marketingStopped: boolean;
  /** Numbers that this person blocked; messages from them end as 131026. */
  blocked: string[];
  createdAt: number;
}
