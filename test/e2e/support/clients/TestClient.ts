import { EventFeed } from './HttpClient';
import type { HttpClient } from './HttpClient';
import { ClientScreen } from '../ui/ClientScreen';
import { findButton, textsOf } from '../ui/blocks';
import { TestView } from '../ui/TestView';
import type { WireInteraction } from '../ui/blocks';
import { waitFor } from '../waitFor';
import type { Patience } from '../waitFor';
import type { WireInquiry, WireMessage, WireRoom } from './WireDocuments';

/** A message by its text, a pattern, or anything else about it. */
export type MessageWanted = string | RegExp | ((message: WireMessage) => boolean);

/** One signed-in user at a client: rooms, messages, buttons, views, commands and files, as a person has them. */
export class TestClient {
  readonly screen: ClientScreen;
  readonly #rooms = new Map<string, string>();

  private constructor(
    readonly username: string,
    readonly userId: string,
    /** The signed-in HTTP client, for everything that has no method here. */
    readonly http: HttpClient,
    readonly feed: EventFeed,
    readonly appId: string,
  ) {
    this.screen = new ClientScreen(http);
  }

  /** Opens the client: from then on it hears of everything that happens. */
  static async open(username: string, userId: string, http: HttpClient, appId: string): Promise<TestClient> {
    const feed = await EventFeed.open(`${http.baseUrl}/api/workbench/events`, http.headers);
    const client = new TestClient(username, userId, http, feed, appId);
    feed.onEvent(({ type, data }) => {
      if (type === 'ui-interaction') client.screen.receive(data.interaction as WireInteraction);
    });
    return client;
  }

  get modal(): TestView {
    return new TestView(this.screen, 'modal');
  }

  /** The contextual bar beside a room. */
  bar(rid?: string): TestView {
    return new TestView(this.screen, 'bar', rid);
  }

  /** Messages that only this user saw, oldest first. */
  get ephemeral(): WireMessage[] {
    return this.feed.events.flatMap(({ type, data }) => (type === 'ephemeral' ? [data.message as WireMessage] : []));
  }

  /** The private messages of this user in a room. A message replaces the earlier one with the same id. */
  onlyForMe(rid: string): WireMessage[] {
    const own = this.ephemeral.filter((message) => message.rid === rid);
    return [...new Map(own.map((message) => [message._id, message])).values()];
  }

  async rooms(): Promise<WireRoom[]> {
    return (await this.http.get<{ update: WireRoom[] }>('/api/v1/rooms.get')).update;
  }

  /** A room by its id or name, once it is there. */
  async room(nameOrId: string, patience?: Patience): Promise<WireRoom> {
    const isIt = (room: WireRoom) => room._id === nameOrId || room.name === nameOrId || room.fname === nameOrId;
    const find = async () => (await this.rooms()).find(isIt);
    return waitFor(find, { what: `the room ${nameOrId}`, ...patience });
  }

  /** Conversations with customers that this user may see, newest first. */
  async conversations(open?: boolean): Promise<WireRoom[]> {
    const query = { count: 0, ...(open !== undefined && { open }) };
    return (await this.http.get<{ rooms: WireRoom[] }>('/api/v1/livechat/rooms', query)).rooms;
  }

  async inquiries(): Promise<WireInquiry[]> {
    return (await this.http.get<{ inquiries: WireInquiry[] }>('/api/v1/livechat/inquiries.list', { count: 0 }))
      .inquiries;
  }

  /** Takes a waiting conversation. */
  async take(rid: string): Promise<void> {
    const inquiry = (await this.inquiries()).find((candidate) => candidate.rid === rid);
    if (!inquiry) throw new Error(`The room ${rid} does not wait in the queue of ${this.username}`);
    await this.http.post('/api/v1/livechat/inquiries.take', { inquiryId: inquiry._id });
  }

  async close(rid: string, comment = ''): Promise<void> {
    await this.http.post('/api/v1/livechat/room.closeByUser', { rid, comment });
  }

  /** Messages of a room (name or id), oldest first, system messages included. */
  async messages(room: string, count = 100): Promise<WireMessage[]> {
    const roomId = await this.#roomId(room);
    const { messages } = await this.http.get<{ messages: WireMessage[] }>('/api/v1/groups.messages', { roomId, count });
    return messages.reverse();
  }

  /** The newest message of the room that fits, once it is there. Text is looked for in blocks too. */
  async findMessage(room: string, wanted: MessageWanted, patience?: Patience): Promise<WireMessage> {
    const look = async () => (await this.messages(room)).reverse().find((message) => fits(message, wanted));
    return waitFor(look, { what: `a message ${String(wanted)} in ${room}`, ...patience });
  }

  async send(room: string, msg: string, more: Partial<WireMessage> = {}): Promise<WireMessage> {
    const message = { rid: await this.#roomId(room), msg, ...more };
    return (await this.http.post<{ message: WireMessage }>('/api/v1/chat.sendMessage', { message })).message;
  }

  /**
   * Uploads a file and posts it, in the two steps of the real client. What is written with it stands in `msg` from 8.3 on
   * in the web, else in `description`.
   */
  async upload(
    room: string,
    file: { name: string; type: string; bytes: Uint8Array; msg?: string; description?: string },
  ): Promise<WireMessage> {
    const rid = await this.#roomId(room);
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name);
    const stored = await this.http.request<{ file: { _id: string } }>('POST', `/api/v1/rooms.media/${rid}`, form);
    if (stored.status >= 400) throw new Error(`The upload was refused: ${JSON.stringify(stored.body)}`);
    const path = `/api/v1/rooms.mediaConfirm/${rid}/${stored.body.file._id}`;
    return (
      await this.http.post<{ message: WireMessage }>(path, { msg: file.msg ?? '', description: file.description })
    ).message;
  }

  async react(messageId: string, emoji: string, shouldReact?: boolean): Promise<void> {
    await this.http.post('/api/v1/chat.react', { messageId, emoji, shouldReact });
  }

  async edit({ rid, _id }: WireMessage, text: string): Promise<void> {
    await this.http.post('/api/v1/chat.update', { roomId: rid, msgId: _id, text });
  }

  async remove({ rid, _id }: WireMessage): Promise<void> {
    await this.http.post('/api/v1/chat.delete', { roomId: rid, msgId: _id });
  }

  /** Presses the button of a message that reads `label`; resolves with the app's answer, dealt with as the client does. */
  async clickButton(message: WireMessage, label: string): Promise<WireInteraction | undefined> {
    const button = findButton(message.blocks ?? [], label);
    return this.screen.interact(button.appId ?? 'core', {
      type: 'blockAction',
      actionId: button.actionId,
      payload: { blockId: button.blockId, value: button.value ?? '' },
      container: { type: 'message', id: message._id },
      rid: message.rid,
      mid: message._id,
    });
  }

  /** Types a slash command (`/name params`) into a room. */
  async runCommand(text: string, room: string): Promise<void> {
    const [, command, params] = /^\/(\S+)(.*)$/s.exec(text) ?? [];
    if (!command) throw new Error(`"${text}" is not a command`);
    const triggerId = this.screen.trigger(this.appId);
    await this.http.post('/api/v1/commands.run', { command, params, roomId: await this.#roomId(room), triggerId });
  }

  /** Presses a button that an app has put beside rooms, found by its action id. */
  async pressRoomAction(actionId: string, room: string): Promise<WireInteraction | undefined> {
    const rid = await this.#roomId(room);
    return this.screen.interact(this.appId, {
      type: 'actionButton',
      actionId,
      rid,
      payload: { context: 'roomAction' },
    });
  }

  /** Presses a button that an app has put into the menu of a message. */
  async pressMessageAction(actionId: string, { rid, _id }: WireMessage): Promise<WireInteraction | undefined> {
    const payload = { context: 'messageAction' };
    return this.screen.interact(this.appId, { type: 'actionButton', actionId, rid, mid: _id, payload });
  }

  async setAvailability(status: 'available' | 'not-available'): Promise<void> {
    await this.http.post('/api/v1/livechat/agent.status', { status });
  }

  stop(): void {
    this.feed.stop();
  }

  async #roomId(nameOrId: string): Promise<string> {
    const known = this.#rooms.get(nameOrId);
    if (known) return known;
    const found = (await this.rooms()).find(({ _id, name, fname }) => [_id, name, fname].includes(nameOrId));
    // A room that is not in the list may still be one that this user may see, by its id.
    const id = found?._id ?? nameOrId;
    if (found) this.#rooms.set(nameOrId, id);
    return id;
  }
}

function fits(message: WireMessage, wanted: MessageWanted): boolean {
  if (typeof wanted === 'function') return wanted(message);
  const text = [message.msg, ...textsOf(message.blocks ?? [])].join('\n');
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}
