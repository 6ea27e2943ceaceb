import { SETUP } from '../../../../test/e2e/support/connectDemoNumber';
import { HttpClient } from '../../../../test/e2e/support/clients/HttpClient';
import type { HttpAnswer } from '../../../../test/e2e/support/clients/HttpClient';
import { TestClient } from '../../../../test/e2e/support/clients/TestClient';
import type { TestWorkbench } from '../../../../test/e2e/support/instances/TestWorkbench';
import { elementsOf } from '../../../../test/e2e/support/ui/blocks';
import { waitFor } from '../../../../test/e2e/support/waitFor';

/** A request as an honest program or client sends it. */
export interface HonestRequest {
  path: string;
  body: string;
  /** The user whose client sent it; a program has none. */
  username?: string;
}

/** An open conversation, and the user who serves it. */
export interface Served {
  room: string;
  username: string;
}

const COMMAND = '/whatsapp-360d-cloud';

/** A client that remembers the commands and interactions that it sent. */
class RememberingClient extends HttpClient {
  readonly sent: { path: string; body: string }[] = [];

  override async request<T>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<HttpAnswer<T>> {
    if (/ui\.interaction|commands\.run/.test(path)) this.sent.push({ path, body: JSON.stringify(body) });
    return super.request<T>(method, path, body, headers);
  }
}

/**
 * Works with the app as an administrator and as the agents of some conversations do, and leaves the views open: what was
 * sent on the way belongs to views that still stand.
 *
 * @returns those requests, the presses of all buttons in the conversations and in the setup channel, and what a program sends
 */
export async function honestRequests(
  workbench: TestWorkbench,
  number: string,
  conversations: readonly Served[],
): Promise<HonestRequest[]> {
  const found: HonestRequest[] = [programRequest(workbench, number)];
  for (const { room, username } of conversations) {
    found.push(...(await remember(workbench, username, (client) => work(client, room))));
  }
  found.push(...(await remember(workbench, 'admin', (client) => administer(client, workbench))));
  return found;
}

async function remember(
  workbench: TestWorkbench,
  username: string,
  act: (client: TestClient) => Promise<HonestRequest[]>,
): Promise<HonestRequest[]> {
  const signedIn = await workbench.as(username);
  const http = new RememberingClient(workbench.url, signedIn.http.headers);
  const client = await TestClient.open(username, signedIn.userId, http, workbench.appId);
  try {
    const presses = await act(client);
    return [...http.sent.map((each) => ({ ...each, username })), ...presses];
  } finally {
    client.stop();
  }
}

/** Opens the form of a template, fills it in in part, and leaves it with an error. */
async function work(client: TestClient, room: string): Promise<HonestRequest[]> {
  await openTemplate(client, room);
  await client.modal.fill('Text {{customer_name}}', 'Ana');
  await client.modal.submit();
  await client.runCommand(`${COMMAND} numbers`, room);
  return pressesOf(client, room);
}

async function openTemplate(client: TestClient, room: string): Promise<void> {
  await client.runCommand(`${COMMAND} send-template`, room);
  await waitFor(() => client.modal.isOpen, { what: 'the list of templates' });
  await client.modal.fill('Search', 'ticket update');
  await client.modal.click('Open');
  await client.modal.choose('choose-language', 'English');
  await client.modal.click('Use');
}

/** Leaves a form to connect a number and one for a list with an error, and opens what an administrator opens. */
async function administer(client: TestClient, workbench: TestWorkbench): Promise<HonestRequest[]> {
  const open = async (command: string) => {
    if (client.modal.isOpen) client.modal.escape();
    await client.runCommand(`${COMMAND} ${command}`, SETUP);
    await waitFor(() => client.modal.isOpen, { what: command });
  };
  await open('connect');
  await client.modal.fill('API Key *', workbench.demo.apiKey);
  await client.modal.fill('Phone Number *', 'no number');
  await client.modal.submit();
  await open('forget 5511955550177');
  await open('doctor');
  client.modal.escape();
  await openTemplate(client, SETUP);
  await client.modal.click('Send to a list');
  await client.modal.fill('Phone numbers', 'no number\n12');
  await client.modal.submit();
  for (const command of ['support', 'help', 'nonsense']) await client.runCommand(`${COMMAND} ${command}`, SETUP);
  return pressesOf(client, SETUP);
}

/** The presses of all buttons in a room, and of those beside it. They are not sent. */
async function pressesOf(client: TestClient, room: string): Promise<HonestRequest[]> {
  const { username } = client;
  const messages = await client.messages(room);
  const path = `/api/apps/ui.interaction/${client.appId}`;
  const onMessages = messages.flatMap(({ _id, rid, blocks = [] }) =>
    elementsOf(blocks).map(({ element: { actionId, blockId, value = '' } }) => ({
      type: 'blockAction',
      actionId,
      payload: { blockId, value },
      container: { type: 'message', id: _id },
      rid,
      mid: _id,
    })),
  );
  const [last] = messages.slice(-1);
  const beside = ['room-status', 'send-template', 'message-status'].map((actionId) => ({
    type: 'actionButton',
    actionId,
    rid: last?.rid,
    mid: last?._id,
    payload: { context: actionId === 'message-status' ? 'messageAction' : 'roomAction' },
  }));
  return [...onMessages, ...beside].map((press) => ({
    path,
    username,
    body: JSON.stringify({ ...press, triggerId: 'pressed' }),
  }));
}

function programRequest(workbench: TestWorkbench, number: string): HonestRequest {
  const template = {
    name: 'ticket_update',
    language: { code: 'en', policy: 'deterministic' },
    components: [{ type: 'body', parameters: [{ type: 'text', parameter_name: 'customer_name', text: 'Ana' }] }],
  };
  // '12' is no phone number: a request that is still valid after its mutation reaches nobody.
  const body = { phoneNumbers: ['12'], connectedWhatsAppNo: number, template, results: 'detailed' };
  return { path: workbench.privateUrl('templateMessage').slice(workbench.url.length), body: JSON.stringify(body) };
}
