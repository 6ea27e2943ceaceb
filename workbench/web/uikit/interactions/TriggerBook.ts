/** How long an interaction's trigger can open something, in milliseconds. */
export const TRIGGER_LIFE_MS = 5_000;

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
