/** A user as Rocket.Chat stores it. `statusLivechat` exists on agents only and says whether they take conversations. */
export interface UserDocument {
  _id: string;
  username: string;
  name: string;
  roles: string[];
  type: 'user' | 'bot' | 'app';
  status: 'online' | 'away' | 'busy' | 'offline';
  statusLivechat?: 'available' | 'not-available';
  active: boolean;
  emails?: { address: string; verified: boolean }[];
  /** The app that made this user. */
  appId?: string;
  language?: string;
  utcOffset?: number;
  avatarUrl?: string;
  customFields?: Record<string, unknown>;
  createdAt: Date;
  _updatedAt: Date;
}

/** How other documents name a user (or, on a visitor's message, the visitor). */
export interface UserReference {
  _id: string;
  username: string;
  name?: string;
}
