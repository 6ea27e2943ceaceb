import type { UserInteraction } from '@rocket.chat/ui-kit';
import { createStore } from 'zustand/vanilla';
import { isRecord } from '../../state/pick';
import { words } from '../../words';
import type { Surprise } from './applyAnswer';
import { applyAnswer } from './applyAnswer';
import type { OpenViews } from './openViews';
import { changeViews } from './openViews';
import type { ServerAnswer } from './readServerAnswer';
import { readServerAnswer } from './readServerAnswer';

type WithoutTrigger<T> = T extends unknown ? Omit<T, 'triggerId'> : never;

/** A button in the sidebar's menu of a room, which ui-kit's types do not name. */
type SidebarButton = {
  readonly type: 'actionButton';
  readonly actionId: string;
  readonly rid: string;
  readonly payload: { readonly context: 'roomSideBarAction' };
};

/** An interaction before the client has given it a trigger. */
export type Interaction = WithoutTrigger<UserInteraction> | SidebarButton;

/**
 * How an interaction ended: the kind of answer, `plain` for one that says nothing to do, `empty` for none at all, `failed` when
 * the server refused.
 */
export type Outcome = ServerAnswer['type'] | 'plain' | 'empty' | 'failed' | 'too slow';

/** What the client needs of the world around it. */
export type InteractionWorld = {
  /** Posts to `ui.interaction/<appId>`; gives the answer's body, or throws when the server did not answer 2xx. */
  readonly post: (appId: string, body: object) => Promise<unknown>;
  readonly toast: (message: string) => void;
  readonly surprise: (surprise: Surprise) => void;
  /** The room on the screen, beside which a contextual bar opens. */
  readonly currentRoom: () => string | undefined;
  /** Whether it does as the mobile client. */
  readonly isMobile?: () => boolean;
};

/** The server takes no larger interaction (`communication/uikit.ts`); a submit carries the view and its values. */
const MOST_BYTES = 100 * 1024;

const TOO_SLOW = Symbol('too slow');

const timeLimit = () =>
  new Promise<typeof TOO_SLOW>((resolve) => {
    setTimeout(() => resolve(TOO_SLOW), TRIGGER_LIFE_MS);
  });

/**
 * Speaks with apps as Rocket.Chat's released client does: gives each interaction a trigger, follows the answer, and keeps
 * the views on the screen. The client's own traps are kept, and told as surprises.
 */
export class InteractionClient {
  readonly views = createStore<OpenViews>()(() => ({ banners: [] }));
  private readonly triggers = new TriggerBook();

  constructor(private readonly world: InteractionWorld) {}

  /** A trigger for a request that is not an interaction itself, such as a slash command. */
  trigger(appId: string): string {
    return this.triggers.issue(appId);
  }

  /** Sends an interaction and follows its answer. Never throws: what goes wrong is told as the client would. */
  async emit(appId: string, interaction: Interaction): Promise<Outcome> {
    const triggerId = this.triggers.issue(appId);
    const body = { ...interaction, triggerId };
    const bytes = new TextEncoder().encode(JSON.stringify(body)).length;
    if (bytes > MOST_BYTES) {
      this.world.surprise({ rule: 'interaction-too-large', message: `${interaction.type}, ${bytes} bytes` });
    }
    const request = this.send(appId, body);
    const answer = await Promise.race([request, timeLimit()]);
    if (answer === TOO_SLOW) {
      this.world.toast(words.uikit.timeout);
      this.world.surprise({ rule: 'interaction-too-slow', message: interaction.type });
      return 'too slow';
    }
    if (!answer.ok) {
      return 'failed';
    }
    const read = readServerAnswer(answer.body);
    if (read) {
      this.receive(read, interaction.type);
    }
    return read?.type ?? (isRecord(answer.body) ? 'plain' : 'empty');
  }

  /** Follows an answer or a pushed interaction. */
  receive(answer: ServerAnswer, cause?: Interaction['type']): void {
    if (this.triggers.use(answer.triggerId) === undefined) {
      this.world.surprise({ rule: 'trigger-not-valid', message: answer.type });
      return;
    }
    const { views, world } = this;
    applyAnswer(answer, {
      views,
      cause,
      surprise: world.surprise,
      rid: world.currentRoom(),
      isMobile: world.isMobile?.() ?? false,
    });
  }

  /** Drops the modal without telling the app, as Escape and a click beside it do. */
  dropModal(): void {
    this.views.setState(changeViews.closeModal, true);
  }

  private async send(appId: string, body: object): Promise<{ ok: true; body: unknown } | { ok: false }> {
    try {
      return { ok: true, body: await this.world.post(appId, body) };
    } catch (error) {
      this.world.surprise({
        rule: 'interaction-failed',
        message: error instanceof Error ? error.message : String(error),
      });
      return { ok: false };
    }
  }
}

/** How long an interaction's trigger can open something, in milliseconds. */
const TRIGGER_LIFE_MS = 5_000;

type Trigger = { readonly appId: string; readonly issuedAt: number };

/** The triggers that this client has issued: each opens one thing, for the app it was issued for, within five seconds. */
export class TriggerBook {
  private readonly triggers = new Map<string, Trigger>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** A new trigger for an interaction with an app. */
  issue(appId: string): string {
    const id = crypto.randomUUID();
    this.triggers.set(id, { appId, issuedAt: this.now() });
    return id;
  }

  /** Uses a trigger up; the app it belongs to, or undefined when it is unknown, used or too old. */
  use(id: string): string | undefined {
    const trigger = this.triggers.get(id);
    this.triggers.delete(id);
    return trigger && this.now() - trigger.issuedAt <= TRIGGER_LIFE_MS ? trigger.appId : undefined;
  }
}
