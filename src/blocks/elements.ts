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

/**
 * The elements that every screen is made of. The client sends a click to the app that the element names, so each
 * element names this app.
 */
export interface Drawing {
  appId: string;
  t: Translate;
}

/** Makes the elements of this app's blocks, in the language of `t`. */
export function drawingOf({ host, t }: { host: { app: { id: string } }; t: Translate }): Drawing {
  return { appId: host.app.id, t };
}

/** A text without formatting. */
export function plainText(text: string): PlainText {
  return { type: 'plain_text', text };
}

/** Letters of scripts that are read from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** A line with only such letters needs no direction mark. */
const ONE_DIRECTION = /^[\p{Script=Arabic}\p{Script=Hebrew}\p{M}\s]*$/u;

/** Signs that only work at the beginning of a line: those of a quote, a list or a heading, and an emoji by its name. */
const LINE_BEGINS = /^(?:> |[-*] |\d{1,3}\. |#{1,4} |:[\w+-]+: ?)*/;

/** Makes the rest of the line read from right to left, whatever the direction of the page. */
const FROM_RIGHT_TO_LEFT = '\u2067';

/** Makes the rest of the line read from left to right. */
const FROM_LEFT_TO_RIGHT = '\u2066';

const HAS_DIRECTION = /^[\u2066\u2067]/;

/**
 * Keeps the word order of Arabic lines on a left-to-right page. The client gives a message's text the direction of its
 * language, but gives the texts of blocks the direction of the page, which would move names and numbers within an
 * Arabic line. No closing sign is added: the end of the line closes the mark, and a sign there would become part of an
 * address.
 */
export function inOrder({ t }: Pick<Drawing, 't'>, text: string): string {
  if (!RIGHT_TO_LEFT.test(text)) {
    return text;
  }
  const isOurs = isArabic(t);
  return setDirections(text, (said) => {
    const decides = isOurs ? said : firstLetter(said);
    const isMixed = RIGHT_TO_LEFT.test(decides) && !ONE_DIRECTION.test(said);
    return isMixed && !HAS_DIRECTION.test(said) ? FROM_RIGHT_TO_LEFT : '';
  });
}

/**
 * Keeps the word order of a text that is not the app's own, such as a template with its values: as in WhatsApp, the
 * first letter of a line decides its direction, also where the app and the page are Arabic.
 */
export function asWritten({ t }: Pick<Drawing, 't'>, text: string): string {
  if (!isArabic(t)) {
    return text;
  }
  return setDirections(text, (said) => {
    const first = firstLetter(said);
    return first === '' || RIGHT_TO_LEFT.test(first) ? '' : FROM_LEFT_TO_RIGHT;
  });
}

function isArabic(t: Translate): boolean {
  return t('messages:numberFormat') === 'ar';
}

function firstLetter(text: string): string {
  return /\p{L}/u.exec(text)?.[0] ?? '';
}

/**
 * Puts a direction mark into each line, after the signs that only work at its beginning.
 *
 * @param markOf the mark for the rest of a line; '' for none
 */
function setDirections(text: string, markOf: (said: string) => string): string {
  return text
    .split('\n')
    .map((line) => {
      const begins = LINE_BEGINS.exec(line)?.[0] ?? '';
      const said = line.slice(begins.length);
      return `${begins}${markOf(said)}${said}`;
    })
    .join('\n');
}

/**
 * Signs that Rocket.Chat formats. A text without any of them is sent as plain text, because Markdown turns even a name
 * such as "Rocket.Chat" into a link.
 */
const MARKS = /[*_~`[\]<>:#\n]/;

/** A paragraph, in Rocket.Chat's Markdown where it has marks. */
export function section(drawing: Drawing, blockId: string, text: string): SectionBlock {
  const type = MARKS.test(text) ? 'mrkdwn' : 'plain_text';
  return { type: 'section', appId: drawing.appId, blockId, text: { type, text: inOrder(drawing, text) } };
}

/** A line in small letters without formatting; several texts stand beside each other. */
export function smallPrint(drawing: Drawing, blockId: string, ...texts: string[]): ContextBlock {
  const elements = texts.map((text) => plainText(inOrder(drawing, text)));
  return { type: 'context', appId: drawing.appId, blockId, elements };
}

interface ButtonFacts {
  blockId: string;
  actionId: ActionId;
  text: string;
  /** Made by `encodeValue`. */
  value?: string;
  style?: ButtonElement['style'];
}

/** A button. The table of block actions says what its action id does. */
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
  /** The chosen value. A value that is not offered counts as none. */
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
