import { isReachable } from '../isReachable';

/** Milliseconds for which a host that the sandbox did not reach is left to Rocket.Chat. */
const REST = 5 * 60_000;

/** Whether the sandbox reaches 360dialog by itself. Proxies and own certificates are known to Rocket.Chat only. */
export class Reach {
  private known: { origin: string; isDirect: Promise<boolean>; until: number } | undefined;

  /** Asks the host once, without a key, and remembers: that it answers, until `doubt`; that it does not, for five minutes. */
  isDirect(origin: string): Promise<boolean> {
    if (this.known?.origin !== origin || this.known.until <= Date.now()) {
      const known = { origin, isDirect: isReachable(origin), until: Number.POSITIVE_INFINITY };
      void known.isDirect.then((isDirect) => {
        known.until = isDirect ? Number.POSITIVE_INFINITY : Date.now() + REST;
      });
      this.known = known;
    }
    return this.known.isDirect;
  }

  /** The host could not be connected to. */
  lose(origin: string): void {
    this.known = { origin, isDirect: Promise.resolve(false), until: Date.now() + REST };
  }

  /** The host did not answer in time: it is asked anew before the next request. */
  doubt(): void {
    this.known = undefined;
  }
}
