import { section } from '../../blocks/elements/section';
import { shortcutList } from '../../blocks/shortcutList';
import type { Call } from './Call';
import { closestName } from './closestName';
import { COMMAND } from './COMMAND';
import { sayBlocks } from './sayBlocks';

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
