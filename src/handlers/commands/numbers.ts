import { connectButton } from '../../blocks/connectButton';
import { section } from '../../blocks/elements/section';
import { numberCard } from '../../blocks/numberCard';
import { cardOf } from '../../flows/number/cardOf';
import { sayBlocks } from './sayBlocks';
import { readNumbers } from '../records/numbers';
import type { Call } from './Call';

/** `numbers`: every connected number with its buttons, or how to connect the first one. */
export async function numbers({ scene }: Call): Promise<void> {
  const { host, t } = scene;
  const drawing = { appId: host.app.id, t };
  const connected = await readNumbers(host);
  const text = t(connected.length > 0 ? 'numbers:list' : 'numbers:none');
  await sayBlocks(scene, text, [
    section(drawing, 'numbers', text),
    ...(connected.length > 0
      ? connected.flatMap((number) => numberCard(drawing, cardOf(number, drawing.t)))
      : [connectButton(drawing)]),
  ]);
}
