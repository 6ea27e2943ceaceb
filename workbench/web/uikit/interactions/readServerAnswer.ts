import { isRecord } from '../../state/isRecord';
import { normaliseErrors } from '../state/normaliseErrors';
import { readView } from './readView';
import type { ServerAnswer } from './ServerAnswer';

const WITH_VIEW = new Set<unknown>([
  'modal.open',
  'modal.update',
  'contextual_bar.open',
  'contextual_bar.update',
  'contextual_bar.close',
  'banner.update',
]);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Reads an app's answer. Undefined when there is nothing to do: an empty body, `{success: true}`, an unknown type, a view
 * that cannot be drawn.
 */
export function readServerAnswer(value: unknown): ServerAnswer | undefined {
  if (!isRecord(value)) {
    return undefined;
  }
  const { type } = value;
  const common = { triggerId: text(value['triggerId']), appId: text(value['appId']) };
  if (WITH_VIEW.has(type) || type === 'banner.open') {
    const view = readView(type === 'banner.open' ? value : value['view'], common.appId);
    return view && { ...common, type: type as 'modal.open', view };
  }
  if (type === 'errors') {
    return { ...common, type, viewId: text(value['viewId']), errors: normaliseErrors(value['errors']) };
  }
  if (type === 'banner.close') {
    return { ...common, type, viewId: text(value['viewId']) };
  }
  return type === 'modal.close' ? { ...common, type } : undefined;
}
