import type { UserDocument } from '../documents/UserDocument';

export interface LoginResult {
  userId: string;
  authToken: string;
  user: UserDocument;
}

/** People, bots and apps' users, and their login tokens. */
export interface Users {
  /** Checks the password and gives a new token, valid until logout. Throws `WorkspaceError` 'Unauthorized'. */
  login(usernameOrEmail: string, password: string): LoginResult;
  /** The user to whom this token belongs, or undefined. */
  authenticate(userId: string, authToken: string): UserDocument | undefined;
  logout(userId: string, authToken: string): void;
  list(): UserDocument[];
  find(id: string): UserDocument | undefined;
  findByUsername(username: string): UserDocument | undefined;
  findAppUser(appId: string): UserDocument | undefined;
  hasRole(user: UserDocument, ...roles: string[]): boolean;
  create(user: Partial<UserDocument> & { username: string }, password?: string): UserDocument;
  update(id: string, changes: Partial<UserDocument>): UserDocument;
  remove(id: string): boolean;
}
