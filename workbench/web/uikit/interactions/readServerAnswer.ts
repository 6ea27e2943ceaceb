import { isRecord } from '../../state/pick';
import { readBlocks } from '../readBlocks';
import type { AppView } from './openViews';

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

/** What an app answers to an interaction, or pushes to a user. */
export type ServerAnswer = { readonly triggerId: string; readonly appId: string } & (
  | {
      readonly type:
        | 'modal.open'
        | 'modal.update'
        | 'contextual_bar.open'
        | 'contextual_bar.update'
        | 'contextual_bar.close'
        | 'banner.open'
        | 'banner.update';
      readonly view: AppView;
    }
  | { readonly type: 'modal.close' }
  | { readonly type: 'banner.close'; readonly viewId: string }
  | { readonly type: 'errors'; readonly viewId: string; readonly errors: Readonly<Record<string, string>> }
);

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

/** Errors by action id from an answer: the engine sends an object, ui-kit's types name a list of objects; both are read. */
export function normaliseErrors(errors: unknown): Record<string, string> {
  const parts = Array.isArray(errors) ? errors.filter(isRecord) : isRecord(errors) ? [errors] : [];
  return Object.fromEntries(
    parts.flatMap((part) =>
      Object.entries(part).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
  );
}
