import { join } from 'node:path';
import type { TestWorkbench } from '../../../test/e2e/support/instances/TestWorkbench';
import { connectDemoNumber } from '../../../test/e2e/support/connectDemoNumber';
import { places as placesOfTests } from '../../../test/e2e/support/places';
import { inFlight, post, type Target } from '../load/post';
import { customerNumber, textWebhook, type Sender } from '../load/webhooks';

const inRepository = (path: string) => join(placesOfTests.repository, path);

/** Where the bench finds and puts things. */
export const places = {
  appZip: placesOfTests.appZip,
  bareZip: inRepository('dist/bare-endpoints.zip'),
  bareApp: inRepository('bench/app'),
  figures: inRepository('docs/figures.md'),
  runs: inRepository('dist/bench'),
  proofs: inRepository('docs/proofs'),
  proofsDocument: inRepository('docs/proofs.md'),
  repository: placesOfTests.repository,
} as const;

/** A workbench with a connected number, and where to send webhooks. */
export interface Stage {
  workbench: TestWorkbench;
  /** Digits. */
  number: string;
  sender: Sender;
  target: Target;
}

/** Connects the demo number as an admin does, and asks the simulated 360dialog where its webhooks go. */
export async function connectStage(workbench: TestWorkbench): Promise<Stage> {
  const number = await connectDemoNumber(workbench);
  const target = await workbench.dialog360.get<Target>('/v1/configs/webhook');
  const phoneNumberId = await workbench.sim.phoneNumberId(number);
  // Nobody looks at a screen while it is measured.
  (await workbench.as('admin')).stop();
  return { workbench, number, target, sender: { display_phone_number: number, phone_number_id: phoneNumberId } };
}

/** Lets so many customers write for the first time, so that they are known and have a room. @returns their numbers */
export async function meetCustomers({ workbench, sender, target }: Stage, count: number): Promise<string[]> {
  const customers = Array.from({ length: count }, (_, n) => customerNumber(n));
  const first = customers.map((customer) => textWebhook(sender, [{ customer, body: 'Hello' }]));
  await inFlight(4, first, (body) => post(target, body));
  await workbench.idle();
  return customers;
}

/** Webhooks with texts of these customers in turn: so many texts, so many in each webhook. */
export function textsOf({ sender }: Stage, customers: readonly string[], count: number, perWebhook = 1): string[] {
  const texts = Array.from({ length: count }, (_, n) => ({
    customer: customers[n % customers.length] ?? '',
    body: `This is text number ${n}, about as long as they are`,
  }));
  return Array.from({ length: Math.ceil(count / perWebhook) }, (_, n) =>
    textWebhook(sender, texts.slice(n * perWebhook, (n + 1) * perWebhook)),
  );
}
