import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { encodeValue } from '../handlers/core/actionValue';
import type { Choice, Drawing } from './elements';
import { actions, button, choice, section, smallPrint, textInput } from './elements';
import type { ModalScreen } from './modal';
import { modal } from './modal';

/** One name in the list, with all its languages. */
interface TemplateEntry {
  name: string;
  /** The language in which it is opened first. */
  language: string;
  /** Languages, category, state and quality in words. */
  facts: string;
}

/** What the list of templates shows. */
export interface TemplateListModel {
  /** All connected numbers. With one number there is nothing to choose. */
  numbers: readonly Choice[];
  number: string;
  search: string;
  languages: readonly Choice[];
  language: string;
  status: string;
  entries: readonly TemplateEntry[];
  /** Which templates of how many are shown, or why there are none. */
  count: string;
  /** Page number from 0; absent when there is no such page. */
  previous?: number;
  next?: number;
  /** The age of the list, and why the last refresh failed. */
  age: string;
  /** The result of the last refresh, or the reason why a template is no longer shown. */
  notice?: string;
  /** A message that was started within the last day and can be continued. */
  resume?: { view: string; text: string };
}

/**
 * The list of a number's templates, with search, filters and refresh. No control in it needs the value of another
 * field.
 */
export function templateList(drawing: Drawing, model: TemplateListModel): ModalScreen {
  const { t } = drawing;
  return modal(drawing, {
    title: t('templates:listTitle'),
    close: t('connect:close'),
    blocks: [
      ...(model.notice ? [section(drawing, 'notice', model.notice)] : []),
      ...resume(drawing, model),
      ...numbers(drawing, model),
      search(drawing, model),
      filters(drawing, model),
      ...model.entries.flatMap((entry, at) => entryBlocks(drawing, entry, at)),
      smallPrint(drawing, 'count', model.count),
      ...pager(drawing, model),
      smallPrint(drawing, 'age', model.age),
      actions(drawing, 'list-actions', [
        button(drawing, { blockId: 'list-actions', actionId: 'refresh-templates', text: t('templates:refresh') }),
      ]),
    ],
  });
}

function resume(drawing: Drawing, { resume: begun }: Pick<TemplateListModel, 'resume'>): LayoutBlock[] {
  if (!begun) {
    return [];
  }
  const blockId = 'resume-actions';
  const value = encodeValue({ view: begun.view });
  const goOn = button(drawing, {
    blockId,
    actionId: 'resume-template',
    text: drawing.t('templates:resume'),
    value,
    style: 'primary',
  });
  return [section(drawing, 'resume', begun.text), actions(drawing, blockId, [goOn])];
}

function numbers(drawing: Drawing, { numbers: choices, number }: TemplateListModel): LayoutBlock[] {
  if (choices.length < 2) {
    return [];
  }
  const blockId = 'number-choice';
  const placeholder = drawing.t('templates:number');
  return [
    {
      type: 'actions',
      appId: drawing.appId,
      blockId,
      elements: [choice(drawing, { blockId, actionId: 'choose-number', placeholder, choices, value: number })],
    },
  ];
}

function search(drawing: Drawing, { search: typed }: TemplateListModel): LayoutBlock {
  const { t } = drawing;
  return textInput(drawing, {
    id: 'template-search',
    actionId: 'search-templates',
    label: t('templates:search'),
    placeholder: t('templates:searchPlaceholder'),
    value: typed,
    isLive: true,
  });
}

function filters(drawing: Drawing, { languages, language, status }: TemplateListModel): LayoutBlock {
  const { t, appId } = drawing;
  const blockId = 'template-filters';
  const statuses = [
    { value: 'all', text: t('templates:allStates') },
    { value: 'sendable', text: t('templates:onlySendable') },
    { value: 'stopped', text: t('templates:onlyStopped') },
  ];
  const all = [{ value: 'all', text: t('templates:allLanguages') }, ...languages];
  return {
    type: 'actions',
    appId,
    blockId,
    elements: [
      choice(drawing, {
        blockId,
        actionId: 'filter-language',
        placeholder: t('templates:language'),
        choices: all,
        value: language || 'all',
      }),
      choice(drawing, {
        blockId,
        actionId: 'filter-status',
        placeholder: t('templates:status'),
        choices: statuses,
        value: status || 'all',
      }),
    ],
  };
}

function entryBlocks(drawing: Drawing, { name, language, facts }: TemplateEntry, at: number): LayoutBlock[] {
  const blockId = `template-${at}`;
  return [
    {
      ...section(drawing, blockId, `*${name}*\n${facts}`),
      accessory: button(drawing, {
        blockId,
        actionId: `show-template.${at}`,
        text: drawing.t('templates:show'),
        value: encodeValue({ template: name, language }),
      }),
    },
  ];
}

function pager(drawing: Drawing, { previous, next }: TemplateListModel): LayoutBlock[] {
  const blockId = 'template-pages';
  const pages = [
    { page: previous, actionId: 'previous-templates', text: drawing.t('templates:previous') },
    { page: next, actionId: 'next-templates', text: drawing.t('templates:next') },
  ] as const;
  const buttons = pages.flatMap(({ page, actionId, text }) =>
    page === undefined ? [] : [button(drawing, { blockId, actionId, text, value: encodeValue({ page }) })],
  );
  return buttons.length > 0 ? [actions(drawing, blockId, buttons)] : [];
}

/** Asks which connected number sends the message. @param numbers digits, and what people read */
export function numberChoice(
  drawing: Drawing,
  { numbers, ...begun }: { numbers: readonly Choice[] } & Pick<TemplateListModel, 'resume'>,
): ModalScreen {
  const { t } = drawing;
  return modal(drawing, {
    title: t('templates:listTitle'),
    close: t('connect:close'),
    blocks: [
      ...resume(drawing, begun),
      section(drawing, 'which-number', t('templates:whichNumber')),
      ...numbers.map(({ value, text }, at) => {
        const blockId = `number-${at}`;
        const number = encodeValue({ number: value });
        return actions(drawing, blockId, [
          button(drawing, { blockId, actionId: `choose-number.${at}`, text, value: number }),
        ]);
      }),
    ],
  });
}
