import { isRecord } from '../../state/isRecord';
import { readBlocks } from '../readBlocks';
import type { AppView } from './AppView';

/**
 * A view from an app's answer or a pushed interaction; undefined when it has no id or no blocks. A banner brings its id as
 * `viewId`. Nothing else is checked, because no client does: the linter tells what is wrong with it.
 */
export function readView(value: unknown, appId: string): AppView | undefined {
  if (!isRecord(value)) {
    return undefined;
  }
  const id = value['id'] ?? value['viewId'];
  const blocks = readBlocks(value['blocks']);
  if (typeof id !== 'string' || !blocks) {
    return undefined;
  }
  const own = typeof value['appId'] === 'string' ? value['appId'] : appId;
  const view: unknown = { ...value, id, blocks, appId: own };
  return view as AppView;
}
