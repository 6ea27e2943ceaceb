import * as v from 'valibot';
import { openBehind } from '../../../../test/e2e/support/instances/durableStore';
import { PIXEL } from '../../../../test/e2e/support/pixel';
import { startTestWorkbench } from '../../../../test/e2e/support/instances/startTestWorkbench';
import type { TestWorkbench } from '../../../../test/e2e/support/instances/TestWorkbench';
import type { ServerVersion } from '../../../../workbench/src/server/serverTraits';
import type { Store } from '../../../../workbench/src/store/Store';
import type { Answer, Target } from '../../load/post';
import { post } from '../../load/post';
import type { Sender, WhatsAppEvent } from '../../load/webhooks';
import { eventsWebhook } from '../../load/webhooks';
import { agentTextsOfApp, write } from '../../stage/agentTexts';
import { runBlock } from '../../stage/runBlock';

/** Bytes of a batch: Rocket.Chat refuses bodies over 100 kB. */
const BATCH = 90_000;

/** The numbers of statuses and of pictures among a hundred events. The other events are texts. */
const STATUSES = 35;
const PICTURES = 2;

const mediaSchema = v.object({ id: v.string() });

/** A connected number, customers with open conversations, and what comes from WhatsApp for them. */
export class LoadStage {
  /** Messages of customers whose webhook was answered with 200. */
  taken = 0;
  private events = 0;
  private messages = 0;
  private repeats = 0;
  private readonly before: number;

  private constructor(
    readonly workbench: TestWorkbench,
    private readonly store: Store,
    readonly target: Target,
    private readonly sender: Sender,
    private readonly customers: readonly string[],
    private readonly statuses: readonly WhatsAppEvent[],
    private readonly mediaId: string,
  ) {
    this.before = store.messages.count();
  }

  static async start(options: {
    zip: string;
    server: ServerVersion;
    customers: number;
    /** Texts of agents, for each of which three statuses come. */
    agentTexts: number;
    inspectPort: number;
  }): Promise<LoadStage> {
    const { zip, server, inspectPort } = options;
    const extraArgs = ['--inspect', String(inspectPort)];
    const workbench = await startTestWorkbench({ durable: true, zip, server, extraArgs });
    try {
      const textsOf = await agentTextsOfApp(workbench, options.customers, { numbers: 1 });
      await workbench.sim.http.post('/switches', { limits: 'off' });
      await runBlock(workbench, textsOf(options.agentTexts), write);
      const number = workbench.demo.phoneNumber.replace(/\D/g, '');
      const sent = (await workbench.records())
        .filter(({ data }) => data['kind'] === 'link' && data['direction'] === 'out')
        .map(({ data }) => ({ wamid: String(data['wamid']), customer: String(data['customer']) }));
      const statuses = (['sent', 'delivered', 'read'] as const).flatMap((status) =>
        sent.map((message): WhatsAppEvent => ({ kind: 'status', status, ...message })),
      );
      const sender = { display_phone_number: number, phone_number_id: await workbench.sim.phoneNumberId(number) };
      const target = await workbench.dialog360.get<Target>('/v1/configs/webhook');
      const customers = [...new Set(sent.map(({ customer }) => customer))];
      const { store } = openBehind(workbench, workbench.dataDir);
      return new LoadStage(workbench, store, target, sender, customers, statuses, await uploadPicture(workbench));
    } catch (error) {
      await workbench.stop();
      throw error;
    }
  }

  /** The next event in turn: most are texts, a third statuses, a few pictures. */
  event(): WhatsAppEvent {
    const nth = this.events++;
    // 37 and 100 have no common divisor: of a hundred events each share comes once, well mixed.
    const share = (nth * 37) % 100;
    if (share < STATUSES) {
      // When every message was read, statuses are repeated, as 360dialog repeats them.
      const status = this.statuses[this.repeats++ % this.statuses.length];
      if (status) return status;
    }
    return share >= 100 - PICTURES
      ? { kind: 'image', customer: this.nextCustomer(), mediaId: this.mediaId }
      : this.text(`This is text number ${nth}, about as long as they are`);
  }

  /** A text of the next customer in turn. */
  text(body: string): WhatsAppEvent {
    return { kind: 'text', customer: this.nextCustomer(), body };
  }

  private nextCustomer(): string {
    return this.customers[this.messages++ % this.customers.length] ?? '';
  }

  /** Cuts events into batches that Rocket.Chat takes. */
  batchesOf(events: readonly WhatsAppEvent[]): WhatsAppEvent[][] {
    const batches: WhatsAppEvent[][] = [];
    let bytes = Infinity;
    for (const event of events) {
      const own = Buffer.byteLength(eventsWebhook(this.sender, [event]));
      if (bytes + own > BATCH) {
        batches.push([]);
        bytes = 0;
      }
      bytes += own;
      batches.at(-1)?.push(event);
    }
    return batches;
  }

  /** Delivers events in one webhook, with the time of now. */
  async deliver(events: readonly WhatsAppEvent[]): Promise<Answer> {
    const answer = await post(this.target, eventsWebhook(this.sender, events));
    if (answer.status === 200) this.taken += events.filter(({ kind }) => kind !== 'status').length;
    return answer;
  }

  /** Messages that were taken and do not stand in their rooms yet. */
  get depth(): number {
    return Math.max(0, this.taken - (this.store.messages.count() - this.before));
  }

  async stop(): Promise<void> {
    this.store.close();
    await this.workbench.stop();
  }
}

/** A picture that customers send again and again. @returns its id at WhatsApp */
async function uploadPicture({ ready, demo }: TestWorkbench): Promise<string> {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', 'image/png');
  form.set('file', new Blob([new Uint8Array(PIXEL)], { type: 'image/png' }), 'pixel.png');
  const options = { method: 'POST', headers: { 'D360-API-KEY': demo.apiKey }, body: form };
  const response = await fetch(`${ready.simulatorUrl}/media`, options);
  return v.parse(mediaSchema, await response.json()).id;
}
