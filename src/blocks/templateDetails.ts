import type { Choice, Drawing } from './elements';
import { actions, button, choice, section } from './elements';
import { modal } from './modal';
import type { ModalScreen } from './modal';
import { templatePreview } from './templatePreview';
import type { PreviewPart } from './templatePreview';

/** A template's own page. */
export interface TemplateDetailsModel {
  name: string;
  /** Category, state, quality and number in words. */
  facts: string;
  languages: readonly Choice[];
  language: string;
  parts: readonly PreviewPart[];
  /** Why it cannot be sent; absent when it can. */
  refusal?: string;
  notice?: string;
}

/** A template's own page: what it is, its languages, what the customer sees, and what can be done with it. */
export function templateDetails(drawing: Drawing, model: TemplateDetailsModel): ModalScreen {
  const { t, appId } = drawing;
  const { name, facts, languages, language, parts, refusal, notice } = model;
  const blockId = 'template-actions';
  const back = button(drawing, { blockId, actionId: 'go-back', text: t('templates:back') });
  const use = button(drawing, { blockId, actionId: 'use-template', text: t('templates:use'), style: 'primary' });
  const languageChoice = choice(drawing, {
    blockId: 'language-choice',
    actionId: 'choose-language',
    placeholder: t('templates:language'),
    choices: languages,
    value: language,
  });
  return modal(drawing, {
    title: t('templates:detailsTitle'),
    close: t('connect:close'),
    blocks: [
      ...(notice ? [section(drawing, 'notice', notice)] : []),
      section(drawing, 'template', `*${name}*\n${facts}`),
      ...(languages.length > 1
        ? [{ type: 'actions' as const, appId, blockId: 'language-choice', elements: [languageChoice] }]
        : []),
      ...templatePreview(drawing, { parts }),
      ...(refusal ? [section(drawing, 'refusal', refusal)] : []),
      actions(drawing, blockId, refusal ? [back] : [use, back]),
    ],
  });
}
