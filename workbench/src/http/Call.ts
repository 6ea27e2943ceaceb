import type { Request } from 'express';
import type { UserDocument } from '../workspace/documents/UserDocument';

/** One request, as an endpoint sees it. Values come from outside: endpoints parse them. */
export interface Call {
  /** Who is signed in. */
  user: UserDocument;
  params: Record<string, string>;
  query: unknown;
  body: unknown;
  request: Request;
}

/** A request to an endpoint that anyone may call. */
export type OpenCall = Omit<Call, 'user'> & { user?: UserDocument };
