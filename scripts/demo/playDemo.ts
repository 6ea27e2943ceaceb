import type { TestWorkbench } from '../../test/e2e/support/instances/TestWorkbench';
import { answer, close, picture, repeat, write } from './conversation';
import { connect, install, refuse } from './setUp';
import type { Stage } from './Stage';
import { fail, template } from './trouble';
import type { Transcript } from './Transcript';

/** Plays a whole conversation, from the installation to its end, over HTTP. @throws Error when something is not as told. */
export async function playDemo(workbench: TestWorkbench, transcript: Transcript): Promise<void> {
  const number = workbench.demo.phoneNumber.replace(/\D/g, '');
  const phone = await workbench.sim.customer({ name: 'Ana Souza', waId: '5511987650001' });
  const stage: Stage = { workbench, transcript, number, phone };
  await install(stage);
  await connect(stage);
  await refuse(stage);
  const conversation = await write(stage);
  await answer(stage, conversation);
  await picture(stage, conversation);
  await repeat(stage, conversation);
  await fail(stage, conversation);
  await template(stage, conversation);
  await close(stage, conversation);
}
