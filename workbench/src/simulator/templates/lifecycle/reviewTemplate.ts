import { textOf } from '../../json';
import type { Simulator } from '../../Simulator';
import { componentOf } from '../components';
import { changeTemplate } from './changeTemplate';

const ADJACENT = /\}\}\s*\{\{/;

/**
 * Ends the review of a new or edited template. Approved, except: variables next to each other (INVALID_FORMAT, as Meta
 * does), and names with `reject` in them, so that a rejection can be tried.
 */
export function reviewTemplate(simulator: Simulator, { id }: { id: string }): void {
  const template = simulator.store.templates.byId(id);
  if (template?.status !== 'PENDING') return;
  const body = textOf(componentOf(template.components, 'BODY')?.text) ?? '';
  if (ADJACENT.test(body)) {
    changeTemplate(
      simulator,
      template,
      { status: 'REJECTED', rejectedReason: 'INVALID_FORMAT' },
      {
        rejection_info: {
          reason:
            'Your template has parameters placed next to each other (like {{1}}{{2}}) without text or punctuation between them.',
          recommendation:
            'Separate parameters with descriptive text and ensure each parameter is clearly contextualized.',
        },
      },
    );
    return;
  }
  const isRejected = template.name.includes('reject');
  changeTemplate(simulator, template, {
    status: isRejected ? 'REJECTED' : 'APPROVED',
    rejectedReason: isRejected ? 'TAG_CONTENT_MISMATCH' : 'NONE',
  });
}
