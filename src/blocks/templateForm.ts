import type { ActionsBlock, InputBlock, LayoutBlock } from '@rocket.chat/ui-kit';
import type { Choice, Drawing } from './elements';
import { actions, button, choice, section, selectInput, textInput } from './elements';
import type { ModalScreen } from './modal';
import { modal } from './modal';
import type { PreviewPart } from './templatePreview';
import { templatePreview } from './templatePreview';

/** A field of the form. */
export interface FormField {
  /** The id of the block, unique for the template, its language and the value. */
  id: string;
  /** The id of the element. It changes when the app fills in the field, so that clients draw the field again. */
  actionId: string;
  label: string;
  hint?: string;
  value?: string;
  /** A select instead of a text field. */
  choices?: readonly Choice[];
  multiline?: boolean;
  /** Suggestions that fill in the field; their values are the sources. */
  suggestions?: readonly Choice[];
  /** The error of the field, for a form that is drawn again. */
  problem?: string;
}

/** What the form of a template shows. */
export interface TemplateFormModel {
  /** The recipient, the number that sends, and the template. */
  heading: string;
  fields: readonly FormField[];
  parts: readonly PreviewPart[];
  /** How many characters are left. */
  left?: string;
  notice?: string;
}

/** The modal in which a template's variables are filled in. */
export function templateForm(drawing: Drawing, model: TemplateFormModel): ModalScreen {
  const { t } = drawing;
  const blockId = 'form-actions';
  return modal(drawing, {
    title: t('templates:formTitle'),
    submit: t('templates:review'),
    close: t('templates:later'),
    blocks: [
      ...(model.notice ? [section(drawing, 'notice', model.notice)] : []),
      section(drawing, 'heading', model.heading),
      ...model.fields.flatMap((field, at) => fieldBlocks(drawing, field, at)),
      ...templatePreview(drawing, model),
      actions(drawing, blockId, [button(drawing, { blockId, actionId: 'go-back', text: t('templates:back') })]),
    ],
  });
}

/** Asks for the recipient when a template is not sent from a conversation. */
export function recipientForm(
  drawing: Drawing,
  { heading, value, problem, mayList }: { heading: string; value?: string; problem?: string; mayList: boolean },
): ModalScreen {
  const { t } = drawing;
  const blockId = 'form-actions';
  const field = {
    id: 'recipient',
    actionId: 'recipient',
    label: t('templates:recipient'),
    hint: t('templates:recipientHint'),
    value,
    problem,
  };
  return modal(drawing, {
    title: t('templates:formTitle'),
    submit: t('templates:goOn'),
    close: t('templates:later'),
    blocks: [
      section(drawing, 'heading', heading),
      ...fieldBlocks(drawing, field, 0),
      actions(drawing, blockId, [
        button(drawing, { blockId, actionId: 'go-back', text: t('templates:back') }),
        ...(mayList ? [button(drawing, { blockId, actionId: 'send-to-list', text: t('bulk:toList') })] : []),
      ]),
    ],
  });
}

/**
 * A field, with its error and its suggestions below it.
 *
 * @param isLive whether the client sends each character to the app
 */
export function fieldBlocks(
  drawing: Drawing,
  field: FormField,
  at: number,
  { isLive }: { isLive: boolean } = { isLive: true },
): LayoutBlock[] {
  const { problem, suggestions = [] } = field;
  return [
    inputBlock(drawing, field, isLive),
    ...(problem ? [section(drawing, `problem-${at}`, `:warning: ${problem}`)] : []),
    ...(suggestions.length > 0 ? [suggestionBlock(drawing, suggestions, at)] : []),
  ];
}

function inputBlock(drawing: Drawing, { choices, ...field }: FormField, isLive: boolean): InputBlock {
  return choices
    ? selectInput(drawing, { ...field, choices, placeholder: drawing.t('templates:choose'), isLive })
    : textInput(drawing, { ...field, isLive });
}

function suggestionBlock(drawing: Drawing, choices: readonly Choice[], at: number): ActionsBlock {
  const blockId = `suggestions-${at}`;
  const placeholder = drawing.t('templates:fillIn');
  return {
    type: 'actions',
    appId: drawing.appId,
    blockId,
    elements: [choice(drawing, { blockId, actionId: `fill-field.${at}`, placeholder, choices })],
  };
}

/**
 * The last step before a template is sent: the recipient, the number that sends, the price category, and what the
 * customer will see.
 */
export function templateReview(
  drawing: Drawing,
  { heading, parts, notice }: { heading: string; parts: readonly PreviewPart[]; notice?: string },
): ModalScreen {
  const { t } = drawing;
  const blockId = 'review-actions';
  return modal(drawing, {
    title: t('templates:reviewTitle'),
    submit: t('templates:send'),
    close: t('templates:later'),
    blocks: [
      ...(notice ? [section(drawing, 'notice', notice)] : []),
      section(drawing, 'heading', heading),
      ...templatePreview(drawing, { parts }),
      actions(drawing, blockId, [button(drawing, { blockId, actionId: 'go-back', text: t('templates:back') })]),
    ],
  });
}
