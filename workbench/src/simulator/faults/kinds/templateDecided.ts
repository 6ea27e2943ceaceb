import { defineFault } from '../defineFault';

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
