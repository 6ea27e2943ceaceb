import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { encodeValue } from '../handlers/core/actionValue';
import type { Drawing } from './elements';
import { actions, button, choice, section, smallPrint } from './elements';
import { modal } from './modal';
import type { ModalScreen } from './modal';

/** What the result of a list shows. */
export interface ListResultModel {
  /** The id of the job. */
  job: string;
  /** Whether the job goes on, and if not, why. */
  state: string;
  /** The template, and the number that sends it. */
  facts: string;
  counts: string;
  /** The people whose results are shown. */
  people: 'all' | 'unsent';
  /** One for each person. */
  lines: readonly string[];
  shown: string;
  /** Page number from 0; absent when there is no such page. */
  previous?: number;
  next?: number;
  page: number;
  canPause: boolean;
  canResume: boolean;
  canCancel: boolean;
}

/** A line that shows a list's progress, with a button that opens its result. */
export function listNotice(drawing: Drawing, { text, job }: { text: string; job: string }) {
  const blockId = 'list-notice';
  const show = button(drawing, {
    blockId,
    actionId: 'show-list',
    text: drawing.t('connect:showResult'),
    value: encodeValue({ job }),
  });
  return { text, blocks: [section(drawing, 'list-progress', text), actions(drawing, blockId, [show])] };
}

/** The result of a list: counts, a line for each person, and the buttons that pause, resume and cancel it. */
export function listResult(drawing: Drawing, model: ListResultModel): ModalScreen {
  const { t } = drawing;
  return modal(drawing, {
    title: t('bulk:resultTitle'),
    close: t('connect:close'),
    blocks: [
      section(drawing, 'list-state', model.state),
      section(drawing, 'list-counts', `${model.facts}\n${model.counts}`),
      controls(drawing, model),
      who(drawing, model),
      ...model.lines.map((line, at) => section(drawing, `list-person-${at}`, line)),
      smallPrint(drawing, 'list-shown', model.shown),
      ...pager(drawing, model),
    ],
  });
}

/** Asks for confirmation before the rest of a list is cancelled. */
export function cancelQuestion(drawing: Drawing, { job, left }: { job: string; left: number }): ModalScreen {
  const { t } = drawing;
  const blockId = 'list-cancel';
  const value = encodeValue({ job });
  return modal(drawing, {
    title: t('bulk:resultTitle'),
    close: t('connect:close'),
    blocks: [
      section(drawing, 'list-question', t('bulk:cancelSure', { left })),
      actions(drawing, blockId, [
        button(drawing, { blockId, actionId: 'cancel-list-sure', text: t('bulk:cancelYes'), value, style: 'danger' }),
        button(drawing, { blockId, actionId: 'list-page', text: t('templates:back'), value }),
      ]),
    ],
  });
}

function controls(drawing: Drawing, { job, people, page, ...can }: ListResultModel): LayoutBlock {
  const { t } = drawing;
  const blockId = 'list-controls';
  const value = encodeValue({ job, people, page });
  const refresh = button(drawing, { blockId, actionId: 'list-page.again', text: t('bulk:refresh'), value });
  const pause = button(drawing, { blockId, actionId: 'pause-list', text: t('bulk:pause'), value });
  const resume = button(drawing, { blockId, actionId: 'resume-list', text: t('bulk:resume'), value, style: 'primary' });
  const cancel = button(drawing, { blockId, actionId: 'cancel-list', text: t('bulk:cancel'), value, style: 'danger' });
  const download = button(drawing, { blockId, actionId: 'download-list', text: t('bulk:download'), value });
  return actions(drawing, blockId, [
    ...(can.canResume ? [resume] : []),
    ...(can.canPause ? [pause] : []),
    refresh,
    download,
    ...(can.canCancel ? [cancel] : []),
  ]);
}

function who(drawing: Drawing, { job, people }: ListResultModel): LayoutBlock {
  const { t, appId } = drawing;
  const blockId = 'list-people';
  const choices = [
    { value: encodeValue({ job, people: 'all' }), text: t('bulk:peopleAll') },
    { value: encodeValue({ job, people: 'unsent' }), text: t('bulk:peopleUnsent') },
  ];
  const value = encodeValue({ job, people });
  const placeholder = t('bulk:people');
  return {
    type: 'actions',
    appId,
    blockId,
    elements: [choice(drawing, { blockId, actionId: 'list-page.people', placeholder, choices, value })],
  };
}

function pager(drawing: Drawing, { job, people, previous, next }: ListResultModel): LayoutBlock[] {
  const blockId = 'list-pages';
  const pages = [
    { page: previous, actionId: 'list-page.previous', text: drawing.t('templates:previous') },
    { page: next, actionId: 'list-page.next', text: drawing.t('templates:next') },
  ] as const;
  const buttons = pages.flatMap(({ page, actionId, text }) =>
    page === undefined ? [] : [button(drawing, { blockId, actionId, text, value: encodeValue({ job, people, page }) })],
  );
  return buttons.length > 0 ? [actions(drawing, blockId, buttons)] : [];
}
