import type { Finding } from '../machines/doctor';
import type { Drawing } from './elements';
import { actions, button, section } from './elements';
import { modal } from './modal';
import type { ModalScreen } from './modal';

const marks: Readonly<Record<Finding['level'], string>> = {
  good: ':white_check_mark:',
  doubtful: ':warning:',
  bad: ':x:',
};

/**
 * The report on a number: a headline with the worst finding, one line for each finding, and buttons for what can be
 * repaired here.
 */
export function doctorReport(
  drawing: Drawing,
  { number, findings }: { number: string; findings: readonly Finding[] },
): ModalScreen {
  const { t } = drawing;
  const blockId = 'doctor-actions';
  const bad = findings.filter(({ level }) => level === 'bad').length;
  const doubtful = findings.filter(({ level }) => level === 'doubtful').length;
  const verdict = bad > 0 ? t('doctor:broken', { count: bad }) : t(doubtful > 0 ? 'doctor:doubtful' : 'doctor:healthy');
  const lines = findings.map(({ level, says }) => `${marks[level]} ${t(says.key, says.params)}`);
  return modal(drawing, {
    title: t('doctor:title'),
    close: t('connect:close'),
    blocks: [
      section(drawing, 'doctor-verdict', `${t('numbers:number', { number })}\n${verdict}`),
      section(drawing, 'doctor-findings', lines.join('\n\n')),
      actions(drawing, blockId, [
        button(drawing, { blockId, actionId: 'examine-again', text: t('doctor:again'), style: 'primary' }),
        button(drawing, { blockId, actionId: 'repair-webhook', text: t('doctor:repair') }),
      ]),
    ],
  });
}
