import type { ServerVersion } from '../../../workbench/src/server/serverTraits';
import { connectDemoNumber, SETUP } from '../support/connectDemoNumber';
import { conversationWith } from '../support/conversationWith';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';

const MB = 1024 * 1024;

/** Which way an agent's file of 60 MB comes into the sandbox: through the engine, or past one that cannot carry it. */
const SERVERS: { server: ServerVersion; runs: RegExp; carries: boolean }[] = [
  { server: '8.4', runs: /Deno \d/, carries: false },
  { server: '8.8', runs: /Node \d/, carries: false },
  { server: '9.0', runs: /Node \d/, carries: true },
];

describe.each(SERVERS)('the sandbox of $server', ({ server, runs, carries }) => {
  let workbench: TestWorkbench;
  let number: string;

  beforeAll(async () => {
    workbench = await startTestWorkbench({ server });
    number = await connectDemoNumber(workbench);
  });

  afterAll(() => workbench.stop());

  test('is named by support', async () => {
    const admin = await workbench.as('admin');
    await admin.runCommand('/whatsapp-360d-cloud support', SETUP);
    await waitFor(() => admin.ephemeral.find(({ msg }) => msg.includes('sandbox: ') && runs.test(msg)));
  });

  test(`gets a large file of an agent ${carries ? 'through' : 'past'} the engine`, async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Ana Souza');
    await workbench.setSettings({ max_file_upload_size: 100 * MB });
    const bytes = Buffer.alloc(60 * MB, 'a');
    bytes.write('%PDF-1.4');
    await workbench.clearRoundTrips();
    await agent.upload(room, { name: 'plan.pdf', type: 'application/pdf', bytes });
    await phone.receive(number, 'plan.pdf', { timeout: 60_000 });
    const calls = (await workbench.roundTrips()).flatMap((request) => Object.keys(request.calls));
    expect(calls.some((name) => name.startsWith('upload.getBuffer'))).toBe(carries);
  });
});
