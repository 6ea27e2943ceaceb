import { connectDemoNumber } from '../support/connectDemoNumber';
import { conversationOf } from '../support/conversationWith';
import { cutPower } from '../support/instances/durableStore';
import { onLinux } from '../support/onLinux';
import { runJobs } from '../support/clients/settle';
import { sandboxPid } from '../support/instances/processes';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';
import { messageWebhook } from '../support/webhookBodies';

// The process of the app alone dies (out of memory, say); server, simulator and store go on.

const EACH = 40;

let workbench: TestWorkbench;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  number = await connectDemoNumber(workbench);
});

afterAll(() => workbench.stop());

async function delivered(): Promise<number> {
  return (await workbench.sim.deliveries()).filter(({ state }) => state === 'delivered').length;
}

async function restartsInLog(): Promise<number> {
  return JSON.stringify(await workbench.logs()).split('Successfully restarted app subprocess').length - 1;
}

onLinux.each([
  [
    'is killed',
    ['Ana Souza', 'Ben Okafor', 'Cleo Martin', 'Dario Neri'],
    async (pid: number) => void process.kill(pid, 'SIGKILL'),
  ],
  [
    'hangs, so that its input fills, and is killed',
    ['Elif Kaya', 'Fatma Idris', 'Gil Amado', 'Hana Ito'],
    async (pid: number) => {
      process.kill(pid, 'SIGSTOP');
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      process.kill(pid, 'SIGKILL');
    },
  ],
])(
  'a sandbox %s in a rush: another one goes on, nothing is lost and nothing comes twice',
  async (_what, [later = '', ...names], end) => {
    const phones = await Promise.all(names.map((name) => workbench.sim.customer({ name })));
    for (const phone of phones) {
      await phone.say(number, 'Hello');
      await conversationOf(workbench, phone.customer.name ?? '');
    }
    const before = sandboxPid(workbench);
    const [earlier, restarts] = [await delivered(), await restartsInLog()];
    const message = { type: 'text', text: { body: `Number {n}, ${'long '.repeat(600)}` } };
    const rush = Promise.all(phones.map((phone) => phone.send(number, message, { count: EACH })));
    await waitFor(async () => (await delivered()) > earlier + 15, {
      interval: 1,
      what: 'some of the messages to be delivered',
    });
    await end(before);
    await rush;

    await waitFor(() => sandboxPid(workbench) !== before, { what: 'another sandbox' });
    await waitFor(async () => (await workbench.sim.deliveries()).every(({ state }) => state === 'delivered'), {
      timeout: 60_000,
      what: 'every webhook to be delivered',
    });
    expect(workbench.output).toMatch(/The sandbox of the app .+ is started again: .+SIGKILL/);
    expect(workbench.output).toMatch(/The sandbox of the app .+ is up again after \d+ ms/);
    expect(await restartsInLog()).toBe(restarts + 1);

    // It goes on at once; what the dead one had begun is taken up by the sweep.
    const late = await workbench.sim.customer({ name: later });
    await late.say(number, 'Anybody there?');
    const { agent, room } = await conversationOf(workbench, later);
    await agent.send(room._id, 'Always.');
    await late.receive(number, 'Always.');
    await cutPower(workbench);
    await runJobs(workbench, 'every-minute');
    await workbench.idle();

    for (const name of names) {
      const own = await conversationOf(workbench, name);
      const texts = (await own.agent.messages(own.room._id))
        .map(({ msg }) => msg.split(',')[0] ?? '')
        .filter((text) => text.startsWith('Number'));
      expect(texts.sort()).toEqual(Array.from({ length: EACH }, (_, index) => `Number ${index + 1}`).sort());
    }
  },
);

onLinux(
  'what comes to another sandbox in another order than it was written stands behind an earlier late message',
  async () => {
    const phone = await workbench.sim.customer({ name: 'Ines Duarte' });
    await phone.say(number, 'Hello');
    const { agent, room } = await conversationOf(workbench, 'Ines Duarte');
    const { now } = await workbench.sim.state();
    const hear = async (body: string, at: number) => {
      const written = { type: 'text', text: { body }, timestamp: String(Math.floor(at / 1_000)) };
      await workbench.sim.webhook(number, await messageWebhook(workbench, number, phone.customer, written));
      await agent.findMessage(room._id, body);
    };
    await hear('Written long ago', now - 600_000);
    const before = sandboxPid(workbench);
    process.kill(before, 'SIGKILL');
    await waitFor(() => sandboxPid(workbench) !== before, { what: 'another sandbox' });
    // WhatsApp tells whole seconds: two texts of the same second stand in the order in which they came.
    await workbench.travel(0.1);
    await hear('Written last', (await workbench.sim.state()).now);
    await hear('Written first', now);
    const texts = (await agent.messages(room._id)).map(({ msg }) => msg).filter((msg) => msg.startsWith('Written'));
    expect(texts).toEqual(['Written long ago', 'Written first', 'Written last']);
  },
);

// The last one: it ends the workbench.
onLinux('a sandbox that hangs: Ctrl-C ends everything within seconds all the same', async () => {
  process.kill(sandboxPid(workbench), 'SIGSTOP');
  const { http } = await workbench.as('admin');
  const [job] = await http.get<{ id: string }[]>('/api/workbench/app/jobs');
  void http.post(`/api/workbench/app/jobs/${job?.id ?? ''}`).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 500));
  // The engine would wait half a minute for the job.
  const late = new Promise((resolve) => setTimeout(resolve, 20_000, 'late').unref());
  expect(await Promise.race([workbench.stop(), late])).toEqual({ code: 0, signal: null });
});
