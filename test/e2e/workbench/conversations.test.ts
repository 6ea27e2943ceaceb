import { places } from '../support/places';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';

let workbench: TestWorkbench;
let customers = 0;

beforeAll(async () => {
  workbench = await startTestWorkbench({ zip: places.probeZip });
  await workbench.setServerSetting('Livechat_Routing_Method', 'Manual_Selection');
});

afterAll(() => workbench.stop());

/** A new customer writes; gives the room's id. */
async function write(text: string, more: { department?: string } = {}): Promise<string> {
  customers += 1;
  const path = new URL(workbench.privateUrl('conversation')).pathname;
  const customer = { token: `token-${customers}`, phone: `+1555000${customers}`, name: `Customer ${customers}` };
  return (await workbench.http.post<{ roomId: string }>(path, { ...customer, text, ...more })).roomId;
}

describe('a conversation', () => {
  test('waits in the queue, is taken, answered and closed', async () => {
    const agent = await workbench.as('agent1');
    const rid = await write('I need help');
    await waitFor(async () => (await agent.inquiries()).some((inquiry) => inquiry.rid === rid));
    await agent.take(rid);
    expect((await agent.inquiries()).map((inquiry) => inquiry.rid)).not.toContain(rid);
    expect(await agent.room(rid)).toMatchObject({
      t: 'l',
      open: true,
      servedBy: { username: 'agent1' },
      source: { type: 'app', id: workbench.appId, alias: 'Probe', destination: '+1 555' },
    });

    await agent.send(rid, 'Here I am');
    const said = (await agent.messages(rid)).filter(({ t }) => !t).map(({ msg }) => msg);
    expect(said).toEqual(['I need help', 'Here I am']);

    await agent.close(rid, 'Solved');
    const manager = await workbench.as('manager');
    const [closed] = (await manager.conversations(false)).filter(({ _id }) => _id === rid);
    expect(closed).toMatchObject({ closer: 'user', closedAt: expect.any(String) });
    expect(closed?.open).toBeUndefined();
    await expect(agent.send(rid, 'One more thing')).rejects.toThrow('400');
  });

  test('is closed to agents who do not serve it, and open to managers', async () => {
    const rid = await write('Between us');
    await (await workbench.as('agent1')).take(rid);
    const read = async (username: string) =>
      (await (await workbench.as(username)).http.request('GET', `/api/v1/livechat/${rid}/messages`)).status;
    expect(await read('agent1')).toBe(200);
    expect(await read('manager')).toBe(200);
    expect(await read('agent2')).toBe(403);
    await expect((await workbench.as('agent2')).close(rid)).rejects.toThrow('403');
  });

  test('is told to those who may hear of it as it happens', async () => {
    const [agent1, agent2] = [await workbench.as('agent1'), await workbench.as('agent2')];
    const rid = await write('Who hears me?');
    await agent1.take(rid);
    await agent1.send(rid, 'I do');
    await waitFor(() => agent1.feed.events.some(({ data }) => JSON.stringify(data).includes('I do')));
    expect(
      agent2.feed.events.some(({ type, data }) => type === 'message' && JSON.stringify(data).includes('I do')),
    ).toBe(false);
  });

  test('is handed on to another agent', async () => {
    const rid = await write('Please hand me on');
    const [agent1, agent2] = [await workbench.as('agent1'), await workbench.as('agent2')];
    await agent1.take(rid);
    await agent1.http.post('/api/v1/livechat/room.forward', { roomId: rid, userId: agent2.userId });
    expect(await agent2.room(rid)).toMatchObject({ servedBy: { username: 'agent2' } });
  });

  test('of a department waits for its agents', async () => {
    const { http } = await workbench.as('manager');
    const { departments } = await http.get<{ departments: { _id: string; name: string }[] }>(
      '/api/v1/livechat/department',
    );
    expect(departments.map(({ name }) => name)).toEqual(expect.arrayContaining(['Sales', 'Support']));
    const sales = departments.find(({ name }) => name === 'Sales');
    const rid = await write('To the sales people', { department: sales?._id });
    expect((await (await workbench.as('admin')).conversations()).find(({ _id }) => _id === rid)).toMatchObject({
      departmentId: sales?._id,
    });
  });

  test('cannot be begun when nobody is there', async () => {
    const agents = [await workbench.as('agent1'), await workbench.as('agent2')];
    await workbench.setServerSetting('Livechat_accept_chats_with_no_agents', false);
    for (const agent of agents) await agent.setAvailability('not-available');
    await expect(write('Anybody?')).rejects.toThrow('no-agent-online');
    for (const agent of agents) await agent.setAvailability('available');
    await write('Anybody now?');
  });
});

describe('availability', () => {
  test('is mine to switch; of others the manager switches it', async () => {
    const [agent, manager] = [await workbench.as('agent1'), await workbench.as('manager')];
    const toggle = await agent.http.post('/api/v1/livechat/agent.status');
    expect(toggle).toEqual({ success: true, status: 'not-available' });
    const path = '/api/v1/livechat/agent.status';
    expect((await agent.http.request('POST', path, { agentId: manager.userId, status: 'available' })).status).toBe(403);
    await manager.http.post(path, { agentId: agent.userId, status: 'available' });
    expect(await agent.http.get('/api/v1/me')).toMatchObject({ statusLivechat: 'available' });
  });
});
