import type { Findings } from '../machines/forgetCustomer';
import type { Drawing } from './elements';
import { actions, button, section, selectInput } from './elements';
import type { ModalScreen } from './modal';
import { modal } from './modal';

/** The id of the field that asks about the opt-out. */
export const OPT_OUT_FIELD = 'optOut';

/** The choice that deletes the opt-out. */
export const DELETE_OPT_OUT = 'delete';

interface ForgetModel {
  /** The customer's name and number as admins read them. */
  customer: string;
  findings: Findings;
  /** The result of the export, in words. */
  notice?: string;
}

/** Shows what the app keeps about a customer and asks whether to delete it. The opt-out is a separate question. */
export function forgetModal(drawing: Drawing, { customer, findings, notice }: ForgetModel): ModalScreen {
  const { t } = drawing;
  const { groups, optOut, open } = findings;
  const lines = groups.map(({ group, amount }) => `- ${t(`forget:keeps-${group}`)} (${amount})`);
  const isEmpty = groups.length === 0 && !optOut;
  const blockId = 'forget-actions';
  return modal(drawing, {
    title: t('forget:title'),
    close: t(isEmpty || open ? 'connect:close' : 'forget:keep'),
    submit: isEmpty || open ? undefined : t('forget:delete'),
    submitStyle: 'danger',
    blocks: [
      ...(notice === undefined ? [] : [section(drawing, 'forget-notice', notice)]),
      section(
        drawing,
        'forget-findings',
        isEmpty ? t('forget:nothing', { customer }) : [t('forget:found', { customer }), ...lines].join('\n'),
      ),
      ...(isEmpty
        ? []
        : [
            actions(drawing, blockId, [
              button(drawing, { blockId, actionId: 'export-customer', text: t('forget:export') }),
            ]),
          ]),
      ...(optOut && !open ? [optOutInput(drawing)] : []),
      section(drawing, 'forget-advice', t(open ? 'forget:stillOpen' : 'forget:staysInRocketChat')),
    ],
  });
}

function optOutInput(drawing: Drawing) {
  const { t } = drawing;
  return selectInput(drawing, {
    id: OPT_OUT_FIELD,
    label: t('forget:optOut'),
    hint: t('forget:optOutHint'),
    placeholder: t('forget:optOutKeep'),
    choices: [
      { value: 'keep', text: t('forget:optOutKeep') },
      { value: DELETE_OPT_OUT, text: t('forget:optOutDelete') },
    ],
    value: 'keep',
  });
}
