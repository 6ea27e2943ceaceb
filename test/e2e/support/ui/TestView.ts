import type { ClientScreen, OpenView } from './ClientScreen';
import { elementsOf, findButton, textOf, textsOf } from './blocks';
import type { WireElement, WireInteraction } from './blocks';

const CHOICES = ['static_select', 'radio_button', 'multi_static_select', 'checkbox', 'toggle_switch'];

/**
 * The open modal or contextual bar, used as a person uses it: by what is read. All members look at what is open at that
 * moment and throw when nothing is.
 */
export class TestView {
  constructor(
    private readonly screen: ClientScreen,
    private readonly surface: 'modal' | 'bar',
    /** The room that the bar stands beside; modals have none. */
    private readonly rid?: string,
  ) {}

  get isOpen(): boolean {
    return this.screen[this.surface] !== undefined;
  }

  get title(): string {
    return textOf(this.#open.view.title);
  }

  /** The view as the server sent it, updates included. */
  get view(): OpenView['view'] {
    return this.#open.view;
  }

  /** Everything that is read in it, title and buttons aside. */
  get texts(): string[] {
    return textsOf(this.view.blocks);
  }

  /** Labels of the fields, in order. */
  get labels(): string[] {
    return this.view.blocks.flatMap(({ type, label }) => (type === 'input' ? [textOf(label)] : []));
  }

  /** The error under a field, or undefined. */
  errorOf(label: string): string | undefined {
    return this.#open.errors[this.#field(label).actionId ?? ''];
  }

  /** All errors by action id, for those that no field shows. */
  get errors(): Record<string, string> {
    return this.#open.errors;
  }

  /** The content of the field; for selects the value, not the text. */
  valueOf(label: string): unknown {
    return this.#open.valueOf(this.#field(label));
  }

  /** Options of a select, as they read. */
  optionsOf(label: string): string[] {
    return (this.#field(label).options ?? []).map(({ text }) => textOf(text));
  }

  /**
   * Types into a field, or chooses by what the option reads (a list of them for a multi select). A field that reports
   * each change does so; the answer has been dealt with when this resolves.
   */
  async fill(label: string, value: string | string[]): Promise<void> {
    const element = this.#field(label);
    await this.#change(element, CHOICES.includes(element.type) ? this.#choose(element, value) : value);
  }

  /** Types into a field so late that only the next submit tells of it: the client waits a moment after each character. */
  type(label: string, value: string): void {
    const { actionId = '', blockId } = this.#field(label);
    this.#open.set(actionId, blockId, value);
  }

  /** How many buttons that read `label` stand in the view itself. */
  countButtons(label: string): number {
    return this.#buttons(label).length;
  }

  /** Presses a button that stands in the view itself. @param at which of several that read the same, from 0 */
  async click(label: string, at = 0): Promise<WireInteraction | undefined> {
    const button = this.#buttons(label)[at] ?? findButton(this.view.blocks, label);
    return this.#act(button, button.value ?? '');
  }

  #buttons(label: string): WireElement[] {
    return elementsOf(this.view.blocks).flatMap(({ element }) =>
      element.type === 'button' && textOf(element.text) === label ? [element] : [],
    );
  }

  /** Chooses in a select that stands in an actions block or beside a section, found by its action id. */
  async choose(actionId: string, option: string | string[]): Promise<WireInteraction | undefined> {
    const found = elementsOf(this.view.blocks).find(({ element }) => element.actionId === actionId);
    if (!found) throw new Error(`There is no element "${actionId}"`);
    return this.#act(found.element, this.#choose(found.element, option));
  }

  /** Presses the submit button. A contextual bar is closed before its submit goes out, as in released clients. */
  async submit(): Promise<WireInteraction | undefined> {
    const { view, state } = this.#open;
    if (this.surface === 'bar') this.screen.bar = undefined;
    return this.screen.interact(view.appId, {
      type: 'viewSubmit',
      viewId: view.id,
      payload: { view: { ...view, state } },
      ...(this.rid && { rid: this.rid }),
    });
  }

  /** Presses the close button below. */
  async cancel(): Promise<void> {
    await this.screen.close(this.#open, false, this.rid);
  }

  /** Presses the cross in the corner. */
  async dismiss(): Promise<void> {
    await this.screen.close(this.#open, true, this.rid);
  }

  /** Escape or a click beside a modal: it is gone, and no app hears of it. */
  escape(): void {
    this.screen[this.surface] = undefined;
  }

  get #open(): OpenView {
    const open = this.screen[this.surface];
    if (!open) throw new Error(`No ${this.surface === 'modal' ? 'modal' : 'contextual bar'} is open`);
    return open;
  }

  #field(label: string): WireElement {
    const found = elementsOf(this.view.blocks).find(
      ({ block }) => block.type === 'input' && textOf(block.label) === label,
    );
    if (found) return found.element;
    throw new Error(`There is no field "${label}"; there are ${this.labels.map((name) => `"${name}"`).join(', ')}`);
  }

  /** The value on the wire for options by their text; checkboxes and switches send the one that was touched last. */
  #choose(element: WireElement, wanted: string | string[]): string | string[] {
    const values = [wanted].flat().map((text) => {
      const option = element.options?.find((candidate) => textOf(candidate.text) === text);
      const texts = (element.options ?? []).map((candidate) => `"${textOf(candidate.text)}"`);
      if (!option) throw new Error(`There is no option "${text}"; there are ${texts.join(', ')}`);
      return option.value;
    });
    return element.type === 'multi_static_select' ? values : (values.at(-1) ?? '');
  }

  async #change(element: WireElement, value: unknown): Promise<void> {
    const reports = element.dispatchActionConfig ?? [];
    const isTyped = element.type === 'plain_text_input' && reports.includes('on_character_entered');
    if (isTyped || reports.includes('on_item_selected')) await this.#act(element, value);
    else this.#open.set(element.actionId ?? '', element.blockId, value);
  }

  #act(element: WireElement, value: unknown): Promise<WireInteraction | undefined> {
    const { view } = this.#open;
    this.#open.set(element.actionId ?? '', element.blockId, value);
    return this.screen.interact(element.appId || view.appId || 'core', {
      type: 'blockAction',
      actionId: element.actionId,
      payload: { blockId: element.blockId, ...(element.url ? {} : { value }) },
      container: { type: 'view', id: view.id },
      ...(this.surface === 'bar' && this.rid && { rid: this.rid }),
    });
  }
}
