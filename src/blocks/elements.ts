import type {
  ActionsBlock,
  ButtonElement,
  ContextBlock,
  InputBlock,
  PlainText,
  SectionBlock,
  StaticSelectElement,
} from '@rocket.chat/ui-kit';
import type { ActionId } from '../handlers/core/actionValue';
import type { Translate } from '../handlers/core/translator';

/** What every screen is drawn with. The client sends a click to the app that the element names, so all of them name us. */
export interface Drawing {
  appId: string;
  t: Translate;
}

/** What the blocks of this app are drawn with, in the language of `t`. */
export function drawingOf({ host, t }: { host: { app: { id: string } }; t: Translate }): Drawing {
  return { appId: host.app.id, t };
}

/** A text that is shown as it is. */
export function plainText(text: string): PlainText {
  return { type: 'plain_text', text };
}

/** Letters of scripts that are read from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** A line of such letters alone has one order only. */
const ONE_DIRECTION = /^[\p{Script=Arabic}\p{Script=Hebrew}\p{M}\s]*$/u;

/** What has to stand at the beginning of a line: the sign of a quote, a list or a heading, and an emoji by its name. */
const LINE_BEGINS = /^(?:> |[-*] |\d{1,3}\. |#{1,4} |:[\w+-]+: ?)*/;

/** From here on the line is read from right to left, whatever the direction of the page. */
const SET_APART = '\u2067';

/**
 * A text whose Arabic lines are read in their order on any page. The client gives a message's text the direction of its
 * language, but the texts of blocks that of the page, on which the names and numbers within an Arabic line would change
 * places. The line's end closes what is set apart: a sign there would become a part of an address.
 */
export function inOrder({ t }: Pick<Drawing, 't'>, text: string): string {
  if (!RIGHT_TO_LEFT.test(text)) {
    return text;
  }
  const isOurs = t('messages:numberFormat') === 'ar';
  return text
    .split('\n')
    .map((line) => {
      const begins = LINE_BEGINS.exec(line)?.[0] ?? '';
      const said = line.slice(begins.length);
      const decides = isOurs ? said : (/\p{L}/u.exec(said)?.[0] ?? '');
      return RIGHT_TO_LEFT.test(decides) && !ONE_DIRECTION.test(said) ? `${begins}${SET_APART}${said}` : line;
    })
    .join('\n');
}

/**
 * Signs that Rocket.Chat formats. A text without them goes as plain text, because Markdown turns even a name such as
 * "Rocket.Chat" into a link.
 */
const MARKS = /[*_~`[\]<>:#\n]/;

/** A paragraph, in Rocket.Chat's Markdown where it has marks. */
export function section(drawing: Drawing, blockId: string, text: string): SectionBlock {
  const type = MARKS.test(text) ? 'mrkdwn' : 'plain_text';
  return { type: 'section', appId: drawing.appId, blockId, text: { type, text: inOrder(drawing, text) } };
}

/** A line in small letters, as it is written; several texts stand beside each other. */
export function smallPrint(drawing: Drawing, blockId: string, ...texts: string[]): ContextBlock {
  const elements = texts.map((text) => plainText(inOrder(drawing, text)));
  return { type: 'context', appId: drawing.appId, blockId, elements };
}

interface ButtonFacts {
  blockId: string;
  actionId: ActionId;
  text: string;
  /** By `encodeValue`. */
  value?: string;
  style?: ButtonElement['style'];
}

/** A button; what it does is found by its action id in the table of block actions. */
export function button(drawing: Drawing, { text, ...facts }: ButtonFacts): ButtonElement {
  return { type: 'button', appId: drawing.appId, ...facts, text: plainText(inOrder(drawing, text)) };
}

/** A row of buttons. */
export function actions({ appId }: Drawing, blockId: string, elements: ButtonElement[]): ActionsBlock {
  return { type: 'actions', appId, blockId, elements };
}

/** One choice of a select. */
export interface Choice {
  value: string;
  text: string;
}

interface SelectInputFacts {
  /** The id of the block and of the element: the client sends the value back under both. */
  id: string;
  /** Another id for the element alone. */
  actionId?: string;
  label: string;
  hint?: string;
  placeholder: string;
  choices: readonly Choice[];
  value?: string;
  /** Tells the app of each choice. */
  isLive?: boolean;
}

/** A field with one choice of several. */
export function selectInput({ appId }: Drawing, facts: SelectInputFacts): InputBlock {
  const { id, actionId = id, label, hint, placeholder, choices, value, isLive } = facts;
  const options = choices.map((choice) => ({ value: choice.value, text: plainText(choice.text) }));
  const initialOption = options.find((option) => option.value === value);
  return {
    type: 'input',
    appId,
    blockId: id,
    label: plainText(label),
    ...(hint ? { hint: plainText(hint) } : {}),
    element: {
      type: 'static_select',
      appId,
      blockId: id,
      actionId,
      placeholder: plainText(placeholder),
      options,
      ...(isLive ? { dispatchActionConfig: ['on_item_selected'] } : {}),
      ...(initialOption ? { initialOption, initialValue: initialOption.value } : {}),
    },
  };
}

interface ChoiceFacts {
  blockId: string;
  actionId: ActionId;
  placeholder: string;
  choices: readonly Choice[];
  /** The one that is chosen; one that is not offered is none. */
  value?: string;
}

/** A select that stands in a row of actions: choosing acts at once. */
export function choice({ appId }: Drawing, facts: ChoiceFacts): StaticSelectElement {
  const { blockId, actionId, placeholder, choices, value } = facts;
  const options = choices.map(({ value: each, text }) => ({ value: each, text: plainText(text) }));
  const initialOption = options.find((option) => option.value === value);
  return {
    type: 'static_select',
    appId,
    blockId,
    actionId,
    placeholder: plainText(placeholder),
    options,
    ...(initialOption ? { initialOption, initialValue: initialOption.value } : {}),
  };
}

interface TextInputFacts {
  /** The id of the block and of the element: the client sends the value back under both. */
  id: string;
  /** Another id for the element alone. */
  actionId?: string;
  label: string;
  hint?: string;
  placeholder?: string;
  value?: string;
  multiline?: boolean;
  /** Tells the app of each character. */
  isLive?: boolean;
}

/** A field for text. */
export function textInput({ appId }: Drawing, facts: TextInputFacts): InputBlock {
  const { id, actionId = id, label, hint, placeholder, value, multiline, isLive } = facts;
  return {
    type: 'input',
    appId,
    blockId: id,
    label: plainText(label),
    ...(hint ? { hint: plainText(hint) } : {}),
    element: {
      type: 'plain_text_input',
      appId,
      blockId: id,
      actionId,
      ...(isLive ? { dispatchActionConfig: ['on_character_entered'] } : {}),
      ...(placeholder ? { placeholder: plainText(placeholder) } : {}),
      ...(value ? { initialValue: value } : {}),
      ...(multiline ? { multiline } : {}),
    },
  };
}
