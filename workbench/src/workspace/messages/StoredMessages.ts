import joypixels from 'emojibase-data/en/shortcodes/joypixels.json';
import { createId } from '../../store/createId';
import type { MessageDocument } from '../documents/MessageDocument';
import type { RoomDocument } from '../documents/RoomDocument';
import type { UserDocument } from '../documents/UserDocument';
import type { VisitorDocument } from '../documents/VisitorDocument';
import { captureLead } from '../livechat/captureLead';
import type { Rooms } from '../rooms/Rooms';
import type { Settings } from '../settings/Settings';
import type { Users } from '../users/Users';
import { WorkspaceError } from '../WorkspaceError';
import type { WorkspaceParts } from '../WorkspaceParts';
import type { MessageDraft, MessagePage, Messages } from './Messages';
import { fillPlaceholders } from './fillPlaceholders';
import { channelsOf, checkMentions, mentionsOf } from './mentions';
import { parseUrls, quoteAttachments } from './quoteAttachments';
import { isNoticed, monthOf, roomAfterMessage } from './roomAfterMessage';

export class StoredMessages implements Messages {
  readonly #parts: WorkspaceParts;
  readonly #settings: Settings;
  readonly #users: Users;
  readonly #rooms: Rooms;

  constructor(parts: WorkspaceParts, settings: Settings, users: Users, rooms: Rooms) {
    this.#parts = parts;
    this.#settings = settings;
    this.#users = users;
    this.#rooms = rooms;
  }

  find(id: string): MessageDocument | undefined {
    return this.#collection.get(id);
  }

  history(
    rid: string,
    { count = 50, offset = 0, before, after }: { count?: number; offset?: number; before?: Date; after?: Date } = {},
  ): MessagePage {
    const messages = this.#collection.where(
      'rid = ? AND ts < ? AND ts > ? ORDER BY ts DESC, rowid DESC LIMIT ? OFFSET ?',
      rid,
      before?.getTime() ?? Number.MAX_SAFE_INTEGER,
      after?.getTime() ?? -1,
      count === 0 ? -1 : count,
      offset,
    );
    return { messages, total: this.#collection.count('rid = ?', rid) };
  }

  thread(tmid: string): MessageDocument[] {
    return this.#collection.where('tmid = ? ORDER BY ts, rowid', tmid);
  }

  async send(user: UserDocument, draft: MessageDraft): Promise<MessageDocument> {
    const message = this.#written(user, draft);
    return this.#store(this.#filled(await this.#parts.apps().beforeMessageSent(message), message.rid), message.rid);
  }

  async sendOnce(user: UserDocument, draft: MessageDraft): Promise<MessageDocument | undefined> {
    const message = this.#written(user, draft);
    const wanted = await this.#parts.apps().beforeMessageSent(message);
    return this.find(wanted._id) ? undefined : this.#store(this.#filled(wanted, message.rid), message.rid);
  }

  #filled(message: MessageDocument, rid: string): MessageDocument {
    const room = this.#rooms.find(rid);
    const msg = fillPlaceholders(message.msg, room, () => ({
      visitor: this.#parts.store.visitors.get(room?.v?._id ?? ''),
      agent: this.#users.find(room?.servedBy?._id ?? ''),
    }));
    return { ...message, msg };
  }

  /** Checks that the user may write there, and returns the message without storing it. */
  #written(user: UserDocument, draft: MessageDraft): MessageDocument {
    const room = this.#rooms.find(draft.rid);
    if (!room) throw new WorkspaceError('error-invalid-room', 'Invalid room');
    if (room.archived) throw new WorkspaceError('room_is_archived');
    // Apps' users may write into closed conversations, where nobody reads it.
    if (room.t === 'l' && !room.open && user.type !== 'app') throw new WorkspaceError('room_is_closed');
    if (user.type !== 'app' && !this.#rooms.maySee(user, room)) {
      throw new WorkspaceError('error-not-allowed', 'Not allowed');
    }
    const limit = this.#settings.number('Message_MaxAllowedSize');
    if ((draft.msg ?? '').length > limit) {
      throw new WorkspaceError('error-message-size-exceeded', 'Message size exceeds Message_MaxAllowedSize');
    }
    this.#checkCustomFields(draft);
    this.#checkContactsLimit(room, draft);
    const bot = user.type === 'user' ? {} : { bot: { i: user.appId ?? user._id } };
    return { ...this.#compose(draft, user), rid: room._id, ts: timeOf(draft.ts), ...bot };
  }

  async sendAsVisitor(visitor: VisitorDocument, draft: MessageDraft): Promise<MessageDocument> {
    const room = this.#rooms.find(draft.rid);
    if (!room?.open) throw new WorkspaceError('error-room-closed');
    if (room.v?.token !== visitor.token) throw new WorkspaceError('cannot-access-room');
    this.#checkCustomFields(draft);
    const message = this.#compose(draft, { _id: visitor._id, username: visitor.username, name: visitor.name });
    checkMentions(message);
    // The visitor's name is what people read, whatever alias was asked for.
    const named = { ...message, token: visitor.token, ...(visitor.name && { alias: visitor.name }) };
    const stored = this.#store(await this.#parts.apps().beforeMessageSent(named), room._id);
    captureLead(this.#parts.store, this.#settings, room.v._id, stored);
    return stored;
  }

  /** The real server takes none unless an admin switched them on. */
  #checkCustomFields({ customFields }: MessageDraft): void {
    if (customFields && !this.#settings.boolean('Message_CustomFields_Enabled')) {
      throw new WorkspaceError('error-custom-fields-not-enabled', 'Custom fields not enabled');
    }
  }

  /**
   * Over the licence's limit of active contacts nobody can answer a contact who does not count yet (BeforeSaveCheckMAC.ts).
   * Like the other checks before saving it leaves out what comes as edited.
   */
  #checkContactsLimit(room: RoomDocument, { t, editedAt }: MessageDraft): void {
    const reached = this.#settings.boolean('Workbench_MAC_Limit_Reached');
    if (!reached || room.t !== 'l' || t !== undefined || editedAt) return;
    if (!room.v?.activity?.includes(monthOf(new Date()))) throw new WorkspaceError('error-mac-limit-reached');
  }

  async sendSystem(
    rid: string,
    t: string,
    user: MessageDocument['u'],
    extra: Partial<MessageDraft> & { token?: string } = {},
  ): Promise<MessageDocument> {
    const message = this.#collection.put({
      ...this.#compose({ ...extra, rid, t }, user),
      groupable: false,
      ...(extra.token !== undefined && { token: extra.token }),
    });
    this.#countIn(message);
    this.#publish(message);
    this.#parts.apps().messageSent(message);
    return message;
  }

  async update(
    editor: Pick<UserDocument, '_id' | 'username'>,
    id: string,
    changes: Partial<Omit<MessageDocument, '_id' | 'rid' | 'u' | 'ts'>>,
  ): Promise<MessageDocument> {
    const previous = this.#get(id);
    const now = new Date();
    const changed: MessageDocument = {
      ...previous,
      ...changes,
      editedAt: now,
      editedBy: { _id: editor._id, username: editor.username },
      _updatedAt: now,
    };
    const wanted = await this.#parts.apps().beforeMessageUpdated(changed);
    const message = this.#collection.put(
      this.#parsed(wanted.token === undefined ? this.#filled(wanted, wanted.rid) : wanted),
    );
    this.#publish(message);
    this.#parts.apps().messageUpdated(message, previous);
    return message;
  }

  async remove(user: UserDocument, id: string): Promise<void> {
    const message = this.#get(id);
    await this.#parts.apps().beforeMessageRemoved(message);
    const { store, events } = this.#parts;
    store.transaction(() => {
      this.#collection.delete(id);
      const room = store.rooms.get(message.rid);
      if (room) store.rooms.put({ ...room, msgs: Math.max(0, room.msgs - 1) });
    });
    events.publish({
      type: 'message-removed',
      rid: message.rid,
      _id: id,
      audience: { kind: 'room', rid: message.rid },
    });
    this.#parts.apps().messageRemoved(message, user);
  }

  async react(user: UserDocument, id: string, emoji: string, shouldReact?: boolean): Promise<MessageDocument> {
    const message = this.#get(id);
    const room = this.#rooms.find(message.rid);
    if (!room) throw new WorkspaceError('error-not-allowed', 'Not allowed');
    if (!this.#rooms.maySee(user, room)) throw new WorkspaceError('not-authorized', 'Not Authorized');
    const name = `:${emoji.replaceAll(':', '')}:`;
    if (!isEmojiName(name)) throw new WorkspaceError('error-not-allowed', 'Invalid emoji provided.');
    const usernames = message.reactions?.[name]?.usernames ?? [];
    const has = usernames.includes(user.username);
    const wants = shouldReact ?? !has;
    if (wants === has) return message;

    const left = wants ? [...usernames, user.username] : usernames.filter((username) => username !== user.username);
    const { [name]: _, ...others } = message.reactions ?? {};
    const reactions = left.length > 0 ? { ...others, [name]: { usernames: left } } : others;
    const changed = this.#collection.put({
      ...message,
      reactions: Object.keys(reactions).length > 0 ? reactions : undefined,
      _updatedAt: new Date(),
    });
    this.#publish(changed);
    // The real server passes apps the message as it was read before, with only the reactions changed, so its last
    // change is the old one.
    this.#parts.apps().messageReacted({ ...changed, _updatedAt: message._updatedAt }, user, name, wants);
    return changed;
  }

  showOnlyTo(userId: string, message: MessageDocument): void {
    this.#parts.events.publish({
      type: 'ephemeral',
      message: { ...message, private: true },
      audience: { kind: 'user', userId },
    });
  }

  #compose(draft: MessageDraft, { _id, username, name }: MessageDocument['u']): MessageDocument {
    const now = new Date();
    const { ts, msg, _id: wantedId, ...rest } = draft;
    return {
      ...rest,
      _id: wantedId ?? createId(),
      msg: msg ?? '',
      ts: ts ?? now,
      u: { _id, username, name },
      _updatedAt: now,
    };
  }

  /** @param rid where it was written, whatever apps made of it */
  #store(wanted: MessageDocument, rid: string): MessageDocument {
    const stored = this.#parsed({ ...wanted, rid });
    this.#parts.store.transaction(() => {
      this.#collection.put(stored);
      if (stored.tmid) this.#countInThread(stored);
      this.#countIn(stored);
    });
    this.#publish(stored);
    this.#parts.apps().messageSent(stored);
    return stored;
  }

  /** With the people, channels, links and quotes that its text has. */
  #parsed(given: MessageDocument): MessageDocument {
    const mentions = mentionsOf(given.msg, (username) => this.#users.findByUsername(username));
    const channels = channelsOf(given.msg, (name) => this.#rooms.findByName(name));
    const message = { ...given, mentions, channels };
    if (message.parseUrls === false) return message;
    const linked = { ...message, urls: parseUrls(message.msg) };
    const attachments = quoteAttachments(
      linked,
      this.#settings.string('Site_Url'),
      this.#settings.number('Message_QuoteChainLimit'),
      (id) => this.#mayQuote(message, id),
    );
    return {
      ...linked,
      urls: linked.urls.length > 0 ? linked.urls : undefined,
      attachments: attachments.length > 0 || message.attachments ? attachments : undefined,
    };
  }

  /**
   * The message with this id, if the author of `message` may read it: members read their rooms, visitors their own
   * rooms.
   */
  #mayQuote(message: MessageDocument, id: string): MessageDocument | undefined {
    const quoted = this.find(id);
    const room = quoted && this.#rooms.find(quoted.rid);
    if (!room) return undefined;
    if (message.token !== undefined) return room.v?.token === message.token ? quoted : undefined;
    const user = this.#users.find(message.u._id);
    return user && this.#rooms.maySee(user, room) ? quoted : undefined;
  }

  #countIn(message: MessageDocument): void {
    const { store, events } = this.#parts;
    const room = store.rooms.get(message.rid);
    if (!room) return;
    const changed = store.rooms.put(roomAfterMessage(room, message, this.#circumstances(room, message)));
    const contact = changed.contactId === undefined ? undefined : store.contacts.get(changed.contactId);
    const months = changed.v?.activity ?? [];
    if (contact && months.some((month) => !contact.activity?.includes(month))) {
      store.contacts.put({ ...contact, activity: [...new Set([...(contact.activity ?? []), ...months])] });
    }
    if (isNoticed(message) && !message.tmid) this.#countUnread(message);
    events.publish({ type: 'room', room: changed, audience: { kind: 'room', rid: room._id } });
  }

  #circumstances(room: RoomDocument, message: MessageDocument): { ignored: boolean; abandonedAfter?: number } {
    const author = this.#users.find(message.u._id);
    const isAutomatic = author !== undefined && this.#users.hasRole(author, 'bot');
    const department =
      room.departmentId === undefined ? undefined : this.#parts.store.departments.get(room.departmentId);
    const seconds =
      department?.visitorInactivityTimeoutInSeconds ?? this.#settings.number('Livechat_visitor_inactivity_timeout');
    return {
      ignored: isAutomatic && this.#settings.boolean('Omnichannel_Metrics_Ignore_Automatic_Messages'),
      ...(this.#settings.string('Livechat_abandoned_rooms_action') !== 'none' && { abandonedAfter: seconds }),
    };
  }

  /** For everybody in the room but the sender, who has read it by writing (R83: updateUsersSubscriptions). */
  #countUnread({ rid, u }: MessageDocument): void {
    const { subscriptions } = this.#parts.store;
    for (const subscription of subscriptions.where('rid = ?', rid)) {
      const unread = subscription.uid === u._id ? 0 : (subscription.unread ?? 0) + 1;
      subscriptions.put({ ...subscription, unread });
    }
  }

  #countInThread(message: MessageDocument): void {
    const parent = message.tmid === undefined ? undefined : this.find(message.tmid);
    if (!parent) return;
    const replies = [...new Set([...(parent.replies ?? []), parent.u._id, message.u._id])];
    const changed = { ...parent, tcount: (parent.tcount ?? 0) + 1, tlm: message.ts, replies, _updatedAt: new Date() };
    this.#publish(this.#collection.put(changed));
  }

  #publish(message: MessageDocument): void {
    this.#parts.events.publish({ type: 'message', message, audience: { kind: 'room', rid: message.rid } });
  }

  #get(id: string): MessageDocument {
    const message = this.find(id);
    if (!message) throw new WorkspaceError('error-invalid-message', 'Invalid message.');
    return message;
  }

  get #collection() {
    return this.#parts.store.messages;
  }
}

/**
 * The time of a user's or bot's message: about now, whatever was asked for. (Visitors' messages keep the time that they
 * come with, however old.) Throws for a time that is more than a minute off.
 */
function timeOf(asked: Date | undefined): Date {
  const now = new Date();
  const off = asked ? Math.abs(asked.getTime() - now.getTime()) : Infinity;
  if (asked && off > 60_000)
    throw new WorkspaceError('error-message-ts-out-of-sync', 'Message timestamp is out of sync');
  return asked && off <= 10_000 ? asked : now;
}

let names: ReadonlySet<string> | undefined;

/** Whether Rocket.Chat takes `:name:` for a reaction: it knows JoyPixels' names. There are no pictures of the workspace's own here. */
function isEmojiName(name: string): boolean {
  names ??= new Set(Object.values(joypixels).flat());
  return names.has(name.replaceAll(':', ''));
}
