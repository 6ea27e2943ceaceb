import { createHash, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { StoredUser } from '../../store/collections/serverCollections';
import { createId } from '../../store/createId';
import type { UserDocument } from '../documents/UserDocument';
import { WorkspaceError } from '../WorkspaceError';
import type { WorkspaceParts } from '../WorkspaceParts';

interface LoginResult {
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

const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64');

function withoutSecrets({ passwordHash: _, ...user }: StoredUser): UserDocument {
  return user;
}

export class StoredUsers implements Users {
  readonly #parts: WorkspaceParts;

  constructor(parts: WorkspaceParts) {
    this.#parts = parts;
  }

  login(usernameOrEmail: string, password: string): LoginResult {
    const stored = this.#collection.first('username = ? OR email = ?', usernameOrEmail, usernameOrEmail);
    if (!stored?.active || !stored.passwordHash || !isPassword(password, stored.passwordHash)) {
      throw new WorkspaceError('Unauthorized');
    }
    const authToken = createId(43);
    this.#parts.store.loginTokens.put({ _id: hashToken(authToken), userId: stored._id, when: new Date() });
    return { userId: stored._id, authToken, user: withoutSecrets(stored) };
  }

  authenticate(userId: string, authToken: string): UserDocument | undefined {
    const token = this.#parts.store.loginTokens.get(hashToken(authToken));
    if (token?.userId !== userId) return undefined;
    const user = this.find(userId);
    return user?.active ? user : undefined;
  }

  logout(userId: string, authToken: string): void {
    if (this.authenticate(userId, authToken)) this.#parts.store.loginTokens.delete(hashToken(authToken));
  }

  list(): UserDocument[] {
    return this.#collection.where('1 ORDER BY username').map(withoutSecrets);
  }

  find(id: string): UserDocument | undefined {
    const stored = this.#collection.get(id);
    return stored && withoutSecrets(stored);
  }

  findByUsername(username: string): UserDocument | undefined {
    const stored = this.#collection.first('username = ?', username);
    return stored && withoutSecrets(stored);
  }

  findAppUser(appId: string): UserDocument | undefined {
    const stored = this.#collection.where('appId = ?', appId).find((user) => user.type === 'app');
    return stored && withoutSecrets(stored);
  }

  hasRole(user: UserDocument, ...roles: string[]): boolean {
    return user.roles.some((role) => roles.includes(role));
  }

  create(user: Partial<UserDocument> & { username: string }, password?: string): UserDocument {
    if (this.findByUsername(user.username)) {
      throw new WorkspaceError('error-field-unavailable', `${user.username} is already in use :(`);
    }
    const now = new Date();
    const stored: StoredUser = {
      _id: createId(),
      name: user.username,
      roles: ['user'],
      type: 'user',
      status: 'online',
      active: true,
      utcOffset: 0,
      createdAt: now,
      ...user,
      _updatedAt: now,
      ...(password === undefined ? {} : { passwordHash: hashPassword(password) }),
    };
    return withoutSecrets(this.#collection.put(stored));
  }

  update(id: string, changes: Partial<UserDocument>): UserDocument {
    const stored = this.#collection.get(id);
    if (!stored) throw new WorkspaceError('error-invalid-user', 'Invalid user');
    const user = withoutSecrets(this.#collection.put({ ...stored, ...changes, _id: id, _updatedAt: new Date() }));
    if (changes.status !== undefined && changes.status !== stored.status) {
      this.#parts.apps().userStatusChanged(user, stored.status);
    }
    return user;
  }

  remove(id: string): boolean {
    const { store } = this.#parts;
    return store.transaction(() => {
      store.loginTokens.deleteWhere('userId = ?', id);
      store.subscriptions.deleteWhere('uid = ?', id);
      return this.#collection.delete(id);
    });
  }

  get #collection() {
    return this.#parts.store.users;
  }
}

/** Whether this password gave this hash. */
function isPassword(password: string, stored: string): boolean {
  const [salt, hash] = stored.split(':');
  if (salt === undefined || hash === undefined) return false;
  return timingSafeEqual(Buffer.from(hash, 'hex'), scryptSync(password, salt, 32, PASSWORD_COST));
}

/** Cheap on purpose: the workbench's passwords are its user names, and it listens on loopback. */
const PASSWORD_COST = { N: 1024 };

/** `salt:hash` of a password. */
function hashPassword(password: string): string {
  const salt = randomBytes(8).toString('hex');
  return `${salt}:${scryptSync(password, salt, 32, PASSWORD_COST).toString('hex')}`;
}
