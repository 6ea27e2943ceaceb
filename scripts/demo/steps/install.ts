import { SETUP } from '../../../test/e2e/support/connectDemoNumber';
import type { Stage } from '../Stage';
import { showMessage } from '../showMessage';
import { words } from '../words';

/** The app is there, and its bot asks its first question. */
export async function install({ workbench, transcript }: Stage): Promise<void> {
  transcript.step(words.steps.install);
  const admin = await workbench.as('admin');
  const { app } = await workbench.http.get<{ app: { name: string; version: string } }>('/api/workbench/info');
  const name = `${app.name} ${app.version}`;
  transcript.say(words.who.workspace, words.ready(name, workbench.ready.seconds.toFixed(1)));
  const question = await admin.findMessage(SETUP, 'Do you currently have a 360Dialog account?');
  transcript.say(words.who.admin, words.sees(`#${SETUP}`));
  transcript.say(words.who.bot, showMessage(question));
}
