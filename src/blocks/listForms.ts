import type { Drawing } from './elements';
import { actions, button, section, smallPrint } from './elements';
import { modal } from './modal';
import type { ModalScreen } from './modal';
import { fieldBlocks } from './templateForm';
import type { FormField } from './templateForm';
import { templatePreview } from './templatePreview';
import type { PreviewPart } from './templatePreview';

/** A field that tells the app nothing before it is submitted. */
type ListField = Omit<FormField, 'actionId' | 'suggestions'> & { actionId?: string };

/** The first step: the list. */
export interface ListFormModel {
  /** The number that sends, and the template. */
  heading: string;
  notice?: string;
  numbers: ListField;
  file: ListField;
  /** How to get a file here, when there is none to choose. */
  noFiles?: string;
}

/**
 * The second step: values that are the same for everybody, and the columns of the file that hold each person's own
 * values.
 */
export interface ListValuesModel {
  heading: string;
  notice?: string;
  fields: readonly ListField[];
  parts: readonly PreviewPart[];
}

/** The last step before anything is sent. */
export interface ListConfirmModel {
  heading: string;
  notice?: string;
  summary: string;
  cost: string;
  /** One line for each person who is left out, with the reason. */
  examples: readonly string[];
  /** The button that sends; absent when nobody is left to send to. */
  send?: string;
  parts: readonly PreviewPart[];
}

/** The modal in which a list is pasted, or its file chosen. */
export function listForm(drawing: Drawing, { heading, notice, numbers, file, noFiles }: ListFormModel): ModalScreen {
  const { t } = drawing;
  const blockId = 'list-actions';
  return modal(drawing, {
    title: t('bulk:title'),
    submit: t('templates:goOn'),
    close: t('templates:later'),
    blocks: [
      ...(notice ? [section(drawing, 'notice', notice)] : []),
      section(drawing, 'heading', heading),
      ...quiet(drawing, { ...numbers, multiline: true }, 0),
      ...(noFiles ? [smallPrint(drawing, 'no-files', noFiles)] : quiet(drawing, file, 1)),
      actions(drawing, blockId, [button(drawing, { blockId, actionId: 'leave-list', text: t('templates:back') })]),
    ],
  });
}

/** The modal in which columns are chosen and the rest is filled in. */
export function listValues(drawing: Drawing, { heading, notice, fields, parts }: ListValuesModel): ModalScreen {
  const { t } = drawing;
  return modal(drawing, {
    title: t('bulk:title'),
    submit: t('bulk:check'),
    close: t('templates:later'),
    blocks: [
      ...(notice ? [section(drawing, 'notice', notice)] : []),
      section(drawing, 'heading', heading),
      ...fields.flatMap((field, at) => quiet(drawing, field, at)),
      ...templatePreview(drawing, { parts }),
      back(drawing),
    ],
  });
}

/** The last step before a list is sent to. */
export function listConfirm(drawing: Drawing, model: ListConfirmModel): ModalScreen {
  const { t } = drawing;
  const { heading, notice, summary, cost, examples, send, parts } = model;
  return modal(drawing, {
    title: t('bulk:confirmTitle'),
    submit: send,
    close: t('templates:later'),
    blocks: [
      ...(notice ? [section(drawing, 'notice', notice)] : []),
      section(drawing, 'heading', heading),
      section(drawing, 'summary', summary),
      ...(examples.length > 0 ? [section(drawing, 'examples', examples.join('\n'))] : []),
      section(drawing, 'cost', cost),
      ...(parts.length > 0 ? templatePreview(drawing, { parts }) : []),
      back(drawing),
    ],
  });
}

function quiet(drawing: Drawing, field: ListField, at: number) {
  return fieldBlocks(drawing, { actionId: field.id, ...field }, at, { isLive: false });
}

function back(drawing: Drawing) {
  const blockId = 'list-actions';
  const text = drawing.t('templates:back');
  return actions(drawing, blockId, [button(drawing, { blockId, actionId: 'go-back', text })]);
}
