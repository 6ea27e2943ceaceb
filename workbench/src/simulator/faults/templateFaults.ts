import { isObject, listOf } from '../json';
import { defineFault } from './FaultKind';

export const templateHeld = defineFault('template-held', {
  title: 'Template held for quality assessment',
  description: 'A template send is accepted with message_status held_for_quality_assessment or paused.',
  params: {
    status: {
      type: 'choice',
      title: 'message_status',
      default: 'held_for_quality_assessment',
      options: ['held_for_quality_assessment', 'paused'],
    },
  },
  hooks: {
    answer: ({ status }, target, answer) => {
      if (target !== 'send' || !isObject(answer.json)) return undefined;
      const [message] = listOf(answer.json.messages);
      if (message?.message_status === undefined) return undefined;
      return { ...answer, json: { ...answer.json, messages: [{ ...message, message_status: status }] } };
    },
  },
});

/** A decision of Meta that comes between the app's look at its list and the send. */
export const templateDecided = defineFault('template-decided', {
  title: 'Template reviewed at the moment of sending',
  description:
    'Meta decides about a template while it is being sent. The list of the API changes and the webhook tells it, as for the buttons of the tab “Templates”.',
  params: {
    event: {
      type: 'choice',
      title: 'What happens to it',
      default: 'pause',
      options: ['pause', 'disable', 'reject', 'delete', 'category', 'quality'],
    },
    name: { type: 'text', title: 'Name of the template (empty: whichever is sent)', default: '' },
    reason: { type: 'text', title: 'Reason of a rejection', default: 'ABUSIVE_CONTENT' },
    category: { type: 'choice', title: 'New category', default: 'MARKETING', options: ['MARKETING', 'UTILITY'] },
    score: { type: 'choice', title: 'New quality', default: 'RED', options: ['GREEN', 'YELLOW', 'RED'] },
  },
  hooks: {
    template: ({ event, name, reason, category, score }, sent) =>
      name === '' || name === sent ? { event, details: { reason, category, score } } : undefined,
  },
});
