import { connectDemoNumber } from '../connectDemoNumber';
import type { SimulatedCustomer } from '../clients/SimulatorClient';
import { startSecondInstance } from './startSecondInstance';
import type { SecondInstance } from './startSecondInstance';
import { startTestWorkbench } from './startTestWorkbench';
import type { TestWorkbench } from './TestWorkbench';
import { textWebhook } from '../webhookBodies';

/** Two instances, each with a sandbox of the app of its own, over one store, and a connected number. */
export class Cluster {
  readonly workbench: TestWorkbench;
  readonly second: SecondInstance;
  readonly number: string;
  readonly #headers: Record<string, string>;

  private constructor(
    workbench: TestWorkbench,
    second: SecondInstance,
    number: string,
    headers: Record<string, string>,
  ) {
    this.workbench = workbench;
    this.second = second;
    this.number = number;
    this.#headers = headers;
  }

  static async start(): Promise<Cluster> {
    const workbench = await startTestWorkbench({ durable: true });
    const number = await connectDemoNumber(workbench, { 'Conversation Finished Message (optional)': 'Goodbye!' });
    const { headers } = await workbench.dialog360.get<{ headers: Record<string, string> }>('/v1/configs/webhook');
    return new Cluster(workbench, await startSecondInstance(workbench), number, headers);
  }

  /** A webhook with new texts of one customer. */
  webhook(customer: SimulatedCustomer, ...texts: string[]): ReturnType<typeof textWebhook> {
    return textWebhook(
      this.workbench.sim,
      this.number,
      customer,
      texts.map((body) => ({ body })),
    );
  }

  /** Gives a webhook to the instance of this address. @returns the status of its answer */
  async post(url: string, body: unknown): Promise<number> {
    const options = { method: 'POST', headers: { ...this.#headers, 'Content-Type': 'application/json' } };
    return (await fetch(url, { ...options, body: JSON.stringify(body) })).status;
  }

  /** Gives each webhook to both at once, and waits until both have worked all of them off. */
  async postToBoth(...bodies: unknown[]): Promise<void> {
    const urls = [this.workbench.privateUrl('incoming'), this.second.webhookUrl];
    const answers = bodies.flatMap((body) => urls.map((url) => this.post(url, body)));
    expect(await Promise.all(answers)).toEqual(answers.map(() => 200));
    await this.idle();
  }

  async idle(): Promise<void> {
    await Promise.all([this.workbench.idle(), this.second.idle()]);
  }

  async stop(): Promise<void> {
    await this.second.stop();
    await this.workbench.stop();
  }
}
