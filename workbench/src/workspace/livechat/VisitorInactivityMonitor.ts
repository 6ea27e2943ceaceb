import type { Clock, Traveller } from '../../clock/Clock';
import type { RoomDocument } from '../documents/RoomDocument';
import type { Workspace } from '../Workspace';

const EVERY_MS = 60_000;

/** The user with whom Rocket.Chat does what nobody asked for. */
export const ROCKET_CAT = 'rocket.cat';

/**
 * Closes conversations, or puts them on hold, whose customer has not answered for as long as the settings say, each
 * minute and as the user rocket.cat (R83 `ee/app/livechat-enterprise/server/lib/VisitorInactivityMonitor.ts`).
 */
export class VisitorInactivityMonitor implements Traveller {
  readonly #workspace: Workspace;
  readonly #clock: Clock;
  #running: Promise<void> | undefined;
  #runs = 0;

  /** Watches the rooms of this workspace. @returns ends it */
  static start(workspace: Workspace, clock: Clock): () => void {
    const monitor = new VisitorInactivityMonitor(workspace, clock);
    const leave = clock.join(monitor);
    const timer = setInterval(() => monitor.moved(), EVERY_MS).unref();
    return () => {
      leave();
      clearInterval(timer);
    };
  }

  private constructor(workspace: Workspace, clock: Clock) {
    this.#workspace = workspace;
    this.#clock = clock;
  }

  nextDue(): number | undefined {
    const times = this.#watched().flatMap(({ goneAt }) => (goneAt > this.#clock.now() ? [goneAt] : []));
    return times.length === 0 ? undefined : Math.min(...times);
  }

  moved(): void {
    const due = this.#watched().filter(({ goneAt }) => goneAt <= this.#clock.now());
    if (due.length === 0 || this.#running) return;
    this.#runs += 1;
    this.#running = this.#leave(due.map(({ room }) => room)).finally(() => {
      this.#running = undefined;
    });
  }

  isBusy(): boolean {
    return this.#running !== undefined;
  }

  activity(): number {
    return this.#runs;
  }

  get #action(): string {
    return this.#workspace.settings.string('Livechat_abandoned_rooms_action');
  }

  /** The open rooms whose customer was answered, and when they count as gone, epoch milliseconds. */
  #watched(): { room: RoomDocument; goneAt: number }[] {
    if (this.#action === 'none') return [];
    const { rooms } = this.#workspace.livechat.list({ open: true, count: 0 });
    return rooms.flatMap((room) => {
      const goneAt = room.omnichannel?.predictedVisitorAbandonmentAt?.getTime();
      return goneAt === undefined || room.waitingResponse || room.onHold ? [] : [{ room, goneAt }];
    });
  }

  async #leave(rooms: readonly RoomDocument[]): Promise<void> {
    const { livechat, settings, users } = this.#workspace;
    const user = users.find(ROCKET_CAT);
    if (!user) return;
    const seconds = settings.number('Livechat_visitor_inactivity_timeout');
    for (const { _id, fname = 'the visitor' } of rooms) {
      const comment = `No word of ${fname} in ${seconds} seconds`;
      try {
        await (this.#action === 'close'
          ? livechat.close(_id, { user }, { comment })
          : livechat.hold(_id, user, comment));
      } catch (error) {
        // An agent may have closed it meanwhile.
        console.error(error);
      }
    }
  }
}
