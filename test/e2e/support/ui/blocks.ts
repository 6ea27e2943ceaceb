/** A UIKit text. */
interface WireText {
  type: string;
  text: string;
}

/** An option of a select, a checkbox and the like. */
interface WireOption {
  text: WireText;
  value: string;
}

/** A UIKit element; the fields that people see or that make values. */
export interface WireElement {
  type: string;
  appId?: string;
  blockId?: string;
  actionId?: string;
  text?: WireText | string;
  value?: string;
  url?: string;
  placeholder?: WireText;
  options?: WireOption[];
  initialValue?: string | number;
  initialOption?: WireOption;
  initialOptions?: WireOption[];
  initialDate?: string;
  initialTime?: string;
  dispatchActionConfig?: string[];
}

/** A UIKit block. */
export interface WireBlock {
  type: string;
  appId?: string;
  blockId?: string;
  text?: WireText;
  fields?: WireText[];
  label?: WireText;
  hint?: WireText;
  title?: WireText;
  element?: WireElement;
  accessory?: WireElement;
  elements?: WireElement[];
  optional?: boolean;
}

/** A modal or contextual bar as the server sends it. */
export interface WireView {
  appId: string;
  id: string;
  type: string;
  title: WireText;
  submit?: WireElement;
  close?: WireElement;
  blocks: WireBlock[];
}

/** The server's answer to an interaction, or a push. */
export interface WireInteraction {
  success?: boolean;
  type?: string;
  triggerId?: string;
  appId?: string;
  viewId?: string;
  view?: WireView;
  errors?: Record<string, string> | Record<string, string>[];
}

/** The text of a text object. */
export function textOf(text: WireText | string | undefined): string {
  // Nobody sees the sign that sets an Arabic line apart.
  return (typeof text === 'string' ? text : (text?.text ?? '')).replace(/^\u2067/, '');
}

/** Everything that a person reads in these blocks, in order; empty texts left out. */
export function textsOf(blocks: WireBlock[]): string[] {
  return blocks
    .flatMap((block) => [
      textOf(block.title),
      textOf(block.label),
      textOf(block.text),
      ...(block.fields ?? []).map(textOf),
      ...[...(block.elements ?? []), block.element, block.accessory].flatMap((element) =>
        element ? [textOf(element.text), ...(element.options ?? []).map((option) => option.text.text)] : [],
      ),
      textOf(block.hint),
    ])
    .filter((text) => text !== '');
}

/** All elements of the blocks, each with its block's ids copied down where it has none, as the client does. */
export function elementsOf(blocks: WireBlock[]): { block: WireBlock; element: WireElement }[] {
  return blocks.flatMap((block) => {
    const elements = [...(block.elements ?? []), block.element, block.accessory].filter(
      (element) => element !== undefined,
    );
    return elements.map((element) => ({
      block,
      element: { ...element, appId: element.appId || block.appId, blockId: block.blockId ?? element.blockId },
    }));
  });
}

/** The button that reads `label`. @throws Error naming the buttons that are there. */
export function findButton(blocks: WireBlock[], label: string): WireElement {
  const buttons = elementsOf(blocks)
    .map(({ element }) => element)
    .filter(({ type }) => type === 'button');
  const found = buttons.find((button) => textOf(button.text) === label);
  if (found) return found;
  const labels = buttons.map((button) => `"${textOf(button.text)}"`);
  throw new Error(`There is no button "${label}"; there are ${labels.join(', ') || 'none'}`);
}
