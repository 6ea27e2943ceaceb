import { isObject } from '../../json/isObject';
import { listOf } from '../../json/listOf';
import { defineFault } from '../defineFault';

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
