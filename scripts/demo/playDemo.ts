import type { TestWorkbench } from '../../test/e2e/support/TestWorkbench';
import type { Stage } from './Stage';
import { answer } from './steps/answer';
import { close } from './steps/close';
import { connect } from './steps/connect';
import { install } from './steps/install';
import { refuse } from './steps/refuse';
import { repeat } from './steps/repeat';
import { write } from './steps/write';
import type { Transcript } from './Transcript';

/** Plays a whole conversation, from the installation to its end, over HTTP. @throws Error when something is not as told. */
export async function playDemo(workbench: TestWorkbench, transcript: Transcript): Promise<void> {
  const number = workbench.demo.phoneNumber.replace(/\D/g, '');
  const phone = await workbench.sim.customer({ name: 'Ana Souza', waId: '5511987650001' });
  const stage: Stage = { workbench, transcript, number, phone };
  await install(stage);
  await connect(stage);
  const conversation = await write(stage);
  await answer(stage, conversation);
  await repeat(stage, conversation);
  await refuse(stage);
  await close(stage, conversation);
}
