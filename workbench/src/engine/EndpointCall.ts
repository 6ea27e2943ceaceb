import type { UserDocument } from '../workspace/documents/UserDocument';

/** A request to an app's endpoint as HTTP received it. */
export interface EndpointCall {
  appId: string;
  visibility: 'public' | 'private';
  /** The hash of the address; private only. */
  hash?: string;
  /** What follows the app's base path, without a leading slash: `incoming`, `get-sidebar-icon`. */
  path: string;
  /** Any case. */
  method: string;
  headers: Record<string, string>;
  query: Record<string, string>;
  /** The parsed JSON or form body, or the raw text of other types. */
  content: unknown;
  /** Who is signed in, when credentials came along. */
  user?: UserDocument;
}

export interface EndpointAnswer {
  status: number;
  headers: Record<string, string>;
  /** Object: JSON; string or Buffer: as it is. */
  content: unknown;
}
