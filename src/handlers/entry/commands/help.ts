import { distance } from 'fastest-levenshtein';
import { section } from '../../../blocks/elements';
import { shortcutList } from '../../../blocks/setupMessages';
import { COMMAND, subcommandNames } from '../../core/commandNames';
import type { Call } from './Call';
import { sayBlocks } from './Call';

/** Up to this many wrong letters count as a typing mistake. */
const MOST_SLIPS = 3;

/** `help`, and what an unknown sub-command is answered with: the list, the closest match named. */
export async function help({ scene }: Call, unknown?: string): Promise<void> {
  const { host, t } = scene;
  const drawing = { appId: host.app.id, t };
  const list = shortcutList(drawing);
  if (unknown === undefined) {
    await sayBlocks(scene, t('commands:intro'), [list]);
    return;
  }
  const closest = closestName(unknown);
  const text = closest
    ? t('commands:didYouMean', { typed: unknown, command: `/${COMMAND} ${closest}` })
    : t('commands:unknown', { typed: unknown });
  await sayBlocks(scene, text, [section(drawing, 'unknown-command', text), list]);
}

/** The sub-command that was probably meant. */
export function closestName(typed: string): string | undefined {
  const word = typed.toLowerCase();
  const [best] = subcommandNames
    .map((name) => ({ name, slips: distance(word, name) }))
    .sort((a, b) => a.slips - b.slips);
  return best && best.slips <= Math.min(MOST_SLIPS, best.name.length - 1) ? best.name : undefined;
}
