import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { ModalScreen } from '../../src/blocks/modal';
import { guardRejects } from '../../workbench/web/uikit/lint/guardRejects';
import { lintSurface } from '../../workbench/web/uikit/lint/lintSurface';
import { lintView } from '../../workbench/web/uikit/lint/lintView';
import { drawing } from './interactions';

/** A part of a value, with the way to it: `blocks.0.text`. */
interface Node {
  path: string;
  value: unknown;
}

/** A value with all of its parts, however deep. */
export function nodesOf(value: unknown, path = ''): Node[] {
  const parts = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [{ path, value }, ...parts.flatMap(([name, part]) => nodesOf(part, path ? `${path}.${name}` : name))];
}

/** Everything that a person reads on a surface, in its order. */
export function shownTexts(surface: unknown): string[] {
  return nodesOf(surface).flatMap(({ path, value }) =>
    /(^|\.)text$/.test(path) && typeof value === 'string' ? [value] : [],
  );
}

/** The fields of a block or an element that Rocket.Chat's client and server need; all elements that are pressed or filled in. */
const ELEMENTS = /^(button|static_select|multi_static_select|plain_text_input|checkbox|datepicker|image_button)$/;
const BLOCKS = /^(section|actions|input|context|divider|image)$/;

/**
 * Checks a whole surface, a message's blocks or a modal: every block and element names our app and has its ids, a
 * block's id is its own on the surface and an element's within its block, no part is empty or absent (the engine's wire
 * turns `undefined` into null), and every element's block id is that of the block it stands in. The workbench's linter knows no trap of the client in it.
 */
export function expectWellDrawn(surface: LayoutBlock[] | ModalScreen): void {
  const blocks = Array.isArray(surface) ? surface : surface.blocks;
  const nodes = nodesOf(surface);
  const faults = nodes.flatMap(({ path, value }) => {
    // A modal without a submit button says so, because an update would keep the one that was there.
    const missing = value === undefined || (value === null && path !== 'submit') || value === '';
    return missing ? [`${path} is empty`] : typeof value === 'object' && value ? faultsOf(path, value) : [];
  });
  expect(faults).toEqual([]);
  const place = blocks.some(({ type }) => type === 'input') ? 'modal' : 'message';
  const also = [guardRejects];
  expect(Array.isArray(surface) ? lintSurface(place, surface, { also }) : lintView('modal', surface, { also })).toEqual(
    [],
  );
  const ids = blocks.map((block) => block.blockId);
  expect(ids).toEqual([...new Set(ids)]);
  for (const block of blocks) {
    const elements = nodesOf(block).filter(({ value }) => ELEMENTS.test(typeOf(value)));
    expect(elements.map(({ value }) => Reflect.get(value as object, 'blockId') as unknown)).toEqual(
      elements.map(() => block.blockId),
    );
    const actionIds = elements.map(({ value }) => Reflect.get(value as object, 'actionId') as unknown);
    expect(actionIds).toEqual([...new Set(actionIds)]);
  }
}

function faultsOf(path: string, node: object): string[] {
  const needed = ELEMENTS.test(typeOf(node))
    ? ['appId', 'blockId', 'actionId']
    : BLOCKS.test(typeOf(node))
      ? ['appId', 'blockId']
      : [];
  const facts = new Map(Object.entries(node));
  return [
    ...needed.filter((name) => !facts.get(name)).map((name) => `${path} has no ${name}`),
    ...(needed.length > 0 && facts.get('appId') !== drawing.appId ? [`${path} names another app`] : []),
  ];
}

function typeOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? String(Reflect.get(value, 'type')) : '';
}
