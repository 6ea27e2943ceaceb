import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { Target } from '../../load/post';
import { post } from '../../load/post';

/** The share of webhooks that reach both instances in the same moment, as a repeat that overtakes its first delivery does. */
const TO_BOTH = 0.25;

/**
 * Stands before the instances of a cluster as its load balancer does: each webhook goes to the next one in turn, some go to
 * all of them at once. An instance that does not answer counts as a 502, so that 360dialog repeats the webhook.
 */
export class Balancer {
  /** Webhooks that went to several instances at once. */
  doubled = 0;
  private turn = 0;
  private readonly server: Server;

  private constructor(
    private readonly targets: () => readonly Target[],
    private readonly random: () => number,
  ) {
    this.server = createServer((request, response) => {
      void request
        .toArray()
        .then((chunks) => this.deliver(Buffer.concat(chunks).toString()))
        .then((status) => response.writeHead(status || 502).end());
    });
  }

  /** @param targets the instances as they stand now, with the headers of the registered webhook */
  static async start(targets: () => readonly Target[], random: () => number): Promise<Balancer> {
    const balancer = new Balancer(targets, random);
    balancer.server.listen(0, '127.0.0.1');
    await once(balancer.server, 'listening');
    return balancer;
  }

  get url(): string {
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/incoming`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async deliver(body: string): Promise<number> {
    const targets = this.targets();
    this.turn += 1;
    const isDoubled = targets.length > 1 && this.random() < TO_BOTH;
    if (isDoubled) this.doubled += 1;
    const chosen = isDoubled ? targets : targets.slice(this.turn % targets.length).slice(0, 1);
    const answers = await Promise.all(chosen.map((target) => post(target, body)));
    return answers.some(({ status }) => status === 200) ? 200 : (answers[0]?.status ?? 0);
  }
}
